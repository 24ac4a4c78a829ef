import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { PDFDocument, PDFObject } from 'pdf-lib';
import { Failure } from '../../contract/failure.ts';
import type { FormPdfField } from '../../contract/forms.ts';
import type { FormFacts, FormFiles } from '../../world/form-shelf.ts';
import { readFailure } from '../disk/disk-failure.ts';
import { annotationRectangle, measurePage } from './form-pages.ts';
import { damagedForm } from './form-writer.ts';
import { pageForm } from './page-form.ts';
import { loadPdfLibrary, type PdfLibrary } from './pdf-objects.ts';
import { widgetFacts } from './widget-facts.ts';

/** A form is a few pages; what is larger is a scan or a book. */
const maxBytes = 20_000_000;
const maxPages = 30;
/** The sizes of paper, from a card to A0. */
const pageSideMm = { least: 50, most: 1200 };

/** Reads PDFs that are to become forms. */
export function createFormFiles(): FormFiles {
  return {
    async load(file) {
      const { size } = await stat(file.absolutePath).catch((error: unknown) => {
        throw readFailure(error, file.name);
      });
      if (size === 0) throw notAPdf(file.name);
      if (size > maxBytes) throw tooLarge(file.name, size);
      return readFile(file.absolutePath).catch((error: unknown) => {
        throw readFailure(error, file.name);
      });
    },
    async read(bytes, fileName) {
      if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw notAPdf(fileName);
      const library = await loadPdfLibrary();
      const document = await parse(library, bytes, fileName);
      requireUnsigned(library, document, fileName);
      requireNoXfa(library, document, fileName);
      return factsOf(library, document, bytes, fileName);
    },
  };
}

async function parse(library: PdfLibrary, bytes: Uint8Array, fileName: string): Promise<PDFDocument> {
  try {
    return await library.PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: library.ParseSpeeds.Fastest,
    });
  } catch (error) {
    // What is encrypted may be unreadable before it is known to be; the trailer that says so never is.
    const isEncrypted = error instanceof library.EncryptedPDFError || Buffer.from(bytes).includes('/Encrypt');
    if (isEncrypted) throw encrypted(fileName, error);
    throw damagedForm(error);
  }
}

async function factsOf(
  library: PdfLibrary,
  document: PDFDocument,
  bytes: Uint8Array,
  fileName: string,
): Promise<FormFacts> {
  const pages = pagesOf(document);
  if (pages.length === 0) throw noPages(fileName);
  if (pages.length > maxPages) throw tooManyPages(fileName, pages.length);
  const trial = await library.PDFDocument.create({ updateMetadata: false });
  const copier = library.PDFObjectCopier.for(document.context, trial.context);
  const fields: FormPdfField[] = [];
  const sizes = pages.map((page, index) => {
    if (pageForm(library, trial.context, { document, copier }, index) === null) throw damagedForm();
    const { widthMm, heightMm, shown } = measurePage(library, page);
    const sides = [widthMm, heightMm];
    if (Math.min(...sides) < pageSideMm.least || Math.max(...sides) > pageSideMm.most) {
      throw oddSize(fileName, index, widthMm, heightMm);
    }
    const annotations = page.node.Annots();
    for (let at = 0; at < (annotations?.size() ?? 0); at += 1) {
      const annotation = annotations?.lookup(at);
      if (!(annotation instanceof library.PDFDict)) continue;
      const facts = widgetFacts(library, annotation);
      const rectangle = annotationRectangle(library, annotation);
      if (facts === null || rectangle === undefined || rectangle.width * rectangle.height === 0) continue;
      const { xMm, yMm, widthMm: width, heightMm: height } = shown(rectangle);
      fields.push({
        ...facts,
        page: index,
        xMm: rounded(xMm),
        yMm: rounded(yMm),
        widthMm: rounded(width),
        heightMm: rounded(height),
      });
    }
    return { widthMm: rounded(widthMm), heightMm: rounded(heightMm) };
  });
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    pages: sizes,
    fields,
  };
}

function pagesOf(document: PDFDocument): ReturnType<PDFDocument['getPages']> {
  try {
    return document.getPages();
  } catch (error) {
    throw damagedForm(error);
  }
}

/** Millimetres to a thousandth: more is noise of the division by 72. */
const rounded = (mm: number): number => Math.round(mm * 1000) / 1000;

/** A changed document no longer carries its signature: whoever checks it would find it forged. */
function requireUnsigned(library: PdfLibrary, { context, catalog }: PDFDocument, fileName: string): void {
  const { PDFName, PDFDict } = library;
  const isSigned = context
    .enumerateIndirectObjects()
    .some(
      ([, object]) =>
        object instanceof PDFDict &&
        ((object.has(PDFName.of('ByteRange')) && object.has(PDFName.of('Contents'))) ||
          isSignature(library, object.lookup(PDFName.of('V')))),
    );
  if (!isSigned && !catalog.has(PDFName.of('Perms'))) return;
  throw new Failure(
    'form-signed',
    {
      zh: `「${fileName}」带有电子签名：写上内容就会破坏签名`,
      en: `“${fileName}” is signed electronically: writing on it would break the signature`,
    },
    {
      zh: '请向平台取得没有签名的空白格式；确认只是下载页自带的签名时，可用 PDF 软件“打印为 PDF”后再导入',
      en: 'Ask for the blank form without a signature; if the signature matters to nobody, print it to a PDF and import that',
    },
  );
}

/** A signature that stands in its field itself instead of as an object of its own. */
const isSignature = ({ PDFName, PDFDict }: PdfLibrary, value: PDFObject | undefined): boolean =>
  value instanceof PDFDict && value.has(PDFName.of('ByteRange'));

/** What an XFA form shows is made by its viewer: its pages in the file are at best a likeness. */
function requireNoXfa(library: PdfLibrary, { catalog }: PDFDocument, fileName: string): void {
  const { PDFName, PDFDict } = library;
  const form = catalog.lookup(PDFName.of('AcroForm'));
  if (!(form instanceof PDFDict) || !form.has(PDFName.of('XFA'))) return;
  throw new Failure(
    'form-xfa',
    {
      zh: `「${fileName}」是 XFA 表单：页面由阅读器临时生成，不能照它的页面填写`,
      en: `“${fileName}” is an XFA form: a viewer makes up its pages, so they cannot be written on`,
    },
    {
      zh: '请用 Adobe Reader 打开，“打印为 PDF”后再导入',
      en: 'Open it in Adobe Reader, print it to a PDF and import that',
    },
  );
}

const notAPdf = (name: string): Failure =>
  new Failure(
    'form-not-a-pdf',
    { zh: `「${name}」不是 PDF 文件`, en: `“${name}” is no PDF` },
    {
      zh: '请导入平台提供的 PDF；Word 文件请先另存为 PDF',
      en: 'Import the platform’s PDF; save a Word file as PDF first',
    },
  );

const tooLarge = (name: string, bytes: number): Failure =>
  new Failure(
    'form-too-large',
    {
      zh: `「${name}」有 ${(bytes / 1e6).toFixed(1)} MB，超过 ${maxBytes / 1e6} MB`,
      en: `“${name}” has ${(bytes / 1e6).toFixed(1)} MB, more than ${maxBytes / 1e6} MB`,
    },
    {
      zh: '官方格式一般不到 1 MB：请确认没有选错，或从平台重新下载',
      en: 'Such forms have less than 1 MB as a rule: see that it is the right file, or download it again',
    },
  );

const encrypted = (name: string, cause: unknown): Failure =>
  new Failure(
    'form-encrypted',
    { zh: `「${name}」有密码或权限保护`, en: `“${name}” is protected by a password or by permissions` },
    {
      zh: '请用 PDF 软件打开后“打印为 PDF”，再导入',
      en: 'Open it in a PDF viewer, print it to a PDF and import that',
    },
    { cause },
  );

const noPages = (name: string): Failure =>
  new Failure(
    'form-no-pages',
    { zh: `「${name}」里没有页面`, en: `“${name}” has no pages` },
    { zh: '请从平台重新下载', en: 'Download it again' },
  );

const tooManyPages = (name: string, pages: number): Failure =>
  new Failure(
    'form-too-large',
    {
      zh: `「${name}」有 ${pages} 页，超过 ${maxPages} 页`,
      en: `“${name}” has ${pages} pages, more than ${maxPages}`,
    },
    {
      zh: '请只留下要填写的那一份，另存为 PDF 后导入',
      en: 'Save the form alone as a PDF of its own and import that',
    },
  );

const oddSize = (name: string, page: number, widthMm: number, heightMm: number): Failure =>
  new Failure(
    'form-page-size',
    {
      zh: `「${name}」第 ${page + 1} 页的大小是 ${widthMm.toFixed(0)}×${heightMm.toFixed(0)} 毫米，不像一张纸`,
      en: `Page ${page + 1} of “${name}” measures ${widthMm.toFixed(0)} × ${heightMm.toFixed(0)} mm, which is no sheet of paper`,
    },
    {
      zh: `每边应在 ${pageSideMm.least} 到 ${pageSideMm.most} 毫米之间：请用 PDF 软件按 A4 “打印为 PDF”后再导入`,
      en: `Its sides may have ${pageSideMm.least} to ${pageSideMm.most} mm: print it to a PDF in A4 and import that`,
    },
  );
