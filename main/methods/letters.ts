import { isoDateSchema } from '../contract/dossier.ts';
import type { MethodOutput } from '../contract/api.ts';
import { Failure } from '../contract/failure.ts';
import type { FileInspection } from '../contract/files.ts';
import { inLanguage } from '../contract/language.ts';
import type { LetterSummary } from '../contract/letters.ts';
import { filesOfField } from '../core/dossier/fields.ts';
import { fileScans, type JudgedFiling } from '../core/files/file-scans.ts';
import { nearNames } from '../core/near-name.ts';
import type { LetterState } from '../core/letters/letter-state.ts';
import type { World } from '../world.ts';
import type { FolderEntry, OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';
import { letterSummary } from './letter-summary.ts';
import { wordFile } from './letter-word.ts';
import { openIn } from './load-form.ts';
import type { Methods } from './method.ts';
import { availableLetters, furtherLetters } from './letter-notices.ts';
import { nameScans } from './name-scans.ts';
import { writeMade } from './print-letter.ts';
import { printEdits } from './record-prints.ts';
import { recordLetters } from './record-run.ts';
import {
  makeLetter,
  neededLetters,
  requirePlatform,
  type LetterOptions,
  type MadeLetter,
  type NeededLetter,
} from './needed-letters.ts';

const pictureDpi = 110;

/** Making letters, and filing their signed scans. */
export const letterMethods: Pick<
  Methods,
  'letters.list' | 'letters.render' | 'letters.write' | 'letters.file'
> = {
  async 'letters.list'(world, { dossier, letters: only, wording }, context) {
    const open = await openIn(world, dossier, wording);
    const letters: LetterSummary[] = [];
    for (const made of await availableLetters(world, open, only === undefined ? {} : { only })) {
      letters.push(await letterSummary(world, open, made, context));
    }
    return { letters };
  },

  async 'letters.render'(world, { dossier, letter, pictures, wording, keep, ...print }, context) {
    const { signal } = context;
    const open = await openIn(world, dossier, wording);
    const { document } = open;
    const made = await makeLetter(world, document, letter);
    requirePlatform(made.template, document);
    const isDraft = made.filled.kind === 'missing-data';
    if (!isDraft) requirePrintable(made);
    const pdf = await writeMade(world, made, print, { often: true });
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
    const revision = made.filled.kind === 'missing-data' ? 'draft' : made.filled.revision;
    const notKept =
      keep === undefined || isDraft
        ? null
        : await recordLetters(world, open, [made], { by: keep.by }, context);
    return { artifact, fileName, revision, pages, ...(notKept === null ? {} : { notKept }) };
  },

  async 'letters.write'(world, input, context) {
    const { dossier, folder, date, letters: asked, as, record, list, wording, by, ...print } = input;
    if (date !== undefined && !isoDateSchema.safeParse(date).success) throw badDate(date);
    const target = world.grants.resolve(folder);
    const open = await openIn(world, dossier, wording);
    const dated = date === undefined ? {} : { date };
    // Notices are made only when they are named.
    const needed =
      asked === undefined
        ? await neededLetters(world, open, dated)
        : await namedLetters(world, open, asked, dated);
    const listed: LetterSummary[] = [];
    for (const made of list === true ? await undatedLetters(world, open, needed, { asked, date }) : []) {
      listed.push(await letterSummary(world, open, made, context));
    }
    const isAsked = ({ template, need }: NeededLetter): boolean =>
      asked === undefined ? need === 'required' : asked.includes(template.id);
    const letters = needed.filter(isAsked);
    const entries: FolderEntry[] = [];
    const written: MethodOutput<'letters.write'>['written'] = [];
    const held: LetterSummary[] = [];
    const printed: LetterState[] = [];
    const kept: NeededLetter[] = [];
    const wordless: string[] = [];
    for (const [index, made] of letters.entries()) {
      context.signal.throwIfAborted();
      const title = inLanguage(made.template.title, context.language);
      context.onProgress({ done: index, total: letters.length, label: title });
      if (made.filled.kind === 'missing-data' || made.unprintable.length > 0) {
        held.push(await letterSummary(world, open, made, context));
        continue;
      }
      const { revision } = made.filled;
      const name = `${String(index + 1).padStart(2, '0')}-${made.template.title.zh}`.normalize('NFC');
      const { id: letter, version: templateVersion, origin: templateOrigin } = made.template;
      const add = (fileName: string, content: Uint8Array, pages: number): void => {
        entries.push({ path: fileName, content });
        const form =
          made.form === null ? {} : { form: { version: made.form.version, sha256: made.form.sha256 } };
        written.push({ letter, fileName, revision, pages, templateVersion, templateOrigin, ...form });
      };
      if (as !== 'word') {
        const { bytes, pages } = await writeMade(world, made, print, { often: false });
        add(`${name}.pdf`, bytes, pages);
        printed.push(made.state);
      }
      if (as !== 'word' || made.filled.kind !== 'on-form') kept.push(made);
      if (as !== 'word' && as !== 'both') continue;
      // The platform's form is nobody's to edit.
      if (made.filled.kind === 'on-form') wordless.push(letter);
      else add(`${name}.docx`, await wordFile(world, made.template, made.filled.tree), made.state.pages ?? 1);
    }
    await world.folders.write(target, entries, { refuseExisting: false });
    const recorded =
      record === true && printed.length > 0
        ? await world.dossiers.edit(open.ref, open.revision, printEdits(world, open, printed))
        : open;
    const run = { by, ...(as === 'word' || as === 'both' ? { as } : {}) };
    const notKept = await recordLetters(world, recorded, kept, run, context);
    const left = [];
    for (const made of asked === undefined ? needed.filter((one) => !isAsked(one)) : []) {
      left.push(await letterSummary(world, open, made, context));
    }
    return {
      written,
      held,
      left,
      ...(wordless.length === 0 ? {} : { wordless }),
      ...(list === true ? { listed } : {}),
      ...(notKept === null ? {} : { notKept }),
    };
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
    if (keep === true) await keepScans(world, open, filing, needed, sources);
    return inLanguage<JudgedFiling>(filing, context.language);
  },
};

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
  needed: readonly NeededLetter[],
  sources: readonly { readonly source: string; readonly file: LocalFile }[],
): Promise<void> {
  const letters = needed.map(({ state }) => state);
  const notices = new Set(needed.filter(({ need }) => need === 'notice').map(({ state }) => state.letter));
  // A notice that no requirement asks for has no place in the dossier: its scan is named and left where it is.
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
    // What stands beside a notice, such as proof of its delivery, stays there.
    const beside = notices.has(letter) ? filesOfField(open.document, `documents.${requirement}`) : [];
    const all = [...beside, ...paths];
    return [{ path: ['documents', requirement], value: all.length === 1 ? all[0] : all }];
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

/** The letters with these ids, made, and no other. Throws `unknown-letter`. */
async function namedLetters(
  world: World,
  open: Pick<OpenDossier, 'document'>,
  ids: readonly string[],
  options: LetterOptions,
): Promise<readonly NeededLetter[]> {
  const made = await availableLetters(world, open, { ...options, only: ids });
  const has = (id: string): boolean => made.some(({ template }) => template.id === id);
  // Which letters there are is looked for only to name the nearest.
  if (!ids.every(has)) requireKnown(ids, await availableLetters(world, open, options));
  return made;
}

/** The letters as `letters.list` lists them; those that were made to be written are not made again unless they are dated. */
async function undatedLetters(
  world: World,
  open: Pick<OpenDossier, 'document'>,
  needed: readonly NeededLetter[],
  { asked, date }: { readonly asked: readonly string[] | undefined; readonly date: string | undefined },
): Promise<readonly NeededLetter[]> {
  if (date !== undefined) return availableLetters(world, open, asked === undefined ? {} : { only: asked });
  return asked === undefined ? [...needed, ...(await furtherLetters(world, open, needed))] : needed;
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
