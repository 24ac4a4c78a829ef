import { z } from 'zod';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { addressFault, type AddressFault } from './web-address.ts';
import { textOf } from './text-checks.ts';
import type { Localized } from '../../contract/language.ts';

/** Makes words comparable: compatibility forms, case and blanks do not tell two words apart. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

/**
 * `listed-words`: a text is not (`match: whole`) one of the words of a list, or does not contain (`match: part`) any.
 * With `certain: false` the find is a suspicion that a person settles.
 */
const listedWords = defineCheck({
  name: 'listed-words',
  parameters: z.strictObject({
    list: z.string(),
    match: z.enum(['whole', 'part']),
    certain: z.boolean(),
  }),
  run(subject, { list, match, certain }, { rulebook }): readonly Conclusion[] {
    const text = textOf(subject);
    if (text === null) return [{ outcome: 'not-applicable' }];
    const words = rulebook.wordLists.get(list);
    if (words === undefined) {
      return [
        {
          outcome: 'not-checked',
          message: {
            zh: `规则库里没有词表「${list}」，未能检查`,
            en: `The rulebook has no word list “${list}”: not checked`,
          },
        },
      ];
    }
    const wanted = plain(text);
    const found = words.filter((word) =>
      match === 'whole' ? plain(word) === wanted : wanted.includes(plain(word)),
    );
    if (found.length === 0) return [{ outcome: 'pass' }];
    const shown = found.map((word) => `「${word}」`).join('');
    if (match === 'whole') {
      return [
        {
          outcome: certain ? 'fail' : 'needs-person',
          message: {
            zh: `${shown}是泛指一类事物的普通词，别人认不出是哪个应用。请改用品牌名，或品牌名加功能。`,
            en: `“${found.join('”, “')}” is a common word for a kind of thing and names no particular app. Use a brand name, or a brand name with its function.`,
          },
        },
      ];
    }
    return [
      {
        outcome: certain ? 'fail' : 'needs-person',
        message: certain
          ? {
              zh: `含有不能使用的词：${shown}。请删去或改写。`,
              en: `It contains words that cannot be used: ${found.join(', ')}. Remove or rewrite them.`,
            }
          : {
              zh: `含有可能不被接受的词：${shown}。请人工判断，不妥就改写。`,
              en: `It contains words that may not be accepted: ${found.join(', ')}. A person decides; rewrite them if in doubt.`,
            },
      },
    ];
  },
});

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

/** The checks on words and addresses. */
export const wordChecks: readonly AnyCheck[] = [listedWords, webAddress];
