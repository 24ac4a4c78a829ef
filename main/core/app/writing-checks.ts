import { z } from 'zod';
import { localizedSchema } from '../../contract/language.ts';
import { isFilled } from '../dossier/fields.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { wordsComposing } from './find-words.ts';
import { textOf, textsOf } from './given-texts.ts';
import { lettersOf } from './plain-text.ts';
import { wordsOfText } from './word-boundaries.ts';

const notApplicable: readonly Conclusion[] = [{ outcome: 'not-applicable' }];
const pass: readonly Conclusion[] = [{ outcome: 'pass' }];

/** How a text repeats itself. */
interface Repetition {
  readonly words: readonly string[];
  readonly kind: 'in-a-row' | 'crowded' | 'share' | 'chain';
}

/** The same word of two or more characters three times in a row, blanks and punctuation aside. */
function repeatedInARow(text: string): Repetition | null {
  const match = /([\p{Script=Han}]{2,8}?|[a-z]{3,20}?)\1\1/u.exec(lettersOf(text));
  return match?.[1] === undefined ? null : { words: [match[1]], kind: 'in-a-row' };
}

/** How short and how long a text is in which a word that fills it counts as stacked. */
const shortText = { least: 8, most: 40 };

/** A word that fills a short text: four times and two fifths of it, or thrice in one clause and half of that. */
function crowdedWord(text: string): Repetition | null {
  const isCrowded = (part: string, times: number, share: number): string | undefined => {
    const letters = lettersOf(part);
    const length = [...letters].length;
    if (length < shortText.least || length > shortText.most) return undefined;
    return wordsOfText(part.normalize('NFKC').toLowerCase())
      .filter((word) => /^(\p{Script=Han}{2,}|[a-z]{3,})$/u.test(word))
      .find((word) => {
        const count = letters.split(word).length - 1;
        return count >= times && count * [...word].length >= length * share;
      });
  };
  const word =
    isCrowded(text, 4, 0.4) ??
    text
      .split(/[^\p{L}\p{N}]/u)
      .map((one) => isCrowded(one, 3, 0.5))
      .find(Boolean);
  return word === undefined ? null : { words: [word], kind: 'crowded' };
}

/** A long row of short items without a sentence, as words are listed for search engines. */
function keywordChain(text: string, items: number): Repetition | null {
  for (const part of text.split(/[。！？；\n!?;]/u)) {
    const pieces = part.split(/[、，,|/\s·#]+/u).filter((piece) => piece !== '');
    const short = pieces.filter((piece) => [...piece].length <= 8);
    if (pieces.length >= items && short.length >= pieces.length * 0.9) {
      return { words: pieces.slice(0, 3), kind: 'chain' };
    }
  }
  return null;
}

/** A word that makes up an unusual part of a text of some length. */
function overusedWord(text: string, times: number, share: number): Repetition | null {
  const words = wordsOfText(text.normalize('NFKC').toLowerCase()).filter((word) => /\p{L}{2}/u.test(word));
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const overused = [...counts].filter(([, count]) => count >= times && count >= words.length * share);
  return overused.length === 0 ? null : { words: overused.map(([word]) => word), kind: 'share' };
}

const repetitionTitles = {
  'in-a-row': { zh: '连续重复', en: 'repeated in a row' },
  crowded: { zh: '几乎占满了全文', en: 'takes up most of the text' },
  share: { zh: '出现得过于频繁', en: 'used unusually often' },
  chain: { zh: '等词语只是罗列，不成句子', en: 'and more only listed, without a sentence' },
} as const;

/**
 * `word-stuffing`: a text neither repeats a word in a row, nor is filled by one, nor uses one at least `times` times and for `share` of its
 * words, nor lists `items` words without a sentence. What looks so is shown to a person.
 */
const wordStuffing = defineCheck({
  name: 'word-stuffing',
  parameters: z.strictObject({
    times: z.number().int().min(3),
    share: z.number().positive().max(1),
    items: z.number().int().min(5),
  }),
  run(subject, { times, share, items }) {
    const text = textOf(subject);
    if (text === null) return notApplicable;
    const found =
      repeatedInARow(text) ??
      crowdedWord(text) ??
      keywordChain(text, items) ??
      overusedWord(text, times, share);
    if (found === null) return pass;
    const title = repetitionTitles[found.kind];
    return [
      {
        outcome: 'needs-person',
        message: {
          zh: `${found.words.map((word) => `「${word}」`).join('')}${title.zh}，容易被看作为搜索排名堆砌的关键词。请改成通顺的句子，或确认并非如此。`,
          en: `${found.words.map((word) => `“${word}”`).join(', ')} ${title.en}: it may be taken for words stacked up for search rankings. Write plain sentences, or confirm that it is not so.`,
        },
      },
    ];
  },
});

/** `distinct-texts`: no text of a list stands there twice, case, width, blanks and symbols aside. */
const distinctTexts = defineCheck({
  name: 'distinct-texts',
  parameters: z.strictObject({ message: localizedSchema }),
  run(subject, { message }) {
    const texts = textsOf(subject);
    if (texts.length === 0) return notApplicable;
    const seen = new Set<string>();
    return texts.map(({ text, at }): Conclusion => {
      const letters = lettersOf(text);
      if (!seen.has(letters)) {
        seen.add(letters);
        return { outcome: 'pass' };
      }
      return {
        outcome: 'fail',
        message: { zh: `「${text}」重复。${message.zh}`, en: `“${text}” stands there twice. ${message.en}` },
        ...(at === undefined ? {} : { at }),
      };
    });
  },
});

const scripts: readonly (readonly [pattern: RegExp, zh: string, en: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, '日文假名', 'Japanese kana'],
  [/\p{Script=Hangul}/u, '韩文（朝鲜文）', 'Hangul'],
  [/\p{Script=Tibetan}/u, '藏文', 'Tibetan'],
  [/\p{Script=Arabic}/u, '维吾尔文或阿拉伯文', 'Arabic script'],
  [/\p{Script=Mongolian}/u, '蒙古文', 'Mongolian'],
  [/\p{Script=Cyrillic}/u, '西里尔字母', 'Cyrillic'],
  [/\p{Script=Thai}/u, '泰文', 'Thai'],
  [/[äöüßàâçéèêëîïôûùÿœæñ]/iu, '带符号的拉丁字母（德语、法语等）', 'letters of German, French and the like'],
];

/** `usual-scripts`: a text is written in Han, plain Latin letters and digits; other scripts are shown to a person. */
const usualScripts = defineCheck({
  name: 'usual-scripts',
  parameters: z.strictObject({ message: localizedSchema }),
  run(subject, { message }) {
    const texts = textsOf(subject);
    if (texts.length === 0) return notApplicable;
    return texts.map(({ text, at }): Conclusion => {
      const found = scripts.filter(([pattern]) => pattern.test(text.normalize('NFKC')));
      if (found.length === 0) return { outcome: 'pass' };
      return {
        outcome: 'needs-person',
        message: {
          zh: `含有${found.map(([, zh]) => zh).join('、')}。${message.zh}`,
          en: `It holds ${found.map(([, , en]) => en).join(', ')}. ${message.en}`,
        },
        ...(at === undefined ? {} : { at }),
      };
    });
  },
});

interface Permission {
  readonly name: string;
  readonly purpose?: string;
}

/** `permissions-explained`: each permission says what it is for; a purpose of nothing but listed words is shown to a person. */
const permissionsExplained = defineCheck({
  name: 'permissions-explained',
  parameters: z.strictObject({
    /** Files of words/: what a purpose may not consist of, and what says no more beside it. */
    vague: z.string(),
    fillers: z.string(),
  }),
  run(subject, { vague, fillers }, { document, rulebook }) {
    const permissions: readonly Permission[] = document.app?.permissions ?? [];
    if (subject.kind !== 'field' || !isFilled(subject.value)) return notApplicable;
    const empty = rulebook.wordLists.get(vague) ?? [];
    const beside = rulebook.wordLists.get(fillers) ?? [];
    const seen = new Set<string>();
    return permissions.map(({ name, purpose = '' }, index): Conclusion => {
      const at = `${subject.field}.${index}`;
      const [title, reason] = [lettersOf(name), lettersOf(purpose)];
      if (seen.has(title)) {
        return {
          outcome: 'fail',
          at,
          message: {
            zh: `权限「${name}」列了两次。请合并成一条，把用途写在一起。`,
            en: `The permission “${name}” is listed twice. Make it one and give its purposes together.`,
          },
        };
      }
      seen.add(title);
      if (reason === '') {
        return {
          outcome: 'fail',
          at,
          message: {
            zh: `权限「${name}」没有写用途。请写明在什么场景下、为哪个功能使用。`,
            en: `The permission “${name}” has no purpose. Say in which situation and for which function it is used.`,
          },
        };
      }
      // The name again, with or without “permission”, says nothing of a purpose either.
      const names = [name, name.replace(/权限$/u, '')];
      if (wordsComposing(purpose, [...empty, ...names], beside) === null && reason !== title)
        return { outcome: 'pass' };
      return {
        outcome: 'needs-person',
        at,
        message: {
          zh: `权限「${name}」的用途「${purpose.trim()}」太笼统，看不出用在哪里。请写明场景和功能。`,
          en: `The purpose “${purpose.trim()}” of the permission “${name}” does not tell where it is used. Name situation and function.`,
        },
      };
    });
  },
});

/** The checks on how texts are written. */
export const writingChecks: readonly AnyCheck[] = [
  wordStuffing,
  distinctTexts,
  usualScripts,
  permissionsExplained,
];
