/** A stretch of a text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A word to search by, and where it stands in the text as it was given. */
export interface SearchWord extends TextSpan {
  readonly word: string;
}

const pieces = /\p{Script=Han}+|[\p{Script=Latin}\p{Nd}]+(?:\.\p{Nd}+)*/gu;

/** One sign of a text as it is searched: half-width, lower-case; never longer than it is, so that places stay. */
function folded(text: string): string {
  return Array.from(text, (sign) => {
    const plain = sign.normalize('NFKC').toLowerCase();
    return plain.length === sign.length ? plain : sign === '×' ? 'x' : sign;
  }).join('');
}

/**
 * The words of a text: every two Chinese characters that stand side by side, a single one that stands alone, and Latin
 * words and numbers in lower case. Phrases in `ignored` say nothing and are passed over.
 */
export function searchWords(text: string, ignored: readonly string[] = []): readonly SearchWord[] {
  let plain = folded(text);
  for (const phrase of ignored.toSorted((one, other) => other.length - one.length)) {
    plain = plain.replaceAll(folded(phrase), ' '.repeat(phrase.length));
  }
  const words: SearchWord[] = [];
  for (const match of plain.matchAll(pieces)) {
    const [piece] = match;
    if (!/^\p{Script=Han}/u.test(piece)) {
      words.push({ word: piece, start: match.index, end: match.index + piece.length });
      continue;
    }
    const signs = Array.from(piece);
    let start = match.index;
    for (const [index, sign] of signs.entries()) {
      const next = signs[index + 1];
      const word = next === undefined ? sign : sign + next;
      if (next !== undefined || signs.length === 1) words.push({ word, start, end: start + word.length });
      start += sign.length;
    }
  }
  return words;
}

/** Where a text holds any of these words, stretches that touch joined. */
export function spansOf(text: string, wanted: ReadonlySet<string>): readonly TextSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const { word, start, end } of searchWords(text)) {
    if (!wanted.has(word)) continue;
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
