/** Control characters but tab and line feed, the bidirectional overrides and isolates, and halves of surrogate pairs. */
const unprintable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\p{Surrogate}]/u;

/** The first character of a text that no paper or form can hold, as `U+XXXX`; null where all are fit to print. */
export function firstUnprintable(text: string): string | null {
  const found = unprintable.exec(text)?.[0]?.codePointAt(0);
  return found === undefined ? null : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}
