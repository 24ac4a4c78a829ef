import { matchLines } from '../dossier/merge-lines.ts';

/** One line of a comparison: in both texts, or in one of them, with its number from 1. */
export type ComparedLine =
  | { readonly kind: 'same'; readonly text: string; readonly from: number; readonly to: number }
  | { readonly kind: 'removed'; readonly text: string; readonly from: number }
  | { readonly kind: 'added'; readonly text: string; readonly to: number };

/** Compares two texts line by line, removed lines before added ones; the end of line and blanks at it do not count. */
export function compareLines(one: string, other: string): readonly ComparedLine[] {
  const [from, to] = [one, other].map((text) =>
    text
      .replace(/^\uFEFF/, '')
      .replace(/\s+$/, '')
      .split(/\r\n|\n|\r/)
      .map((line) => line.trimEnd()),
  ) as [string[], string[]]; // Safe: two texts in, two lists out.
  const compared: ComparedLine[] = [];
  let [fromAt, toAt] = [0, 0];
  const differ = (fromEnd: number, toEnd: number): void => {
    for (; fromAt < fromEnd; fromAt += 1)
      compared.push({ kind: 'removed', text: from[fromAt] ?? '', from: fromAt + 1 });
    for (; toAt < toEnd; toAt += 1) compared.push({ kind: 'added', text: to[toAt] ?? '', to: toAt + 1 });
  };
  for (const [fromIndex, toIndex] of matchLines(from, to) ?? []) {
    differ(fromIndex, toIndex);
    compared.push({ kind: 'same', text: from[fromIndex] ?? '', from: fromIndex + 1, to: toIndex + 1 });
    [fromAt, toAt] = [fromIndex + 1, toIndex + 1];
  }
  differ(from.length, to.length);
  return compared;
}
