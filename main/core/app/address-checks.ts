import { z } from 'zod';
import type { Localized } from '../../contract/language.ts';
import { fieldValue } from '../dossier/fields.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { textOf } from './given-texts.ts';
import { addressFault, type AddressFault } from './web-address.ts';

const addressProblems: Readonly<Record<AddressFault, Localized>> = {
  spaces: { zh: '中间有空格或换行', en: 'it has a space or line break inside' },
  'full-width': {
    zh: '混入了全角字符（如 ：、／、．）',
    en: 'it holds full-width characters (such as ：, ／ or ．)',
  },
  'no-scheme': { zh: '缺少开头的 https://', en: 'https:// is missing at its start' },
  scheme: { zh: '不是以 http:// 或 https:// 开头的网址', en: 'it does not begin with http:// or https://' },
  malformed: { zh: '网址写法不完整', en: 'it is not a complete address' },
  host: { zh: '域名不完整', en: 'its domain name is incomplete' },
  private: { zh: '只能在本机或内网打开', en: 'it opens on this computer or an internal network only' },
};

/** `web-address`: an http or https address that anyone can open; whether it opens is for a person to see. */
const webAddress = defineCheck({
  name: 'web-address',
  parameters: z.strictObject({}),
  run(subject): readonly Conclusion[] {
    const text = textOf(subject);
    if (text === null) return [{ outcome: 'not-applicable' }];
    const fault = addressFault(text);
    if (fault === null) return [{ outcome: 'pass' }];
    const problem = addressProblems[fault];
    return [
      {
        outcome: 'fail',
        message: {
          zh: `地址「${text.trim()}」打不开：${problem.zh}。请填写公网可以打开的完整网址，如 https://www.example.com/privacy。`,
          en: `The address “${text.trim()}” cannot be opened: ${problem.en}. Give a complete public address such as https://www.example.com/privacy.`,
        },
      },
    ];
  },
});

/** `secure-address`: an address by http alone, which many programs warn of or refuse, is shown to a person. */
const secureAddress = defineCheck({
  name: 'secure-address',
  parameters: z.strictObject({}),
  run(subject): readonly Conclusion[] {
    const text = textOf(subject);
    if (text === null || addressFault(text) !== null) return [{ outcome: 'not-applicable' }];
    if (/^https:/i.test(text.trim())) return [{ outcome: 'pass' }];
    return [
      {
        outcome: 'needs-person',
        message: {
          zh: `地址「${text.trim()}」用的是 http。规定没有写必须用 https，但不少浏览器和会议客户端会提示不安全或拦截。能换成 https 就换，不能就请确认各端都打得开。`,
          en: `The address “${text.trim()}” is plain http. No clause asks for https, but many browsers and clients warn of http or block it. Use https if you can, or confirm that it opens everywhere.`,
        },
      },
    ];
  },
});

/** What an address leads to: scheme, www, a page's own anchor and the final slash do not tell two apart. */
function destinationOf(address: string): string {
  const trimmed = address.trim();
  if (!URL.canParse(trimmed)) return trimmed;
  const { hostname, port, pathname, search, hash } = new URL(trimmed);
  // An anchor with a slash or an exclamation mark is the route of a single-page site, which is another page.
  const route = /^#!?\//.test(hash) ? hash.replace(/\/$/, '') : '';
  const path = pathname.replace(/\/(index\.(html?|php))?$/i, '');
  return `${hostname.replace(/^www\./, '')}:${port}${path}${search}${route}`;
}

/** `separate-address`: two fields that name different things lead to different pages; equal ones are shown to a person. */
const separateAddress = defineCheck({
  name: 'separate-address',
  parameters: z.strictObject({ other: z.string() }),
  run(subject, { other }, { document }): readonly Conclusion[] {
    const text = textOf(subject);
    const value = fieldValue(document, other);
    if (text === null || typeof value !== 'string' || value.trim() === '') {
      return [{ outcome: text === null ? 'not-applicable' : 'pass' }];
    }
    if (destinationOf(text) !== destinationOf(value)) return [{ outcome: 'pass' }];
    return [
      {
        outcome: 'needs-person',
        message: {
          zh: `「${text.trim()}」与另一处填的「${value.trim()}」通向同一个页面，而它们应是两份单独的内容。请分别填写，或确认确实如此。`,
          en: `“${text.trim()}” leads to the same page as “${value.trim()}” in another field, while they should be two separate things. Give each its own, or confirm it.`,
        },
      },
    ];
  },
});

/** The checks on addresses. */
export const addressChecks: readonly AnyCheck[] = [webAddress, secureAddress, separateAddress];
