import type { WordRun } from '../../contract/word.ts';

const number =
  /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d{1,2}(?:[.．](?!\d)|、)|[①-⑳])\s*/;

/** The number that someone typed before a paragraph, where a letter's numbers stand; empty where there is none. */
export function typedNumber(runs: readonly WordRun[]): string {
  const [first] = runs;
  return first === undefined || first.tag === true ? '' : (number.exec(first.text)?.[0].trim() ?? '');
}

/** Runs without the number that {@link typedNumber} finds. */
export function withoutTypedNumber(runs: readonly WordRun[]): readonly WordRun[] {
  const [first, ...others] = runs;
  if (first === undefined || first.tag === true) return runs;
  const rest = { ...first, text: first.text.replace(number, '') };
  return rest.text === '' ? others : [rest, ...others];
}
