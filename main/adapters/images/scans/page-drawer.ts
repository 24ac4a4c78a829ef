import { readFileSync } from 'node:fs';
import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { packageFile } from '../package-file.ts';

/** How large a page is drawn: at `dpi`, or with a long side of `longSidePx`; never over `maxPx` on its long side. */
export type DrawnSize = { readonly maxPx: number } & (
  | { readonly dpi: number; readonly longSidePx?: undefined }
  | { readonly longSidePx: number; readonly dpi?: undefined }
);

/** A drawn PDF page: RGBA rows, and its size in points (1/72 inch) as it is shown. */
export interface DrawnPage {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly width: number;
  readonly height: number;
  readonly hasText: boolean;
  /** Share of the page that pictures cover, 0 to 1, and px per inch of the coarsest that covers a tenth; null for none. */
  readonly pictures: { readonly share: number; readonly dpi: number | null };
  readonly data: Uint8Array;
}

/** Draws PDFs with pdfium; synchronous WebAssembly, so only within a worker. */
export interface PageDrawer {
  open(content: Uint8Array): Promise<{ readonly pages: number }>;
  draw(index: number, size: DrawnSize): Promise<DrawnPage>;
  text(maxCharacters: number, maxPages: number): Promise<string>;
  close(): void;
  /** Bytes of memory the reader holds; it never gives any back. */
  heldBytes(): number;
}

/** What of pdfium's module is used beyond the package's own functions. */
interface PdfiumModule {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPU32: Uint32Array;
  readonly wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
  readonly _FPDFPage_CountObjects: (page: number) => number;
  readonly _FPDFPage_GetObject: (page: number, index: number) => number;
  readonly _FPDFPageObj_GetType: (object: number) => number;
  readonly _FPDFPageObj_GetBounds: (
    object: number,
    left: number,
    bottom: number,
    right: number,
    top: number,
  ) => number;
  readonly _FPDFImageObj_GetImagePixelSize: (object: number, width: number, height: number) => number;
}

const imageObject = 3;
const formObject = 5;
/** Objects looked at to a page: a hostile one holds millions. */
const mostObjects = 2000;

/** Loads pdfium when it is first needed. */
export function createPageDrawer(): PageDrawer {
  let library: PDFiumLibrary | null = null;
  let pdf: PDFiumDocument | null = null;
  const opened = (): PDFiumDocument => {
    if (pdf === null) throw new Error('no PDF is open');
    return pdf;
  };
  // Safe: the package keeps its module in a field that its types call private; only what PdfiumModule names is used.
  const moduleOf = (): PdfiumModule => (library as unknown as { module: PdfiumModule }).module;
  return {
    async open(content) {
      if (library === null) {
        const { PDFiumLibrary: loaded } = await import('@hyzyla/pdfium');
        const wasm = readFileSync(packageFile('@hyzyla/pdfium/pdfium.wasm'));
        // Safe: readFileSync gives a Buffer over an ArrayBuffer.
        const wasmBinary = wasm.buffer.slice(
          wasm.byteOffset,
          wasm.byteOffset + wasm.byteLength,
        ) as ArrayBuffer;
        library = await loaded.init({ wasmBinary });
      }
      pdf = await library.loadDocument(content);
      return { pages: pdf.getPageCount() };
    },
    async draw(index, { dpi, longSidePx, maxPx }) {
      const page = opened().getPage(index);
      const { originalWidth: widthPt, originalHeight: heightPt } = page.getOriginalSize();
      if (!(widthPt > 0 && heightPt > 0 && Number.isFinite(widthPt + heightPt))) {
        throw new Error(`Page ${index + 1} cannot be loaded`);
      }
      const longPt = Math.max(widthPt, heightPt);
      const scale = Math.min(dpi === undefined ? longSidePx / longPt : dpi / 72, maxPx / longPt);
      const width = Math.max(1, Math.round(widthPt * scale));
      const height = Math.max(1, Math.round(heightPt * scale));
      const text = page.getText();
      // Safe: as moduleOf; the page's handle is a number.
      const { pageIdx } = page as unknown as { pageIdx: number };
      const pictures = picturesOf(moduleOf(), pageIdx, widthPt * heightPt);
      // Drawing closes the page: everything else is read before.
      const { data } = await page.render({ scale: 1, width, height, render: 'bitmap' });
      return { widthPt, heightPt, width, height, hasText: text.trim() !== '', pictures, data };
    },
    async text(maxCharacters, maxPages) {
      const parts: string[] = [];
      let length = 0;
      const count = Math.min(opened().getPageCount(), maxPages);
      for (let index = 0; index < count && length < maxCharacters; index += 1) {
        const page = opened().getPage(index);
        const text = page.getText();
        await page.render({ scale: 1, width: 1, height: 1, render: 'bitmap' });
        parts.push(text);
        length += text.length + 1;
      }
      return parts.join('\n').slice(0, maxCharacters);
    },
    close() {
      pdf?.destroy();
      pdf = null;
    },
    heldBytes: () => (library === null ? 0 : moduleOf().HEAPU8.length),
  };
}

/** How much of a page its pictures cover and how fine they are. What stands in a form counts by the form's own bounds. */
function picturesOf(pdfium: PdfiumModule, page: number, areaPt: number): DrawnPage['pictures'] {
  const {
    _FPDFPage_CountObjects: countObjects,
    _FPDFPage_GetObject: getObject,
    _FPDFPageObj_GetType: getType,
    _FPDFPageObj_GetBounds: getBounds,
    _FPDFImageObj_GetImagePixelSize: getPixelSize,
  } = pdfium;
  const pointer = pdfium.wasmExports.malloc(16);
  if (pointer === 0) return { share: 0, dpi: null };
  try {
    let share = 0;
    let dpi: number | null = null;
    const count = Math.min(mostObjects, countObjects(page));
    for (let index = 0; index < count; index += 1) {
      const object = getObject(page, index);
      const type = object === 0 ? 0 : getType(object);
      if (type !== imageObject && type !== formObject) continue;
      if (getBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12) === 0) continue;
      const at = pointer >> 2;
      const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.HEAPF32.subarray(at, at + 4);
      const covered = (Math.max(0, right - left) * Math.max(0, top - bottom)) / areaPt;
      // What a form holds is not seen from here: one over the whole page may well be a scan.
      share += type === imageObject ? covered : covered > 0.9 && count === 1 ? covered : 0;
      if (type !== imageObject || covered < 0.1) continue;
      if (getPixelSize(object, pointer, pointer + 4) === 0) continue;
      const [wide = 0, high = 0] = pdfium.HEAPU32.subarray(at, at + 2);
      const found = (Math.max(wide, high) / Math.max(right - left, top - bottom)) * 72;
      if (Number.isFinite(found) && found > 0) dpi = dpi === null ? found : Math.min(dpi, found);
    }
    return { share: Math.min(1, share), dpi };
  } finally {
    pdfium.wasmExports.free(pointer);
  }
}
