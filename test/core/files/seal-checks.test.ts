import { describe, expect, test } from 'vitest';
import { measure, outcomes, picture, run, scan } from './draw-inspection.ts';
import { scannedPage, seal } from './draw-scan-measure.ts';

const seen = (least: number, ...pages: Parameters<typeof scannedPage>[]) =>
  run('scan-seal', { least }, [
    scan(
      'papers/letter.pdf',
      pages.map((page) => scannedPage(...page)),
    ),
  ]);

describe('the seal on a paper', () => {
  test('stands on any of its pages, in any of its files', () => {
    expect(outcomes(seen(1, [{}], [{ seals: [seal()] }]))).toEqual(['pass']);
    const files = [
      scan('papers/1.pdf', [scannedPage()]),
      scan('papers/2.pdf', [scannedPage({ seals: [seal()] })]),
    ];
    expect(outcomes(run('scan-seal', { least: 1 }, files))).toEqual(['pass']);
  });

  test('that is not there, or square, is asked about', () => {
    expect(JSON.stringify(seen(1, [{}]))).toContain('没有认出圆形或椭圆形的红色印章');
    const square = JSON.stringify(
      seen(1, [{ seals: [seal({ shape: 'square', widthMm: 20, heightMm: 20 })] }]),
    );
    expect(square).toContain('needs-person');
    expect(square).toContain('右下方的方形印章（20 毫米）');
  });

  test('that runs over the edge is said to be incomplete', () => {
    expect(JSON.stringify(seen(1, [{ seals: [seal({ isCut: true })] }]))).toContain('没有盖全');
    expect(outcomes(seen(1, [{ seals: [seal({ isCut: true }), seal()] }]))).toEqual(['pass']);
  });

  test('comes beside the one of the office where two are wanted', () => {
    expect(outcomes(seen(2, [{ seals: [seal(), seal({ shape: 'oval' })] }]))).toEqual(['pass']);
    expect(JSON.stringify(seen(2, [{ seals: [seal({ heightMm: 42 })] }]))).toContain(
      '只看到 1 个红色印章：右下方的圆形印章（42 毫米）',
    );
  });

  test('cannot be on a PDF as it was generated: it is asked for, whatever red it shows', () => {
    const found = seen(1, [{ source: 'digital', seals: [seal()] }]);
    expect(JSON.stringify(found)).toContain('不是盖章后的扫描件');
    expect(outcomes(found)).toEqual(['needs-person papers/letter.pdf']);
  });

  test('is left to the check on colour where nothing is in colour', () => {
    const grey = { measure: measure({ colouredShare: 0 }) };
    expect(outcomes(seen(1, [{}, grey], [{}, grey]))).toEqual(['not-applicable']);
    expect(outcomes(run('scan-seal', { least: 1 }, [picture('a.png')]))).toEqual(['not-applicable']);
  });
});

describe('the size of a seal', () => {
  const size = (...seals: Parameters<typeof seal>[0][]) =>
    run('scan-seal-size', { minMm: 38, maxMm: 45 }, [
      scan('papers/letter.pdf', [scannedPage({ seals: seals.map((one) => seal(one)) })]),
    ]);

  test.each([36.9, 38, 42, 45, 46.1])('of %d mm is usual, give or take what measuring errs', (widthMm) => {
    expect(outcomes(size({ widthMm, heightMm: widthMm }))).toEqual(['pass']);
  });

  test.each([25, 34, 49, 60])('of %d mm is asked about', (widthMm) => {
    const found = size({ widthMm, heightMm: widthMm });
    expect(outcomes(found)).toEqual(['needs-person papers/letter.pdf']);
    expect(JSON.stringify(found)).toContain(`量得约 ${widthMm} 毫米，企业公章通常为 38 至 45 毫米`);
  });

  test('is no matter for a second seal, one that is cut, or where the scale is unknown', () => {
    expect(outcomes(size({ widthMm: 42 }, { widthMm: 30 }))).toEqual(['pass']);
    expect(outcomes(size({ widthMm: 30, isCut: true }))).toEqual(['not-applicable']);
    const { widthMm: _w, heightMm: _h, ...unknown } = seal();
    const file = scan('papers/a.pdf', [scannedPage({ seals: [unknown] })]);
    expect(outcomes(run('scan-seal-size', { minMm: 38, maxMm: 45 }, [file]))).toEqual(['not-applicable']);
  });
});
