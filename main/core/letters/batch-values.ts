import { isDay } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import { shapeAt } from '../dossier/schema-shape.ts';
import { idTypeTitles } from './template-scope.ts';

/** A cell as the value of a variable, or what is wrong with it; null for an empty one. */
export type CellValue = { readonly value: string | boolean | null } | { readonly fault: Localized };

/** Digits lost: scientific notation, or noughts where a spreadsheet stopped keeping digits. */
const shortened = /^[+-]?\d(\.\d+)?[eE][+-]?\d+$|^\d{15}0+$/;
const spreadsheetError = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/i;

/** Reads one cell. `isDate` for variables that are days: 2026/11/22 and 2026年11月22日 are 2026-11-22. */
export function cellValue(text: string, variable: string, isDate: boolean): CellValue {
  if (text === '') return { value: null };
  if (spreadsheetError.test(text)) {
    return {
      fault: {
        zh: `单元格里是表格程序的错误「${text}」，请改正公式或直接填写内容`,
        en: `the cell holds the spreadsheet error ${text}: correct the formula or type the content`,
      },
    };
  }
  if (shortened.test(text)) {
    return {
      fault: {
        zh: `「${text}」是被表格程序当作数字缩短的号码，后几位已经丢失：请先把这一列设为“文本”格式，再重新填写完整号码`,
        en: `“${text}” is a number that the spreadsheet shortened, its last digits are lost: format the column as text, then type the whole number again`,
      },
    };
  }
  if (isDate) return dayOf(text);
  if (variable.startsWith('facts.')) return { value: answerOf(text) };
  const choices = choicesOf(variable);
  if (choices === null || choices.has(text)) return { value: text };
  const meant = [...choices].find(([, titles]) => titles.includes(text))?.[0];
  if (meant !== undefined) return { value: meant };
  const all = [...choices].map(([id, [title = id]]) => title);
  return {
    fault: {
      zh: `「${text}」不是可选的值，可选：${all.join('、')}`,
      en: `“${text}” is not one of the choices: ${[...choices.keys()].join(', ')}`,
    },
  };
}

function dayOf(text: string): CellValue {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]0?0:00(?::00)?)?$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDay(iso)) return { value: iso };
  return {
    fault: {
      zh: `「${text}」不是一个日期，请写成 2026-11-22 的样子`,
      en: `“${text}” is not a date, write it like 2026-11-22`,
    },
  };
}

const answerOf = (text: string): string | boolean =>
  /^(true|是)$/i.test(text) ? true : /^(false|否)$/i.test(text) ? false : text;

const kinds: ReadonlyMap<string, readonly string[]> = new Map([
  ['company', ['企业', '公司', '单位']],
  ['individual', ['个人', '自然人']],
]);

type Choices = ReadonlyMap<string, readonly string[]> | null;
const known = new Map<string, Choices>();

/** The values that a variable can have, each with what it is called on paper; null where any text will do. Asked of every row. */
function choicesOf(variable: string): Choices {
  const before = known.get(variable);
  if (before !== undefined) return before;
  const choices = readChoices(variable);
  known.set(variable, choices);
  return choices;
}

function readChoices(variable: string): Choices {
  if (variable.endsWith('.kind')) return kinds;
  const shape = shapeAt(variable.split('.'));
  if (shape?.kind !== 'value' || shape.choices.length === 0) return null;
  return new Map(
    shape.choices.map((choice) => {
      const title = idTypeTitles[choice];
      // The resident card is called both.
      return [choice, title === undefined ? [] : choice === 'resident' ? [title, '身份证'] : [title]];
    }),
  );
}
