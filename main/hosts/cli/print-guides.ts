import type { PrintGuides } from '../../contract/letters.ts';
import type { OptionSpec } from './command.ts';
import type { Given } from './given.ts';
import { oneOf } from './parse-command-line.ts';

/** The options of commands that print letters: which guides print, and whether page codes do. */
export const guideOptions: Readonly<Record<string, OptionSpec>> = {
  guides: {
    value: 'light|none',
    help: {
      zh: '盖章、按指印和签字的位置提示：light 浅色印出（默认），none 不印',
      en: 'guides for seals, fingerprints and signatures: printed light (default) or not at all',
    },
  },
  'no-cross-page-seal': {
    help: {
      zh: '多页函件不印骑缝章的位置提示',
      en: 'prints no guide for a seal across the edges of letters of several pages',
    },
  },
  'no-page-code': {
    help: {
      zh: '页上不印识别码；扫描件从此只能手动归档',
      en: 'prints no page codes; scans can then be filed by hand alone',
    },
  },
};

/** What these options say. Throws `wrong-use` for a value that `--guides` does not take. */
export function printGuidesOf(given: Given): PrintGuides {
  return {
    guides: oneOf(
      'guides',
      new Map([['guides', given.texts('guides')]]),
      ['light', 'none'] as const,
      'light',
    ),
    crossPageSeal: !given.flag('no-cross-page-seal'),
    ...(given.flag('no-page-code') ? { pageCode: 'off' as const } : {}),
  };
}
