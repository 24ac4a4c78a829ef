import { isForbiddenAtEnd, isForbiddenAtStart } from './characters.ts';
import type { Glyph } from './set-glyphs.ts';

/** One line: its glyphs and how far each advances, so that the sum is the line's width. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly advancesMm: readonly number[];
  readonly widthMm: number;
}

/** Lengths nearer than this are the same: a thousandth of a millimetre. */
const tolerance = 0.001;
/**
 * How far justified lines may open between characters, in em: readers of PDF take a tenth of the em for a blank. Lines
 * with nothing but spaces between words may open further. A line that would need twice as much is left as it is.
 */
const widestGapEm = 0.095;
const widestSpaceEm = 0.6;

/**
 * Breaks a paragraph into lines no wider than `widthMm` (the first one `indentMm` less) after Chinese rules: no line
 * starts or ends with a mark that must not, Latin words and figures stay whole unless longer than a line, and a closing
 * mark at the end may give up its blank half. With `justify`, all lines but the last are spread to the full width.
 */
export function breakLines(
  glyphs: readonly Glyph[],
  options: {
    readonly widthMm: number;
    readonly indentMm?: number;
    readonly justify: boolean;
    readonly emMm: number;
  },
): readonly Line[] {
  const available = (line: number): number => options.widthMm - (line === 0 ? (options.indentMm ?? 0) : 0);
  const ends = withoutLoneCharacter(glyphs, findEnds(glyphs, available));
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0;
    const isLast = end === glyphs.length;
    return spread(glyphs.slice(start, end), available(index), options.justify && !isLast, options.emMm);
  });
}

/** The same words in as few lines, of about the same width: for centred titles and names. */
export function balanceLines(
  glyphs: readonly Glyph[],
  options: { readonly widthMm: number; readonly emMm: number },
): readonly Line[] {
  const at = (widthMm: number): readonly Line[] =>
    breakLines(glyphs, { widthMm, justify: false, emMm: options.emMm });
  const full = at(options.widthMm);
  let best = full;
  for (let widthMm = options.widthMm - options.emMm; widthMm > 4 * options.emMm; widthMm -= options.emMm) {
    const lines = at(widthMm);
    if (lines.length > full.length) break;
    best = lines;
  }
  return best;
}

/** Where each line ends: the index after its last glyph. Empty text is one empty line. */
function findEnds(glyphs: readonly Glyph[], available: (line: number) => number): number[] {
  if (glyphs.length === 0) return [0];
  const ends: number[] = [];
  let start = 0;
  while (start < glyphs.length) {
    const limit = available(ends.length) + tolerance;
    let x = 0;
    let fitting = start;
    let lastBreak = -1;
    for (; fitting < glyphs.length; fitting += 1) {
      const glyph = glyphs[fitting];
      if (glyph === undefined) break;
      const least = glyph.character === ' ' ? x : x + glyph.widthMm - glyph.trimMm;
      if (least > limit) break;
      if (glyph.canBreakAfter) lastBreak = fitting;
      x += glyph.widthMm + glyph.kernMm;
    }
    if (fitting === glyphs.length) start = fitting;
    else if (lastBreak >= start) start = lastBreak + 1;
    else start = breakInside(glyphs, start, Math.max(fitting, start + 1));
    ends.push(start);
  }
  return ends;
}

/** Where to break what has no break of its own: after a separator of an address in its last third, else at the end. */
function breakInside(glyphs: readonly Glyph[], start: number, end: number): number {
  const character = (index: number): string => glyphs[index]?.character ?? '';
  const suits = (at: number): boolean =>
    !isForbiddenAtEnd(character(at - 1)) && !isForbiddenAtStart(character(at));
  const third = end - Math.floor((end - start) / 3);
  for (let at = end; at > third; at -= 1) {
    if ('/_.@?&=#+,'.includes(character(at - 1)) && suits(at)) return at;
  }
  for (let at = end; at > start + 1; at -= 1) if (suits(at)) return at;
  return end;
}

/** Keeps a single character from standing alone on the last line, by bringing one more down. */
function withoutLoneCharacter(glyphs: readonly Glyph[], ends: readonly number[]): readonly number[] {
  const before = ends.at(-2);
  if (before === undefined) return ends;
  const words = glyphs.slice(before).filter(({ character }) => /[\p{L}\p{N}]/u.test(character));
  if (words.length !== 1) return ends;
  const from = ends.at(-3) ?? 0;
  for (let at = before - 1; at > from + (before - from) / 2; at -= 1) {
    if (glyphs[at - 1]?.canBreakAfter) return [...ends.slice(0, -2), at, glyphs.length];
  }
  return ends;
}

/** Decides how far each glyph of a line advances. */
function spread(glyphs: readonly Glyph[], availableMm: number, justify: boolean, emMm: number): Line {
  let last = glyphs.length - 1;
  while (last > 0 && glyphs[last]?.character === ' ') last -= 1;
  const advances = glyphs.map((glyph, index) => {
    if (index > last) return 0;
    return index === last ? glyph.widthMm : glyph.widthMm + glyph.kernMm;
  });
  let width = advances.reduce((sum, advance) => sum + advance, 0);
  const end = glyphs[last];
  if (end !== undefined && width > availableMm + tolerance) {
    const trim = Math.min(end.trimMm, width - availableMm);
    advances[last] = end.widthMm - trim;
    width -= trim;
  }
  if (!justify || availableMm - width <= tolerance) return { glyphs, advancesMm: advances, widthMm: width };
  const gaps = widerGaps(glyphs, last, availableMm - width, emMm);
  if (gaps === null) return { glyphs, advancesMm: advances, widthMm: width };
  const wider = advances.map((advance, index) => advance + (gaps[index] ?? 0));
  return { glyphs, advancesMm: wider, widthMm: wider.reduce((sum, advance) => sum + advance, 0) };
}

/**
 * How much wider the gap after each glyph gets so that a line takes up `slackMm` more; null where they would gape. Gaps
 * beside Latin words are there already: they grow only once the others are as wide, so that none stands out as a blank.
 */
function widerGaps(
  glyphs: readonly Glyph[],
  last: number,
  slackMm: number,
  emMm: number,
): readonly number[] | null {
  const points = glyphs.map((glyph, index) => {
    const weight = index >= last || !glyph.canStretchAfter ? 0 : glyph.character === ' ' ? 2 : 1;
    return { weight, hadMm: weight === 0 ? 0 : Math.max(0, glyph.kernMm) };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const had = points.reduce((sum, { hadMm }) => sum + hadMm, 0);
  const free = points.reduce((sum, { weight, hadMm }) => sum + (hadMm > 0 ? 0 : weight), 0);
  const widest = (points.some(({ weight }) => weight === 1) ? widestGapEm : widestSpaceEm / 2) * emMm;
  const least = points.reduce((most, { hadMm }) => Math.max(most, hadMm), 0);
  const even = total === 0 ? Infinity : (slackMm + had) / total;
  if (even >= least) {
    if (even > 2 * widest) return null;
    return points.map(({ weight, hadMm }) => weight * Math.min(even, widest) - hadMm);
  }
  const rest = free === 0 ? 0 : slackMm / free;
  return points.map(({ weight, hadMm }) => (hadMm > 0 ? 0 : weight * rest));
}
