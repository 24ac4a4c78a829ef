import { parse } from 'yaml';
import { dossierDocumentSchema } from '../../../main/contract/dossier.ts';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { makeLetter } from '../../../main/methods/needed-letters.ts';
import { dossierText } from '../base-dossier.ts';
import type { Random } from '../drawing/random.ts';
import { toRaster, type Raster } from '../drawing/raster.ts';
import type { Studio } from '../drawing/studio.ts';
import { clauses, companies, mm, page, rows, type Paper } from './paper.ts';

/** A letter from a word processor. */
export async function typedLetter(studio: Studio, random: Random): Promise<Paper> {
  const company = random.one(companies);
  const { lettering } = studio;
  const paragraphs = random.shuffled(clauses).slice(0, random.whole(4, 7));
  const lines = paragraphs.flatMap((text, n) =>
    lettering.wrap(`　　${n + 1}．${text}`, mm(4.6), mm(156), 'serif'),
  );
  const text = rows(studio, lines, 27, 75, 4.6, 9);
  const end = Math.min(text.endMm + 22, 232);
  const body = `${lettering.text(random.one(['应用发布承诺函', '授权委托书', '关于应用上线的情况说明']), { x: mm(105), y: mm(45), size: mm(8), face: 'serif-bold', anchor: 'middle' })}${lettering.text('致：平台审核方', { x: mm(27), y: mm(62), size: mm(4.6), face: 'serif' })}${text.body}
    ${lettering.text(`承诺单位（盖章）：${company}`, { x: mm(95), y: mm(end), size: mm(4.6), face: 'serif' })}${lettering.text('日期：2026 年 11 月 18 日', { x: mm(118), y: mm(end + 11), size: mm(4.6), face: 'serif' })}`;
  return {
    pages: [await page(body)],
    widthMm: 210,
    heightMm: 297,
    sealAt: { page: 0, xMm: 145, yMm: end + 2 },
    slot: random.one(['publishing-commitment', 'authorisation-letter']),
  };
}

/** A red letterhead over the text, as companies and public bodies have it: red, and no seal. */
export async function letterhead(studio: Studio, random: Random): Promise<Paper> {
  const { lettering } = studio;
  const company = random.one(companies);
  const text = rows(
    studio,
    random
      .shuffled(clauses)
      .slice(0, 5)
      .flatMap((one) => lettering.wrap(`　　${one}`, mm(4.6), mm(156), 'serif')),
    27,
    95,
    4.6,
    9,
  );
  const body = `${lettering.text(`${company}文件`, { x: mm(105), y: mm(45), size: mm(11), face: 'serif-bold', anchor: 'middle', colour: '#d4141c' })}<rect x="${mm(25)}" y="${mm(58)}" width="${mm(160)}" height="${mm(0.9)}" fill="#d4141c"/>
    ${lettering.text('关于申请应用上线的函', { x: mm(105), y: mm(78), size: mm(7), face: 'serif-bold', anchor: 'middle' })}${text.body}${lettering.text(company, { x: mm(110), y: mm(225), size: mm(4.6), face: 'serif' })}${lettering.text('2026 年 11 月 18 日', { x: mm(118), y: mm(236), size: mm(4.6), face: 'serif' })}`;
  return {
    pages: [await page(body)],
    widthMm: 210,
    heightMm: 297,
    sealAt: { page: 0, xMm: 142, yMm: 228 },
    slot: 'authorisation-letter',
  };
}

/** A letter of the product's own, as it prints it, page codes and all. */
export async function productLetter(letter: string, studio: Studio): Promise<Paper> {
  const { world } = studio;
  const document = dossierDocumentSchema.parse(parse(dossierText({})));
  const { filled } = await makeLetter(
    world,
    {
      ...document,
      letters: { 'authorisation-letter': { validFrom: '2026-11-01', validUntil: '2027-10-31' } },
    },
    letter,
  );
  if (filled.kind !== 'filled') throw new Error(`${letter} lacks data`);
  const laid = await layOut(filled.tree, await world.fonts(), (code) => world.codes.encode(code));
  const pdf = await world.pdf.write(laid);
  const pages: Raster[] = [];
  for (let index = 0; index < laid.pages.length; index += 1)
    pages.push(await toRaster((await world.pictures.picture(pdf, { page: index, dpi: 200 })).png));
  for (const [index, { items }] of laid.pages.entries()) {
    // The guide for the seal across the pages reaches over the edge; the company's own stands wholly on its page.
    const guide = items.find(
      (item) => item.kind === 'ellipse' && item.xMm >= 0 && item.xMm + item.widthMm <= 210,
    );
    if (guide?.kind === 'ellipse')
      return {
        pages,
        widthMm: 210,
        heightMm: 297,
        slot: letter,
        sealAt: { page: index, xMm: guide.xMm + guide.widthMm / 2, yMm: guide.yMm + guide.heightMm / 2 },
      };
  }
  throw new Error(`${letter} has no guide for a seal`);
}

/** The last page of a letter: a few lines and the signature. */
export async function lastPage(studio: Studio, random: Random): Promise<Paper> {
  const { lettering } = studio;
  const body = `${rows(studio, lettering.wrap(`　　${random.one(clauses)}`, mm(4.6), mm(156), 'serif'), 27, 40, 4.6, 9).body}${lettering.text(random.one(companies), { x: mm(105), y: mm(92), size: mm(4.6), face: 'serif' })}${lettering.text('2026 年 11 月 18 日', { x: mm(115), y: mm(103), size: mm(4.6), face: 'serif' })}`;
  return {
    pages: [await page(body)],
    widthMm: 210,
    heightMm: 297,
    sealAt: { page: 0, xMm: 138, yMm: 95 },
    slot: 'publishing-commitment',
  };
}
