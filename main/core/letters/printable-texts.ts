import { drawnBoxes } from './printable.ts';

/** An ideographic space stays, every other white space becomes a blank. */
const space = (white: string): string => (/^\u3000+$/.test(white) ? white : ' ');

/** Replaces in every text of a document tree what the fonts cannot print by □; line breaks stay. */
export function printableTexts<T>(value: T, canPrint: (character: string) => boolean): T {
  if (typeof value === 'string') {
    const replaced = Array.from(value.replace(/[^\S\n]+/gu, space), (sign) =>
      sign === '\n' || drawnBoxes.has(sign) || canPrint(sign) ? sign : '□',
    ).join('');
    // Safe: a string stays a string.
    return replaced as T;
  }
  // Safe: arrays and plain objects keep their shape, only the strings inside differ.
  if (Array.isArray(value)) return value.map((item: unknown) => printableTexts(item, canPrint)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, printableTexts(item as unknown, canPrint)]),
  ) as T;
}
