import { describe, expect, test } from 'vitest';
import type { ScanMeasure } from '../../../main/contract/scan-measure.ts';
import { outcomes, run, scan } from './draw-inspection.ts';
import { scanMeasure, scannedPage } from './draw-scan-measure.ts';

const { page: whole } = scanMeasure();

/** What a check says of one file of one page. */
const said = (check: string, parameters: unknown, measure: Partial<ScanMeasure>): string => {
  const [conclusion] = run(check, parameters, [scan('papers/licence.pdf', [scannedPage(measure)])]);
  return conclusion !== undefined && 'message' in conclusion
    ? `${conclusion.outcome}: ${conclusion.message.zh}`
    : (conclusion?.outcome ?? 'nothing');
};

const cases: readonly [string, unknown, Partial<ScanMeasure>, string][] = [
  [
    'scan-whole',
    { minShare: 0.3, maxPerspective: 0.25 },
    { page: { ...whole, found: 'edges', cut: ['right', 'bottom'] } },
    '右边、下边好像被裁掉',
  ],
  [
    'scan-whole',
    { minShare: 0.3, maxPerspective: 0.25 },
    { page: { ...whole, found: 'edges', share: 0.12 } },
    '只占画面的 12%（至少 30%',
  ],
  [
    'scan-whole',
    { minShare: 0.3, maxPerspective: 0.25 },
    { page: { ...whole, found: 'edges', perspective: 0.4 } },
    '斜着拍',
  ],
  [
    'scan-whole',
    { minShare: 0.3, maxPerspective: 0.25 },
    { page: { ...whole, found: 'none' } },
    '没有认出纸张的边缘',
  ],
  ['scan-straight', { maxDegrees: 3 }, { skewDegrees: -7.25 }, '放歪了约 7.3 度（不超过 3 度'],
  [
    'scan-light',
    { minPaper: 115, minEvenness: 0.62 },
    { light: { paper: 70, evenness: 0.9 } },
    '太暗：纸面亮度 70（满分 255，至少 115',
  ],
  [
    'scan-light',
    { minPaper: 115, minEvenness: 0.62 },
    { light: { paper: 200, evenness: 0.4 } },
    '最暗处的纸面只有最亮处的 40%（至少 62%',
  ],
  [
    'scan-glare',
    { maxShare: 0.004 },
    { glare: { share: 0.02, centre: { x: 0.1, y: 0.9 } } },
    '左下方好像有反光，占纸面 2.0%（不超过 0.4%',
  ],
  [
    'scan-sharp',
    { maxSoftShare: 0.5 },
    { focus: { edgePx: 8, edgeMm: 1.34, softShare: 0.97 } },
    '97% 的文字笔画发虚，边缘宽约 1.3 毫米',
  ],
];

describe('how a page was scanned or photographed', () => {
  test.each(cases)(
    '%s asks a person, with what was measured and what was wanted (%#)',
    (check, parameters, measure, words) => {
      expect(said(check, parameters, {})).toBe('pass');
      const spoken = said(check, parameters, measure);
      expect(spoken).toMatch(/^needs-person: 「licence\.pdf」/);
      expect(spoken).toContain(words);
    },
  );

  test.each(cases)(
    '%s leaves a generated PDF and a blank page to other checks (%#)',
    (check, parameters, measure) => {
      expect(said(check, parameters, { ...measure, source: 'digital' })).toBe('not-applicable');
      expect(said(check, parameters, { ...measure, isBlank: true })).toBe('not-applicable');
      expect(outcomes(run(check, parameters, [scan('papers/old.pdf', [{}])]))).toEqual(['not-applicable']);
    },
  );

  test('of several pages the faulty ones are named, once for the file', () => {
    const file = scan('papers/contract.pdf', [
      scannedPage(),
      scannedPage({ skewDegrees: 6 }),
      scannedPage({ skewDegrees: -9 }),
    ]);
    const found = run('scan-straight', { maxDegrees: 3 }, [file]);
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).toContain('第 2、3 页');
    expect(JSON.stringify(found)).toContain('pages 2, 3,');
  });

  test('print too little to tell is neither askew nor soft', () => {
    expect(said('scan-straight', { maxDegrees: 3 }, { skewDegrees: null })).toBe('pass');
    expect(said('scan-sharp', { maxSoftShare: 0.5 }, { focus: null })).toBe('pass');
  });
});

describe('whether a page can be read', () => {
  const legible = (page: Parameters<typeof scannedPage>): readonly string[] =>
    outcomes(run('scan-legible', { minLongSidePx: 1000 }, [scan('papers/a.pdf', [scannedPage(...page)])]));

  test('a picture in a PDF is judged by its own pixels', () => {
    const a4 = { widthMm: 210, heightMm: 297 };
    expect(legible([{ source: 'scanned', dpi: 150, dpiFrom: 'pdf' }, a4])).toEqual(['pass']);
    expect(legible([{ source: 'scanned', dpi: 60, dpiFrom: 'pdf' }, a4])).toEqual([
      'needs-person papers/a.pdf',
    ]);
    expect(legible([{ source: 'digital', dpi: null }, a4])).toEqual(['pass']);
  });

  test('a sheet far away counts by its own size in the picture', () => {
    const corners = [
      { x: 900, y: 700 },
      { x: 1300, y: 700 },
      { x: 1300, y: 1270 },
      { x: 900, y: 1270 },
    ];
    const { pdf: _none, ...photo } = scan('papers/far.jpg', [
      scannedPage({ page: { ...whole, found: 'edges', corners } }),
    ]);
    expect(JSON.stringify(run('scan-legible', { minLongSidePx: 1000 }, [photo]))).toContain(
      '纸张长边只有 570 像素',
    );
  });
});
