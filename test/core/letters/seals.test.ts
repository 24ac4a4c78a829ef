import { describe, expect, test } from 'vitest';
import type { CompanySeal, DossierDocument } from '../../../main/contract/dossier.ts';
import type { LaidOutDocument, PageItem } from '../../../main/contract/laid-out-document.ts';
import type { PrintGuides } from '../../../main/contract/letters.ts';
import { fillLetter, type FilledLetter } from '../../../main/core/letters/fill-letter.ts';
import { countPages, layOut } from '../../../main/core/letters/lay-out.ts';
import { expectClean } from './expect-clean.ts';
import { loadFonts } from './load-fonts.ts';
import { boxOf, type TextItem } from './page-lines.ts';
import { dossierFor, shippedLetters, templateOf, type ShippedLetter } from './shipped-letters.ts';

const fonts = await loadFonts();
const modules = Array.from({ length: 33 }, () => '10'.repeat(16) + '1');

const seals: readonly (CompanySeal | undefined)[] = [
  undefined,
  { shape: 'round', widthMm: 38 },
  { shape: 'round', widthMm: 42, heightMm: 42 },
  { shape: 'round', widthMm: 45 },
  { shape: 'oval', widthMm: 45, heightMm: 30 },
  { shape: 'oval', widthMm: 38, heightMm: 25 },
  { shape: 'oval', widthMm: 50, heightMm: 45 },
];

type Filled = Extract<FilledLetter, { kind: 'filled' }>;

function filledWith(
  letter: ShippedLetter,
  data: 'sample' | 'longest' | 'shortest',
  seal: CompanySeal | undefined,
): Filled {
  const document: DossierDocument = dossierFor(letter, data);
  const filled = fillLetter({
    template: templateOf(letter),
    document: { ...document, company: { ...document.company, ...(seal === undefined ? {} : { seal }) } },
  });
  if (filled.kind !== 'filled') throw new Error(JSON.stringify(filled.missing));
  return filled;
}

const laidOut = (filled: Filled, print: PrintGuides = {}): Promise<LaidOutDocument> =>
  layOut(filled.tree, fonts, async () => modules, print);

/** What is printed whatever the guides. */
const ownItems = ({ pages }: LaidOutDocument): readonly (readonly PageItem[])[] =>
  pages.map(({ items }) =>
    items.filter(
      (item) =>
        item.kind === 'matrix' ||
        (item.role !== 'guide' && item.role !== 'edge' && !(item.role === 'margin' && item.kind === 'text')),
    ),
  );

describe.each(shippedLetters)('%s', (letter) => {
  test.each(['sample', 'longest', 'shortest'] as const)(
    'with the %s data is clean for every seal, and no word, page or revision depends on seal or guides',
    async (data) => {
      const first = filledWith(letter, data, undefined);
      const plain = await laidOut(first, { guides: 'none' });
      for (const seal of seals) {
        const filled = filledWith(letter, data, seal);
        expect(filled.revision).toBe(first.revision);
        const document = await laidOut(filled);
        expectClean(document);
        expect(document.pages).toHaveLength(countPages(filled.tree, fonts));
        expect(ownItems(document)).toEqual(ownItems(plain));
        expect(ownItems(await laidOut(filled, { guides: 'none' }))).toEqual(ownItems(plain));
        for (const { items } of document.pages) expectSealCovers(items);
      }
    },
  );
});

/** The seal lies over the middle of the name and over the date: 骑年盖月. */
function expectSealCovers(items: readonly PageItem[]): void {
  const guide = items.find((item) => item.kind === 'ellipse' && item.role === 'guide' && item.widthMm > 30);
  if (guide?.kind !== 'ellipse') return;
  const seal = boxOf(guide);
  const middle = (seal.left + seal.right) / 2;
  const within = items.filter(
    (item): item is TextItem =>
      item.kind === 'text' &&
      item.role === 'body' &&
      boxOf(item).top > seal.top - 1 &&
      boxOf(item).bottom < seal.bottom + 1 &&
      boxOf(item).left < middle &&
      boxOf(item).right > middle,
  );
  expect(within.length, 'name and date').toBeGreaterThanOrEqual(2);
  expect(within.some(({ text }) => /年.*月.*日/.test(text))).toBe(true);
}

test('the company’s seal is drawn in its size, 40 mm where the dossier says nothing', async () => {
  const sizeOf = async (seal: CompanySeal | undefined) => {
    const { pages } = await laidOut(filledWith('publishing-commitment', 'sample', seal));
    const drawn = pages
      .flatMap(({ items }) => items)
      .find((item) => item.kind === 'ellipse' && item.role === 'guide');
    return drawn?.kind === 'ellipse' ? [drawn.widthMm, drawn.heightMm] : [];
  };
  expect(await sizeOf(undefined)).toEqual([40, 40]);
  expect(await sizeOf({ shape: 'round', widthMm: 38 })).toEqual([38, 38]);
  expect(await sizeOf({ shape: 'oval', widthMm: 45, heightMm: 30 })).toEqual([45, 30]);
});

test('another party’s seal is not the company’s: it keeps 40 mm', () => {
  const { tree } = filledWith('game-licence-authorisation', 'sample', {
    shape: 'oval',
    widthMm: 45,
    heightMm: 30,
  });
  expect(tree.blocks.at(-1)).toMatchObject({ seal: { widthMm: 40, heightMm: 40 } });
});

test('with guides none, no guide is left on any page', async () => {
  const { pages } = await laidOut(filledWith('authorisation-letter', 'sample', undefined), {
    guides: 'none',
  });
  const items = pages.flatMap((page) => page.items);
  expect(items.filter(({ kind }) => kind === 'ellipse')).toEqual([]);
  const words = items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('\n');
  expect(words).not.toMatch(/盖章处|骑缝章|印齐建议/);
  expect(words).toContain('法定代表人（签字）：');
});

describe('lines to sign on', () => {
  const suggestions = async (letter: ShippedLetter, kind?: 'individual'): Promise<readonly TextItem[]> => {
    const document = dossierFor(letter, 'sample');
    const person = {
      name: '张三',
      address: '深圳',
      legalRepresentative: { idType: 'hk-macao' as const, idNumber: 'H00000000' },
    };
    const filled = fillLetter({
      template: templateOf(letter),
      document: kind === undefined ? document : { ...document, applicant: { kind }, company: person },
    });
    if (filled.kind !== 'filled') throw new Error('data is missing');
    const { pages } = await laidOut(filled);
    return pages
      .flatMap(({ items }) => items)
      .filter((item): item is TextItem => item.kind === 'text' && item.text.includes('印齐建议'));
  };

  test('that no source demands are said to be our suggestion, small and light', async () => {
    for (const letter of ['publishing-commitment', 'icp-sharing-authorisation'] as const) {
      const said = await suggestions(letter);
      expect(said).toHaveLength(1);
      expect(said[0]).toMatchObject({ role: 'guide', sizePt: 7 });
      expect(said[0]?.grey).toBeGreaterThan(0.5);
    }
    expect(await suggestions('authorisation-letter')).toHaveLength(2);
    expect(await suggestions('information-security-commitment', 'individual')).toHaveLength(1);
  });

  test('that a source demands are not', async () => {
    expect(await suggestions('software-copyright-authorisation-individual')).toEqual([]);
  });
});

describe('the guide for a seal across the pages', () => {
  const edges = async (filled: Filled, print?: PrintGuides) =>
    (await laidOut(filled, print)).pages.map(({ items }) =>
      items.flatMap((item) => (item.kind === 'ellipse' && item.role === 'edge' ? [item] : [])),
    );

  test.each([
    ['sample', 2],
    ['longest', 3],
  ] as const)('shows each page its part of one outline (%s data)', async (data, count) => {
    const pages = await edges(filledWith('publishing-commitment', data, undefined));
    expect(pages).toHaveLength(count);
    for (const [index, [edge]] of pages.entries()) {
      if (edge === undefined) throw new Error(`page ${index + 1} has none`);
      const strip = 40 / count;
      expect(edge.clipLeftMm).toBeCloseTo(210 - strip, 6);
      expect(edge.xMm).toBeCloseTo(210 - strip * (index + 1), 6);
      expect(edge).toMatchObject({ widthMm: 40, heightMm: 40, dashed: true });
      expect(edge.yMm + 20).toBeCloseTo(297 / 2, 6);
    }
  });

  test('can be left out, and goes with the other guides', async () => {
    const filled = filledWith('publishing-commitment', 'sample', undefined);
    expect((await edges(filled, { crossPageSeal: false })).flat()).toEqual([]);
    expect((await edges(filled, { guides: 'none', crossPageSeal: true })).flat()).toEqual([]);
    const items = (await laidOut(filled, { crossPageSeal: false })).pages.flatMap((page) => page.items);
    expect(items.some(({ kind }) => kind === 'ellipse')).toBe(true);
  });

  test('is not on a single page, nor where nobody seals', async () => {
    const { tree, ...rest } = filledWith('publishing-commitment', 'sample', undefined);
    const short = { ...rest, tree: { ...tree, blocks: tree.blocks.slice(-2) } };
    expect((await edges(short)).flat()).toEqual([]);
    expect(
      (await edges(filledWith('software-copyright-authorisation-individual', 'longest', undefined))).flat(),
    ).toEqual([]);
  });
});
