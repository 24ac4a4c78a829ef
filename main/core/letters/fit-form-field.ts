import type { FormField } from '../../contract/forms.ts';
import type { FontSet, PageItem } from '../../contract/laid-out-document.ts';
import { breakLines, type Line } from './break-lines.ts';
import { placeLine } from './place-line.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { ascentEm, baselineIn } from './typography.ts';

/** A text in its place on a form, and by how much it is too long for it; `too-long` is placed at the least size. */
export type FieldFit =
  | { readonly kind: 'fits'; readonly items: readonly PageItem[]; readonly sizePt: number }
  | {
      readonly kind: 'too-long';
      readonly items: readonly PageItem[];
      readonly sizePt: number;
      /** In the direction in which it does not fit; for boxes the characters that have none. */
      readonly over:
        | { readonly unit: 'mm'; readonly of: 'width' | 'height'; readonly mm: number }
        | { readonly unit: 'characters'; readonly count: number };
    };

export const usualSizePt = 12;
const stepPt = 0.5;
/** Lengths nearer than this are the same. */
const tolerance = 0.01;

/** Sets a text in the rectangle of a field, smaller where the field lets it; the size steps down by half points. */
export function fitFormField(field: FormField, text: string, fonts: FontSet): FieldFit {
  const { sizePt = usualSizePt } = field;
  const least = Math.min(field.leastSizePt ?? sizePt, sizePt);
  let fit: FieldFit = setAt(field, text, sizePt, fonts);
  for (let size = sizePt - stepPt; fit.kind === 'too-long' && size > least - stepPt; size -= stepPt) {
    fit = setAt(field, text, Math.max(size, least), fonts);
  }
  return fit;
}

function setAt(field: FormField, text: string, sizePt: number, fonts: FontSet): FieldFit {
  return field.boxes === undefined
    ? setLines(field, text, sizePt, fonts)
    : setBoxes(field, field.boxes, text, sizePt, fonts);
}

/** Lines on a pitch of the field's height by their number, so that they stand on its rules. */
function setLines(field: FormField, text: string, sizePt: number, fonts: FontSet): FieldFit {
  const em = emMm(sizePt);
  const most = field.lines ?? 1;
  const type = { font: field.font ?? ('serif' as const), sizePt };
  const paragraphs = most === 1 ? [text.replaceAll('\n', '；')] : text.split('\n');
  const lines = paragraphs.flatMap((paragraph) =>
    breakLines(setGlyphs([{ text: paragraph }], type, fonts), {
      widthMm: most === 1 ? Number.POSITIVE_INFINITY : field.widthMm,
      justify: false,
      emMm: em,
    }),
  );
  const pitch = field.heightMm / most;
  const used = Math.min(most, lines.length);
  const top =
    field.yMm +
    { top: 0, middle: (field.heightMm - used * pitch) / 2, bottom: field.heightMm - used * pitch }[
      field.vertical ?? 'middle'
    ];
  const items = lines.flatMap((line, index) =>
    placeLine(line, {
      xMm: field.xMm + startOf(line.widthMm, field),
      baselineMm: top + index * pitch + baseline(pitch, em, most === 1 ? field.vertical : 'middle'),
      sizePt,
      grey: 0,
      role: 'body',
    }),
  );
  const widest = Math.max(0, ...lines.map(({ widthMm }) => widthMm));
  const wide = widest - field.widthMm;
  const high = Math.max(0, lines.length - most) * pitch;
  if (wide > tolerance)
    return { kind: 'too-long', items, sizePt, over: { unit: 'mm', of: 'width', mm: wide } };
  if (high > tolerance)
    return { kind: 'too-long', items, sizePt, over: { unit: 'mm', of: 'height', mm: high } };
  if (em > pitch + tolerance) {
    return { kind: 'too-long', items, sizePt, over: { unit: 'mm', of: 'height', mm: em - pitch } };
  }
  return { kind: 'fits', items, sizePt };
}

function baseline(pitchMm: number, em: number, vertical: FormField['vertical'] = 'middle'): number {
  switch (vertical) {
    case 'top':
      return ascentEm * em;
    case 'bottom':
      return pitchMm - (1 - ascentEm) * em;
    case 'middle':
      return baselineIn(pitchMm, em);
  }
}

/** One character in each box, in the middle of it. */
function setBoxes(field: FormField, boxes: number, text: string, sizePt: number, fonts: FontSet): FieldFit {
  const em = emMm(sizePt);
  const cell = field.widthMm / boxes;
  const type = { font: field.font ?? ('serif' as const), sizePt };
  const glyphs = setGlyphs([{ text: text.replaceAll(/\s/gu, '') }], type, fonts);
  const first = { left: 0, centre: Math.floor((boxes - glyphs.length) / 2), right: boxes - glyphs.length }[
    field.align ?? 'left'
  ];
  const starts = glyphs.map(({ widthMm }, index) => (first + index) * cell + (cell - widthMm) / 2);
  const line: Line = {
    glyphs: glyphs.map((glyph) => ({ ...glyph, kernMm: 0 })),
    advancesMm: starts.map((start, index) => (starts[index + 1] ?? start + cell) - start),
    widthMm: glyphs.length * cell,
  };
  const items = placeLine(line, {
    xMm: field.xMm + (starts[0] ?? 0),
    baselineMm: field.yMm + baseline(field.heightMm, em, field.vertical),
    sizePt,
    grey: 0,
    role: 'body',
  });
  const count = glyphs.length - boxes;
  if (count > 0) return { kind: 'too-long', items, sizePt, over: { unit: 'characters', count } };
  const wide = Math.max(0, ...glyphs.map(({ widthMm }) => widthMm)) - cell;
  if (wide > tolerance)
    return { kind: 'too-long', items, sizePt, over: { unit: 'mm', of: 'width', mm: wide } };
  const high = em - field.heightMm;
  if (high > tolerance)
    return { kind: 'too-long', items, sizePt, over: { unit: 'mm', of: 'height', mm: high } };
  return { kind: 'fits', items, sizePt };
}

function startOf(widthMm: number, field: FormField): number {
  const slack = Math.max(0, field.widthMm - widthMm);
  switch (field.align) {
    case 'centre':
      return slack / 2;
    case 'right':
      return slack;
    default:
      return 0;
  }
}
