import { isoDateSchema } from '../contract/dossier.ts';
import type { MethodOutput } from '../contract/api.ts';
import { Failure } from '../contract/failure.ts';
import type { FileInspection } from '../contract/files.ts';
import { inLanguage, type Localized } from '../contract/language.ts';
import type { DocumentTree, LetterSummary, PrintGuides } from '../contract/letters.ts';
import { filesOfField } from '../core/dossier/fields.ts';
import { fileScans, type JudgedFiling } from '../core/files/file-scans.ts';
import { nearNames } from '../core/near-name.ts';
import { applying } from '../core/letters/asks.ts';
import { draftLetter } from '../core/letters/fill-letter.ts';
import { layOut } from '../core/letters/lay-out.ts';
import type { LetterState } from '../core/letters/letter-state.ts';
import { staleReasonsOfPages } from '../core/letters/stale-scans.ts';
import { scanStateOf } from '../core/letters/scan-state.ts';
import type { CallContext, FolderEntry, LocalFile, OpenDossier, World } from '../world.ts';
import { inspectFile } from './inspect-dossier.ts';
import { wordFile } from './letter-word.ts';
import type { Methods } from './method.ts';
import { availableLetters } from './letter-notices.ts';
import { nameScans } from './name-scans.ts';
import { printEdits } from './record-prints.ts';
import { makeLetter, neededLetters, type MadeLetter, type NeededLetter } from './needed-letters.ts';

const pictureDpi = 110;

/** Making letters, and filing their signed scans. */
export const letterMethods: Pick<
  Methods,
  'letters.list' | 'letters.render' | 'letters.write' | 'letters.file'
> = {
  async 'letters.list'(world, { dossier }, context) {
    const open = await world.dossiers.open(dossier);
    const letters: LetterSummary[] = [];
    for (const made of await availableLetters(world, open)) {
      letters.push(await summaryOf(world, open, made, context));
    }
    return { letters };
  },

  async 'letters.render'(world, { dossier, letter, pictures, ...print }, { signal }) {
    const { document } = await world.dossiers.open(dossier);
    const made = await makeLetter(world, document, letter);
    const isDraft = made.filled.kind === 'missing-data';
    if (!isDraft) requirePrintable(made);
    const tree =
      made.filled.kind === 'filled' ? made.filled.tree : draftLetter({ template: made.template, document });
    const pdf = await writeTree(world, tree, print);
    const name = made.template.title.zh;
    const fileName = `${name}${isDraft ? '（草稿）' : ''}.pdf`.normalize('NFC');
    const artifact = await world.artifacts.keep(pdf.bytes, fileName, 'application/pdf');
    const pages = [];
    const count = pictures === true ? pdf.pages : 0;
    for (let page = 0; page < count; page += 1) {
      signal.throwIfAborted();
      const { png, widthPx, heightPx } = await world.pictures.picture(pdf.bytes, { page, dpi: pictureDpi });
      const picture = await world.artifacts.keep(png, `${name}-${page + 1}.png`, 'image/png');
      pages.push({ artifact: picture, widthPx, heightPx });
    }
    return { artifact, fileName, revision: tree.code?.revision ?? 'draft', pages };
  },

  async 'letters.write'(world, { dossier, folder, date, letters: asked, as, record, ...print }, context) {
    if (date !== undefined && !isoDateSchema.safeParse(date).success) throw badDate(date);
    const target = world.grants.resolve(folder);
    const open = await world.dossiers.open(dossier);
    // Notices are made only when they are named.
    const lettersOf = asked === undefined ? neededLetters : availableLetters;
    const needed = await lettersOf(world, open, date === undefined ? {} : { date });
    requireKnown(asked ?? [], needed);
    const isAsked = ({ template, need }: NeededLetter): boolean =>
      asked === undefined ? need === 'required' : asked.includes(template.id);
    const letters = needed.filter(isAsked);
    const entries: FolderEntry[] = [];
    const written: MethodOutput<'letters.write'>['written'] = [];
    const held: LetterSummary[] = [];
    const printed: LetterState[] = [];
    for (const [index, made] of letters.entries()) {
      context.signal.throwIfAborted();
      const title = inLanguage(made.template.title, context.language);
      context.onProgress({ done: index, total: letters.length, label: title });
      if (made.filled.kind === 'missing-data' || made.unprintable.length > 0) {
        held.push(await summaryOf(world, open, made, context));
        continue;
      }
      const { tree, revision } = made.filled;
      const name = `${String(index + 1).padStart(2, '0')}-${made.template.title.zh}`.normalize('NFC');
      const { id: letter, version: templateVersion, origin: templateOrigin } = made.template;
      const add = (fileName: string, content: Uint8Array, pages: number): void => {
        entries.push({ path: fileName, content });
        written.push({ letter, fileName, revision, pages, templateVersion, templateOrigin });
      };
      if (as !== 'word') {
        const { bytes, pages } = await writeTree(world, tree, print);
        add(`${name}.pdf`, bytes, pages);
        printed.push(made.state);
      }
      if (as === 'word' || as === 'both') {
        add(`${name}.docx`, await wordFile(world, made.template, tree), made.state.pages ?? 1);
      }
    }
    await world.folders.write(target, entries, { refuseExisting: false });
    if (record === true && printed.length > 0) {
      await world.dossiers.edit(open.ref, open.revision, printEdits(world, open, printed));
    }
    const left = [];
    for (const made of asked === undefined ? needed.filter((one) => !isAsked(one)) : []) {
      left.push(await summaryOf(world, open, made, context));
    }
    return { written, held, left };
  },

  async 'letters.file'(world, { dossier, scans, keep }, context) {
    const open = await world.dossiers.open(dossier);
    const needed = await availableLetters(world, open);
    const letters = needed.map(({ state }) => state);
    const sources = nameScans(scans.map((scan) => world.grants.resolve(scan)));
    const inspections: { readonly source: string; readonly inspection: FileInspection }[] = [];
    for (const [index, { source, file }] of sources.entries()) {
      context.signal.throwIfAborted();
      context.onProgress({ done: index, total: sources.length, label: source });
      const inspection = await world.inspector.inspect(file, source, 'scan', context.signal);
      inspections.push({ source, inspection });
    }
    const filing = withoutUnwanted(fileScans({ inspections, letters }), needed);
    if (keep === true) await keepScans(world, open, filing, letters, sources);
    return inLanguage<JudgedFiling>(filing, context.language);
  },
};

async function writeTree(
  world: World,
  tree: DocumentTree,
  print: PrintGuides,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const document = await layOut(tree, await world.fonts(), (code) => world.codes.encode(code), print);
  return { bytes: await world.pdf.write(document), pages: document.pages.length };
}

async function summaryOf(
  world: World,
  open: OpenDossier,
  { template, filled, unprintable, state, need, because }: NeededLetter,
  context: CallContext,
): Promise<LetterSummary> {
  const scans: FileInspection[] = [];
  const field = state.requirement === null ? null : `documents.${state.requirement}`;
  for (const path of field === null ? [] : filesOfField(open.document, field)) {
    scans.push(await inspectFile(world, open.ref, path, ['scan'], context.signal));
  }
  const missing = filled.kind === 'missing-data' ? filled.missing : [];
  const pages = scans.flatMap((scan) => scan.pages ?? []);
  const stale = staleReasonsOfPages(state, open.document, pages);
  const { made: _prints, ...entry } = open.document.letters?.[template.id] ?? {};
  return {
    letter: template.id,
    ...(state.requirement === null ? {} : { requirement: state.requirement }),
    title: inLanguage(template.title, context.language),
    need,
    because: because[context.language],
    state: state.revision === null ? 'missing-data' : 'ready',
    missingFields: missing.map(({ field, title }) => ({ field, title: inLanguage(title, context.language) })),
    unprintable: [...unprintable],
    ...(state.revision === null ? {} : { revision: state.revision }),
    cites: template.cites,
    notice: (template.kind === 'notice' ? noticeOfNotice : notice)[context.language],
    entry,
    asks: template.asks,
    fields: applying(template.fields, open.document).map(({ id, title, kind, required, hint }) => ({
      id,
      title: inLanguage(title, context.language),
      kind,
      required,
      ...(hint === undefined ? {} : { hint: inLanguage(hint, context.language) }),
    })),
    scan: scanStateOf(state, scans),
    stale: stale.map(({ kind, text, fields }) => ({
      kind,
      text: text[context.language],
      fields: [...fields],
    })),
    templateVersion: template.version,
    templateOrigin: template.origin,
    templateFaults: template.passedOver.map((fault) => fault.text[context.language]),
  };
}

/** A letter that is not demanded is no gap: it is listed only when a page of it was scanned. */
function withoutUnwanted(filing: JudgedFiling, needed: readonly NeededLetter[]): JudgedFiling {
  const required = new Set(needed.filter(({ need }) => need === 'required').map(({ state }) => state.letter));
  const scanned = new Set(filing.pages.map(({ letter }) => letter));
  return { ...filing, letters: filing.letters.filter(({ id }) => required.has(id) || scanned.has(id)) };
}

/** Copies in the scans of letters that are complete and current, and puts them in their places. The others are left where they are. */
async function keepScans(
  world: World,
  open: OpenDossier,
  filing: JudgedFiling,
  letters: readonly LetterState[],
  sources: readonly { readonly source: string; readonly file: LocalFile }[],
): Promise<void> {
  // A notice has no place in the dossier: its scan is named and left where it is.
  const placed = new Set(
    letters.filter(({ requirement }) => requirement !== null).map(({ letter }) => letter),
  );
  const complete = new Set(
    filing.letters.filter(({ id, complete: isComplete }) => isComplete && placed.has(id)).map(({ id }) => id),
  );
  const pathOf = new Map<string, string>();
  let revision = open.revision;
  for (const { source, file } of sources) {
    const isOf = filing.pages.some(
      (page) => page.source === source && page.state === 'current' && complete.has(page.letter),
    );
    if (!isOf) continue;
    const added = await world.dossiers.addFile(open.ref, `papers/${file.name}`, file);
    pathOf.set(source, added.path);
    revision = added.dossier.revision;
  }
  const edits = letters.flatMap(({ letter, requirement }) => {
    if (!complete.has(letter) || requirement === null) return [];
    const pages = filing.pages
      .filter((page) => page.letter === letter && page.state === 'current')
      .toSorted((a, b) => a.page - b.page);
    const paths = [...new Set(pages.flatMap(({ source }) => pathOf.get(source) ?? []))];
    return [{ path: ['documents', requirement], value: paths.length === 1 ? paths[0] : paths }];
  });
  const kept = letters.filter(({ letter }) => complete.has(letter));
  if (edits.length > 0)
    await world.dossiers.edit(open.ref, revision, [...edits, ...printEdits(world, open, kept)]);
}

function requirePrintable({ template, unprintable }: MadeLetter): void {
  if (unprintable.length === 0) return;
  const all = unprintable.join('、');
  throw new Failure(
    'unprintable-characters',
    {
      zh: `《${template.title.zh}》里有字体无法打印的字符：${all}`,
      en: `“${template.title.en}” holds characters that no font of the program can print: ${unprintable.join(', ')}`,
    },
    {
      zh: '请在案卷中改正：表情符号和看不见的控制字符请删去，生僻字请核对是否输入正确',
      en: 'Correct the dossier: remove emoji and invisible characters, and check rare characters for typing errors',
    },
  );
}

/** Refuses letters that the dossier has not, naming the nearest. Throws `unknown-letter`. */
export function requireKnown(asked: readonly string[], needed: readonly NeededLetter[]): void {
  const known = needed.map(({ template }) => template.id);
  const unknown = asked.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  const near = unknown.flatMap((id) => nearNames(id, known));
  throw new Failure(
    'unknown-letter',
    {
      zh: `这份案卷没有名为「${unknown.join('、')}」的函件`,
      en: `This dossier has no letter “${unknown.join(', ')}”`,
    },
    {
      zh: `可用的有：${(near.length > 0 ? near : known).join('、')}`,
      en: `There are: ${(near.length > 0 ? near : known).join(', ')}`,
    },
  );
}

/** The failure of a date that is none. */
export function badDate(date: string): Failure {
  return new Failure(
    'bad-date',
    { zh: `「${date}」不是一个日期`, en: `“${date}” is not a date` },
    {
      zh: '请写成 2026-11-22 的样子；不写则留空手填',
      en: 'Write it like 2026-11-22, or leave it out to date by hand',
    },
  );
}

const notice: Localized = {
  zh: '这份函件的措辞由印齐自拟，不是平台的官方格式。平台审核规范第 4.1 条和第 6 节列有自己的 PDF 格式文本，本程序没有收录。是否改用官方格式，请由经办人核对后决定。',
  en: 'The wording of this letter is Yinqi’s own and not the platform’s form. Sections 4.1 and 6 of the platform’s review rules list PDF forms of its own, which are not included here. A person must decide which to submit.',
};

const noticeOfNotice: Localized = {
  zh: '这份通知的措辞由印齐自拟：所收的协议和规则规定了什么时候要通知，没有规定格式。平台另有格式或线上入口的，以平台为准；发出之前请由经办人核对。',
  en: 'The wording of this notice is Yinqi’s own: the agreements say when notice is due and prescribe no form. Where the platform has a form or an online entry, use that; a person must read it before it is sent.',
};
