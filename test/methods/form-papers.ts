import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import type { FontId, FontSet, LaidOutDocument, PageItem } from '../../main/contract/laid-out-document.ts';
import type { World } from '../../main/world.ts';

const mmPerEm = (sizePt: number): number => (sizePt * 25.4) / 72;
const pointsPerMm = 72 / 25.4;

/** A fictitious platform's form, not anybody's own: what stands on its pages besides the blanks. */
export const formWords = [
  '示例平台应用发布承诺函（格式）',
  '承诺人（公司全称）：',
  '统一社会信用代码：',
  '应用名称：',
  '本公司承诺：所提交的材料真实、合法、有效，并遵守示例平台的各项规则。',
  '□ 企业　□ 个人',
  '法定代表人（签字）：',
  '（盖章）',
  '年　　月　　日',
] as const;

/** The blanks on the form, in millimetres as it is looked at. */
export const blanks = {
  company: { page: 1, xMm: 72, yMm: 52, widthMm: 110, heightMm: 8 },
  uscc: { page: 1, xMm: 72, yMm: 66, widthMm: 108, heightMm: 8 },
  app: { page: 1, xMm: 72, yMm: 80, widthMm: 60, heightMm: 8 },
  tick: { page: 2, xMm: 29.5, yMm: 42.2, widthMm: 4.4, heightMm: 4.6 },
  year: { page: 2, xMm: 120, yMm: 232, widthMm: 14, heightMm: 8 },
  month: { page: 2, xMm: 139, yMm: 232, widthMm: 8, heightMm: 8 },
  day: { page: 2, xMm: 152, yMm: 232, widthMm: 8, heightMm: 8 },
} as const;

/** Two A4 pages with Chinese text and ruled blanks; `mark` tells one version of the form from another. */
export async function plainForm(world: World, mark = ''): Promise<Uint8Array> {
  const fonts = await world.fonts();
  const text = (words: string, xMm: number, baselineMm: number, sizePt = 12, font: FontId = 'serif') =>
    textItem(fonts, words, { xMm, baselineMm, sizePt, font });
  const rule = ({ xMm, yMm, widthMm, heightMm }: (typeof blanks)['company' | 'uscc' | 'app']): PageItem => ({
    kind: 'line',
    x1Mm: xMm,
    x2Mm: xMm + widthMm,
    y1Mm: yMm + heightMm,
    y2Mm: yMm + heightMm,
    widthPt: 0.5,
    grey: 0,
    role: 'body',
  });
  const page = (items: readonly PageItem[]) => ({ widthMm: 210, heightMm: 297, items });
  const document: LaidOutDocument = {
    title: '示例格式',
    author: '示例平台',
    language: 'zh-CN',
    subject: '',
    keywords: [],
    pages: [
      page([
        text(`${formWords[0]}${mark}`, 52, 32, 20, 'serif-bold'),
        text(formWords[1], 30, 58),
        text(formWords[2], 30, 72),
        text(formWords[3], 30, 86),
        rule(blanks.company),
        rule(blanks.uscc),
        rule(blanks.app),
        text(formWords[4], 30, 106),
      ]),
      page([
        text(formWords[5], 30, 46),
        text(formWords[6], 30, 212),
        text(formWords[7], 130, 216),
        text(formWords[8], 135, 238),
      ]),
    ],
  };
  return world.pdf.write(document);
}

function textItem(
  fonts: FontSet,
  text: string,
  at: { readonly xMm: number; readonly baselineMm: number; readonly sizePt: number; readonly font: FontId },
): PageItem {
  const em = mmPerEm(at.sizePt);
  const advancesMm = Array.from(text, (one) => fonts[at.font].advance(one.codePointAt(0)!) * em);
  return { kind: 'text', text, ...at, advancesMm, grey: 0, role: 'body' };
}

/** The same, its page turned by 90° in the file and shown upright (the first), and cropped from a larger sheet off the origin (the second). */
export async function turnedAndCroppedForm(world: World): Promise<Uint8Array> {
  const plain = await PDFDocument.load(await plainForm(world));
  const made = await PDFDocument.create({ updateMetadata: false });
  const [first, second] = await made.embedPages(plain.getPages());
  const turned = made.addPage([first!.height, first!.width]);
  turned.drawPage(first!, { x: first!.height, y: 0, rotate: degrees(90) });
  turned.setRotation(degrees(90));
  const cropped = made.addPage([second!.width + 150, second!.height + 90]);
  cropped.setMediaBox(-50, -30, second!.width + 150, second!.height + 90);
  cropped.drawPage(second!, { x: 17, y: 23 });
  cropped.setCropBox(17, 23, second!.width, second!.height);
  return made.save();
}

/** The plain form with fields of its own, one of which holds something, and a box to tick. */
export async function fieldsForm(world: World): Promise<Uint8Array> {
  const document = await PDFDocument.load(await plainForm(world));
  const form = document.getForm();
  const [first, second] = document.getPages();
  const box = ({ xMm, yMm, widthMm, heightMm }: (typeof blanks)[keyof typeof blanks]) => ({
    x: xMm * pointsPerMm,
    y: 297 * pointsPerMm - (yMm + heightMm) * pointsPerMm,
    width: widthMm * pointsPerMm,
    height: heightMm * pointsPerMm,
    borderWidth: 0,
  });
  const company = form.createTextField('applicant.companyName');
  company.addToPage(first!, box(blanks.company));
  company.setText('OLD COMPANY NAME');
  form.createTextField('应用名称').addToPage(first!, box(blanks.app));
  const uscc = form.createTextField('uscc');
  uscc.setMaxLength(18);
  uscc.enableCombing();
  uscc.addToPage(first!, box(blanks.uscc));
  const number = form.createTextField('platform.number');
  number.addToPage(first!, { x: 420, y: 790, width: 120, height: 16, borderWidth: 0 });
  number.setText('FORM-2026-01');
  number.enableReadOnly();
  form.createCheckBox('kind.company').addToPage(second!, box(blanks.tick));
  return document.save();
}

/** A PDF changed by pdf-lib before it is saved. */
export async function changed(
  bytes: Uint8Array,
  change: (document: PDFDocument) => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  change(document);
  return document.save({ updateFieldAppearances: false, addDefaultPage: false });
}

/** Forms that are refused, by the code of their refusal. */
export async function refusedForms(
  world: World,
  folder: string,
): Promise<readonly (readonly [string, string, Uint8Array])[]> {
  const plain = await plainForm(world);
  const path = join(folder, 'plain.pdf');
  writeFileSync(path, plain);
  const encrypted = join(folder, 'encrypted.pdf');
  const qpdf = spawnSync('qpdf', ['--encrypt', '', 'owner', '256', '--', path, encrypted]);
  if (qpdf.status !== 0) throw new Error(String(qpdf.stderr));
  const { readFileSync } = await import('node:fs');
  const signed = await changed(plain, (document) => {
    const { context } = document;
    const signature = context.register(
      context.obj({
        Type: 'Sig',
        Filter: 'Adobe.PPKLite',
        ByteRange: [0, 1, 2, 3],
        Contents: PDFString.of('x'),
      }),
    );
    const field = context.register(context.obj({ FT: 'Sig', T: PDFString.of('签名'), V: signature }));
    document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }));
  });
  const xfa = await changed(plain, (document) => {
    const xml = document.context.register(document.context.stream('<xdp/>'));
    document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ Fields: [], XFA: xml }));
  });
  const noPages = await changed(plain, (document) => {
    document.removePage(1);
    document.removePage(0);
    const pages = document.catalog.lookup(PDFName.of('Pages'), PDFDict);
    pages.set(PDFName.of('Kids'), document.context.obj([]));
  });
  const tiny = await changed(plain, (document) => document.getPages()[0]!.setMediaBox(0, 0, 20, 20));
  return [
    ['form-not-a-pdf', '不是 PDF.pdf', Buffer.from('这不是 PDF')],
    ['form-not-a-pdf', '空的.pdf', new Uint8Array()],
    ['form-encrypted', '加密.pdf', readFileSync(encrypted)],
    ['form-damaged', '截断.pdf', plain.subarray(0, 400)],
    ['form-signed', '已签名.pdf', signed],
    ['form-xfa', 'XFA.pdf', xfa],
    ['form-page-size', '太小.pdf', tiny],
    ['form-too-large', '太大.pdf', Buffer.concat([plain, Buffer.alloc(20_000_001 - plain.length)])],
    ['form-no-pages', '没有页.pdf', noPages],
  ];
}
