import { displayWidth } from './display-width.ts';

/** Marks that may not begin a line, and marks that may not end one (避头尾). */
const notAtStart = /^[，。、；：？！）】》」』”’…—～·,.;:?!)\]}%]/u;
const notAtEnd = /[（【《「『“‘([{]$/u;

/** The smallest pieces that stay together on a line: words, single Chinese characters, with their punctuation. */
function pieces(text: string): readonly string[] {
  const raw =
    text.match(/ +|[^\s\p{Script=Han}\p{Script=Hangul}，。、；：？！（）【】《》「」『』“”‘’…—]+|[^ ]/gu) ??
    [];
  const joined: string[] = [];
  for (const piece of raw) {
    const last = joined.at(-1);
    const sticks =
      last !== undefined && last.trim() !== '' && (notAtStart.test(piece) || notAtEnd.test(last));
    if (sticks) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** Breaks a text into lines of at most `width` columns; a piece that is wider than a line stays whole. */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const piece of pieces(paragraph)) {
      if (line.trim() !== '' && displayWidth(line + piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else {
        line += piece;
      }
    }
    lines.push(line.trimEnd());
    return lines;
  });
}
