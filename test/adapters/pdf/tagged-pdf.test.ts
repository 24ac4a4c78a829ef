import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPageCodes } from '../../../main/adapters/images/page-codes.ts';
import { createFonts } from '../../../main/adapters/pdf/fonts.ts';
import { createPdfWriter } from '../../../main/adapters/pdf/pdf-writer.ts';
import type { LaidOutDocument } from '../../../main/contract/laid-out-document.ts';
import type { Block, DocumentTree } from '../../../main/contract/letters.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { dossierFor, shippedLetters, templateOf } from '../../core/letters/shipped-letters.ts';
import { makeFontsFolder } from './fonts-folder.ts';
import { run } from './read-pdf.ts';

const fontsFolder = makeFontsFolder();
const folder = mkdtempSync(join(tmpdir(), 'yinqi-tagged-'));
afterAll(() => {
  rmSync(fontsFolder, { recursive: true });
  rmSync(folder, { recursive: true });
});
const fonts = await createFonts(fontsFolder)();
const codes = createPageCodes();
const writer = createPdfWriter(fontsFolder);

let files = 0;
async function saved(document: LaidOutDocument): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.pdf`);
  writeFileSync(path, await writer.write(document));
  return path;
}
const laidOut = (tree: DocumentTree): Promise<LaidOutDocument> =>
  layOut(tree, fonts, (code) => codes.encode(code));

/** What a screen reader gets, as poppler reads it: each element with its texts. */
function readAloud(path: string): readonly { readonly tag: string; readonly text: string }[] {
  const elements: { readonly tag: string; text: string }[] = [];
  for (const line of run('pdfinfo', '-struct-text', path).split('\n')) {
    const tag = /^\s*([A-Z]\w*)( \(\w+\))?:?$/.exec(line)?.[1];
    if (tag !== undefined) elements.push({ tag, text: '' });
    const text = /^\s*"(.*)"$/.exec(line)?.[1];
    const last = elements.at(-1);
    if (text !== undefined && last !== undefined) last.text += text;
  }
  return elements;
}

const withoutBlanks = (text: string): string => text.replace(/[\s\u3000]/g, '');

/** The words of a letter in the order in which they are to be read, nothing else. */
function reading({ blocks }: DocumentTree): string {
  const words = blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'title':
        return [block.text];
      case 'particulars':
        return block.rows.map(({ label, value }) => `${label}：${value}`);
      case 'signature':
        return [...block.lines, ...(block.suggested ?? []), block.party, block.date ?? '年月日'];
      case 'table':
        return [...block.columns.map(({ title }) => title), ...block.rows.flat()];
      case 'handwritten':
        return block.copies;
      default:
        return block.runs.map(({ text }) => text);
    }
  });
  return withoutBlanks(words.join(''));
}

interface PdfObjects {
  readonly [name: string]: { readonly value?: unknown; readonly stream?: { readonly data: string } };
}

/** The marked contents of every page, by number, and the elements that the file's own way back gives for them. */
function marksOf(path: string): readonly { readonly marks: number; readonly parents: number }[] {
  // Safe: this is the shape that qpdf's manual gives for its JSON of version 2.
  const json = JSON.parse(
    run('qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', path),
  ) as {
    readonly pages: readonly { readonly object: string; readonly contents: readonly string[] }[];
    readonly qpdf: readonly [unknown, PdfObjects];
  };
  const objects = json.qpdf[1];
  const valueOf = (reference: string): Readonly<Record<string, unknown>> =>
    (objects[`obj:${reference}`]?.value ?? {}) as Record<string, unknown>;
  const root = Object.values(objects).find(
    ({ value }) => (value as { readonly '/Type'?: string } | null)?.['/Type'] === '/StructTreeRoot',
  )?.value as { readonly '/ParentTree': { readonly '/Nums': readonly unknown[] } };
  const nums = root['/ParentTree']['/Nums'];
  return json.pages.map(({ object, contents }) => {
    const content = contents
      .map((one) => Buffer.from(objects[`obj:${one}`]?.stream?.data ?? '', 'base64').toString('latin1'))
      .join('\n');
    const numbers = Array.from(content.matchAll(/\/MCID (\d+)>> BDC/g), ([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, index) => index));
    expect(content.match(/ BDC| BMC/g)?.length).toBe(content.match(/\bEMC/g)?.length);
    const parents = nums[nums.indexOf(valueOf(object)['/StructParents']) + 1] as readonly string[];
    for (const parent of parents) expect(valueOf(parent)['/S']).toMatch(/^\/\w+$/);
    return { marks: numbers.length, parents: parents.length };
  });
}

describe.each(shippedLetters)('%s', (letter) => {
  test.each(['sample', 'longest', 'shortest'] as const)(
    'with the %s data is read in order, every word and nothing else',
    async (data) => {
      const filled = fillLetter({ template: templateOf(letter), document: dossierFor(letter, data) });
      if (filled.kind !== 'filled') throw new Error('data is missing');
      const path = await saved(await laidOut(filled.tree));
      expect(run('pdfinfo', path)).toMatch(/^Tagged: +yes$/m);
      const elements = readAloud(path);
      expect(withoutBlanks(elements.map(({ text }) => text).join(''))).toBe(reading(filled.tree));
      const count = (tag: string): number => elements.filter((one) => one.tag === tag).length;
      const headings = filled.tree.blocks.filter(({ kind }) => kind === 'heading');
      expect([count('H1'), count('H2')]).toEqual([1, headings.length]);
      for (const { marks, parents } of marksOf(path)) expect(parents).toBe(marks);
    },
  );
});

const tree = (blocks: readonly Block[], style: DocumentTree['style'] = 'letter'): DocumentTree => ({
  title: '题',
  author: '甲',
  language: 'zh-CN',
  subject: '事',
  blocks,
  code: null,
  isDraft: true,
  style,
});

test('a paragraph over two pages is one element, its parts in order, without page number or draft mark', async () => {
  const text = Array.from({ length: 1300 }, (_, index) => String.fromCodePoint(0x4e00 + (index % 300))).join(
    '',
  );
  const path = await saved(await laidOut(tree([{ kind: 'paragraph', runs: [{ text }], indent: true }])));
  expect(readAloud(path)).toEqual([
    { tag: 'Document', text: '' },
    { tag: 'P', text },
  ]);
});

test('a table is read row by row, its heading once however often it is printed', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => [`第${index}项`, `说明${index}`]);
  const columns = [
    { title: '项目', share: 1 },
    { title: '说明', share: 2 },
  ];
  const document = await laidOut(tree([{ kind: 'table', columns, rows }], 'checklist'));
  expect(document.pages.length).toBeGreaterThan(1);
  const path = await saved(document);
  const cells = readAloud(path).filter(({ tag }) => tag === 'TH' || tag === 'TD');
  expect(cells.map(({ tag, text }) => [tag, text])).toEqual([
    ['TH', '项目'],
    ['TH', '说明'],
    ...rows.flat().map((text) => ['TD', text]),
  ]);
  expect(run('pdfinfo', '-struct', path)).toContain('/Scope /Column');
});

test('labels and values are read in pairs, however their lines are wrapped', async () => {
  const rows = [
    { label: '很长很长很长很长很长很长很长很长很长很长很长很长的名称', value: '甲'.repeat(70) },
    { label: '住所', value: '乙' },
  ];
  const path = await saved(await laidOut(tree([{ kind: 'particulars', rows }])));
  expect(readAloud(path).slice(1)).toEqual([
    { tag: 'L', text: '' },
    ...rows.flatMap(({ label, value }) => [
      { tag: 'LI', text: '' },
      { tag: 'Lbl', text: `${label}：` },
      { tag: 'LBody', text: value },
    ]),
  ]);
});

test('pages that do not say what their text is are written untagged and sound', async () => {
  const { elements: _, ...document } = await laidOut(
    tree([{ kind: 'paragraph', runs: [{ text: '甲乙' }], indent: true }]),
  );
  const path = await saved(document);
  expect(run('pdfinfo', path)).toMatch(/^Tagged: +no$/m);
  expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
  expect(run('pdftotext', path, '-')).toContain('甲乙');
});
