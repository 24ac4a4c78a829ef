import { isDay, type DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import { isFilled } from '../dossier/fields.ts';
import { nearName } from '../near-name.ts';
import { applying, type Ask, type Period } from './asks.ts';
import { isIsbn } from './isbn.ts';
import { checkPeriod, latestBefore } from './check-period.ts';
import type { LetterTemplate } from './template.ts';
import { chineseDate, type LetterEntry } from './template-scope.ts';

/** A field of a dossier that must be filled in or corrected, and in its title what it is and what is wrong. */
export interface EntryFault {
  readonly field: string;
  readonly title: Localized;
}

type Entry = Pick<LetterEntry, 'date' | 'validFrom' | 'validUntil' | 'fields'>;
type Template = Pick<LetterTemplate, 'id' | 'fields' | 'periods'>;

/** What keeps a letter from being made by what is typed into it: names it has not, what is missing, what is no date, times too short. */
export function entryFaults(
  template: Template,
  document: Pick<DossierDocument, 'categories'>,
  entry: Entry,
): readonly EntryFault[] {
  const place = (id: string): string => `letters.${template.id}.fields.${id}`;
  const ids = template.fields.map(({ id }) => id);
  const strays = Object.keys(entry.fields ?? {})
    .filter((id) => !ids.includes(id))
    .map((id): EntryFault => {
      const near = nearName(id, ids);
      const others =
        ids.length === 0
          ? { zh: '没有要填写的内容', en: 'it asks for none' }
          : { zh: `可填：${ids.join('、')}`, en: `there are: ${ids.join(', ')}` };
      return {
        field: place(id),
        title: {
          zh: `这份函件没有名为「${id}」的填写项，${near === undefined ? others.zh : `是否想写「${near}」？`}`,
          en: `This letter has no field “${id}”: ${near === undefined ? others.en : `did you mean “${near}”?`}`,
        },
      };
    });
  const faults = applying(template.fields, document).flatMap((ask): readonly EntryFault[] => {
    const text = typedInto(entry, ask.id);
    if (text === undefined) return ask.required ? [{ field: place(ask.id), title: ask.title }] : [];
    const wrong = typedWrongly(ask.kind, text);
    if (wrong === null) return [];
    return [
      {
        field: place(ask.id),
        title: { zh: `${ask.title.zh}：${wrong.zh}`, en: `${ask.title.en}: ${wrong.en}` },
      },
    ];
  });
  return [...strays, ...faults, ...shortPeriods(template, document, entry)];
}

/** What is wrong with what is typed, as far as its kind tells; null where nothing is. */
function typedWrongly(kind: Ask['kind'], text: string): Localized | null {
  switch (kind) {
    case 'text':
    case 'long-text':
      return null;
    case 'date':
      return isDay(text)
        ? null
        : {
            zh: `「${text}」不是一个日期，请写成 2026-11-22 的样子`,
            en: `“${text}” is not a date, write it like 2026-11-22`,
          };
    case 'isbn':
      return isIsbn(text)
        ? null
        : {
            zh: `「${text}」不是有效的 ISBN：应为 978 或 979 开头的 13 位数字，末位是校验码，请对照审批文件`,
            en: `“${text}” is no valid ISBN: thirteen digits that begin with 978 or 979, the last a check digit; compare it with the approval`,
          };
  }
}

function shortPeriods(
  template: Template,
  document: Pick<DossierDocument, 'categories'>,
  entry: Entry,
): readonly EntryFault[] {
  return applying(template.periods, document).flatMap((period): readonly EntryFault[] => {
    const from = dayTyped(entry, period.from);
    const to = dayTyped(entry, period.to);
    if (from === undefined || to === undefined) return [];
    const check = checkPeriod(from, to, period.atLeast, period.unit);
    if (check.kind !== 'too-short') return [];
    const [first, last] = [titleOf(template, period.from), titleOf(template, period.to)];
    const isField = template.fields.some(({ id }) => id === period.to);
    const field = `letters.${template.id}.${isField ? 'fields.' : ''}${period.to}`;
    if (period.atLeast === 0) {
      return [
        {
          field,
          title: {
            zh: `${last.zh}（${chineseDate(to)}）早于${first.zh}（${chineseDate(from)}），请改正其中一个`,
            en: `${last.en} (${to}) is before ${first.en} (${from}): correct one of them`,
          },
        },
      ];
    }
    const long = lengthOf(period);
    const cites = period.cites === undefined ? '' : `（${period.cites}）`;
    const latest = check.latest;
    return [
      {
        field,
        title: {
          zh: `${last.zh}（${chineseDate(to)}）距${first.zh}（${chineseDate(from)}）不足 ${long.zh}${cites}${
            latest === undefined ? '' : `：${first.zh}最晚为${chineseDate(latest)}`
          }`,
          en: `${last.en} (${to}) is less than ${long.en} after ${first.en} (${from})${
            period.cites === undefined ? '' : ` (${period.cites})`
          }${latest === undefined ? '' : `: ${first.en} is ${latest} at the latest`}`,
        },
      },
    ];
  });
}

/**
 * What no machine has checked of the times of a letter: the last day for a date that is written by hand, and working
 * days of a year whose holidays are not known yet.
 */
export function periodRemarks(
  template: Template,
  document: Pick<DossierDocument, 'categories'>,
  entry: Entry,
): readonly Localized[] {
  return applying(template.periods, document).flatMap((period): readonly Localized[] => {
    const to = dayTyped(entry, period.to);
    if (to === undefined || period.atLeast === 0) return [];
    const from = dayTyped(entry, period.from);
    const [first, last] = [titleOf(template, period.from), titleOf(template, period.to)];
    const long = lengthOf(period);
    if (from !== undefined) {
      const check = checkPeriod(from, to, period.atLeast, period.unit);
      if (check.kind !== 'unknown') return [];
    }
    const latest = latestBefore(to, period.atLeast, period.unit);
    if ('unknownFrom' in latest) {
      return [
        {
          zh: `${last.zh}（${chineseDate(to)}）之前的 ${long.zh}要由您自己数：本程序还没有那时的节假日安排。`,
          en: `Count the ${long.en} before ${last.en} (${to}) yourself: the holidays of that time are not known to the program.`,
        },
      ];
    }
    return [
      {
        zh: `${first.zh}没有输入，未作核对：${last.zh}为${chineseDate(to)}，至少提前 ${long.zh}，${first.zh}最晚为${chineseDate(latest.due)}。`,
        en: `${first.en} is not typed and was not checked: with ${last.en} on ${to} and ${long.en} ahead it is ${latest.due} at the latest.`,
      },
    ];
  });
}

function lengthOf({ atLeast, unit }: Period): Localized {
  const plural = atLeast === 1 ? '' : 's';
  return unit === 'day'
    ? { zh: `${atLeast} 日`, en: `${atLeast} day${plural}` }
    : { zh: `${atLeast} 个工作日`, en: `${atLeast} working day${plural}` };
}

const plainTitles: Readonly<Record<string, Localized>> = {
  date: { zh: '落款日期', en: 'the date of the letter' },
  validFrom: { zh: '开始日期', en: 'the first day' },
  validUntil: { zh: '结束日期', en: 'the last day' },
};

const titleOf = ({ fields }: Template, id: string): Localized =>
  fields.find((ask: Ask) => ask.id === id)?.title ?? plainTitles[id] ?? { zh: id, en: id };

function typedInto(entry: Entry, id: string): string | undefined {
  const text = Object.hasOwn(entry.fields ?? {}, id) ? entry.fields?.[id]?.trim() : undefined;
  return isFilled(text) ? text : undefined;
}

/** The day typed under a name; undefined where there is none or it is no day. */
function dayTyped(entry: Entry, id: string): string | undefined {
  if (id === 'date' || id === 'validFrom' || id === 'validUntil') return entry[id];
  const text = typedInto(entry, id);
  return text !== undefined && isDay(text) ? text : undefined;
}
