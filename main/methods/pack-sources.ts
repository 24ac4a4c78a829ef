import { Failure } from '../contract/failure.ts';
import type { ContentType, FileInspection } from '../contract/files.ts';
import type { Localized } from '../contract/language.ts';
import { filesOfField } from '../core/dossier/fields.ts';
import { whyUnreadable } from '../core/files/readable-file.ts';
import type { PackPicture } from '../core/letters/pack-geometry.ts';
import { nearNames } from '../core/near-name.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';
import { inspectFile } from './inspect-dossier.ts';

const printed: readonly ContentType[] = ['png', 'jpeg', 'tiff', 'webp', 'gif', 'pdf'];

/** The pictures of one paper that was handed over, and the files behind them. */
export interface PackSource {
  readonly pictures: readonly PackPicture[];
  readonly files: ReadonlyMap<string, LocalFile>;
}

/**
 * Looks at the files handed over for one paper. Throws `unreadable-file`, `too-many-pages`, `source-is-a-letter` for a page
 * that is a letter of Yinqi's, `source-is-scanned` for the very file that the dossier holds as the sealed scan.
 */
export async function readPackSource(
  world: World,
  open: OpenDossier,
  requirement: { readonly id: string; readonly title: Localized },
  files: readonly LocalFile[],
  context: CallContext,
): Promise<PackSource> {
  const pictures: PackPicture[] = [];
  const named = new Map<string, LocalFile>();
  const onFile = await hashesOnFile(world, open, requirement.id, context.signal);
  for (const [index, file] of files.entries()) {
    context.signal.throwIfAborted();
    const { type } = await world.inspector.inspect(file, file.name, 'identity', context.signal);
    // Files of several pages are looked at page by page; of the others only the size is wanted, and their pixels would take memory.
    const depth = type === 'pdf' || type === 'tiff' ? 'scan' : 'size';
    const inspection = await world.inspector.inspect(file, file.name, depth, context.signal);
    refuse(inspection, file, requirement.title, onFile);
    const source = `${requirement.id}/${index}`;
    named.set(source, file);
    pictures.push(...picturesOf(inspection, source));
  }
  return { pictures, files: named };
}

function picturesOf(inspection: FileInspection, source: string): readonly PackPicture[] {
  const { size, pages } = inspection;
  if (pages === undefined) {
    if (size === undefined) throw new Error(`${inspection.path} was not measured`);
    return [{ source, page: 0, kind: 'picture', ...size }];
  }
  return pages.map(({ index, measure, widthMm, heightMm }): PackPicture => {
    if (widthMm === undefined || heightMm === undefined) {
      return { source, page: index, kind: 'picture', width: measure.widthPx, height: measure.heightPx };
    }
    return { source, page: index, kind: 'pdf', width: widthMm, height: heightMm };
  });
}

async function hashesOnFile(
  world: World,
  open: OpenDossier,
  requirement: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>();
  for (const path of filesOfField(open.document, `documents.${requirement}`)) {
    const { sha256 } = await inspectFile(world, open.ref, path, ['identity'], signal);
    if (sha256 !== undefined) hashes.add(sha256);
  }
  return hashes;
}

function refuse(
  inspection: FileInspection,
  file: LocalFile,
  title: Localized,
  onFile: ReadonlySet<string>,
): void {
  const why = whyUnreadable(inspection, printed);
  if (why !== null) throw new Failure('unreadable-file', why, anotherFile);
  const pages = inspection.pages ?? [];
  const count = inspection.pdf?.pages ?? inspection.image?.frames ?? 0;
  if (pages.length > 0 && count > pages.length) {
    throw new Failure(
      'too-many-pages',
      {
        zh: `「${file.name}」有 ${count} 页，一份证照最多打印 ${pages.length} 页`,
        en: `“${file.name}” has ${count} pages; of one paper at most ${pages.length} are printed`,
      },
      { zh: '请拆出要打印的几页另存后再试', en: 'Save the pages to be printed as a file of their own' },
    );
  }
  if (pages.some(({ code }) => code !== undefined)) {
    throw new Failure(
      'source-is-a-letter',
      {
        zh: `「${file.name}」是印齐打印的函件，不是「${title.zh}」`,
        en: `“${file.name}” is a letter that Yinqi printed, not “${title.en}”`,
      },
      { zh: '函件的扫描件请用归档功能（yinqi file）导入', en: 'File scans of letters with yinqi file' },
    );
  }
  if (inspection.sha256 !== undefined && onFile.has(inspection.sha256)) {
    throw new Failure(
      'source-is-scanned',
      {
        zh: `「${file.name}」已作为「${title.zh}」放在案卷里：案卷里的是签盖好的扫描件，不再打印`,
        en: `“${file.name}” is on file as “${title.en}”: what the dossier holds is the signed or sealed scan, and is not printed again`,
      },
      {
        zh: '如果它其实还没签盖，请先从案卷中移除，再用它生成打印包',
        en: 'If it bears neither signature nor seal after all, remove it from the dossier first',
      },
    );
  }
}

const anotherFile: Localized = {
  zh: '请换一份能正常打开的图片（JPG、PNG、TIFF）或 PDF',
  en: 'Hand over a picture (JPG, PNG, TIFF) or PDF that opens',
};

/** Refuses papers that are not printed as copies for this dossier, by the name nearest to each. Throws `unknown-copy`. */
export function requireCopies(asked: readonly string[], known: readonly string[]): void {
  const unknown = asked.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  const near = unknown.flatMap((id) => nearNames(id, known));
  const names = near.length > 0 ? near : known;
  throw new Failure(
    'unknown-copy',
    {
      zh: `这份案卷没有要打印复印件的材料「${unknown.join('、')}」`,
      en: `This dossier asks for no copy of “${unknown.join(', ')}”`,
    },
    {
      zh: names.length === 0 ? '这份案卷没有需要打印的复印件' : `可用的有：${names.join('、')}`,
      en: names.length === 0 ? 'It asks for no copies at all' : `There are: ${names.join(', ')}`,
    },
  );
}
