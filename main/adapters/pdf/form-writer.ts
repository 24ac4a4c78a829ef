import { createHash } from 'node:crypto';
import type { PDFDict, PDFDocument, PDFPage } from 'pdf-lib';
import { Failure } from '../../contract/failure.ts';
import type { FormBeneath } from '../../contract/laid-out-document.ts';
import type { PdfWriter } from '../../world/pdf.ts';
import { annotationRectangle, measurePage, type ShownRectangle } from './form-pages.ts';
import { concatenated } from './matrix.ts';
import { pageForm, type PageForm, type SourcePdf } from './page-form.ts';
import { loadPdfLibrary, type PdfLibrary } from './pdf-objects.ts';
import { hasValue } from './widget-facts.ts';

/**
 * A writer that also writes over forms: the words by the letters' own writer, beneath them each page of the form as it is looked
 * at, its content untouched. Fields of the PDF's own become part of the page. Same document, same bytes. Throws `form-damaged`.
 */
export function createFormWriter(pdf: PdfWriter): PdfWriter {
  return {
    async write(document, shared) {
      const { form, elements: _untagged, ...words } = document;
      if (form === undefined) return pdf.write(document, shared);
      const library = await loadPdfLibrary();
      const text = await pdf.write(words, shared);
      const made = await library.PDFDocument.load(text, { updateMetadata: false });
      const source = await openForm(library, made, form.pdf);
      for (const [index, page] of made.getPages().entries()) {
        const beneath = pageForm(library, made.context, source, index, leftOut(library, source, index, form));
        if (beneath === null) throw damagedForm();
        putBeneath(library, page, `YqForm${index}`, beneath, form.isDraft);
      }
      keepLayers(library, made, source);
      const id = library.PDFHexString.of(
        createHash('sha256').update(text).update(form.pdf).digest('hex').slice(0, 32),
      );
      made.context.trailerInfo.ID = made.context.obj([id, id]);
      return made.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
    },
  };
}

async function openForm(library: PdfLibrary, made: PDFDocument, bytes: Uint8Array): Promise<SourcePdf> {
  const document = await library.PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: library.ParseSpeeds.Fastest,
  }).catch((error: unknown) => {
    throw damagedForm(error);
  });
  return { document, copier: library.PDFObjectCopier.for(document.context, made.context) };
}

/** Which of a page's own fields are not shown: those with something in them where something is written. */
function leftOut(
  library: PdfLibrary,
  { document }: SourcePdf,
  index: number,
  { covered }: FormBeneath,
): (annotation: PDFDict) => boolean {
  const page = document.getPages()[index];
  if (page === undefined) throw damagedForm();
  const { shown } = measurePage(library, page);
  const written = covered.filter((one) => one.page === index);
  return (annotation) => {
    if (!hasValue(library, annotation)) return false;
    const rectangle = annotationRectangle(library, annotation);
    return rectangle !== undefined && written.some((one) => coversMost(one, shown(rectangle)));
  };
}

/** Whether two rectangles have the middle of one of them in common. */
function coversMost(one: ShownRectangle, other: ShownRectangle): boolean {
  const holdsMiddle = (outer: ShownRectangle, inner: ShownRectangle): boolean => {
    const [x, y] = [inner.xMm + inner.widthMm / 2, inner.yMm + inner.heightMm / 2];
    return (
      x >= outer.xMm && x <= outer.xMm + outer.widthMm && y >= outer.yMm && y <= outer.yMm + outer.heightMm
    );
  };
  return holdsMiddle(one, other) || holdsMiddle(other, one);
}

/** The name is the page's own: pages may have their resources in common. */
function putBeneath(
  library: PdfLibrary,
  page: PDFPage,
  name: string,
  form: PageForm,
  isDraft: boolean,
): void {
  const { PDFName, PDFArray } = library;
  const { context } = page.doc;
  const [sx, sy] = [page.getWidth() / form.widthPt, page.getHeight() / form.heightPt];
  const [a, b, c, d, e, f] = form.upright;
  const matrix = concatenated([a * sx, b * sy, c * sx, d * sy, e * sx, f * sy]);
  // As ink on paper: the light mark of a draft never hides what the form says.
  const ink = isDraft ? '/YqInk gs\n' : '';
  const before = page.node.lookup(PDFName.of('Contents'));
  const rest =
    before instanceof PDFArray ? before.asArray() : [page.node.get(PDFName.of('Contents'))].filter(isThere);
  const first = context.register(context.stream(`q ${matrix} /${name} Do Q\n${ink}`, {}));
  page.node.set(PDFName.of('Contents'), context.obj([first, ...rest]));
  page.node.setXObject(PDFName.of(name), form.ref);
  if (isDraft) page.node.setExtGState(PDFName.of('YqInk'), context.obj({ BM: 'Multiply' }));
}

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/** Layers that are switched off stay so. */
function keepLayers(library: PdfLibrary, made: PDFDocument, { document, copier }: SourcePdf): void {
  const layers = document.catalog.lookupMaybe(library.PDFName.of('OCProperties'), library.PDFDict);
  if (layers !== undefined) made.catalog.set(library.PDFName.of('OCProperties'), copier.copy(layers));
}

/** The failure of a form whose pages cannot be taken over. */
export const damagedForm = (cause?: unknown): Failure =>
  new Failure(
    'form-damaged',
    {
      zh: '官方格式的 PDF 已损坏，读不出它的页面',
      en: 'The form’s PDF is damaged: its pages cannot be read',
    },
    {
      zh: '请从平台重新下载；仍不行时，用 PDF 软件打开后“打印为 PDF”，再导入',
      en: 'Download it again; if that does not help, open it in a PDF viewer, print it to a PDF and import that',
    },
    { cause },
  );
