import { z } from 'zod';
import { localizedSchema, type Localized } from '../../contract/language.ts';
import { defineCheck, type AnyCheck, type Conclusion, type Situation } from '../review/check.ts';
import { findWords, wholeWord, wordsComposing } from './find-words.ts';
import { textsOf, type GivenText } from './given-texts.ts';

const quoted = (words: readonly string[]): Localized => ({
  zh: words.map((word) => `「${word}」`).join(''),
  en: words.map((word) => `“${word}”`).join(', '),
});

/** The words of a list, none for none; undefined where the rulebook has no such list. */
const listNamed = (list: string | undefined, { rulebook }: Situation): readonly string[] | undefined =>
  list === undefined ? [] : rulebook.wordLists.get(list);

const defaults: Readonly<Record<'whole' | 'composed' | 'part', Localized>> = {
  whole: {
    zh: '这是泛指一类事物的普通词，别人认不出是哪个应用。请改用品牌名，或品牌名加功能。',
    en: 'This common word names no particular app. Use a brand name, or a brand name with its function.',
  },
  composed: {
    zh: '全由普通词组成，别人可能认不出是哪个应用。请确认它是您的品牌，否则在前面加上品牌名。',
    en: 'It is made of common words only and may name no particular app. Confirm that it is your brand, or put the brand before it.',
  },
  part: { zh: '请删去或改写。', en: 'Remove or rewrite it.' },
};

const parametersSchema = z
  .strictObject({
    /** A file of words/: one word a line; `最…` goes on, `…之最` begins earlier. */
    list: z.string(),
    /** `whole`: the text is a listed word. `composed`: it is made of them. `part`: it holds one, as a word. */
    match: z.enum(['whole', 'composed', 'part']),
    /** A file of words/ with the phrases in which a listed word is harmless; only with `part`. */
    allowed: z.string().optional(),
    /** A file of words/ with what may stand beside the listed words; only with `composed`. */
    fillers: z.string().optional(),
    /** False: a suspicion, which a person settles. */
    certain: z.boolean(),
    /** What is wrong with the words and what to do. */
    message: localizedSchema.optional(),
  })
  .refine(({ match, allowed }) => match === 'part' || allowed === undefined, { message: 'allowed: part' })
  .refine(({ match, fillers }) => match === 'composed' || fillers === undefined, {
    message: 'fillers: composed',
  });

interface Lists {
  readonly list: readonly string[];
  readonly allowed: readonly string[];
  readonly fillers: readonly string[];
}

/** What of a text is listed: null where nothing is. */
function findOf(
  text: string,
  match: 'whole' | 'composed' | 'part',
  { list, allowed, fillers }: Lists,
): Localized | null {
  if (match === 'whole') {
    return wholeWord(text, list) === undefined ? null : quoted([text.trim()]);
  }
  if (match === 'composed') {
    const words = wholeWord(text, list) === undefined ? wordsComposing(text, list, fillers) : null;
    return words === null
      ? null
      : {
          zh: `「${text.trim()}」由${quoted(words).zh}拼成：`,
          en: `“${text.trim()}” consists of ${quoted(words).en}:`,
        };
  }
  const found = findWords(text, list, allowed).map((one) => one.shown);
  return found.length === 0 ? null : { zh: `含有${quoted(found).zh}。`, en: `It holds ${quoted(found).en}.` };
}

/**
 * `listed-words`: a text, or each of a list of texts, is not a listed word, is not made of listed words, or does not hold
 * one as a word of its own. With `certain: false` the find is a suspicion that a person settles.
 */
const listedWords = defineCheck({
  name: 'listed-words',
  parameters: parametersSchema,
  run(subject, parameters, situation): readonly Conclusion[] {
    const texts = textsOf(subject);
    if (texts.length === 0) return [{ outcome: 'not-applicable' }];
    const list = listNamed(parameters.list, situation);
    const allowed = listNamed(parameters.allowed, situation);
    const fillers = listNamed(parameters.fillers, situation);
    if (list === undefined || allowed === undefined || fillers === undefined) {
      return [
        {
          outcome: 'not-checked',
          message: {
            zh: `规则库里没有词表「${parameters.list}」或其附表，未能检查`,
            en: `The rulebook has no word list “${parameters.list}” or one that goes with it: not checked`,
          },
        },
      ];
    }
    const message = parameters.message ?? defaults[parameters.match];
    return texts.map(({ text, at }: GivenText): Conclusion => {
      const found = findOf(text, parameters.match, { list, allowed, fillers });
      if (found === null) return { outcome: 'pass' };
      return {
        outcome: parameters.certain ? 'fail' : 'needs-person',
        message: { zh: `${found.zh}${message.zh}`, en: `${found.en} ${message.en}` },
        ...(at === undefined ? {} : { at }),
      };
    });
  },
});

/** The checks on words. */
export const wordChecks: readonly AnyCheck[] = [listedWords];
