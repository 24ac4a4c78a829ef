/** Print spaces a label out (名　　称), and a machine reads specks between its characters as punctuation. */
const specks = /[\s\u3000,，.。·•:：;；、"“”'‘’`~_\-—|]/u;

const isSpeck = (character: string | undefined): boolean => character !== undefined && specks.test(character);

function afterSpecks(text: string, from: number): number {
  let at = from;
  while (isSpeck(text[at])) at += 1;
  return at;
}

/** One character of a label of this length or longer may have been read wrongly. */
const leastFuzzyLength = 5;

/**
 * Where the value begins in a piece that starts with a label, spaced out or with one character of a long label misread;
 * null where the piece does not start with it. `exact` says whether every character was read right.
 */
export function matchLabel(
  text: string,
  label: string,
): { readonly valueAt: number; readonly exact: boolean } | null {
  const characters = [...label];
  let at = 0;
  let wrong = 0;
  for (const [index, wanted] of characters.entries()) {
    if (index > 0) at = afterSpecks(text, at);
    if (at >= text.length) return null;
    if (text[at] !== wanted) wrong += 1;
    if (wrong > (characters.length >= leastFuzzyLength ? 1 : 0)) return null;
    at += 1;
  }
  return { valueAt: afterSpecks(text, at), exact: wrong === 0 };
}
