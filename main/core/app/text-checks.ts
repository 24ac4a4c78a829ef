import { z } from 'zod';
import type { Localized } from '../../contract/language.ts';
import { fieldValue } from '../dossier/fields.ts';
import { defineCheck, type AnyCheck, type Conclusion, type Subject } from '../review/check.ts';
import { oddCharacters, type CharacterKind } from './character-kinds.ts';
import { oddCharactersFound } from './odd-characters-message.ts';
import { textLength } from './text-length.ts';

const pass: readonly Conclusion[] = [{ outcome: 'pass' }];
const notApplicable: readonly Conclusion[] = [{ outcome: 'not-applicable' }];
const fail = (message: Localized): readonly Conclusion[] => [{ outcome: 'fail', message }];

/** The text of a subject; null for blank or anything but text. */
export const textOf = (subject: Subject): string | null =>
  subject.kind === 'field' && typeof subject.value === 'string' && subject.value.trim() !== ''
    ? subject.value
    : null;

const units = {
  han: {
    zh: '个汉字宽（两个半角字符算一个汉字）',
    en: 'Han characters wide (two half-width characters count as one)',
  },
  widths: {
    zh: '个字符（一个汉字或全角字符算两个）',
    en: 'character widths (a Han or full-width character counts two)',
  },
  characters: { zh: '个字', en: 'characters' },
} as const;

/**
 * `text-length`: a text is at least `min` and at most `max` long, in `unit`. With `upTo` a text that is longer than
 * that, in widths by two, is left to a stricter rule.
 */
const textLengthCheck = defineCheck({
  name: 'text-length',
  parameters: z
    .strictObject({
      unit: z.enum(['han', 'widths', 'characters']),
      min: z.number().int().positive().optional(),
      max: z.number().int().positive(),
      upTo: z.number().int().positive().optional(),
    })
    .refine(({ min, max }) => min === undefined || min <= max, { message: 'min > max' }),
  run(subject, { unit, min, max, upTo }) {
    const text = textOf(subject);
    if (text === null) return notApplicable;
    const length = textLength(text);
    const found = length[unit];
    const title = units[unit];
    if (found > max) {
      if (upTo !== undefined && length.han > upTo) return notApplicable;
      return fail({
        zh: `现长 ${found} ${title.zh}，最多 ${max}。请至少缩短 ${found - max}。`,
        en: `It is ${found} ${title.en}; at most ${max}. Shorten it by at least ${found - max}.`,
      });
    }
    if (min !== undefined && found < min) {
      return fail({
        zh: `现长 ${found} ${title.zh}，至少 ${min}。`,
        en: `It is ${found} ${title.en}; at least ${min}.`,
      });
    }
    return pass;
  },
});

/**
 * `allowed-characters`: letters of any script and decimal digits are always allowed; beyond them only what the
 * parameters name. With `symbols: any` every visible character is allowed. Control characters and broken ones never are.
 */
const allowedCharacters = defineCheck({
  name: 'allowed-characters',
  parameters: z.strictObject({
    punctuation: z.string(),
    spaces: z.boolean(),
    lines: z.boolean().optional(),
    symbols: z.enum(['listed', 'any']).optional(),
  }),
  run(subject, { punctuation, spaces, lines, symbols }) {
    const text = textOf(subject);
    if (text === null) return notApplicable;
    const listed = new Set(punctuation);
    const isAllowed = (character: string, kind: CharacterKind): boolean => {
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
        : `可以使用文字和数字${punctuation === '' ? '' : `，以及 ${punctuation}`}`;
    const allowedEn =
      symbols === 'any'
        ? 'Every visible character is fine'
        : `Letters and digits are fine${punctuation === '' ? '' : `, and ${punctuation}`}`;
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

/** `not-equal-to`: two fields that name different things hold different texts; equal ones are shown to a person. */
const notEqualTo = defineCheck({
  name: 'not-equal-to',
  parameters: z.strictObject({ other: z.string() }),
  run(subject, { other }, { document }) {
    const text = textOf(subject);
    const value = fieldValue(document, other);
    if (text === null || typeof value !== 'string' || text.trim() !== value.trim()) return pass;
    return [
      {
        outcome: 'needs-person',
        message: {
          zh: `两处填的是同一个地址「${text.trim()}」，而它们应是两份单独的文件。请确认。`,
          en: `Both fields give the same address “${text.trim()}”, while they should be two separate documents. Confirm it.`,
        },
      },
    ];
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
