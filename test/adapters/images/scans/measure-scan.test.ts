import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ScanMeasure } from '../../../../main/contract/scan-measure.ts';
import { isSameFingerprint } from '../../../../main/core/files/compare-fingerprints.ts';
import { decodeForScan } from '../../../../main/adapters/images/decode-picture.ts';
import { measureScan } from '../../../../main/adapters/images/scans/measure-scan.ts';
import { planesOf } from '../../../../main/adapters/images/scans/raster.ts';
import { drawPaper, type Paper, type Picture, type Stamp } from './draw-papers.ts';
import { photograph, type Capture } from './photograph.ts';

// Papers drawn with real Chinese print, scanned and photographed by script. The recall of every check over hundreds of
// independent cases is what test/inspection/ measures; here are the measures themselves, against what was drawn.

const stamp = (more: Partial<Stamp> = {}): Stamp => ({
  shape: 'round',
  widthMm: 42,
  heightMm: 42,
  xMm: 145,
  yMm: 250,
  turn: 9,
  opacity: 0.8,
  ...more,
});

const drawn = new Map<string, Promise<Picture>>();
const sheetOf = (paper: Partial<Paper>): Promise<Picture> => {
  const whole: Paper = { kind: 'letter', seed: 5, dpi: 150, stamps: [stamp()], ...paper };
  const key = JSON.stringify(whole);
  const sheet = drawn.get(key) ?? drawPaper(whole);
  drawn.set(key, sheet);
  return sheet;
};

async function measureOf(bytes: Uint8Array): Promise<ScanMeasure> {
  const { data, width, height, shrink, metadataDpi } = await decodeForScan(bytes, 'jpeg', 0, 'fine');
  const facts = { shrink, source: 'picture' as const, ...(metadataDpi === undefined ? {} : { metadataDpi }) };
  return measureScan(planesOf({ data, width, height, channels: 3 }), facts).scan;
}

const flatbed = async (paper: Partial<Paper> = {}, capture: Partial<Capture> = {}): Promise<ScanMeasure> =>
  measureOf(await photograph(await sheetOf(paper), { seed: 3, noise: 4, jpegQuality: 75, ...capture }));

/** On a desk, slightly askew and from a little aside. */
const onDesk: Capture = {
  seed: 4,
  widthPx: 1600,
  heightPx: 2133,
  corners: [
    [0.09, 0.08],
    [0.9, 0.06],
    [0.92, 0.94],
    [0.08, 0.93],
  ],
  desk: { colour: [96, 68, 45], grain: 40 },
  exposure: 0.88,
  falloff: { to: 0.85, degrees: 40 },
  warmth: 0.1,
  noise: 4,
  blurPx: 0.6,
};
const photo = async (paper: Partial<Paper> = {}, capture: Partial<Capture> = {}): Promise<ScanMeasure> =>
  measureOf(await photograph(await sheetOf(paper), { ...onDesk, ...capture }));

describe('the sheet', () => {
  test('fills the picture of a flatbed scan', async () => {
    const { page, dpi, dpiFrom } = await flatbed();
    expect(page).toMatchObject({ found: 'frame', cut: [], perspective: 0 });
    expect([dpi, dpiFrom]).toEqual([150, 'sheet']);
    expect(await flatbed({}, { densityDpi: 150 })).toMatchObject({ dpi: 150, dpiFrom: 'metadata' });
    expect(await flatbed({}, { densityDpi: 72 })).toMatchObject({ dpi: 150, dpiFrom: 'sheet' });
  });

  test.each([
    ['wood', [96, 68, 45], 40],
    ['slate', [60, 60, 64], 8],
    ['light wood', [170, 140, 105], 30],
  ] as const)(
    'is found on %s, corner by corner, to a hundredth of the picture',
    async (_name, colour, grain) => {
      const { page } = await photo({}, { desk: { colour, grain } });
      expect(page).toMatchObject({ found: 'edges', cut: [] });
      for (const [index, [x, y]] of (onDesk.corners ?? []).entries()) {
        const corner = page.corners[index] ?? { x: 0, y: 0 };
        expect(Math.hypot(corner.x / 1600 - x, corner.y / 2133 - y)).toBeLessThan(0.012);
      }
    },
  );

  test.each([
    ['right', 0.14, 0],
    ['left', -0.14, 0],
    ['bottom', 0, 0.14],
    ['top', 0, -0.14],
  ] as const)('that runs out of the picture is cut at the %s', async (side, dx, dy) => {
    const corners = (onDesk.corners ?? []).map(([x, y]) => [x + dx, y + dy] as const);
    expect((await photo({}, { corners })).page.cut).toEqual([side]);
  });

  test('whose print meets the frame of a flatbed scan is cut there', async () => {
    const corners = [[-0.2, 0], [1, 0], [1, 1], [-0.2, 1]] as const; // prettier-ignore
    expect((await flatbed({ kind: 'contract' }, { corners })).page.cut).toEqual(['left']);
    expect((await flatbed({ kind: 'contract' })).page.cut).toEqual([]);
  });
});

describe('the lean of print', () => {
  test.each([-9, -3, 3, 7])('of %d degrees is measured to half a degree', async (degrees) => {
    const sheet = await sheetOf({ kind: 'contract' });
    const turned = await sharp(sheet.data, { raw: { width: sheet.width, height: sheet.height, channels: 3 } })
      .rotate(degrees, { background: '#fcfcfa' })
      .jpeg({ quality: 80 })
      .toBuffer();
    expect(Math.abs(((await measureOf(turned)).skewDegrees ?? 99) - degrees)).toBeLessThan(0.5);
  });

  test('is level for every kind of paper, and unknown for a blank sheet', async () => {
    for (const kind of ['letter', 'licence', 'certificate', 'id-copy', 'contract'] as const) {
      // Patterned grounds and little print tell less than pages of text.
      expect(Math.abs((await flatbed({ kind })).skewDegrees ?? 99)).toBeLessThan(2);
    }
    const blank = await flatbed({ kind: 'blank', stamps: [] });
    expect(blank).toMatchObject({ skewDegrees: null, isBlank: true, focus: null });
    expect((await flatbed()).isBlank).toBe(false);
  });
});

describe('light and focus', () => {
  test('a dark photo, a shadow and a reflection show in their measures, a good photo in none', async () => {
    const good = await photo();
    expect(good.light.paper).toBeGreaterThan(150);
    expect(good.light.evenness).toBeGreaterThan(0.8);
    expect(good.glare).toBeNull();
    expect((await photo({}, { exposure: 0.3 })).light.paper).toBeLessThan(90);
    expect((await photo({}, { falloff: { to: 0.15, degrees: 90 } })).light.evenness).toBeLessThan(0.6);
    const shine = await photo({}, { exposure: 0.8, glare: { x: 0.4, y: 0.5, radius: 0.1, strength: 1 } });
    expect(shine.glare?.share).toBeGreaterThan(0.01);
    expect(Math.abs((shine.glare?.centre.x ?? 0) - 0.4)).toBeLessThan(0.08);
    expect(Math.abs((shine.glare?.centre.y ?? 0) - 0.5)).toBeLessThan(0.08);
  });

  test.each(['letter', 'licence', 'certificate', 'contract'] as const)(
    'print of a %s is sharp as scanned, and soft when blurred by 0.5 mm, ever softer with more',
    async (kind) => {
      const widths: number[] = [];
      for (const blurPx of [undefined, 3, 5] as const) {
        const { focus } = await flatbed({ kind }, blurPx === undefined ? {} : { blurPx });
        widths.push(focus?.edgeMm ?? 0);
        if (blurPx === undefined) expect(focus?.softShare).toBeLessThan(0.3);
        else expect(focus?.softShare).toBeGreaterThan(0.9);
      }
      expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    },
  );
});

describe('seals', () => {
  test.each([
    ['round', 38, 38],
    ['round', 42, 42],
    ['round', 45, 45],
    ['oval', 45, 30],
    ['square', 22, 22],
  ] as const)(
    'a %s one of %d by %d mm is measured to a millimetre, where it is',
    async (shape, widthMm, heightMm) => {
      for (const measure of [
        await flatbed({ stamps: [stamp({ shape, widthMm, heightMm })] }),
        await flatbed({ kind: 'licence', stamps: [stamp({ shape, widthMm, heightMm, opacity: 0.6 })] }),
      ]) {
        expect(measure.seals).toHaveLength(1);
        const [found] = measure.seals;
        expect(found).toMatchObject({ shape, isCut: false });
        expect(Math.abs((found?.widthMm ?? 0) - widthMm)).toBeLessThan(1.2);
        expect(Math.abs((found?.heightMm ?? 0) - heightMm)).toBeLessThan(1.2);
        expect(Math.abs((found?.centre.x ?? 0) * 210 - 145)).toBeLessThan(2);
        expect(Math.abs((found?.centre.y ?? 0) * 297 - 250)).toBeLessThan(2);
      }
    },
  );

  test('are found in a photo too, and two that stand apart are two', async () => {
    const { seals } = await photo({
      kind: 'certificate',
      stamps: [stamp(), stamp({ xMm: 70, yMm: 235, ink: '#c02838' })],
    });
    expect(seals.map(({ shape }) => shape)).toEqual(['round', 'round']);
    for (const { widthMm } of seals) expect(Math.abs((widthMm ?? 0) - 42)).toBeLessThan(2.5);
  });

  test('are found where a fingerprint or a red line touches them', async () => {
    const touched = await flatbed({
      kind: 'id-copy',
      stamps: [stamp({ xMm: 78, yMm: 252 })],
      fingerprint: { xMm: 76, yMm: 278 },
    });
    expect(touched.seals).toMatchObject([{ shape: 'round' }]);
    expect((await flatbed({ redHead: true, stamps: [stamp({ yMm: 60 })] })).seals).toMatchObject([
      { shape: 'round' },
    ]);
  });

  test.each([
    ['a red headline with its rule', { redHead: true, stamps: [] }],
    ['the emblem and the border of a licence', { kind: 'licence', stamps: [] }],
    ['a red fingerprint', { stamps: [], fingerprint: { xMm: 140, yMm: 262 } }],
    ['the red of an ID card', { kind: 'id-copy', stamps: [] }],
  ] as const)('are not what is red on %s', async (_name, paper) => {
    expect((await flatbed(paper)).seals).toEqual([]);
    expect((await photo(paper)).seals).toEqual([]);
  });

  test('that run off the sheet are cut, and the sheet is not: one across the edges of several pages belongs there', async () => {
    const { seals, page } = await flatbed({ stamps: [stamp({ xMm: 200 })] });
    expect(seals).toMatchObject([{ isCut: true }]);
    expect(page.cut).toEqual([]);
  });
});

describe('the fingerprint of a page', () => {
  test('stays when it is saved anew, smaller or with its margins cut, and differs for other papers of one form', async () => {
    const sheet = await sheetOf({});
    const bytes = await photograph(sheet, { seed: 3, noise: 4, jpegQuality: 85 });
    const { fingerprint } = await measureOf(bytes);
    expect(fingerprint).toHaveLength(1600);
    const again = [
      await sharp(bytes).jpeg({ quality: 45 }).toBuffer(),
      await sharp(bytes).resize({ width: 900 }).jpeg({ quality: 80 }).toBuffer(),
      await sharp(bytes).extract({ left: 20, top: 24, width: 1200, height: 1700 }).jpeg().toBuffer(),
    ];
    for (const copy of again)
      expect(isSameFingerprint(fingerprint, (await measureOf(copy)).fingerprint)).toBe(true);
    for (const seed of [6, 7, 8]) {
      expect(isSameFingerprint(fingerprint, (await flatbed({ seed })).fingerprint)).toBe(false);
    }
  });
});

test('pictures of one pixel, one row and one colour are measured', async () => {
  for (const [width, height] of [
    [1, 1],
    [1, 400],
    [900, 3],
    [40, 40],
  ] as const) {
    // prettier-ignore
    const data = new Uint8Array(width * height * 3).fill(130);
    const { scan } = measureScan(planesOf({ data, width, height, channels: 3 }), {
      shrink: 1,
      source: 'picture',
    });
    expect(scan.seals).toEqual([]);
    expect(scan.focus).toBeNull();
    expect(Number.isFinite(scan.page.share + scan.light.evenness + scan.inkShare)).toBe(true);
  }
});
