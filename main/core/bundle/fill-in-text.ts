import type { DossierDocument } from '../../contract/dossier.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { fieldValue, isFilled } from '../dossier/fields.ts';
import type { JudgedRequirement } from '../review/judged-report.ts';
import type { PlannedSection } from './plan-bundle.ts';

/** The name of the file in each folder that says what to type into the form. */
export const fillInName = '00-填写内容.txt';

/** The words that a dossier holds for a text requirement, ready to be typed into the form; empty where it holds none. */
export function textToFillIn(
  requirement: JudgedRequirement,
  document: DossierDocument,
  rulebook: Pick<Rulebook, 'categories'>,
): string {
  return requirement.fields
    .map((field) => {
      const value = fieldValue(document, field);
      if (!isFilled(value)) return '';
      if (field === 'categories')
        return document.categories.map((id) => categoryTitle(id, rulebook)).join('、');
      return asText(value);
    })
    .filter((text) => text !== '')
    .join('\n');
}

/**
 * What is to be typed into a section of the form, in its order, for people to copy; null where nothing is typed.
 * UTF-8 with byte order mark and CRLF, which every Notepad of Windows shows rightly, and every other editor too.
 */
export function fillInText(
  section: PlannedSection,
  document: DossierDocument,
  rulebook: Pick<Rulebook, 'categories'>,
): Uint8Array | null {
  const texts = section.rows.filter(({ requirement }) => requirement.kind === 'text');
  if (texts.length === 0) return null;
  const blocks = texts.map(({ number, field, requirement }) => {
    const text = textToFillIn(requirement, document, rulebook);
    const empty = requirement.optional ? '（选填，未填写）' : '（未填写）';
    return `【${number} ${field.zh}】\n${text === '' ? empty : text}\n`;
  });
  const head = `${section.title.zh}：填写内容\n按表单顺序排列，复制每个【】下方的文字，填入同名栏目。\n`;
  const whole = [head, ...blocks].join('\n');
  return Buffer.from(`\ufeff${whole.replace(/\r\n|\r|\n/g, '\r\n')}`, 'utf8');
}

function categoryTitle(id: string, rulebook: Pick<Rulebook, 'categories'>): string {
  return rulebook.categories.find((category) => category.id === id)?.title.zh ?? id;
}

function asText(value: unknown): string {
  if (Array.isArray(value)) {
    const isList = value.every((item) => typeof item === 'string');
    return value.map(asText).join(isList ? '、' : '\n');
  }
  if (value !== null && typeof value === 'object') return Object.values(value).map(asText).join('：');
  return typeof value === 'string' ? value.trim() : String(value);
}
