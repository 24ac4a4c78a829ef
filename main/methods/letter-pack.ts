import { isDay, type DossierDocument } from '../contract/dossier.ts';
import { Failure } from '../contract/failure.ts';
import type { FileInspection } from '../contract/files.ts';
import { inLanguage } from '../contract/language.ts';
import type { FontSet, LaidOutDocument } from '../contract/laid-out-document.ts';
import type { DocumentTree, PrintGuides } from '../contract/letters.ts';
import type { Rulebook } from '../contract/rulebook.ts';
import { entryName } from '../core/bundle/entry-name.ts';
import { filesOfField } from '../core/dossier/fields.ts';
import { countPages, layOut } from '../core/letters/lay-out.ts';
import { copiesOf, isCopyRule, type CopyPiece, type CopyRule } from '../core/letters/pack-copies.ts';
import { packCover, type LeftOut, type Shown } from '../core/letters/pack-cover.ts';
import { packDocument, type PackPart } from '../core/letters/pack-document.ts';
import { leftLetter, leftPapers } from '../core/letters/pack-left.ts';
import { letterTasks, partyOf } from '../core/letters/pack-letter-tasks.ts';
import { inStampingOrder, planPack, type PackPiece, type PackPlan } from '../core/letters/pack-plan.ts';
import { printableText } from '../core/letters/printable.ts';
import { scanStateOf } from '../core/letters/scan-state.ts';
import { resolveRequirements } from '../core/requirements/resolve-requirements.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';
import type { PackWriter } from '../world/pdf.ts';
import { inspectFile } from './inspect-dossier.ts';
import { availableLetters } from './letter-notices.ts';
import { badDate, requireKnown } from './letters.ts';
import { openIn } from './load-form.ts';
import type { Methods } from './method.ts';
import { formPiece, placedForm, type FormPiece } from './pack-form.ts';
import { recordLetters } from './record-run.ts';
import { neededLetters, type NeededLetter } from './needed-letters.ts';
import { readPackSource, requireCopies } from './pack-sources.ts';

interface LetterPiece extends PackPiece {
  readonly kind: 'letter';
  readonly document: LaidOutDocument;
}
type Piece = LetterPiece | FormPiece | CopyPiece;

/** The shares of the work at which its parts end. */
const lettersDone = 0.2;
const sourcesDone = 0.5;

/** One PDF with everything to print. */
export const letterPackMethods: Pick<Methods, 'letters.pack'> = {
  async 'letters.pack'(world, input, context) {
    const { date, letters: named = [], leaveOut = [], sources = {} } = input;
    if (date !== undefined && !isDay(date)) throw badDate(date);
    const open = await openIn(world, input.dossier, input.wording);
    const rulebook = await world.rulebooks.load(open.document.platform);
    const fonts = await world.fonts();
    const print: PrintGuides = {
      ...(input.guides === undefined ? {} : { guides: input.guides }),
      ...(input.crossPageSeal === undefined ? {} : { crossPageSeal: input.crossPageSeal }),
      ...(input.pageCode === undefined ? {} : { pageCode: input.pageCode }),
    };
    const letters = await letterPieces(world, open, { date, named, leaveOut, fonts, print }, context);
    const papers = await paperPieces(world, open, { rulebook, sources, fonts, print, input }, context);
    const pieces: readonly Piece[] = inStampingOrder<Piece>([...letters.pieces, ...papers.pieces]);
    const left = [...letters.left, ...papers.left];
    if (pieces.length === 0) throw nothingToPrint(left);

    const onForm = letters.pieces.filter((piece) => 'file' in piece).length;
    const shows: Shown = {
      onForm: onForm === 0 ? 'none' : onForm < letters.pieces.length ? 'some' : 'all',
      guides: print.guides !== 'none',
      crossPageSeal: letters.pieces.some(({ document }) => hasEdgeGuide(document)),
    };
    const coverOf = (plan: PackPlan): DocumentTree =>
      packCover({ document: open.document, plan, left, date: world.today(), shows });
    const plan = planPack(pieces, (one) => countPages(coverOf(one), fonts));
    const cover = padded(await layOut(coverOf(plan), fonts, noCode), plan.coverPages);
    const { document, placed } = assemble(cover, pieces);

    const name = fileNameOf(open.document, world.today());
    const target =
      input.target === undefined
        ? { ...(await world.artifacts.reserve(name, 'application/pdf')), name }
        : { ...world.grants.resolve(input.target), artifact: undefined };
    const { sizeBytes } = await world.packs.write(
      target.absolutePath,
      { document, placed, files: new Map([...papers.files, ...formFiles(letters.pieces)]) },
      { signal: context.signal, onProgress: part(context, sourcesDone, 1) },
    );
    const notKept = await recordLetters(world, open, letters.made, { by: input.by }, context);
    return {
      ...(target.artifact === undefined ? {} : { artifact: target.artifact }),
      ...(notKept === null ? {} : { notKept }),
      fileName: target.name,
      sizeBytes,
      pages: document.pages.length,
      coverPages: plan.coverPages,
      sheets: plan.groups.flatMap(({ party, sheets }) =>
        sheets.map(({ signs, seal, handwriting, caution, ...sheet }) => ({
          ...inLanguage(sheet, context.language),
          party,
          ...(signs === null ? {} : { signs: signs[context.language] }),
          ...(seal === null ? {} : { seal: seal[context.language] }),
          ...(handwriting === null ? {} : { handwriting: handwriting[context.language] }),
          ...(caution === null ? {} : { caution: caution[context.language] }),
        })),
      ),
      left: inLanguage(left, context.language),
    };
  },
};

/** The letters to print, laid out, and those that are not. */
async function letterPieces(
  world: World,
  open: OpenDossier,
  how: {
    readonly date: string | undefined;
    readonly named: readonly string[];
    readonly leaveOut: readonly string[];
    readonly fonts: FontSet;
    readonly print: PrintGuides;
  },
  context: CallContext,
): Promise<{
  readonly pieces: readonly (LetterPiece | FormPiece)[];
  readonly made: readonly NeededLetter[];
  readonly left: readonly LeftOut[];
}> {
  const lettersOf = how.named.length === 0 ? neededLetters : availableLetters;
  const letters = await lettersOf(world, open, how.date === undefined ? {} : { date: how.date });
  requireKnown([...how.named, ...how.leaveOut], letters);
  const report = part(context, 0, lettersDone);
  const pieces: (LetterPiece | FormPiece)[] = [];
  const left: LeftOut[] = [];
  for (const [index, made] of letters.entries()) {
    context.signal.throwIfAborted();
    const { template, filled, unprintable, need } = made;
    report({ done: index, total: letters.length, label: template.title[context.language] });
    const isNamed = how.named.includes(template.id);
    if (need === 'notice' && !isNamed) continue;
    const isLeftOut = !isNamed && how.leaveOut.includes(template.id);
    const isScanned =
      !isNamed && !isLeftOut && need === 'required' && (await isCurrent(world, open, made, context));
    const out = leftLetter(made, { isNamed, isScanned, isLeftOut });
    if (out !== null) left.push(out);
    else if (filled.kind === 'on-form' && unprintable.length === 0) {
      pieces.push(await formPiece(world, open, made, how.print));
    } else if (filled.kind === 'filled' && unprintable.length === 0) {
      const document = await layOut(filled.tree, how.fonts, (code) => world.codes.encode(code), how.print);
      const party = partyOf(filled.tree);
      pieces.push({
        kind: 'letter',
        id: template.id,
        party,
        isOwn: party === printableText(open.document.company?.name ?? ''),
        sheets: letterTasks(template.title, filled.tree, document),
        document,
      });
    }
  }
  const isMade = ({ template }: NeededLetter): boolean => pieces.some(({ id }) => id === template.id);
  return { pieces, made: letters.filter(isMade), left };
}

async function isCurrent(
  world: World,
  open: OpenDossier,
  { state }: NeededLetter,
  { signal }: CallContext,
): Promise<boolean> {
  const scans: FileInspection[] = [];
  const paths =
    state.requirement === null ? [] : filesOfField(open.document, `documents.${state.requirement}`);
  for (const path of paths) scans.push(await inspectFile(world, open.ref, path, ['scan'], signal));
  return scanStateOf(state, scans) === 'current';
}

/** The copies of the papers handed over, and the papers of which none was. */
async function paperPieces(
  world: World,
  open: OpenDossier,
  how: {
    readonly rulebook: Rulebook;
    readonly sources: Readonly<Record<string, readonly string[]>>;
    readonly fonts: FontSet;
    readonly print: PrintGuides;
    readonly input: { readonly purposeLine?: boolean | undefined };
  },
  context: CallContext,
): Promise<{
  readonly pieces: readonly CopyPiece[];
  readonly left: readonly LeftOut[];
  readonly files: ReadonlyMap<string, LocalFile>;
}> {
  const { rulebook, sources } = how;
  const requirements = resolveRequirements({ rulebook, document: open.document });
  const rules = new Map(rulebook.rules.map((rule) => [rule.id, rule]));
  const wanted = requirements.flatMap(({ id }): readonly CopyRule[] => {
    const rule = rules.get(id);
    return rule?.kind === 'document' && isCopyRule(rule) ? [rule] : [];
  });
  const given = Object.keys(sources);
  requireCopies(
    given,
    wanted.map(({ id }) => id),
  );
  const { widthMm = 40, heightMm = widthMm } = open.document.company?.seal ?? {};
  const report = part(context, lettersDone, sourcesDone);
  const pieces: CopyPiece[] = [];
  const files = new Map<string, LocalFile>();
  for (const [index, rule] of wanted.filter(({ id }) => given.includes(id)).entries()) {
    report({ done: index, total: given.length, label: rule.title[context.language] });
    const granted = (sources[rule.id] ?? []).map((grant) => world.grants.resolve(grant));
    const source = await readPackSource(world, open, rule, granted, context);
    for (const [key, file] of source.files) files.set(key, file);
    pieces.push(
      copiesOf({
        rule,
        pictures: source.pictures,
        document: open.document,
        conflicts: rulebook.conflicts,
        fonts: how.fonts,
        guides: how.print.guides !== 'none',
        purposeLine: how.input.purposeLine === true,
        seal: { widthMm, heightMm },
      }),
    );
  }
  return { pieces, left: leftPapers({ requirements, wanted, given }), files };
}

type Placed = Parameters<PackWriter['write']>[1]['placed'];

/** All pages in order, and where the pictures stand on them. */
function assemble(
  cover: LaidOutDocument,
  pieces: readonly Piece[],
): { readonly document: LaidOutDocument; readonly placed: Placed } {
  const parts: PackPart[] = [];
  const placed: Placed[number][] = [];
  let onPage = cover.pages.length;
  for (const piece of pieces) {
    if (piece.kind === 'letter') {
      const { pages, elements = [], keywords } = piece.document;
      parts.push({ pages, elements, keywords });
      if ('file' in piece) placed.push(...placedForm(piece, onPage));
      onPage += pages.length;
      continue;
    }
    for (const index of piece.sheets.keys()) {
      const copy = piece.pageAt(index, onPage + 1);
      parts.push({ pages: [copy.page], elements: [{ tag: 'P', parent: null }], keywords: [] });
      for (const one of copy.placed) placed.push({ ...one, onPage });
      onPage += 1;
    }
  }
  return { document: packDocument(cover, parts), placed };
}

/** A cover of as many pages as its numbers count on. */
function padded(cover: LaidOutDocument, coverPages: number): LaidOutDocument {
  const [first] = cover.pages;
  const missing = coverPages - cover.pages.length;
  if (first === undefined || missing <= 0) return cover;
  const blank = { widthMm: first.widthMm, heightMm: first.heightMm, items: [] };
  return { ...cover, pages: [...cover.pages, ...Array.from({ length: missing }, () => blank)] };
}

const formFiles = (pieces: readonly (LetterPiece | FormPiece)[]): readonly (readonly [string, LocalFile])[] =>
  pieces.flatMap((piece) => ('file' in piece ? [[piece.source, piece.file] as const] : []));

const noCode = (): Promise<readonly string[]> => Promise.resolve([]);

const hasEdgeGuide = ({ pages }: LaidOutDocument): boolean =>
  pages.some(({ items }) => items.some((item) => item.kind === 'ellipse' && item.role === 'edge'));

function fileNameOf(document: DossierDocument, today: string): string {
  const app = entryName(document.app?.name ?? '', 24, '未命名应用');
  return `打印包-${app}-${today.replaceAll('-', '')}.pdf`.normalize('NFC');
}

/** Reports a part of the work, from share `from` to share `to` of the whole. */
function part(context: CallContext, from: number, to: number): CallContext['onProgress'] {
  return ({ done, total, label }) => {
    const share = total === 0 ? 1 : done / total;
    context.onProgress({ done: Math.round((from + (to - from) * share) * 1000), total: 1000, label });
  };
}

function nothingToPrint(left: readonly LeftOut[]): Failure {
  const first = left.slice(0, 5);
  return new Failure(
    'nothing-to-print',
    {
      zh: '没有可以打印的函件或复印件',
      en: 'There is no letter and no copy to print',
    },
    {
      zh: first.map(({ title, why }) => `${title.zh}：${why.zh}`).join('\n') || '这份案卷没有要打印的材料',
      en: first.map(({ title, why }) => `${title.en}: ${why.en}`).join('\n') || 'It asks for nothing printed',
    },
  );
}
