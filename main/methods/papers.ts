import { Failure } from '../contract/failure.ts';
import type { ReadPaper } from '../contract/read-paper.ts';
import type { PaperReads, Rulebook } from '../contract/rulebook.ts';
import { filesOfField } from '../core/dossier/fields.ts';
import { isSamePath } from '../core/files/same-path.ts';
import { paperKindOf } from '../core/reading/paper-kind.ts';
import { readParticulars } from '../core/reading/read-particulars.ts';
import { suggestFields } from '../core/reading/suggest-fields.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { Methods } from './method.ts';

/** What is on later pages of a licence or certificate is no particular. */
const mostPages = 4;
/** As fine as the model reads best: an A4 page at about 170 dpi. */
const sidePx = 2000;

/** Text recognition on papers. */
export const paperMethods: Pick<Methods, 'papers.read'> = {
  async 'papers.read'(world, { dossier, paths }, context) {
    const open = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(open.document.platform);
    const readable = readablePapers(open, rulebook);
    const wanted = paths === undefined ? [...readable.keys()] : paths.map((path) => requireFile(open, path));
    const papers = await readPapers(world, open, wanted, context);
    const suggestions = papers.flatMap((paper) =>
      (readable.get(paper.path) ?? []).flatMap((reads) => suggestFields(paper, reads, open.document)),
    );
    return { schema: 'yinqi/papers@1', papers: [...papers], suggestions };
  },
};

/** The dossier's papers whose print the rulebook says how to read, by path. */
export function readablePapers(
  open: OpenDossier,
  rulebook: Rulebook,
): ReadonlyMap<string, readonly PaperReads[]> {
  const found = new Map<string, readonly PaperReads[]>();
  for (const rule of rulebook.rules) {
    if (rule.kind !== 'document' || rule.reads === undefined) continue;
    for (const path of filesOfField(open.document, `documents.${rule.id}`)) {
      found.set(path, [...(found.get(path) ?? []), rule.reads]);
    }
  }
  return found;
}

/**
 * Reads papers one after the other; the same bytes are read once as long as the program runs. A file that cannot be looked at is
 * left out: the inspection says what is wrong with it. Throws the signal's reason when cancelled.
 */
export async function readPapers(
  world: World,
  open: OpenDossier,
  paths: readonly string[],
  context: CallContext,
): Promise<readonly ReadPaper[]> {
  const papers: ReadPaper[] = [];
  for (const [done, path] of paths.entries()) {
    context.signal.throwIfAborted();
    const label = { zh: `正在识别 ${path}`, en: `Reading ${path}` }[context.language];
    context.onProgress({ done, total: paths.length, label });
    const paper = await readPaper(world, open, path, context);
    if (paper !== null) papers.push(paper);
  }
  const label = { zh: '识别完毕', en: 'All papers read' }[context.language];
  context.onProgress({ done: paths.length, total: paths.length, label });
  return papers;
}

const remembered = new WeakMap<World['print'], Map<string, Omit<ReadPaper, 'path'>>>();
const mostRemembered = 200;

async function readPaper(
  world: World,
  open: OpenDossier,
  path: string,
  { signal }: CallContext,
): Promise<ReadPaper | null> {
  const file = await world.dossiers.locate(open.ref, path);
  const { sha256, problem, type, ...inspection } = await world.inspector.inspect(file, path, 'scan', signal);
  if (sha256 === undefined || problem !== undefined) return null;
  const known = remembered.get(world.print) ?? new Map<string, Omit<ReadPaper, 'path'>>();
  remembered.set(world.print, known);
  const earlier = known.get(sha256);
  if (earlier !== undefined) return { path, ...earlier };
  const pageCount = Math.max(
    1,
    type === 'pdf' ? (inspection.pdf?.pages ?? 1) : (inspection.pages?.length ?? 1),
  );
  const pages = [];
  for (let index = 0; index < Math.min(pageCount, mostPages); index += 1) {
    const { png, widthPx, heightPx } = await world.pictures.picture(file, { page: index, maxPx: sidePx });
    const page = await world.print.read(png, { signal });
    const isOnSide = page.turn === 90 || page.turn === 270;
    pages.push({
      ...page,
      index,
      widthPx: isOnSide ? heightPx : widthPx,
      heightPx: isOnSide ? widthPx : heightPx,
    });
  }
  const kind = paperKindOf(pages.flatMap(({ pieces }) => pieces));
  const read: Omit<ReadPaper, 'path'> = {
    sha256,
    kind,
    pages: pages.map(({ index, turn, widthPx, heightPx, pieces }) => ({
      index,
      turn,
      widthPx,
      heightPx,
      pieces: [...pieces],
    })),
    pageCount,
    particulars: pages.flatMap(({ index, pieces }) => readParticulars(pieces, kind, index)),
    codes: pages.flatMap(({ index, codes }) => codes.map((code) => ({ ...code, page: index }))),
  };
  if (known.size >= mostRemembered) known.clear();
  known.set(sha256, read);
  return { path, ...read };
}

function requireFile(open: OpenDossier, path: string): string {
  const file = open.files.find((one) => isSamePath(one.path, path));
  if (file !== undefined) return path;
  throw new Failure(
    'file-missing',
    { zh: `案卷里没有文件「${path}」`, en: `The dossier has no file “${path}”` },
    {
      zh: '路径相对于案卷文件夹，例如 papers/business-licence.jpg',
      en: 'Paths are relative to the dossier folder, for example papers/business-licence.jpg',
    },
  );
}
