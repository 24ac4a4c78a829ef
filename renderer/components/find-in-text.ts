const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether every word of a search stands in one of the texts; width and case do not matter, nothing typed finds all. */
export function isFoundIn(typed: string, texts: readonly (string | undefined)[]): boolean {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const held = texts.map((text) => folded(text ?? ''));
  return words.every((word) => held.some((text) => text.includes(word)));
}
