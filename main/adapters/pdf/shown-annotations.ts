import type { PDFDict, PDFObject, PDFObjectCopier, PDFPage, PDFRef } from 'pdf-lib';
import type { PdfLibrary } from './pdf-objects.ts';
import type { Matrix } from './matrix.ts';

const hidden = 1 << 1;
const noView = 1 << 5;

/**
 * The appearances of a page's visible annotations, copied, each with the matrix that puts it in its place (PDF 32000-1, 12.5.5):
 * an electronic seal or a signature on a certificate is often one. Links and pop-ups show nothing of their own.
 */
export function shownAnnotations(
  library: PdfLibrary,
  page: PDFPage,
  copier: PDFObjectCopier,
  isLeftOut: (annotation: PDFDict) => boolean = () => false,
): readonly { readonly ref: PDFRef; readonly matrix: Matrix }[] {
  const { PDFName, PDFDict, PDFArray, PDFNumber, PDFRef } = library;
  const all = page.node.Annots();
  if (all === undefined) return [];
  const found: { readonly ref: PDFRef; readonly matrix: Matrix }[] = [];
  for (let at = 0; at < all.size(); at += 1) {
    const annotation = all.lookupMaybe(at, PDFDict);
    if (annotation === undefined) continue;
    const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
    const subtype = annotation.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText();
    if ((flags & (hidden | noView)) !== 0 || subtype === 'Popup' || isLeftOut(annotation)) continue;
    const appearance = normalAppearance(library, annotation);
    const rect = annotation.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
    if (!(appearance instanceof PDFRef) || rect === undefined) continue;
    const stream = page.doc.context.lookupMaybe(appearance, library.PDFStream);
    const box = stream?.dict.lookupMaybe(PDFName.of('BBox'), PDFArray)?.asRectangle();
    if (stream === undefined || box === undefined) continue;
    const own = stream.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray);
    const matrix = own === undefined ? identity : numbers(library, own);
    const shown = transformed(box, matrix);
    if (shown.width === 0 || shown.height === 0) continue;
    const [sx, sy] = [rect.width / shown.width, rect.height / shown.height];
    found.push({
      ref: copier.copy(appearance),
      matrix: [sx, 0, 0, sy, rect.x - shown.x * sx, rect.y - shown.y * sy],
    });
  }
  return found;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The stream that shows an annotation as it is: for one with states, that of its own. */
function normalAppearance(library: PdfLibrary, annotation: PDFDict): PDFObject | undefined {
  const { PDFName, PDFDict } = library;
  const appearances = annotation.lookupMaybe(PDFName.of('AP'), PDFDict);
  const normal = appearances?.get(PDFName.of('N'));
  const states = appearances?.lookup(PDFName.of('N'));
  if (!(states instanceof PDFDict)) return normal;
  const state = annotation.lookupMaybe(PDFName.of('AS'), PDFName);
  return state === undefined ? undefined : states.get(state);
}

function numbers(library: PdfLibrary, array: { size(): number; lookup(at: number): unknown }): Matrix {
  const at = (index: number): number => {
    const value = array.lookup(index);
    if (!(value instanceof library.PDFNumber)) throw new Error('a matrix that holds no number');
    return value.asNumber();
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The upright rectangle around a transformed one. */
function transformed({ x, y, width, height }: Rectangle, [a, b, c, d, e, f]: Matrix): Rectangle {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const;
  const xs = corners.map(([px, py]) => a * px + c * py + e);
  const ys = corners.map(([px, py]) => b * px + d * py + f);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: bottom, width: Math.max(...xs) - left, height: Math.max(...ys) - bottom };
}
