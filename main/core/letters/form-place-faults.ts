import type { FormPlacement } from '../../contract/forms.ts';
import type { Localized } from '../../contract/language.ts';
import { nearName } from '../near-name.ts';
import { formVariables, isConditionVariable } from './form-variables.ts';
import type { LetterTemplate } from './template.ts';

/** A fault of placed fields: where in the data, what is wrong, what to do. */
export interface PlaceFault {
  readonly path: readonly (string | number)[];
  readonly text: Localized;
  readonly hint: Localized;
}

type Page = { readonly widthMm: number; readonly heightMm: number };
type Template = Pick<LetterTemplate, 'id' | 'needs' | 'fields'>;

/** Over the edge of a page by less than this is a slip of the pointer. */
const slackMm = 0.5;

/** What the schema of placed fields cannot say: another form, places off the page, unknown variables, sizes the wrong way round, names used twice. */
export function formPlaceFaults(
  placement: FormPlacement,
  form: { readonly letter: string; readonly sha256: string; readonly pages: readonly Page[] },
  template: Template,
): readonly PlaceFault[] {
  const { fields, guides } = placement;
  return [
    ...strangeForm(placement, form),
    ...repeatedIds(placement),
    ...fields.flatMap((field, index) => offPage(['fields', index], field, form.pages)),
    ...guides.flatMap((guide, index) => offPage(['guides', index], guide, form.pages)),
    ...fields.flatMap((field, index) => fieldFaults(['fields', index], field, template)),
  ];
}

/** Fields that lie over each other: allowed, and most often a slip. */
export function overlappingFields({ fields }: FormPlacement): readonly Localized[] {
  return fields.flatMap((one, index) =>
    fields.slice(index + 1).flatMap((other): readonly Localized[] => {
      // Alternatives stand in the same place.
      if (one.page !== other.page || (one.when ?? other.when) !== undefined) return [];
      const wide = Math.min(one.xMm + one.widthMm, other.xMm + other.widthMm) - Math.max(one.xMm, other.xMm);
      const high =
        Math.min(one.yMm + one.heightMm, other.yMm + other.heightMm) - Math.max(one.yMm, other.yMm);
      if (wide <= slackMm || high <= slackMm) return [];
      return [
        {
          zh: `第 ${one.page} 页的「${one.id}」和「${other.id}」重叠：请确认两处文字不会印在一起`,
          en: `“${one.id}” and “${other.id}” on page ${one.page} lie over each other: see that their words do not`,
        },
      ];
    }),
  );
}

function strangeForm(
  { letter, form }: FormPlacement,
  wanted: { readonly letter: string; readonly sha256: string },
): readonly PlaceFault[] {
  if (letter !== wanted.letter) {
    return [
      {
        path: ['letter'],
        text: { zh: `是为「${letter}」写的`, en: `it is for “${letter}”` },
        hint: { zh: `这里要写 letter: ${wanted.letter}`, en: `Write letter: ${wanted.letter}` },
      },
    ];
  }
  if (form === wanted.sha256) return [];
  return [
    {
      path: ['form'],
      text: {
        zh: `是在另一份 PDF（${form.slice(0, 12)}…）上定的位置`,
        en: `it was placed on another PDF (${form.slice(0, 12)}…)`,
      },
      hint: {
        zh: `请核对每一处位置；都对的话写 form: ${wanted.sha256}`,
        en: `Look at every place; where all are right, write form: ${wanted.sha256}`,
      },
    },
  ];
}

function repeatedIds({ fields, guides }: FormPlacement): readonly PlaceFault[] {
  const seen = new Set<string>();
  const places = [
    ...fields.map(({ id }, index) => ({ id, path: ['fields', index, 'id'] })),
    ...guides.map(({ id }, index) => ({ id, path: ['guides', index, 'id'] })),
  ];
  return places.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        path,
        text: { zh: `「${id}」已经用过`, en: `“${id}” is taken` },
        hint: { zh: '请换一个 id', en: 'Choose another id' },
      },
    ];
  });
}

function offPage(
  path: readonly (string | number)[],
  place: { readonly page: number; readonly xMm: number; readonly yMm: number } & Page,
  pages: readonly Page[],
): readonly PlaceFault[] {
  const page = pages[place.page - 1];
  if (page === undefined) {
    return [
      {
        path: [...path, 'page'],
        text: {
          zh: `没有第 ${place.page} 页：这份 PDF 共 ${pages.length} 页`,
          en: `there is no page ${place.page}: the PDF has ${pages.length}`,
        },
        hint: { zh: `页码写 1 到 ${pages.length}`, en: `Write a page from 1 to ${pages.length}` },
      },
    ];
  }
  const sides = [
    { key: 'xMm', from: place.xMm, to: place.xMm + place.widthMm, most: page.widthMm },
    { key: 'yMm', from: place.yMm, to: place.yMm + place.heightMm, most: page.heightMm },
  ];
  return sides.flatMap(({ key, from, to, most }) => {
    if (from >= -slackMm && to <= most + slackMm) return [];
    return [
      {
        path: [...path, key],
        text: {
          zh: `超出页面：从 ${shortMm(from)} 到 ${shortMm(to)} 毫米，这一页是 0 到 ${shortMm(most)} 毫米`,
          en: `it leaves the page: from ${shortMm(from)} to ${shortMm(to)} mm where the page has 0 to ${shortMm(most)}`,
        },
        hint: { zh: '请把它移回页面之内', en: 'Move it back onto the page' },
      },
    ];
  });
}

const shortMm = (mm: number): string => String(Math.round(mm * 10) / 10);

function fieldFaults(
  path: readonly (string | number)[],
  field: FormPlacement['fields'][number],
  template: Template,
): readonly PlaceFault[] {
  const { variable, text, part, when, sizePt = 12, leastSizePt, lines, boxes } = field;
  const faults: PlaceFault[] = [];
  const fault = (key: string, zh: string, en: string, hintZh: string, hintEn: string): void => {
    faults.push({ path: [...path, key], text: { zh, en }, hint: { zh: hintZh, en: hintEn } });
  };
  if ((variable === undefined) === (text === undefined)) {
    fault(
      'id',
      variable === undefined ? '没有写明填什么' : 'variable 和 text 只能写一个',
      variable === undefined ? 'it does not say what to write' : 'it has both variable and text',
      '写 variable: company.name 这样的变量，或 text: 固定文字',
      'Write a variable such as company.name, or text with fixed words',
    );
  }
  const variables = formVariables(template);
  const known = variables.find((one) => one.variable === variable);
  if (variable !== undefined && known === undefined) {
    const near = nearName(
      variable,
      variables.map((one) => one.variable),
    );
    fault(
      'variable',
      `没有可以填写的变量「${variable}」`,
      `there is no variable “${variable}” to print`,
      near === undefined ? '用 yinqi form show 查看可用的变量' : `是否想写「${near}」？`,
      near === undefined ? 'yinqi form show lists the variables' : `Did you mean “${near}”?`,
    );
  }
  if (part !== undefined && known?.isDate !== true) {
    fault(
      'part',
      'part 只用于日期',
      'part is for dates alone',
      '请删去 part，或换成日期变量，如 letter.date',
      'Remove part, or name a date such as letter.date',
    );
  }
  if (when !== undefined && !isConditionVariable(when.variable, template)) {
    fault(
      'when',
      `没有变量「${when.variable}」`,
      `there is no variable “${when.variable}”`,
      '条件可用 applicant.kind、facts.问题编号，以及可以填写的变量',
      'A condition may look at applicant.kind, facts.ID and every variable that can be printed',
    );
  }
  if (leastSizePt !== undefined && leastSizePt > sizePt) {
    fault(
      'leastSizePt',
      `最小字号 ${leastSizePt} 磅大于字号 ${sizePt} 磅`,
      `the least size, ${leastSizePt} pt, is above the size, ${sizePt} pt`,
      '请改小 leastSizePt，或删去它',
      'Make leastSizePt smaller, or remove it',
    );
  }
  if (boxes !== undefined && (lines ?? 1) > 1) {
    fault(
      'boxes',
      '方格只能有一行',
      'boxes stand on one line',
      '请删去 lines 或 boxes',
      'Remove lines or boxes',
    );
  }
  return faults;
}
