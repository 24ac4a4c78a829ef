import type { OptionSpec } from './command.ts';
import type { Given } from './given.ts';

/** The option of commands that print letters: our own wording although the platform's form is there. */
export const wordingOption: Readonly<Record<string, OptionSpec>> = {
  'own-wording': {
    help: {
      zh: '导入了平台的官方格式时，仍用自拟的措辞',
      en: 'uses our own wording although the platform’s form is imported',
    },
  },
};

/** What it says. */
export const wordingOf = (given: Given): { readonly wording?: 'own' } =>
  given.flag('own-wording') ? { wording: 'own' } : {};
