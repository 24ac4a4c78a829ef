import type { PageItem } from '../../contract/laid-out-document.ts';
import type { Line } from './break-lines.ts';
import { drawnBoxes } from './printable.ts';
import { emMm, type Glyph } from './set-glyphs.ts';

interface Place {
  readonly xMm: number;
  readonly baselineMm: number;
  readonly sizePt: number;
  readonly grey: number;
  readonly role: Extract<PageItem, { kind: 'text' }>['role'];
}

/** A line as page items: one text for each stretch of one face, rules under what is underlined, boxes drawn. */
export function placeLine(line: Line, place: Place): readonly PageItem[] {
  const items: PageItem[] = [];
  const em = emMm(place.sizePt);
  let x = place.xMm;
  let start = 0;
  const stretch = (glyph: Glyph): string => (drawnBoxes.has(glyph.character) ? 'box' : glyph.font);
  while (start < line.glyphs.length) {
    const first = line.glyphs[start];
    if (first === undefined) break;
    let end = start + 1;
    while (end < line.glyphs.length && sameStretch(first, line.glyphs[end], stretch)) end += 1;
    const advances = line.advancesMm.slice(start, end);
    const width = advances.reduce((sum, advance) => sum + advance, 0);
    if (stretch(first) === 'box') {
      let boxX = x;
      for (let index = start; index < end; index += 1) {
        items.push(...drawnBox(line.glyphs[index]?.character ?? '', boxX, place, em));
        boxX += line.advancesMm[index] ?? 0;
      }
    } else {
      items.push({
        kind: 'text',
        text: line.glyphs
          .slice(start, end)
          .map(({ character }) => character)
          .join(''),
        font: first.font,
        sizePt: place.sizePt,
        xMm: x,
        baselineMm: place.baselineMm,
        advancesMm: advances,
        grey: place.grey,
        role: place.role,
      });
    }
    if (first.underline) {
      const y = place.baselineMm + 0.16 * em;
      items.push({
        kind: 'line',
        x1Mm: x,
        y1Mm: y,
        x2Mm: x + width,
        y2Mm: y,
        widthPt: 0.6,
        grey: 0,
        role: 'body',
      });
    }
    x += width;
    start = end;
  }
  return items;
}

function sameStretch(first: Glyph, glyph: Glyph | undefined, stretch: (glyph: Glyph) => string): boolean {
  return glyph !== undefined && stretch(glyph) === stretch(first) && glyph.underline === first.underline;
}

function drawnBox(character: string, xMm: number, place: Place, em: number): readonly PageItem[] {
  const side = 0.72 * em;
  const left = xMm + 0.14 * em;
  const top = place.baselineMm - 0.74 * em;
  const pen = { widthPt: 0.7, grey: place.grey, role: 'body' as const };
  const box: PageItem = { kind: 'box', xMm: left, yMm: top, widthMm: side, heightMm: side, ...pen };
  if (character !== '☑') return [box];
  const low = { x: left + 0.4 * side, y: top + 0.8 * side };
  return [
    box,
    { kind: 'line', x1Mm: left + 0.15 * side, y1Mm: top + 0.5 * side, x2Mm: low.x, y2Mm: low.y, ...pen },
    { kind: 'line', x1Mm: low.x, y1Mm: low.y, x2Mm: left + 0.88 * side, y2Mm: top + 0.2 * side, ...pen },
  ];
}
