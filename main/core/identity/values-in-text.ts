import type { IdentityRowId } from '../../contract/identity.ts';
import type { Passage } from '../../contract/text-review.ts';
import { operatorsNamed } from '../company/company-name.ts';
import { foldText, type FoldedText } from '../texts/folded-text.ts';
import { hostOf, registeredDomain } from './compare-values.ts';

/** A value as a text has it, with the line that says it. */
export interface ValueInText {
  readonly value: string;
  readonly passage: Passage;
}

/** A text made ready for several values to be looked for in it. */
export interface SearchableText {
  readonly text: string;
  readonly folded: FoldedText;
}

export const searchable = (text: string): SearchableText => ({ text, folded: foldText(text) });

/** The line around a place of the text. */
function lineAround(text: string, start: number, end: number): Passage {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 60);
  const stop = text.indexOf('\n', end);
  const until = Math.min(stop < 0 ? text.length : stop, end + 60);
  const quote = text.slice(from, until);
  const lead = quote.length - quote.trimStart().length;
  return { start: from + lead, end: from + lead + quote.trim().length, quote: quote.trim(), heading: null };
}

const found = (text: string, start: number, end: number): ValueInText => ({
  value: text.slice(start, end).trim(),
  passage: lineAround(text, start, end),
});

/** Where a text holds a value, exactly or in another way of writing. */
function findValue({ text, folded }: SearchableText, value: string): ValueInText | null {
  const exact = text.indexOf(value.trim());
  if (exact >= 0) return found(text, exact, exact + value.trim().length);
  const wanted = foldText(value).folded;
  const at = wanted === '' ? -1 : folded.folded.indexOf(wanted);
  if (at < 0) return null;
  const start = folded.at[at] ?? 0;
  const end = folded.at[at + wanted.length] ?? text.length;
  // The unit after the last is where the next character that counts begins: what lies between is no part of it.
  return found(text, start, start + text.slice(start, end).trimEnd().length);
}

const patterns: Partial<Readonly<Record<IdentityRowId, RegExp>>> = {
  'credit-code': /(?<![0-9a-z])[0-9a-hj-npqrtuwxy]{2}[0-9]{6}[0-9a-hj-npqrtuwxy]{10}(?![0-9a-z])/g,
  'icp-number': /[\p{Script=Han}](?:b2-|icp)(?:备|证)?[0-9]{6,10}(?:号)?(?:-[0-9]{1,3})?[a-z]?/gu,
  'legal-representative':
    /法定代表人(?:姓名)?[:为是]([\p{Script=Han}·]{2,6}?)(?=[,。;、)]|统一|地址|住所|电话|联系|注册|$)/gu,
};

/** A title such as 《样例纪要》隐私政策, without what kind of text it is. */
const kindOfText =
  /(?:应用|软件|小程序|产品)?(?:个人信息(?:保护)?|隐私(?:权|保护)?|用户|服务|使用|软件许可(?:及服务)?)+(?:政策|协议|条款|声明|指引|说明|须知|规则).*$/u;

function titleOf({ text }: SearchableText): ValueInText | null {
  const line = /\S[^\n]{0,60}/.exec(text);
  if (line === null || !kindOfText.test(line[0])) return null;
  const name = line[0].replace(kindOfText, '').replaceAll(/[《》“”"「」『』【】#*\s—-]/gu, '');
  if (name === '') return null;
  return { value: name, passage: lineAround(text, line.index, line.index + line[0].length) };
}

/**
 * What a text says for a row: the reference where it stands there, else the value that stands in its place, else null. Another
 * company's code or site is no value of the applicant's, so of several only one that equals the reference counts.
 */
export function valueInText(
  row: IdentityRowId,
  reference: string | null,
  text: SearchableText,
): ValueInText | null {
  if (row === 'domain') return domainInText(reference, text);
  const same =
    reference === null || reference.trim() === '' || row === 'version' ? null : findValue(text, reference);
  if (same !== null) return same;
  if (row === 'company') {
    const [company] = operatorsNamed(text.text);
    return company === undefined ? null : findValue(text, company);
  }
  if (row === 'app-name') return titleOf(text);
  const pattern = patterns[row];
  if (pattern === undefined) return null;
  const all = [...text.folded.folded.matchAll(pattern)];
  const [match] = all;
  if (match === undefined || all.some(([other]) => other !== match[0])) return null;
  const inner = match[1] ?? match[0];
  const start = text.folded.at[match.index + match[0].indexOf(inner)] ?? 0;
  const end = text.folded.at[match.index + match[0].indexOf(inner) + inner.length] ?? text.text.length;
  return found(text.text, start, end);
}

/** A site of the reference's own domain; texts also name the sites of others, which say nothing. */
function domainInText(reference: string | null, text: SearchableText): ValueInText | null {
  const host = reference === null ? null : hostOf(reference);
  if (host === null) return null;
  const wanted = registeredDomain(host);
  for (const { 0: site, index } of text.text.matchAll(/[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/gi)) {
    if (registeredDomain(site) === wanted) return found(text.text, index, index + site.length);
  }
  return null;
}
