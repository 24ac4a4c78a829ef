import type { ScanPage } from '../../contract/files.ts';

/** Pages (from 0) of a scan that belong together, in their order. */
export interface ScanPart {
  /** The letter whose code they bear; null for those without. */
  readonly letter: string | null;
  readonly pages: readonly number[];
}

/**
 * Groups the pages of a scan by the letter and dossier that their codes name, each letter's pages in their printed order and
 * letters in the order in which they come first; pages without a code stay together at the end. Every page is in one part.
 */
export function splitByCode(pages: readonly ScanPage[], count: number): readonly ScanPart[] {
  const groups = new Map<
    string,
    { readonly letter: string; readonly found: { index: number; page: number }[] }
  >();
  const rest: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const code = pages.find((page) => page.index === index)?.code;
    if (code === undefined) {
      rest.push(index);
      continue;
    }
    const key = `${code.dossier}\n${code.letter}`;
    const group = groups.get(key) ?? { letter: code.letter, found: [] };
    group.found.push({ index, page: code.page });
    groups.set(key, group);
  }
  const parts = [...groups.values()].map(({ letter, found }) => ({
    letter,
    pages: found.toSorted((a, b) => a.page - b.page || a.index - b.index).map(({ index }) => index),
  }));
  return rest.length === 0 ? parts : [...parts, { letter: null, pages: rest }];
}
