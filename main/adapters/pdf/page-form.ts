import { deflateSync } from 'node:zlib';
import type { PDFContext, PDFDict, PDFDocument, PDFObjectCopier, PDFPage, PDFRef } from 'pdf-lib';
import { concatenated, type Matrix } from './matrix.ts';
import { shownAnnotations } from './shown-annotations.ts';
import type { PdfLibrary } from './pdf-objects.ts';

/** A PDF whose pages can be shown inside another. */
export interface SourcePdf {
  readonly document: PDFDocument;
  readonly copier: PDFObjectCopier;
}

/** A page as a form of another PDF. `upright` takes its corner to the origin, turned as it is looked at. */
export interface PageForm {
  readonly ref: PDFRef;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly upright: Matrix;
}

/**
 * Opens a PDF to show its pages in `context`. Null where they cannot be taken over as they are: encrypted (an owner's password
 * is enough), damaged, or with layers that are switched off, which a form would switch on.
 */
export async function openSource(
  library: PdfLibrary,
  context: PDFContext,
  bytes: Uint8Array,
): Promise<SourcePdf | null> {
  try {
    const document = await library.PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: library.ParseSpeeds.Fastest,
    });
    if (document.catalog.has(library.PDFName.of('OCProperties'))) return null;
    return { document, copier: library.PDFObjectCopier.for(document.context, context) };
  } catch {
    // Whatever this reader cannot take, another draws: see the caller.
    return null;
  }
}

/**
 * One page (from 0) as a form, its visible annotations with it but for those that `isLeftOut` names; null where its parts
 * cannot be read.
 */
export function pageForm(
  library: PdfLibrary,
  context: PDFContext,
  { document, copier }: SourcePdf,
  index: number,
  isLeftOut?: (annotation: PDFDict) => boolean,
): PageForm | null {
  const page = document.getPages()[index];
  if (page === undefined) return null;
  try {
    const box = visibleBox(page);
    const { PDFName } = library;
    const resources = page.node.Resources();
    const dict = resources === undefined ? context.obj({}) : copier.copy(resources);
    const annotations = shownAnnotations(library, page, copier, isLeftOut);
    const content = [contentOf(library, page)];
    if (annotations.length > 0) {
      const forms = context.obj({});
      for (const [at, { ref, matrix }] of annotations.entries()) {
        forms.set(PDFName.of(`YqAnnotation${at}`), ref);
        content.push(Buffer.from(`q ${concatenated(matrix)} /YqAnnotation${at} Do Q\n`));
      }
      const own = dict.lookupMaybe(PDFName.of('XObject'), library.PDFDict);
      const merged = own === undefined ? forms : own.clone(context);
      for (const [key, value] of forms.entries()) merged.set(key, value);
      dict.set(PDFName.of('XObject'), merged);
    }
    const group = page.node.lookupMaybe(PDFName.of('Group'), library.PDFDict);
    const ref = context.register(
      context.stream(deflateSync(Buffer.concat(content), { level: 9 }), {
        Type: 'XObject',
        Subtype: 'Form',
        FormType: 1,
        BBox: [box.left, box.bottom, box.right, box.top],
        Resources: dict,
        ...(group === undefined ? {} : { Group: copier.copy(group) }),
        Filter: 'FlateDecode',
      }),
    );
    return { ref, ...shownPage(page) };
  } catch {
    return null;
  }
}

/** How a page is looked at, cropped and turned: its size, and what takes its corner to the origin. Throws for one without a visible area. */
export function shownPage(page: PDFPage): Omit<PageForm, 'ref'> {
  const box = visibleBox(page);
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  const turned = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const isSideways = turned === 90 || turned === 270;
  return {
    widthPt: isSideways ? height : width,
    heightPt: isSideways ? width : height,
    upright: uprightMatrix(turned, box),
  };
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What of a page is shown: its crop box inside its media box. */
function visibleBox(page: PDFPage): Box {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()];
  const box = {
    left: Math.max(media.x, crop.x),
    bottom: Math.max(media.y, crop.y),
    right: Math.min(media.x + media.width, crop.x + crop.width),
    top: Math.min(media.y + media.height, crop.y + crop.height),
  };
  if (!(box.right > box.left && box.top > box.bottom)) throw new Error('a page without a visible area');
  return box;
}

/** A page's rotation is clockwise. */
function uprightMatrix(turned: 0 | 90 | 180 | 270, { left, bottom, right, top }: Box): Matrix {
  switch (turned) {
    case 90:
      return [0, -1, 1, 0, -bottom, right];
    case 180:
      return [-1, 0, 0, -1, right, top];
    case 270:
      return [0, 1, -1, 0, top, -left];
    default:
      return [1, 0, 0, 1, -left, -bottom];
  }
}

/** The page's operators, unpacked: a page may have them in several streams, cut anywhere between two tokens. */
function contentOf(library: PdfLibrary, page: PDFPage): Buffer {
  const { PDFArray, PDFName, PDFRawStream } = library;
  const contents = page.node.lookup(PDFName.of('Contents'));
  const streams =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, at) => contents.lookup(at))
      : contents === undefined
        ? []
        : [contents];
  return Buffer.concat(
    streams.flatMap((stream) => {
      if (!(stream instanceof PDFRawStream)) throw new Error('a page with content of unknown kind');
      return [library.decodePDFRawStream(stream).decode(), Buffer.from('\n')];
    }),
  );
}
