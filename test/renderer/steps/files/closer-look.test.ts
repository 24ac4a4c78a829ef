import { expect, test } from 'vitest';
import type { FileInspection } from '../../../../main/contract/files.ts';
import type { ScanMeasure, SealMeasure } from '../../../../main/contract/scan-measure.ts';
import { closerLookAt } from '../../../../renderer/steps/files/closer-look.ts';
import { hasPicture } from '../../../../renderer/steps/files/measures.ts';
import { createTranslator } from '../../../../renderer/text/translator.ts';
import type { Say } from '../../../../renderer/text/use-text.ts';

const translator = createTranslator('zh');
const say: Say<'files'> = (key, values) => {
  const name: string = key;
  return translator.t(name, { ...values, ns: 'files' });
};

const file = (more: Partial<FileInspection>): FileInspection => ({
  path: 'a.jpg', sizeBytes: 1, sha256: 'ab', type: 'jpeg', ...more,
}); // prettier-ignore
const measure = {
  widthPx: 10, heightPx: 10, frames: 1, hasAlpha: false, pixelSha256: '', colouredShare: 0, redShare: 0, contrast: 0,
}; // prettier-ignore
const seal = (more: Partial<SealMeasure>): SealMeasure => ({
  shape: 'round', widthPx: 90, heightPx: 90, centre: { x: 0.5, y: 0.5 }, inkShare: 0.2, isCut: false, ...more,
}); // prettier-ignore
const scan = (more: Partial<ScanMeasure>): ScanMeasure => ({
  source: 'picture',
  page: { found: 'frame', corners: [], share: 1, cut: [], perspective: 0 },
  skewDegrees: 0.2, dpi: null, dpiFrom: null, light: { paper: 240, evenness: 1 }, glare: null, focus: null,
  inkShare: 0.1, isBlank: false, seals: [], fingerprint: '', ...more,
}); // prettier-ignore
const pages = (...scans: readonly ScanMeasure[]) =>
  scans.map((one, index) => ({ index, hasText: false, measure, scan: one }));

test('a scan tells its resolution, skew and seals; what is straight and unknown is not said', () => {
  expect(closerLookAt(file({ pages: pages(scan({})) }), say)).toEqual([]);
  const bad = scan({ dpi: 96.6, skewDegrees: -9.83, seals: [seal({ widthMm: 41.2, heightMm: 40.8 })] });
  expect(closerLookAt(file({ pages: pages(bad) }), say)).toEqual([
    '约 97 dpi',
    '歪 9.8 度',
    '红印 1 枚：圆形，约 41×41 毫米',
  ]);
});

test('seals of every page are counted, and the first three are named', () => {
  const two = scan({ seals: [seal({}), seal({ shape: 'oval' })] });
  expect(closerLookAt(file({ pages: pages(two, two) }), say)).toEqual(['红印 4 枚：圆形、椭圆形、圆形']);
});

test('a logo tells its mark and corners, a photograph where and with what it was taken', () => {
  const logo = {
    shape: 'tile' as const,
    cornerRadiusPx: 15.7,
    figure: 'found' as const,
    mark: {
      leftPx: 0, topPx: 0, widthPx: 21.6, heightPx: 22, offsetXPx: 0, offsetYPx: 0, massXPx: 0, massYPx: 0,
      colour: '#000000', contrastRatio: 1.234, colourDifference: 3,
    },
  }; // prettier-ignore
  const picture = {
    transparentShare: 0,
    detailShare: 1,
    likeness: '',
    codes: [],
    finders: 0,
    logo,
    jpegQuality: 61,
  };
  expect(closerLookAt(file({ picture }), say)).toEqual([
    '主体约 22×22（按 128×128 计）',
    '主体与底色对比 1.2:1',
    '圆角约 16',
    'JPG 质量约 61',
  ]);
  const square = { ...picture, logo: { ...logo, cornerRadiusPx: 0.2 } };
  expect(closerLookAt(file({ picture: square }), say)).toContain('四角是直角');
  expect(closerLookAt(file({ metadata: { hasPosition: true, device: '某手机' } }), say)).toEqual([
    '带有拍摄位置',
    '拍摄设备：某手机',
  ]);
});

test('a HEIC photograph has a picture like any other', () => {
  expect(hasPicture(file({ type: 'heic' }))).toBe(true);
  expect(hasPicture(file({ type: 'docx' }))).toBe(false);
});
