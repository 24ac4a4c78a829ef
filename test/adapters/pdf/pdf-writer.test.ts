import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import { createPageCodes } from '../../../main/adapters/images/page-codes.ts';
import { createFonts } from '../../../main/adapters/pdf/fonts.ts';
import { createPdfWriter } from '../../../main/adapters/pdf/pdf-writer.ts';
import type { LaidOutDocument } from '../../../main/contract/laid-out-document.ts';
import type { Block, DocumentTree } from '../../../main/contract/letters.ts';
import { blockTexts } from '../../../main/core/letters/block-texts.ts';
import { draftLetter, fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { wordingCharacters } from '../../../main/core/letters/wording-characters.ts';
import {
  dossierFor,
  shippedLetters,
  templateOf,
  type ShippedLetter,
} from '../../core/letters/shipped-letters.ts';
import { makeFontsFolder } from './fonts-folder.ts';
import { pdfiumText, run } from './read-pdf.ts';

const fontsFolder = makeFontsFolder();
const folder = mkdtempSync(join(tmpdir(), 'yinqi-pdf-'));
afterAll(() => {
  rmSync(fontsFolder, { recursive: true });
  rmSync(folder, { recursive: true });
});
const fonts = await createFonts(fontsFolder)();
const codes = createPageCodes();
const writer = createPdfWriter(fontsFolder);
const laidOut = (tree: DocumentTree): Promise<LaidOutDocument> =>
  layOut(tree, fonts, (code) => codes.encode(code));

let files = 0;
function saved(bytes: Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.pdf`);
  writeFileSync(path, bytes);
  return path;
}

function treeOf(letter: ShippedLetter, data: 'sample' | 'longest' | 'shortest'): DocumentTree {
  const filled = fillLetter({ template: templateOf(letter), document: dossierFor(letter, data) });
  if (filled.kind !== 'filled') throw new Error('data is missing');
  return filled.tree;
}

const paragraphs = (...texts: readonly string[]): DocumentTree => ({
  title: '试',
  author: '甲',
  language: 'zh-CN',
  subject: '事',
  blocks: texts.map((text): Block => ({ kind: 'paragraph', runs: [{ text }], indent: true })),
  code: null,
  isDraft: false,
  style: 'letter',
});

const withoutBlanks = (text: string): string => text.replace(/[\s\u3000]/g, '');
/** What a page says besides the letter: its number, its code in words, the labels of guides. */
const furniture =
  /第 ?\d+ ?页 ?共 ?\d+ ?页|YQ .* \d+\/\d+( ?· 模板 \S+)?|盖章处(（建议）)?|按指印处|骑缝章|印齐建议，平台规则未要求/g;

/** The words of a tree as they are printed, in order; the signature block apart, whose sides stand beside each other. */
function wordsOf({ blocks }: DocumentTree): string {
  return blocks
    .filter(({ kind }) => kind !== 'signature')
    .flatMap((block) =>
      block.kind === 'particulars'
        ? block.rows.map(({ label, value }) => `${label}：${value}`)
        : blockTexts(block),
    )
    .join('');
}

describe.each(shippedLetters)('%s', (letter) => {
  describe.each(['sample', 'longest', 'shortest'] as const)('with the %s data', (data) => {
    test('is read back word for word by pdftotext and by pdfium', async () => {
      const tree = treeOf(letter, data);
      const bytes = await writer.write(await laidOut(tree));
      const words = wordsOf(tree);
      const readings = [
        run('pdftotext', saved(bytes), '-'),
        run('pdftotext', '-layout', saved(bytes), '-'),
        (await pdfiumText(bytes)).join('\n'),
      ];
      for (const reading of readings) {
        const text = reading.replaceAll(furniture, '');
        const body = withoutBlanks(text).slice(0, withoutBlanks(words).length);
        expect(body).toBe(withoutBlanks(words));
        const signature = tree.blocks.at(-1);
        if (signature?.kind !== 'signature') throw new Error('no signature block');
        const rest = withoutBlanks(text).slice(body.length);
        const lines = [...signature.lines, ...(signature.suggested ?? [])];
        for (const line of lines) expect(rest).toContain(withoutBlanks(line));
        expect(rest.length).toBe(
          withoutBlanks(lines.join('') + signature.party + (signature.date ?? '年月日')).length,
        );
      }
    });

    test('has no blanks between its words but its own', async () => {
      const tree = treeOf(letter, data);
      const text = run('pdftotext', saved(await writer.write(await laidOut(tree))), '-').replaceAll(
        furniture,
        '',
      );
      const signature = tree.blocks.at(-1);
      const all = wordsOf(tree) + (signature === undefined ? '' : blockTexts(signature).join('\n'));
      for (const line of text.split(/[\n\f]/).map((one) => one.trim())) {
        if (/^[年月日\s]+$|（签字）|（本人签名）/.test(line)) continue;
        expect(withoutBlanks(all)).toContain(withoutBlanks(line));
        for (const word of line.match(/\S+ +\S+/g) ?? []) expect(all.replaceAll('\n', '')).toContain(word);
      }
    });

    test('is sound: fonts embedded, cut and with a Unicode map; no fault for qpdf; under 100 KB', async () => {
      const shared = await wordingCharacters(templateOf(letter), fonts);
      const bytes = await writer.write(await laidOut(treeOf(letter, data)), shared);
      const path = saved(bytes);
      const rows = run('pdffonts', path).trim().split('\n').slice(2);
      expect(rows.length).toBeGreaterThanOrEqual(2);
      for (const row of rows) {
        expect(row).toMatch(/^[A-Z]{6}\+Noto\S+ +CID TrueType +Identity-H +yes +yes +yes /);
      }
      expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
      expect(bytes.length).toBeLessThan(100_000);
    });

    test('is the same to the byte each time, also from a writer that starts anew', async () => {
      const document = await laidOut(treeOf(letter, data));
      const first = Buffer.from(await writer.write(document));
      expect(first.equals(await writer.write(document))).toBe(true);
      expect(first.equals(await createPdfWriter(fontsFolder).write(document))).toBe(true);
    });
  });
});

test('letters of one template are the same to the byte whichever was written before them', async () => {
  const letter = 'publishing-commitment';
  const template = templateOf(letter);
  const shared = await wordingCharacters(template, fonts);
  // They differ in the company's name alone: what else is filled in stands in the same rows, its characters under other codes.
  const letters = ['样例', '丁丙一', '样例', '龘靐', '丁丙一'].map(async (name) => {
    const sample = dossierFor(letter, 'sample');
    const document = { ...sample, company: { ...sample.company, name: `${name}科技有限公司` } };
    const filled = fillLetter({ template, document });
    if (filled.kind !== 'filled') throw new Error('data is missing');
    return laidOut(filled.tree);
  });
  for (const document of await Promise.all(letters)) {
    const anew = Buffer.from(await writer.write(document, { ...shared }));
    expect(anew.equals(await writer.write(document, shared))).toBe(true);
  }
});

test('rare characters and one beyond the basic plane copy out as themselves', async () => {
  const text = '镕喆堃䶮㛃𫖯——“引”……‘号’阿卜·买买提•‧';
  const bytes = await writer.write(await laidOut(paragraphs(text)));
  expect(withoutBlanks(run('pdftotext', saved(bytes), '-').replaceAll(furniture, ''))).toBe(text);
  expect(withoutBlanks((await pdfiumText(bytes)).join('').replaceAll(furniture, ''))).toBe(text);
});

test('rare characters are drawn, each with ink of its own', async () => {
  const inks = [];
  for (const text of ['镕', '喆', '堃', '䶮', '㛃', '𫖯', '　']) {
    const path = saved(
      await writer.write(await laidOut({ ...paragraphs(text), blocks: [{ kind: 'title', text }] })),
    );
    inks.push(
      run('pdftoppm', '-r', '72', '-gray', '-x', '250', '-y', '90', '-W', '100', '-H', '60', path).slice(14),
    );
  }
  expect(new Set(inks).size).toBe(inks.length);
});

test('no blank is read between Han characters or beside Latin words, however a line is spread', async () => {
  const words = [
    'API',
    '2026',
    'SDK 3.2',
    'a@b.cn',
    '（含',
    '）',
    '，',
    '“',
    '”',
    '3.5%',
    'https://example.com/a',
  ];
  const texts = Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: 60 }, (__, column) => {
      const seed = (row * 7919 + column * 104_729 + row * column * 31) % 9973;
      const han = String.fromCodePoint(0x4e00 + (seed % 300)).repeat((seed % 3) + 1);
      return seed % 4 === 0 ? han + (words[seed % words.length] ?? '') : han;
    }).join(''),
  );
  const text = run('pdftotext', saved(await writer.write(await laidOut(paragraphs(...texts)))), '-');
  const lines = text.replaceAll(furniture, '').split(/[\n\f]/);
  const all = texts.join('\n');
  for (const line of lines.map((one) => one.trim())) expect(all).toContain(line);
});

test('a Latin paragraph keeps its words and their blanks over many justified lines', async () => {
  const text = 'The quick brown fox (v2.0) jumps over the lazy dog, again and again. '.repeat(12).trim();
  const bytes = await writer.write(await laidOut(paragraphs(text)));
  const read = run('pdftotext', saved(bytes), '-').replaceAll(furniture, '').split(/\s+/).join(' ').trim();
  expect(read).toBe(text);
});

test('the document says its title, author, language, subject and what it is, and no date', async () => {
  const tree = treeOf('publishing-commitment', 'sample');
  const path = saved(await writer.write(await laidOut(tree)));
  const info = run('pdfinfo', path);
  expect(info).toMatch(/^Title: +腾讯会议开放平台应用发布承诺函$/m);
  expect(info).toMatch(/^Author: +深圳市样例科技有限公司$/m);
  expect(info).toMatch(/^Subject: +应用发布承诺函：样例纪要$/m);
  expect(info).toContain(`letter:publishing-commitment revision:${tree.code?.revision}`);
  expect(info).not.toContain('Date');
  expect(info).toMatch(/^Page size: +595\.\d+ x 841\.\d+ pts \(A4\)$/m);
  const plain = run('qpdf', '--qdf', '--object-streams=disable', path, '-');
  expect(plain).toContain('/Lang (zh-CN)');
  expect(plain).toContain('/DisplayDocTitle true');
});

test('the code on each page is read back from the printed page', async () => {
  const tree = treeOf('publishing-commitment', 'sample');
  const path = saved(await writer.write(await laidOut(tree)));
  const file = { absolutePath: path, name: 'letter.pdf' };
  const { pages } = await createInspector().inspect(file, 'letter.pdf', 'scan');
  expect(pages?.map(({ code }) => code)).toEqual([1, 2].map((page) => ({ ...tree.code, page, pages: 2 })));
});

test('a draft shows its mark and keeps its text', async () => {
  const document = { ...dossierFor('publishing-commitment', 'sample'), app: {} };
  const tree = draftLetter({ template: templateOf('publishing-commitment'), document });
  const text = withoutBlanks((await pdfiumText(await writer.write(await laidOut(tree)))).join(''));
  expect(text).toContain('草稿');
  expect(text).toContain('【待填写：应用名称】');
  expect(text).toContain('手续办妥之前不予开展');
});

test('a document without text is still a sound PDF', async () => {
  const bytes = await writer.write({
    ...(await laidOut(paragraphs())),
    pages: [{ widthMm: 210, heightMm: 297, items: [] }],
  });
  expect(run('qpdf', '--check', saved(bytes))).toContain('No syntax or stream encoding errors');
});
