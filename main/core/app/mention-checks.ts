import { z } from 'zod';
import { localizedSchema, type Localized } from '../../contract/language.ts';
import { fieldValue } from '../dossier/fields.ts';
import { defineCheck, type Conclusion, type Situation } from '../review/check.ts';
import { textsOf } from './given-texts.ts';
import { lettersOf } from './plain-text.ts';
import { forEachText, notApplicable } from './text-files.ts';
import { oncePerList } from './word-list.ts';

const topicSchema = z.strictObject({
  /** A file of words/ of which the text should hold at least one. */
  list: z.string(),
  title: localizedSchema,
  /** A file of words/ that void what follows them in a sentence: what they speak of is another matter. */
  unless: z.string().optional(),
});

/** Whether a sentence holds the parts of a line in their order: `存…天` is one part, then the other. */
function holds(sentence: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = sentence.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

/** The lines of a list in the parts that `…` sets apart. */
const partsOfLines = oncePerList((line) => line.split('…').map(lettersOf));

interface LettersOfText {
  readonly text: string;
  readonly whole: string;
  readonly sentences: readonly string[];
}

let lastRead: LettersOfText | undefined;

/** The letters of a text and of its sentences; several rules ask for the same text in a row. */
function lettersOfText(text: string): LettersOfText {
  if (lastRead?.text !== text) {
    const sentences = text.split(/[。！？；\n!?;]/u).map(lettersOf);
    lastRead = { text, whole: lettersOf(text), sentences: sentences.filter((one) => one !== '') };
  }
  return lastRead;
}

/** A sentence up to the first word that voids what follows; such a word may begin before a listed one and end in it. */
function untilVoid(sentence: string, voids: readonly (readonly string[])[]): string {
  const ends = voids.map(([word = '']) => sentence.indexOf(word)).filter((at) => at >= 0);
  return sentence.slice(0, Math.min(sentence.length, ...ends));
}

/** The topics of which a text holds no listed word; null where the rulebook lacks a list. */
function topicsMissing(
  text: string,
  topics: readonly z.infer<typeof topicSchema>[],
  { rulebook }: Situation,
): readonly Localized[] | null {
  const { whole, sentences } = lettersOfText(text);
  const missing: Localized[] = [];
  for (const { list, title, unless } of topics) {
    const words = rulebook.wordLists.get(list);
    const voids = unless === undefined ? [] : rulebook.wordLists.get(unless);
    if (words === undefined || voids === undefined) return null;
    const parts = partsOfLines(words);
    const isHeld =
      unless === undefined
        ? // A word by itself may be parted by a line break; what goes on with … stays within a sentence.
          parts.some((one) => (one.length === 1 ? [whole] : sentences).some((part) => holds(part, one)))
        : sentences
            .map((one) => untilVoid(one, partsOfLines(voids)))
            .some((one) => parts.some((part) => holds(one, part)));
    if (!isHeld) missing.push(title);
  }
  return missing;
}

/**
 * `text-mentions`: a text holds, for each topic, at least one of its words. A topic without any is shown to a person, who
 * reads the passage; that a word occurs proves nothing and is said nowhere. `also` names fields whose text counts as well.
 */
export const textMentions = defineCheck({
  name: 'text-mentions',
  parameters: z.strictObject({
    topics: z.array(topicSchema).min(1),
    also: z.array(z.string()).optional(),
    /** Facts without whose answers there is nothing to look for yet. */
    onceAnswered: z.array(z.string()).optional(),
    message: localizedSchema,
  }),
  run(subject, { topics, also, onceAnswered, message }, situation) {
    const { facts = {} } = situation.document;
    if ((onceAnswered ?? []).some((fact) => facts[fact] === undefined)) return notApplicable;
    const conclude = (text: string, at?: string): Conclusion => {
      const missing = topicsMissing(text, topics, situation);
      if (missing === null) {
        return {
          outcome: 'not-checked',
          message: {
            zh: '规则库里缺少这项检查的词表，未能检查',
            en: 'The rulebook lacks a word list of this check: not checked',
          },
        };
      }
      if (missing.length === 0) return { outcome: 'pass' };
      return {
        outcome: 'needs-person',
        message: {
          zh: `没有找到关于${missing.map(({ zh }) => `“${zh}”`).join('、')}的内容。${message.zh}`,
          en: `Nothing was found on ${missing.map(({ en }) => `“${en}”`).join(', ')}. ${message.en}`,
        },
        ...(at === undefined ? {} : { at }),
      };
    };
    if (subject.kind === 'files') return forEachText(subject, ({ text }, at) => conclude(text, at));
    const texts = textsOf(subject).map((one) => one.text);
    if (texts.length === 0) return notApplicable;
    const others = (also ?? []).map((field) => fieldValue(situation.document, field));
    return [conclude([...texts, ...others.filter((one) => typeof one === 'string')].join('\n'))];
  },
});
