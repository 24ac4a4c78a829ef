import { describe, expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { FileInspection, ScanPage } from '../../../main/contract/files.ts';
import type { Rulebook } from '../../../main/contract/rulebook.ts';
import type { ScanMeasure } from '../../../main/contract/scan-measure.ts';
import { planScanRepairs } from '../../../main/core/files/scan-repairs.ts';
import { measure, picture, scan } from './draw-inspection.ts';

const both = (text: string) => ({ zh: text, en: text });
const rule = (id: string, check: string, parameters: Record<string, unknown>) => ({
  id, kind: 'check', title: both(id), cites: ['c'], level: 'warning', on: { field: 'documents.licence' }, check, parameters,
}); // prettier-ignore
// Safe: planning reads only what stands here.
const rulebook = {
  platform: { id: 'p', tracks: [] },
  facts: [],
  rules: [
    rule('straight', 'scan-straight', { maxDegrees: 4 }),
    rule('whole', 'scan-whole', { minShare: 0.3, maxPerspective: 0.25 }),
  ],
} as unknown as Rulebook;

const corners = [{ x: 200, y: 100 }, { x: 800, y: 160 }, { x: 740, y: 1010 }, { x: 140, y: 950 }]; // prettier-ignore
const measured = (more: Partial<ScanMeasure>, page: Partial<ScanMeasure['page']> = {}): ScanMeasure => ({
  source: 'picture',
  page: { found: 'edges', corners, share: 0.5, cut: [], perspective: 0, ...page },
  skewDegrees: 5.7,
  dpi: 200,
  dpiFrom: 'sheet',
  light: { paper: 230, evenness: 0.9 },
  glare: null,
  focus: null,
  inkShare: 0.05,
  isBlank: false,
  seals: [],
  fingerprint: '',
  ...more,
});
const photo = (found: ScanMeasure, page: Partial<ScanPage> = {}): FileInspection => {
  const image = measure({ widthPx: 1000, heightPx: 1100, redShare: 0 });
  return picture('a/licence.jpg', {
    type: 'jpeg',
    namedType: 'jpeg',
    image,
    pages: [{ index: 0, hasText: false, measure: image, scan: found, ...page }],
  });
};
const document: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'p',
  categories: [],
  documents: { licence: 'a/licence.jpg' },
};
const plan = (file: FileInspection, more: Partial<DossierDocument> = {}) =>
  planScanRepairs({ ...document, ...more }, new Map([[file.path, file]]), rulebook);

describe('laying a scan straight', () => {
  test('is offered for a sheet that leans, by its own corners, beside the original', () => {
    expect(plan(photo(measured({})))).toMatchObject([
      {
        id: 'straighten-scan:a/licence.jpg', rule: 'straight', folder: 'a', stem: 'licence-straight', fields: ['documents.licence'], isAlone: false,
        straighten: { of: 'picture', corners, degrees: -5.7, dpi: 200 },
        before: { zh: '歪 5.7 度，纸张占画面 50%，1000×1100 像素' },
      },
    ]); // prettier-ignore
    expect(plan(photo(measured({ skewDegrees: 0 }, { share: 0.2 })))).toMatchObject([{ rule: 'whole' }]);
  });

  test('wants to be chosen by itself where the page bears a seal, red ink or a code, or only its print tells the angle', () => {
    const seal = {
      shape: 'round',
      widthPx: 300,
      heightPx: 300,
      centre: { x: 0.5, y: 0.5 },
      inkShare: 0.2,
      isCut: false,
    } as const;
    const code = { dossier: 'd', letter: 'l', revision: 'r', page: 1, pages: 1 };
    const red = photo(measured({}), { measure: measure({ widthPx: 1000, heightPx: 1100, redShare: 0.004 }) });
    for (const file of [
      photo(measured({ seals: [seal] })),
      photo(measured({}), { code }),
      red,
      photo(measured({}, { found: 'frame' })),
    ]) {
      expect(plan(file)).toMatchObject([{ isAlone: true }]);
    }
  });

  test('is not offered for what is straight, cut off, unsure, or made straight already', () => {
    const outside = corners.map(({ x, y }) => ({ x: x + 400, y }));
    const flat = [{ x: 0, y: 0 }, { x: 900, y: 10 }, { x: 500, y: 60 }, { x: 100, y: 200 }]; // prettier-ignore
    for (const file of [
      photo(measured({ skewDegrees: 3.9 })),
      photo(measured({}, { cut: ['top'] })),
      photo(measured({}, { corners: outside })),
      photo(measured({}, { corners: flat })),
      photo(measured({}, { perspective: 0.9 })),
      photo(measured({ skewDegrees: null }, { found: 'none' })),
      photo(measured({ isBlank: true })),
    ]) {
      expect(plan(file)).toEqual([]);
    }
    const repairs = {
      'straighten-scan:b.jpg': { on: '2026-11-01', made: { 'a/licence.jpg': 'f' }, changes: [] },
    };
    expect(plan(photo(measured({})), { repairs })).toEqual([]);
  });

  test('turns the leaning pages of a PDF alone, and leaves one that was taken from an angle', () => {
    const pages = [
      measured({ source: 'scanned', skewDegrees: 0 }),
      measured({ source: 'scanned' }, { found: 'frame' }),
    ];
    const pdf = (scans: readonly ScanMeasure[]) =>
      scan(
        'a/licence.jpg',
        scans.map((one) => ({ scan: one })),
      );
    expect(plan(pdf(pages))).toMatchObject([
      { straighten: { of: 'pdf', pages: [{ index: 1, degrees: -5.7 }] } },
    ]);
    expect(plan(pdf([measured({ source: 'scanned' }, { perspective: 0.3 })]))).toEqual([]);
  });
});
