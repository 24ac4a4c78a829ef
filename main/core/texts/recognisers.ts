import { lettersOf } from '../app/plain-text.ts';

const numeral = '[0-9〇零一二两三四五六七八九十百半]';

/** What no list of words can name, in a folded text. Every pattern is bounded, so that its time grows with the text. */
const patterns = {
  '@email': /[a-z0-9][a-z0-9._+-]{0,60}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,30}){1,4}/g,
  '@phone':
    /(?<![0-9a-z])(?:\+?86-?)?(?:1[3-9][0-9]{1}-?[0-9]{4}-?[0-9]{4}|0[0-9]{2,3}[-)]?[0-9]{7,8}|[48]00-?[0-9]{3,4}-?[0-9]{3,4}|95[0-9]{3,4}|12[0-9]{3})(?![0-9])/g,
  '@url': /(?:https?:\/\/|www\.)[a-z0-9.-]{3,100}/g,
  '@date': new RegExp(
    `(?:(?:19|20)[0-9]{2}(?:年[0-9]{1,2}月(?:[0-9]{1,2}日)?|[-/.][0-9]{1,2}[-/.][0-9]{1,2})|二[〇零○o0]${numeral}{2}年${numeral}{1,3}月(?:${numeral}{1,3}日)?)`,
    'g',
  ),
  '@duration': new RegExp(
    `(?:${numeral}{1,6})(?:个)?(?:工作日|自然日|小时|日|天|周|星期|月|季度|年|days|months|years)(?!内?发布)`,
    'g',
  ),
  '@path':
    /[›»→]|>{1,2}(?=[\p{L}“"「【《])|(?<=[\p{L}”"」】》])[—-]{1,3}>?(?=[\p{L}“"「【《])|[“"「【『][^“”"「」【】『』。;\n]{1,20}[”"」】』]/gu,
  '@company':
    /(?<=[\p{Script=Han}a-z0-9·&()]{2})(?:有限责任公司|股份有限公司|有限公司|集团公司|事务所|研究院|基金会|(?:co\.,?)?ltd\.?|inc\.|limited)/gu,
  '@sdk': /(?<=[\p{L}\p{N}])(?<!第三方|嵌入|接入|使用|集成|以下|上述|该|各|这些|相关|开源|个|的|类|等)sdk/gu,
} as const;

export type Recogniser = keyof typeof patterns;
export const recognisers: ReadonlySet<string> = new Set(Object.keys(patterns));

/** How far back a company's name reaches from its end. */
const longestCompany = 60;

/** Where a recogniser finds something in a part of a folded text; `ownLetters` are those of a company that does not count as another one. */
export function recognise(
  name: string,
  folded: string,
  ownLetters: string,
): readonly { readonly start: number; readonly end: number }[] {
  if (!Object.hasOwn(patterns, name)) return [];
  // Safe: checked to be one of the keys.
  const pattern = patterns[name as Recogniser];
  const isOwn = (end: number): boolean =>
    ownLetters !== '' && lettersOf(folded.slice(Math.max(0, end - longestCompany), end)).endsWith(ownLetters);
  return [...folded.matchAll(pattern)]
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    .filter(({ end }) => name !== '@company' || !isOwn(end));
}
