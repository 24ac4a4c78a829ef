import { Failure, Failures } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';
import { fileFields } from '../dossier/fields.ts';
import { shapeAt } from '../dossier/schema-shape.ts';
import { nearNames } from '../near-name.ts';
import { isPartyVariable } from './party-variables.ts';
import type { LetterTemplate } from './template.ts';
import { titledVariables, type TitledVariable } from './variable-title.ts';

/** One column of a table whose rows are letters. */
export interface BatchColumn {
  readonly index: number;
  /** As the header row has it. */
  readonly heading: string;
  /** The template variable that its cells are, such as `company.name`, `licensor.name`, `letter.date` or `facts.game`. */
  readonly variable: string;
  readonly title: Localized;
}

/** What a header row names: columns to lay over the dossier, and those that this letter has no use for. */
export interface BatchColumns {
  readonly laid: readonly BatchColumn[];
  readonly notNeeded: readonly string[];
}

/** A name that a header may use, and what it stands for. */
interface Known extends TitledVariable {
  /** False for fields that no cell can hold: lists and files. */
  readonly isText: boolean;
}

/** Headings are matched without regard to case, width, blanks, a mark for obligatory ones and remarks in brackets. */
const plainHeading = (heading: string): string =>
  heading.normalize('NFKC').toLowerCase().replaceAll(/\s|\*/g, '');
const withoutRemark = (heading: string): string => heading.replace(/[（(][^（()）]*[)）]\s*$/, '');

/**
 * Reads a header row for a letter: columns are named by a field (`company.name`) or by what people call it, in Chinese
 * or English. Throws Failures `unknown-column` (naming near ones), `repeated-column`, `unnamed-column`. Columns in
 * `ignored` are passed over.
 */
export function batchColumns(
  header: readonly string[],
  template: LetterTemplate,
  ignored: readonly string[] = [],
): BatchColumns {
  const known = knownNames(template);
  const byName = new Map<string, Known>();
  // What is listed first has the word: the template's own titles go before the general ones.
  for (const one of known) {
    for (const name of [one.variable, one.title.zh, one.title.en]) {
      if (!byName.has(plainHeading(name))) byName.set(plainHeading(name), one);
    }
  }
  const passedOver = new Set(ignored.map(plainHeading));
  const faults: Failure[] = ignored
    .filter((name) => !header.some((heading) => plainHeading(heading) === plainHeading(name)))
    .map((name) => unknownColumn(name, header));
  const laid: BatchColumn[] = [];
  const notNeeded: string[] = [];
  for (const [index, heading] of header.entries()) {
    const plain = plainHeading(heading);
    if (passedOver.has(plain)) continue;
    if (plain === '') {
      faults.push(unnamedColumn(index));
      continue;
    }
    const found = byName.get(plain) ?? byName.get(plainHeading(withoutRemark(heading)));
    if (found === undefined) {
      faults.push(
        unknownColumn(heading, [...new Set(known.flatMap(({ variable, title }) => [title.zh, variable]))]),
      );
      continue;
    }
    const before = laid.find(({ variable }) => variable === found.variable);
    if (before !== undefined) faults.push(repeatedColumn(before.heading, heading));
    else if (found.isText) laid.push({ index, heading, variable: found.variable, title: found.title });
    if (!isUsed(found.variable, template)) notNeeded.push(heading);
  }
  const [first, ...others] = faults;
  if (first !== undefined) throw new Failures([first, ...others]);
  return { laid, notNeeded };
}

function knownNames(template: LetterTemplate): readonly Known[] {
  const facts = template.wording.variables
    .filter((variable) => variable.startsWith('facts.'))
    .map((variable) => ({ variable, title: { zh: variable, en: variable } }));
  return [...titledVariables(template), ...facts].map((one) => ({
    ...one,
    isText: holdsText(one.variable, template),
  }));
}

/** Whether a cell can be the whole value. */
function holdsText(variable: string, template: LetterTemplate): boolean {
  if (variable.startsWith('letter.')) return isUsed(variable, template);
  if (isPartyVariable(variable) || variable.startsWith('facts.')) return true;
  if (!/^(company|app|applicant)\./.test(variable)) return false;
  return shapeAt(variable.split('.'))?.kind === 'value' && !fileFields.some((field) => field === variable);
}

function isUsed(variable: string, { needs, wording, asks, fields }: LetterTemplate): boolean {
  const [group, ask] = variable.split('.');
  if (group === 'letter') return asks.some((one) => one === ask) || fields.some(({ id }) => id === ask);
  const all = [...needs.map(({ field }) => field), ...wording.variables];
  // A kind decides which parts of a wording hold and which needs count.
  const isKind = variable.endsWith('.kind') && all.some((one) => one.startsWith(`${group}.`));
  return isKind || variable === 'applicant.kind' || all.includes(variable);
}

function unknownColumn(heading: string, names: readonly string[]): Failure {
  const near = nearNames(heading, names, 4);
  const meant = {
    zh: near.length === 0 ? '' : `，是否想写「${near.join('」或「')}」？`,
    en: near.length === 0 ? '' : `; did you mean “${near.join('” or “')}”?`,
  };
  return new Failure(
    'unknown-column',
    { zh: `没有名为「${heading}」的列${meant.zh}`, en: `There is no column “${heading}”${meant.en}` },
    {
      zh: '列名写案卷字段（如 company.name）或它的中文名称（如 公司名称）；序号、备注之类的列请用 --ignore 列名 略过',
      en: 'Name columns by a field such as company.name or by what it is called; pass others over with --ignore NAME',
    },
  );
}

const repeatedColumn = (one: string, other: string): Failure =>
  new Failure(
    'repeated-column',
    { zh: `「${one}」和「${other}」是同一列`, en: `“${one}” and “${other}” are the same column` },
    { zh: '请删去或改名其中一列', en: 'Delete or rename one of them' },
  );

const unnamedColumn = (index: number): Failure =>
  new Failure(
    'unnamed-column',
    { zh: `第 ${index + 1} 列没有列名`, en: `Column ${index + 1} has no name` },
    {
      zh: '请在第一行写上列名，或删去这一列',
      en: 'Write its name in the first row, or delete the column',
    },
  );
