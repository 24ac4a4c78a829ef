import type { MethodOutput } from '../contract/api.ts';
import type { DossierDocument, FieldEdit } from '../contract/dossier.ts';
import { Failure } from '../contract/failure.ts';
import { applyEdits } from '../core/dossier/edit-dossier.ts';
import { dossierData } from '../core/dossier/dossier-data.ts';
import { filesOfField, usedFiles } from '../core/dossier/fields.ts';
import { recordEdit, replaceFiles, type RepairChange } from '../core/files/repair-record.ts';
import { comparedPath, isSamePath } from '../core/files/same-path.ts';
import { splitByCode, type ScanPart } from '../core/files/split-scan.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { addMadeFiles, madeOf, type AddedFile } from './add-made-files.ts';
import { inspectFile } from './inspect-dossier.ts';
import type { Methods } from './method.ts';
import { availableLetters } from './letter-notices.ts';

/** The methods that take scanned PDFs apart and join them. Both are on record and can be undone as repairs are. */
export const pageMethods: Pick<Methods, 'pages.split' | 'pages.join'> = {
  async 'pages.split'(world, { dossier, path, parts: asked }, context) {
    const open = await world.dossiers.open(dossier);
    const inspection = await inspectFile(world, dossier, path, ['scan'], context.signal);
    const count = inspection.pdf?.pages ?? 0;
    if (inspection.problem !== undefined || count < 2) throw notSplit(path, 'no-pdf');
    const parts =
      asked?.map((pages) => ({ letter: null, pages })) ?? splitByCode(inspection.pages ?? [], count);
    if (parts.some(({ pages }) => pages.some((page) => page >= count))) throw notSplit(path, 'no-such-page');
    const first = parts[0];
    if (parts.length < 2 && (first === undefined || asked === undefined || first.pages.length === count)) {
      throw notSplit(path, 'one-part');
    }
    const source = await world.dossiers.locate(dossier, path);
    const files = [];
    for (const [index, part] of parts.entries()) {
      context.signal.throwIfAborted();
      context.onProgress({ done: index, total: parts.length, label: source.name });
      const content = await world.pdfPages.take(source, part.pages);
      files.push({ wanted: `${stemOf(path)}-${nameOfPart(part, index, asked !== undefined)}.pdf`, content });
    }
    const letters = parts.some(({ letter }) => letter !== null) ? await availableLetters(world, open) : [];
    const requirementOf = new Map(letters.map(({ state }) => [state.letter, state.requirement]));
    const held = fieldsThatHold(open.document, path);
    const fieldsOf = (part: ScanPart): readonly string[] =>
      asked !== undefined
        ? held
        : held.filter(
            (field) => part.letter !== null && field === `documents.${requirementOf.get(part.letter)}`,
          );
    return keep(world, open, { id: `split-scan:${comparedPath(path)}`, files }, context, (added) => {
      const changes = held.flatMap((field) => {
        const to = parts.flatMap((part, index) =>
          fieldsOf(part).includes(field) ? (added[index]?.path ?? []) : [],
        );
        return to.length === 0 ? [] : [{ field, from: [path], to }];
      });
      const made = parts.map((part, index) => ({
        pages: part.pages.length,
        ...(part.letter === null ? {} : { letter: part.letter }),
        file: added[index],
      }));
      return { changes, made };
    });
  },

  async 'pages.join'(world, { dossier, paths }, context) {
    const open = await world.dossiers.open(dossier);
    const once = paths.filter((path, index) => paths.findIndex((one) => isSamePath(one, path)) === index);
    const [first] = once;
    if (first === undefined || once.length < 2) throw notSplit(paths[0] ?? '', 'one-file');
    const sources = [];
    let pages = 0;
    for (const path of once) {
      const inspection = await inspectFile(world, dossier, path, ['scan'], context.signal);
      const found = inspection.pdf?.pages ?? inspection.pages?.length ?? 0;
      if (inspection.problem !== undefined || found === 0 || (inspection.image?.frames ?? 1) > 1) {
        throw notSplit(path, 'no-scan');
      }
      pages += found;
      const dpi = inspection.pages?.[0]?.scan?.dpi ?? null;
      sources.push({ file: await world.dossiers.locate(dossier, path), dpi });
    }
    const content = await world.pdfPages.join(sources, context);
    const files = [{ wanted: `${stemOf(first)}-joined.pdf`, content }];
    return keep(world, open, { id: `join-scans:${comparedPath(first)}`, files }, context, ([joined]) => {
      if (joined === undefined) throw new Error('nothing was joined');
      const isSource = (path: string): boolean => once.some((one) => isSamePath(one, path));
      // With all that the field holds: what stood between the joined files is put back between them.
      const changes = fieldsThatHold(open.document, first).flatMap((field) => {
        const held = filesOfField(open.document, field);
        if (!once.every((path) => held.some((one) => isSamePath(one, path)))) return [];
        const place = held.findIndex(isSource);
        const to = held.flatMap((path, at) => (at === place ? [joined.path] : isSource(path) ? [] : [path]));
        return [{ field, from: [...held], to }];
      });
      return { changes, made: [{ pages, file: joined }] };
    });
  },
};

type Kept = Pick<MethodOutput<'pages.join'>['made'][number], 'pages' | 'letter'> & {
  readonly file: AddedFile | undefined;
};

/** Adds the new PDFs, points the fields to them and notes it. */
async function keep(
  world: World,
  open: OpenDossier,
  {
    id,
    files,
  }: {
    readonly id: string;
    readonly files: readonly { readonly wanted: string; readonly content: Uint8Array }[];
  },
  context: CallContext,
  decide: (added: readonly AddedFile[]) => {
    readonly changes: readonly RepairChange[];
    readonly made: readonly Kept[];
  },
): Promise<MethodOutput<'pages.join'>> {
  let kept: readonly Kept[] = [];
  let changed: readonly RepairChange[] = [];
  const edited = await addMadeFiles(world, open, files, context, (added, revision) => {
    const { changes, made } = decide(added);
    kept = made;
    changed = changes;
    let document = open.document;
    const edits: FieldEdit[] = [];
    for (const change of changes) {
      const edit = replaceFiles(document, change);
      if (edit === null) continue;
      edits.push(edit);
      document = applyEdits(document, [edit]);
    }
    edits.push(recordEdit(id, { on: world.today(), made: madeOf(added), changes: [...changes] }));
    return world.dossiers.edit(open.ref, revision, edits);
  });
  const made = kept.flatMap(({ file, ...rest }) =>
    file === undefined
      ? []
      : [
          {
            ...rest,
            path: file.path,
            sizeBytes: file.sizeBytes,
            fields: changed.filter(({ to }) => to.includes(file.path)).map(({ field }) => field),
          },
        ],
  );
  return { ...dossierData(edited), repair: id, made };
}

const stemOf = (path: string): string => path.replace(/\.[^./]+$/, '');

function nameOfPart({ letter, pages }: ScanPart, index: number, isAsked: boolean): string {
  if (!isAsked) return letter ?? 'rest';
  const numbers = pages.map((page) => page + 1);
  return numbers.length === 1 ? `p${numbers[0]}` : `part${index + 1}`;
}

const fieldsThatHold = (document: DossierDocument, path: string): readonly string[] => [
  ...new Set(usedFiles(document).flatMap((use) => (isSamePath(use.path, path) ? [use.field] : []))),
];

type Refusal = 'no-pdf' | 'no-such-page' | 'one-part' | 'no-scan' | 'one-file';

function notSplit(path: string, why: Refusal): Failure {
  const words = {
    'no-pdf': [
      `「${path}」不是两页以上、能打开的 PDF，没有拆分`,
      `“${path}” is no PDF of two pages or more that opens, and was not split`,
      '请选择扫描得到的多页 PDF',
      'Choose a scanned PDF of several pages',
    ],
    'no-such-page': [
      `「${path}」没有这么多页，没有拆分`,
      `“${path}” has not that many pages, and was not split`,
      '页码从 1 数起，请核对后再试',
      'Pages are counted from 1: see which there are',
    ],
    'one-part': [
      `「${path}」只有一份函件的页，不用拆分`,
      `“${path}” holds pages of one letter only: there is nothing to split`,
      '没有页码标识的扫描件，请写明每一份是哪几页',
      'For a scan without page codes say which pages make each part',
    ],
    'no-scan': [
      `「${path}」不是能打开的扫描件，没有合并`,
      `“${path}” is no scan that opens; nothing was joined`,
      '请选择 PDF 或 JPG、PNG 等图片；动图不能合并',
      'Choose PDFs or pictures; an animation cannot be joined',
    ],
    'one-file': [
      '只有一个文件，没有什么可合并的',
      'There is only one file: nothing to join',
      '请按页的顺序选择两个以上的文件',
      'Choose two files or more, in the order of their pages',
    ],
  } as const satisfies Record<Refusal, readonly string[]>;
  const [zh, en, hintZh, hintEn] = words[why];
  const code = why === 'no-scan' || why === 'one-file' ? 'pages-not-joined' : 'pages-not-split';
  return new Failure(code, { zh, en }, { zh: hintZh, en: hintEn });
}
