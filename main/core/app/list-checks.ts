import { z } from 'zod';
import { fieldValue } from '../dossier/fields.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { textsOf } from './given-texts.ts';
import { wordLettersOf } from './plain-text.ts';
import { readableText } from './readable-text.ts';
import { notApplicable } from './text-files.ts';
import { oncePerList } from './word-list.ts';

/** Groups of words that belong together: one group a line, its words set apart by blanks. */
const groupsOfLines = oncePerList((line) =>
  line
    .split(/\s+/)
    .map(wordLettersOf)
    .filter((word) => word !== ''),
);

const notChecked = (list: string): readonly Conclusion[] => [
  {
    outcome: 'not-checked',
    message: {
      zh: `规则库里没有词表「${list}」，未能检查`,
      en: `The rulebook has no word list “${list}”: not checked`,
    },
  },
];

/**
 * `related-keywords`: no keyword is about a topic of which the app's own texts say nothing. A topic is a group of words of a list;
 * what looks unrelated is shown to a person, and keywords about none of the topics are not judged.
 */
const relatedKeywords = defineCheck({
  name: 'related-keywords',
  parameters: z.strictObject({ list: z.string(), also: z.array(z.string()).min(1) }),
  run(subject, { list, also }, { document, rulebook }) {
    const lines = rulebook.wordLists.get(list);
    if (lines === undefined) return notChecked(list);
    const texts = textsOf(subject);
    const own = also
      .map((field) => fieldValue(document, field))
      .filter((value) => typeof value === 'string')
      .map(wordLettersOf)
      .join('\n');
    // Without a word on the app there is nothing to be related to.
    if (texts.length === 0 || own === '') return notApplicable;
    const groups = groupsOfLines(lines);
    return texts.map(({ text, at }): Conclusion => {
      const letters = wordLettersOf(text);
      const about = groups.filter((group) => group.some((word) => letters.includes(word)));
      if (about.length === 0 || about.some((group) => group.some((word) => own.includes(word))))
        return { outcome: 'pass' };
      return {
        outcome: 'needs-person',
        ...(at === undefined ? {} : { at }),
        message: {
          zh: `关键词「${text.trim()}」看起来与应用无关：名称、简介和介绍里都没有说到它。无关的请删去；确有这项功能的，请在介绍里写明或由人确认。`,
          en: `The keyword “${text.trim()}” seems to have nothing to do with the app: neither name, introduction nor description speaks of it. Remove it, or, where the app does it, say so in the description or confirm it.`,
        },
      };
    });
  },
});

/** What says in a sentence that a permission is not asked for, or by another program. */
const denied = /不|无需|未|没有|由会议|由系统/;

/**
 * `permissions-in-policy`: the permissions of the list are those that the policy speaks of. One that either lacks is shown to a
 * person; permissions of no group of the list have no usual name and are not judged.
 */
const permissionsInPolicy = defineCheck({
  name: 'permissions-in-policy',
  parameters: z.strictObject({ list: z.string() }),
  run(subject, { list }, { document, rulebook }) {
    const lines = rulebook.wordLists.get(list);
    if (lines === undefined) return notChecked(list);
    const { permissions = [] } = document.app ?? {};
    const text =
      subject.kind === 'field' ? '' : subject.files.map((file) => readableText(file)?.text ?? '').join('\n');
    if (permissions.length === 0 || wordLettersOf(text) === '') return notApplicable;
    const groups = groupsOfLines(lines);
    const whole = wordLettersOf(text);
    const has = (letters: string, group: readonly string[]): boolean =>
      group.some((word) => letters.includes(word));
    const listed = permissions.map(({ name }) => wordLettersOf(name));
    const unsaid = permissions.flatMap(({ name }, index): readonly Conclusion[] => {
      const own = groups.filter((group) => has(listed[index] ?? '', group));
      if (own.length === 0 || own.some((group) => has(whole, group))) return [];
      return [
        {
          outcome: 'needs-person',
          at: `app.permissions.${index}`,
          message: {
            zh: `权限列表里有「${name}」，隐私政策里没有说到它。请在政策里写明用它做什么，或从列表里删去。`,
            en: `The list has the permission “${name}”, of which the privacy policy does not speak. Say in the policy what it is for, or take it off the list.`,
          },
        },
      ];
    });
    const sentences = text
      .split(/[。！？；\n!?;]/u)
      .filter((one) => one.includes('权限') && !denied.test(one))
      .map(wordLettersOf);
    const unlisted = groups.filter(
      (group) =>
        !listed.some((name) => has(name, group)) &&
        sentences.some((one) =>
          group.some((word) => one.includes(`${word}权限`) || one.includes(`${word}的权限`)),
        ),
    );
    const extra = unlisted.map((group): Conclusion => ({
      outcome: 'needs-person',
      at: 'app.permissions',
      message: {
        zh: `隐私政策说到了「${group[0] ?? ''}」权限，权限列表里没有。请补进列表，或改正政策。`,
        en: `The privacy policy speaks of the permission “${group[0] ?? ''}”, which the list does not have. Add it to the list, or correct the policy.`,
      },
    }));
    const found = [...unsaid, ...extra];
    return found.length === 0 ? [{ outcome: 'pass' }] : found;
  },
});

/** The checks on lists of keywords and permissions. */
export const listChecks: readonly AnyCheck[] = [relatedKeywords, permissionsInPolicy];
