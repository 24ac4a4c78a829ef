import { Failure, Failures } from '../../contract/failure.ts';
import type { ReadWord } from '../../contract/word.ts';
import type { Clauses } from './clause.ts';
import { compareLines, type ComparedLine } from './compare-lines.ts';
import { withClausesInPlace } from './expand-clauses.ts';
import { reviewBlocks } from './review-blocks.ts';
import { reviewMarkdown, type ReviewMarkdown } from './review-markdown.ts';
import { reviewOfWord, type ReviewedWording } from './review-of-word.ts';
import { signingFaults } from './signing-faults.ts';
import { frontRows } from './template-front-rows.ts';
import { TemplateFault } from './template-fault.ts';
import { nextMinorVersion, splitSource, templateHash, withVersion } from './template-parts.ts';
import { parseTemplate, type LetterTemplate } from './template.ts';
import { tryTemplate } from './try-template.ts';
import { wordFault, type WordPlace, type WordRemark } from './word-fault.ts';

/** A template that came back from review. */
export interface ReviewedTemplate {
  /** The whole text of the new template.md. */
  readonly text: string;
  /** Of the new text; the current one where nothing changed. */
  readonly version: string;
  /** The version that the file was made from; null where it does not say. */
  readonly basedOn: string | null;
  readonly isChanged: boolean;
  /** The current template, in the form in which this program writes it, compared with the new text. */
  readonly lines: readonly ComparedLine[];
  readonly remarks: readonly WordRemark[];
}

/** Which letter's template a reviewed file is. Throws `not-a-template-review` for a filled letter and for any other file. */
export function letterOfReview(read: ReadWord): string {
  const letter = read.properties['yinqi-letter'] ?? idInTable(read);
  if (letter !== undefined && read.properties['yinqi-kind'] !== 'letter') return letter;
  throw new Failure(
    'not-a-template-review',
    letter === undefined
      ? {
          zh: `「${read.name}」不是模板审阅稿：文件属性和表格里都没有模板编号`,
          en: `“${read.name}” is no template to review: neither its properties nor a table name one`,
        }
      : {
          zh: `「${read.name}」是一份填好的函件，不是模板审阅稿`,
          en: `“${read.name}” is a filled letter and no template to review`,
        },
    {
      zh: '请先用 yinqi template word 导出审阅稿，在它上面修改',
      en: 'Make the file to review with yinqi template word and edit that',
    },
  );
}

/** The id in the locked table: programs that drop a file's properties keep its text. */
function idInTable(read: ReadWord): string | undefined {
  for (const block of read.blocks) {
    if (block.kind !== 'table') continue;
    const row = block.rows.find((cells) => cellText(cells[0]) === '模板');
    const id = cellText(row?.[1]);
    if (/^[a-z][a-z0-9-]*$/.test(id)) return id;
  }
  return undefined;
}

const cellText = (
  cell: Extract<ReadWord['blocks'][number], { kind: 'table' }>['rows'][number][number] | undefined,
): string =>
  (cell?.paragraphs ?? [])
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join('')
    .trim();

/**
 * The new version of a template out of its reviewed file: the front matter is the current one's with the next minor version, the wording is the file's.
 * Throws Failures: `word-fault` for what a template has no place for, `template-fault` for its tags, each with its paragraph.
 */
export function templateOfWord(
  read: ReadWord,
  /** `sample`: the text of a dossier to try the new wording with; `clauses`: what the new wording may take in. */
  current: {
    readonly source: string;
    readonly template: LetterTemplate;
    readonly sample: string | null;
    readonly clauses?: Clauses;
  },
): ReviewedTemplate {
  const reviewed = reviewOfWord(read);
  const written = reviewMarkdown(reviewed.blocks);
  const source = withClausesInPlace(current.source, current.template.clauses);
  const before = splitSource(source);
  const faults = [
    ...reviewed.faults,
    ...(reviewed.blocks.length === 0 ? [nothingToRead(read.name)] : signingFaults(read.name, reviewed)),
  ];
  const canonical = reviewMarkdown(reviewBlocks(before.wording.join('\n')));
  const isChanged = written.lines.join('\n') !== canonical.lines.join('\n');
  const { version: now } = current.template;
  const version = isChanged ? nextMinorVersion(now) : now;
  const lines = [...withVersion(before.front, version), '', ...written.lines];
  const text = `${lines.join('\n')}\n`;
  const canonicalText = [...before.front, '', ...canonical.lines].join('\n');
  const place = (line: number) => placeOfLine(line - before.front.length - 2, written, reviewed);
  const parse = (): LetterTemplate => parseTemplate(text, read.name, 'team', current.clauses);
  faults.push(...faultsOf(parse, read.name, place));
  // Only what is sound so far is worth making a letter of.
  if (faults.length === 0) {
    const tried = () => tryTemplate(parse(), current.sample);
    faults.push(...faultsOf(tried, read.name, place));
  }
  if (faults.length === 0) faults.push(...lostFaults(written, reviewed, read.name));
  const [first, ...others] = faults;
  if (first !== undefined) throw new Failures([first, ...others]);
  return {
    text: isChanged ? text : current.source,
    version,
    basedOn: read.properties['yinqi-version'] ?? null,
    isChanged,
    lines: compareLines(canonicalText, text),
    remarks: [
      ...remarksOf(read, reviewed, { source, template: current.template }),
      ...(isChanged ? clauseRemarks(current.template, parse()) : []),
      ...reviewed.remarks,
    ],
  };
}

const nothingToRead = (name: string): Failure =>
  new Failure(
    'word-fault',
    { zh: `「${name}」里没有模板正文`, en: `“${name}” holds no wording` },
    { zh: '请选择审阅后的文件', en: 'Choose the file that was reviewed' },
  );

function placeOfLine(
  line: number,
  written: ReviewMarkdown,
  reviewed: ReviewedWording,
): WordPlace | undefined {
  const source = written.sources[line];
  if (source === null || source === undefined) return undefined;
  const places = reviewed.places[source.block] ?? [];
  return places[source.line] ?? places.at(-1);
}

/** What is found wrong with the new text, each at the paragraph of its line. */
function faultsOf(
  look: () => unknown,
  name: string,
  placeOf: (line: number) => WordPlace | undefined,
): readonly Failure[] {
  try {
    look();
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const all = error instanceof Failures ? error.all : [error];
    return all.map((one) => {
      if (!(one instanceof TemplateFault)) return one;
      const place = placeOf(one.takenInAt ?? one.line);
      const what = one.takenInAt === undefined ? one.what : one.text;
      return place === undefined ? one : wordFault(name, place, what, one.hint, one.code);
    });
  }
}

/** The new text read back is what the file says: a paragraph that Markdown would take for something else is named, never changed in silence. */
function lostFaults(written: ReviewMarkdown, reviewed: ReviewedWording, name: string): readonly Failure[] {
  const again = reviewMarkdown(reviewBlocks(written.lines.join('\n'))).lines;
  const line = written.lines.findIndex((one, index) => one !== again[index]);
  if (line < 0 && again.length === written.lines.length) return [];
  const place = placeOfLine(line, written, reviewed) ?? { paragraph: 0, beginning: '' };
  return [
    wordFault(
      name,
      place,
      {
        zh: '这一段的加粗、下划线或符号无法原样写进模板',
        en: 'bold, underlined or marks of this paragraph cannot be written into the template as they are',
      },
      {
        zh: '请让加粗和下划线各自成段，不要交叠，也不要停在标点旁边',
        en: 'Keep bold and underlined apart, and do not let them end beside a mark',
      },
    ),
  ];
}

/** What was a shared clause is the letter's own wording now, and what it cites is to be said by the letter itself. */
function clauseRemarks(before: LetterTemplate, after: LetterTemplate): readonly WordRemark[] {
  const gone = before.clauses.filter(({ id }) => !after.clauses.some((one) => one.id === id));
  if (gone.length === 0) return [];
  const cites = before.cites.filter((cite) => !after.cites.includes(cite));
  const remark = (zh: string, en: string): WordRemark => ({ paragraph: 0, text: { zh, en } });
  return [
    remark(
      `共用条款${gone.map(({ title, id }) => `「${title.zh}」（${id}）`).join('、')}的文字已写进这份模板，不再是引用：这些条款以后有新版本，这份函件不会跟着变。要继续引用，请把那段文字换回 {% clause "条款编号" %}`,
      `The words of the shared ${gone.map(({ title, id }) => `“${title.en}” (${id})`).join(', ')} now stand in this template itself: it no longer follows new versions of them. To take one in again, put {% clause "id" %} in place of its words`,
    ),
    ...(cites.length === 0
      ? []
      : [
          remark(
            `这些条款所依据的 ${cites.join('、')} 没有列在文件头的 cites 里，请补上`,
            `What these clauses rest on is not under cites in the front matter: add ${cites.join(', ')}`,
          ),
        ]),
  ];
}

function remarksOf(
  read: ReadWord,
  reviewed: ReviewedWording,
  { source, template }: { readonly source: string; readonly template: LetterTemplate },
): readonly WordRemark[] {
  const remarks: WordRemark[] = [];
  const remark = (zh: string, en: string, paragraph = 0): void =>
    void remarks.push({ paragraph, text: { zh, en } });
  const base = read.properties['yinqi-version'];
  const hash = read.properties['yinqi-revision'];
  if (hash !== undefined && hash !== templateHash(source)) {
    remark(
      `审阅稿出自版本 ${base ?? '？'}（${hash}），现在的模板是 ${template.version}（${templateHash(source)}）：两者之间的改动会被审阅稿覆盖，请对照下面的差异`,
      `The file was made from version ${base ?? '?'} (${hash}), the template is now ${template.version} (${templateHash(source)}): what changed between them is overwritten by the file; compare the differences`,
    );
  }
  const isFrontSame =
    JSON.stringify(reviewed.frontRows) ===
    JSON.stringify(frontRows(template).map(([label, value]) => [label, value]));
  if (!isFrontSame && hash === templateHash(source)) {
    remark(
      '模板信息表被改动或删去：表里的内容不读入，要改请直接编辑模板文件头',
      'The table of front matter was changed or removed: it is not read; edit the front matter itself',
    );
  }
  const { inserted, deleted, moved } = read.changes;
  if (inserted + deleted + moved > 0) {
    remark(
      `修订已按全部接受读入：插入 ${inserted} 处，删除 ${deleted} 处，移动 ${moved} 处`,
      `Tracked changes were read as accepted: ${inserted} inserted, ${deleted} deleted, ${moved} moved`,
    );
  }
  for (const { author, text, paragraph } of read.comments) {
    remark(
      `批注${author === '' ? '' : `（${author}）`}：${text}`,
      `Comment${author === '' ? '' : ` (${author})`}: ${text}`,
      paragraph,
    );
  }
  return remarks;
}
