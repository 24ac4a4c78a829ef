import type { PDFDict, PDFPage } from 'pdf-lib';
import type { Matrix } from './matrix.ts';
import { shownPage } from './page-form.ts';
import type { PdfLibrary } from './pdf-objects.ts';

const mmPerPoint = 25.4 / 72;

/** A rectangle in millimetres from the top left corner of a page as it is looked at. */
export interface ShownRectangle {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A page's measures as it is looked at, and where on it a rectangle of its own space lies. */
export interface MeasuredPage {
  readonly widthMm: number;
  readonly heightMm: number;
  shown(rectangle: Rectangle): ShownRectangle;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Measures a page: cropped, turned, and in the unit that it states (UserUnit). Throws for one without a visible area. */
export function measurePage(library: PdfLibrary, page: PDFPage): MeasuredPage {
  const { widthPt, heightPt, upright } = shownPage(page);
  const unit = page.node.lookup(library.PDFName.of('UserUnit'));
  const userUnit = unit instanceof library.PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1;
  const mm = mmPerPoint * userUnit;
  return {
    widthMm: widthPt * mm,
    heightMm: heightPt * mm,
    shown({ x, y, width, height }) {
      const [one, other] = [at(upright, x, y), at(upright, x + width, y + height)];
      const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
      const [bottom, top] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
      return {
        xMm: left * mm,
        yMm: (heightPt - top) * mm,
        widthMm: (right - left) * mm,
        heightMm: (top - bottom) * mm,
      };
    },
  };
}

const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** The rectangle of an annotation in its page's own space; undefined where it states none. */
export function annotationRectangle(library: PdfLibrary, annotation: PDFDict): Rectangle | undefined {
  const rectangle = annotation.lookup(library.PDFName.of('Rect'));
  return rectangle instanceof library.PDFArray ? rectangle.asRectangle() : undefined;
}
