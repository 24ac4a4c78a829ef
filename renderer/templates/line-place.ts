/**
 * Where a line of its own goes when the caret is at `caret`: in place of the caret's line where that is blank, else below it. `from` and
 * `to` are what `words` replaces.
 */
export function linePlace(
  text: string,
  caret: number,
  line: string,
): { readonly from: number; readonly to: number; readonly words: string } {
  const start = text.lastIndexOf('\n', caret - 1) + 1;
  const next = text.indexOf('\n', caret);
  const end = next < 0 ? text.length : next;
  return text.slice(start, end).trim() === ''
    ? { from: start, to: end, words: line }
    : { from: end, to: end, words: `\n${line}` };
}
