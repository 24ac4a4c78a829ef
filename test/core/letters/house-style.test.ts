import { describe, expect, test } from 'vitest';
import type { LaidOutDocument } from '../../../main/contract/laid-out-document.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { loadFonts } from './load-fonts.ts';
import { letterArea, linesOf, type PageLine, type TextItem } from './page-lines.ts';
import { dossierFor, shippedLetters, templateOf, type ShippedLetter } from './shipped-letters.ts';

const fonts = await loadFonts();
const em = (12 * 25.4) / 72;
const pitch = 225 / 31;
/** 避头 and 避尾 after GB/T 15834, written down anew. */
const neverFirst = Array.from('，。、；：！？）》」』】”’…—·％');
const neverLast = Array.from('（《「『【“‘');

async function laidOut(letter: ShippedLetter, data: 'sample' | 'longest'): Promise<LaidOutDocument> {
  const filled = fillLetter({ template: templateOf(letter), document: dossierFor(letter, data) });
  if (filled.kind !== 'filled') throw new Error(JSON.stringify(filled.missing));
  return layOut(filled.tree, fonts, async () => ['1']);
}

/** The lines of paragraphs: what stands at the left edge or two characters from it, but for headings and signatures. */
const paragraphLines = (document: LaidOutDocument): readonly PageLine[] =>
  linesOf(document).filter(
    ({ leftMm, text }) =>
      (Math.abs(leftMm - letterArea.left) < 0.01 || Math.abs(leftMm - letterArea.left - 2 * em) < 0.01) &&
      !/（签字）|（本人签名）/.test(text),
  );

const bodyTexts = (document: LaidOutDocument): readonly TextItem[] =>
  document.pages.flatMap(({ items }) =>
    items.filter((item): item is TextItem => item.kind === 'text' && item.role === 'body'),
  );

describe.each(shippedLetters)('%s', (letter) => {
  test('is A4 with margins of 37 and 28 mm, its title in 22 point in the middle, its text in 12 on a pitch of 20.6', async () => {
    const document = await laidOut(letter, 'sample');
    for (const page of document.pages) expect(page).toMatchObject({ widthMm: 210, heightMm: 297 });
    const lines = linesOf(document);
    expect(Math.min(...lines.map(({ leftMm }) => leftMm))).toBeCloseTo(28, 3);
    const titles = bodyTexts(document).filter(({ sizePt }) => sizePt === 22);
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(title.font).toBe('serif-bold');
    const [first] = lines;
    expect(((first?.leftMm ?? 0) + (first?.rightMm ?? 0)) / 2).toBeCloseTo(105 + 1, 3);
    expect(new Set(bodyTexts(document).map(({ sizePt }) => sizePt))).toEqual(new Set([22, 12]));
    const body = paragraphLines(document);
    for (const [index, line] of body.entries()) {
      const next = body[index + 1];
      if (next === undefined || next.page !== line.page || next.leftMm > 28.01) continue;
      // The next line of the same paragraph.
      expect(next.baselineMm - line.baselineMm).toBeCloseTo(pitch, 3);
    }
  });

  test.each(['sample', 'longest'] as const)(
    'with the %s data has no line that begins or ends with a mark that must not',
    async (data) => {
      for (const { text } of linesOf(await laidOut(letter, data))) {
        const characters = Array.from(text);
        expect(neverFirst, text).not.toContain(characters[0]);
        expect(neverLast, text).not.toContain(characters.at(-1));
      }
    },
  );

  test('its paragraphs are justified: a line that goes on reaches the right edge', async () => {
    const lines = paragraphLines(await laidOut(letter, 'longest'));
    const goingOn = lines.filter((_, index) => {
      const next = lines[index + 1];
      return next !== undefined && Math.abs(next.leftMm - letterArea.left) < 0.01;
    });
    // The salutation and lines before a long ruled blank, which cannot be broken, end where they end.
    const short = goingOn.filter(({ rightMm }) => Math.abs(rightMm - letterArea.right) > em);
    expect(short.length).toBeLessThanOrEqual(2);
    expect(goingOn.length).toBeGreaterThan(5);
  });

  test('its levels are numbered 一、（一）1. in order, headings bold', async () => {
    const document = await laidOut(letter, 'sample');
    const texts = linesOf(document).map(({ text }) => text);
    const headings = texts.filter((text) => /^[一二三四五六七八九十]+、/.test(text));
    expect(headings.map((text) => text.split('、')[0])).toEqual(
      ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'].slice(0, headings.length),
    );
    const bold = bodyTexts(document).filter(({ font, sizePt }) => font === 'serif-bold' && sizePt === 12);
    expect(bold.map(({ text }) => text)).toEqual(headings);
  });

  test('its quotation marks and dashes are an em of the Chinese face', async () => {
    for (const item of bodyTexts(await laidOut(letter, 'sample'))) {
      for (const [index, character] of Array.from(item.text).entries()) {
        if (!/[“”‘’—…]/.test(character)) continue;
        expect(item.font).toMatch(/^serif/);
        // Beside another mark it gives up its blank half; spread over a line it may have more.
        expect(item.advancesMm[index]).toBeGreaterThanOrEqual(em / 2 - 0.001);
        expect(fonts[item.font].advance(character.codePointAt(0) ?? 0)).toBe(1);
      }
    }
  });
});

test('ideographs keep a thin gap from Latin words and figures, less than what reads as a blank', async () => {
  const named = fillLetter({
    template: templateOf('publishing-commitment'),
    document: { ...dossierFor('publishing-commitment', 'sample'), app: { name: '用API做' } },
  });
  if (named.kind !== 'filled') throw new Error('data is missing');
  const item = bodyTexts(await layOut(named.tree, fonts, async () => ['1'])).find(({ text }) =>
    text.includes('用API做'),
  );
  const at = item?.text.indexOf('用API做') ?? -1;
  const gap = ((item?.advancesMm[at] ?? 0) - em) / em;
  expect(gap).toBeGreaterThan(0.05);
  expect(gap).toBeLessThan(0.1);
});
