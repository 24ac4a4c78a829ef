import { z } from 'zod';
import { localizedSchema, type Localized } from '../../contract/language.ts';
import { lengthIn, lengthUnits, textLength } from '../../contract/text-length.ts';
import { fieldValue } from '../dossier/fields.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { textOf } from './given-texts.ts';
import { oddCharacters, type CharacterKind } from './character-kinds.ts';
import { oddCharactersFound } from './odd-characters-message.ts';
import { lettersOf } from './plain-text.ts';

const pass: readonly Conclusion[] = [{ outcome: 'pass' }];
const notApplicable: readonly Conclusion[] = [{ outcome: 'not-applicable' }];
const fail = (message: Localized): readonly Conclusion[] => [{ outcome: 'fail', message }];

const units = {
  han: {
    zh: '个汉字宽（两个半角字符算一个汉字）',
    en: 'Han characters wide (two half-width characters count as one)',
  },
  widths: {
    zh: '个字符（一个汉字或全角字符算两个）',
    en: 'character widths (a Han or full-width character counts two)',
  },
  hanLetters: { zh: '个汉字', en: 'Han characters' },
  characters: { zh: '个字', en: 'characters' },
} as const;

/** What a limit on the length of a text is made of. */
export const textLengthParameters = z
  .strictObject({
    unit: z.enum(lengthUnits),
    min: z.number().int().positive().optional(),
    max: z.number().int().positive(),
    upTo: z.number().int().positive().optional(),
  })
  .refine(({ min, max }) => min === undefined || min <= max, { message: 'min > max' });

/**
 * `text-length`: a text is at least `min` and at most `max` long, in `unit`. With `upTo` a text that is longer than
 * that, in widths by two, is left to a stricter rule. `hanLetters` counts Han alone, and asks for `min` where there is
 * nothing else.
 */
const textLengthCheck = defineCheck({
  name: 'text-length',
  isGraded: true,
  parameters: textLengthParameters,
  run(subject, { unit, min, max, upTo }) {
    const text = textOf(subject);
    if (text === null) return notApplicable;
    const length = textLength(text);
    const found = lengthIn(unit, text);
    const title = units[unit];
    if (found > max) {
      if (upTo !== undefined && length.han > upTo) return notApplicable;
      return fail({
        zh: `现长 ${found} ${title.zh}，最多 ${max}。请至少缩短 ${found - max}。`,
        en: `It is ${found} ${title.en}; at most ${max}. Shorten it by at least ${found - max}.`,
      });
    }
    const isOfOtherLetters = unit === 'hanLetters' && length.characters > found;
    if (min !== undefined && found < min && !isOfOtherLetters) {
      return fail({
        zh: `现长 ${found} ${title.zh}，至少 ${min}。`,
        en: `It is ${found} ${title.en}; at least ${min}.`,
      });
    }
    return pass;
  },
});

/**
 * `allowed-characters`: letters of any script and, unless `digits: false`, decimal digits are allowed; beyond them only
 * what the parameters name. With `symbols: any` every visible character is allowed. Control characters and broken ones never are.
 */
const allowedCharacters = defineCheck({
  name: 'allowed-characters',
  parameters: z.strictObject({
    punctuation: z.string(),
    spaces: z.boolean(),
    digits: z.boolean().optional(),
    lines: z.boolean().optional(),
    symbols: z.enum(['listed', 'any']).optional(),
  }),
  run(subject, { punctuation, spaces, digits = true, lines, symbols }) {
    const text = textOf(subject);
    if (text === null) return notApplicable;
    const listed = new Set(punctuation);
    const isAllowed = (character: string, kind: CharacterKind): boolean => {
      if (!digits && /^\p{Nd}/u.test(character)) return false;
      if (kind === 'letter' || listed.has(character)) return true;
      if (kind === 'space') return spaces;
      if (kind === 'line-break') return lines === true;
      if (character === '\t') return lines === true;
      return symbols === 'any' && kind !== 'invisible' && kind !== 'broken';
    };
    const odd = oddCharacters(text, isAllowed);
    if (odd.length === 0) return pass;
    const found = oddCharactersFound(odd);
    const allowedZh =
      symbols === 'any'
        ? '可以使用一切看得见的字符'
        : `可以使用文字${digits ? '和数字' : ''}${punctuation === '' ? '' : `，以及 ${punctuation}`}`;
    const allowedEn =
      symbols === 'any'
        ? 'Every visible character is fine'
        : `Letters${digits ? ' and digits' : ''} are fine${punctuation === '' ? '' : `, and ${punctuation}`}`;
    return fail({
      zh: `含有不能使用的字符：${found.zh}。${allowedZh}，请删去或改写。`,
      en: `It holds characters that cannot be used: ${found.en}. ${allowedEn}; remove or rewrite the others.`,
    });
  },
});

/** `equal-to`: the text is the same as that of another field, where both are filled in. */
const equalTo = defineCheck({
  name: 'equal-to',
  parameters: z.strictObject({ other: z.string() }),
  run(subject, { other }, { document }) {
    const text = textOf(subject);
    const wanted = fieldValue(document, other);
    if (text === null || typeof wanted !== 'string' || wanted.trim() === '') return notApplicable;
    if (text.trim().normalize('NFC') === wanted.trim().normalize('NFC')) return pass;
    return fail({
      zh: `「${text.trim()}」与「${wanted.trim()}」不一致，二者必须相同。请改其中之一。`,
      en: `“${text.trim()}” differs from “${wanted.trim()}”; they must be the same. Change one of them.`,
    });
  },
});

/** `not-equal-to`: two fields that say different things are not the same text; equal ones are shown to a person. */
const notEqualTo = defineCheck({
  name: 'not-equal-to',
  parameters: z.strictObject({ other: z.string(), message: localizedSchema }),
  run(subject, { other, message }, { document }) {
    const text = textOf(subject);
    const value = fieldValue(document, other);
    if (text === null) return notApplicable;
    if (typeof value !== 'string' || lettersOf(text) === '' || lettersOf(text) !== lettersOf(value))
      return pass;
    return [{ outcome: 'needs-person', message }];
  },
});

/** `version-number`: three or more numbers between dots, as in 1.0.0. */
const versionNumber = defineCheck({
  name: 'version-number',
  parameters: z.strictObject({}),
  run(subject) {
    const text = textOf(subject);
    if (text === null) return notApplicable;
    if (/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2,3}$/.test(text.trim())) return pass;
    return fail({
      zh: `版本号「${text.trim()}」与示例 1.0.0 的形式不同。请写成用点隔开的三个数字，不带字母。`,
      en: `The version “${text.trim()}” is not of the form 1.0.0. Write three numbers between dots, without letters.`,
    });
  },
});

/** The checks on what a text looks like. */
export const textChecks: readonly AnyCheck[] = [
  textLengthCheck,
  allowedCharacters,
  equalTo,
  notEqualTo,
  versionNumber,
];
