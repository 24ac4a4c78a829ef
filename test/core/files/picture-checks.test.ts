import { describe, expect, test } from 'vitest';
import type { LogoMeasure, PictureMeasure } from '../../../main/contract/picture-measure.ts';
import type { Conclusion } from '../../../main/core/review/check.ts';
import { measure, outcomes, picture, run } from './draw-inspection.ts';

const pictureOf = (more: Partial<PictureMeasure> = {}): PictureMeasure => ({
  transparentShare: 0,
  detailShare: 0.2,
  likeness: '',
  codes: [],
  finders: 0,
  ...more,
});
const mark = (more: Partial<NonNullable<LogoMeasure['mark']>> = {}): LogoMeasure['mark'] => ({
  leftPx: 16,
  topPx: 16,
  widthPx: 96,
  heightPx: 96,
  offsetXPx: 0,
  offsetYPx: 0,
  massXPx: 0,
  massYPx: 0,
  colour: '#ffffff',
  contrastRatio: 5,
  colourDifference: 60,
  ...more,
});
const logo = (more: Partial<LogoMeasure> = {}, of: Partial<PictureMeasure> = {}) =>
  picture('assets/logo.png', {
    picture: pictureOf({ ...of, logo: { shape: 'tile', figure: 'found', mark: mark(), ...more } }),
  });
const preview = (more: Partial<PictureMeasure>, type: 'png' | 'jpeg' = 'png') =>
  picture('assets/1.png', {
    type,
    image: measure({ widthPx: 1920, heightPx: 1080 }),
    picture: pictureOf(more),
  });
const said = (conclusions: readonly Conclusion[]): string =>
  conclusions.map((one) => ('message' in one ? `${one.message.zh}\n${one.message.en}` : one.outcome)).join();
const asked = ['needs-person assets/logo.png'];
const askedPreview = ['needs-person assets/1.png'];

describe('the corners of a logo', () => {
  const corners = (more: Partial<LogoMeasure>) =>
    run('logo-corners', { radiusPx: 16, tolerancePx: 6 }, [logo(more)]);

  test.each([10, 16, 22])('of %i px are within the tolerance', (cornerRadiusPx) => {
    expect(outcomes(corners({ cornerRadiusPx }))).toEqual(['pass']);
  });

  test.each([0, 9.9, 22.1, 64])('of %d px are asked about, with both figures', (cornerRadiusPx) => {
    expect(outcomes(corners({ cornerRadiusPx }))).toEqual(asked);
    expect(said(corners({ cornerRadiusPx }))).toContain('16');
  });

  test('that differ among themselves are asked about though their average is right', () => {
    expect(outcomes(corners({ cornerRadiusPx: 16, cornerSpreadPx: 12 }))).toEqual(asked);
  });

  test('that cannot be told are left alone', () => {
    expect(outcomes(corners({}))).toEqual(['pass']);
  });

  test('are said to be measured on a scaled copy where the logo has another size', () => {
    const large = { ...logo({ cornerRadiusPx: 0 }), image: measure({ widthPx: 256, heightPx: 256 }) };
    expect(said(run('logo-corners', { radiusPx: 16, tolerancePx: 6 }, [large]))).toContain('128×128');
  });
});

describe('the figure of a logo', () => {
  const size = (widthPx: number, heightPx: number) =>
    run('logo-mark-size', { wantedPx: 96, leastPx: 80, mostPx: 108 }, [
      logo({ mark: mark({ widthPx, heightPx }) }),
    ]);

  test('is judged by its longer side', () => {
    expect(outcomes(size(96, 30))).toEqual(['pass']);
    expect(outcomes(size(30, 80))).toEqual(['pass']);
    expect(outcomes(size(108, 108))).toEqual(['pass']);
    expect(said(size(79, 40))).toMatch(/79×40.*偏小/);
    expect(said(size(60, 109))).toMatch(/60×109.*偏大/);
  });

  const centred = (more: Partial<NonNullable<LogoMeasure['mark']>>) =>
    run('logo-centred', { mostPx: 8 }, [logo({ mark: mark(more) })]);

  test('is off the middle only where its box and its weight both are', () => {
    expect(outcomes(centred({ offsetXPx: 8, massXPx: 8 }))).toEqual(['pass']);
    expect(outcomes(centred({ offsetXPx: 12, massXPx: 0 }))).toEqual(['pass']);
    expect(outcomes(centred({ offsetXPx: 12, massXPx: -9 }))).toEqual(['pass']);
    expect(said(centred({ offsetXPx: -12, massXPx: -10, offsetYPx: 9, massYPx: 9 }))).toMatch(
      /偏左 12 像素、偏下 9 像素/,
    );
  });

  const contrast = (contrastRatio: number, colourDifference: number) =>
    run('logo-contrast', { leastRatio: 1.6, leastDifference: 28 }, [
      logo({ groundColour: '#777777', mark: mark({ contrastRatio, colourDifference }) }),
    ]);

  test('stands out by lightness or by hue, and is asked about with both figures where by neither', () => {
    expect(outcomes(contrast(1.6, 5))).toEqual(['pass']);
    expect(outcomes(contrast(1, 28))).toEqual(['pass']);
    expect(said(contrast(1.2, 7))).toMatch(/1\.2:1.*7/);
  });
});

test('outlines and badges are described, and are pressed on nobody who has none', () => {
  expect(outcomes(run('logo-outline', {}, [logo()]))).toEqual(['pass']);
  expect(outcomes(run('logo-badge', {}, [logo()]))).toEqual(['pass']);
  const lined = logo({ outline: { widthPx: 2, insetPx: 0, colour: '#111827' } });
  expect(said(run('logo-outline', {}, [lined]))).toContain('#111827');
  const badge = { colour: '#fa5151', at: { left: 0.8, top: 0.03, width: 0.15, height: 0.15 }, fill: 0.8 };
  const dot = said(run('logo-badge', {}, [logo({ badge: { ...badge, isLettered: false } })]));
  expect(dot).toContain('右上方');
  expect(dot).toContain('红点');
  expect(said(run('logo-badge', {}, [logo({ badge: { ...badge, isLettered: true } })]))).toContain('带字');
});

test('a logo without a ground of its own is asked about, one with open corners is not', () => {
  const ground = (transparentShare: number, more: Partial<LogoMeasure>) =>
    outcomes(run('logo-ground', { mostTransparentShare: 0.06 }, [logo(more, { transparentShare })]));
  expect(ground(0.013, { cornerRadiusPx: 16, cornersAre: 'transparent' })).toEqual(['pass']);
  expect(ground(0.215, { cornerRadiusPx: 64, cornersAre: 'transparent' })).toEqual(['pass']);
  expect(ground(0.15, { cornerRadiusPx: 16, cornersAre: 'transparent' })).toEqual(asked);
  expect(ground(0.5, { shape: 'free' })).toEqual(asked);
});

test('a bare ground is no logo, however its corners stand out from it', () => {
  expect(outcomes(run('picture-not-empty', {}, [logo({ figure: 'none', mark: undefined })]))).toEqual(asked);
  expect(outcomes(run('picture-not-empty', {}, [logo({ figure: 'busy', mark: undefined })]))).toEqual([
    'pass',
  ]);
});

describe('QR codes', () => {
  const code = (width: number) => ({
    format: 'QRCode',
    text: 'https://www.example.com/a',
    at: { left: 0.1, top: 0.1, width, height: width },
  });

  test('that fill a logo fail it, smaller ones are asked about, with what they say', () => {
    const of = (width: number) =>
      run('picture-codes', { failShare: 0.4, leastFinders: 3 }, [
        logo({}, { codes: [code(width)], finders: 3 }),
      ]);
    expect(outcomes(of(0.4))).toEqual(['fail assets/logo.png']);
    expect(outcomes(of(0.39))).toEqual(asked);
    expect(said(of(0.9))).toContain('https://www.example.com/a');
  });

  test('on a preview are never decided, and corner marks alone are nothing there', () => {
    expect(outcomes(run('picture-codes', {}, [preview({ codes: [code(0.9)], finders: 3 })]))).toEqual(
      askedPreview,
    );
    expect(outcomes(run('picture-codes', {}, [preview({ finders: 7 })]))).toEqual(['pass']);
    expect(outcomes(run('picture-codes', { leastFinders: 3 }, [preview({ finders: 3 })]))).toEqual(
      askedPreview,
    );
  });
});

describe('a preview', () => {
  const edges = (across: number, down: number, enlarged: readonly [number?, number?] = []) => ({
    across: {
      steepness: across,
      count: 900,
      ...(enlarged[0] === undefined ? {} : { enlargedBy: enlarged[0] }),
    },
    down: { steepness: down, count: 900, ...(enlarged[1] === undefined ? {} : { enlargedBy: enlarged[1] }) },
  });
  const sharp = (more: Partial<PictureMeasure>) =>
    run('picture-sharp', { leastSteepness: 0.5, mostEnlargement: 1.4 }, [preview(more)]);

  test('is sharp where its softer direction is, and where there is nothing to tell it by', () => {
    expect(outcomes(sharp(edges(0.5, 0.9)))).toEqual(['pass']);
    expect(outcomes(sharp({}))).toEqual(['pass']);
    expect(said(sharp(edges(0.25, 0.9)))).toContain('4 像素宽');
  });

  test('that was enlarged is asked about with its factor, along one direction alone as stretched', () => {
    expect(said(sharp(edges(1, 1, [2, 2])))).toContain('2 分之一');
    expect(outcomes(sharp(edges(0.6, 0.9, [1.5])))).toEqual(['pass']);
    const stretched = (more: Partial<PictureMeasure>) =>
      run('picture-proportions', { mostRatio: 1.08 }, [preview(more)]);
    expect(outcomes(stretched(edges(0.6, 0.9, [1.5])))).toEqual(askedPreview);
    expect(outcomes(stretched(edges(0.6, 0.6, [1.5, 1.5])))).toEqual(['pass']);
    expect(said(stretched(edges(0.5, 0.6, [1.88, 1.41])))).toContain('横向多拉长了约 1.33 倍');
  });

  test('is compressed by its tables, or by what it once was, never both', () => {
    const of = (more: Partial<PictureMeasure>, type: 'png' | 'jpeg' = 'png') =>
      run('picture-compression', { leastQuality: 30, mostSpecks: 0.55 }, [preview(more, type)]);
    expect(outcomes(of({ jpegQuality: 30 }, 'jpeg'))).toEqual(['pass']);
    expect(said(of({ jpegQuality: 12 }, 'jpeg'))).toContain('压缩得很重');
    expect(said(of({ jpegQuality: 12 }))).toContain('转存');
    expect(said(of({ specks: 0.7 }))).toContain('70%');
    expect(outcomes(of({ specks: 0.7, jpegQuality: 80 }))).toEqual(['pass']);
  });

  test('that shows next to nothing is asked about; one even colour is another check’s', () => {
    const of = (detailShare: number, contrast = 40) =>
      outcomes(
        run('picture-filled', { leastDetailShare: 0.015 }, [
          { ...preview({ detailShare }), image: measure({ contrast }) },
        ]),
      );
    expect(of(0.015)).toEqual(['pass']);
    expect(of(0.014)).toEqual(askedPreview);
    expect(of(0, 0)).toEqual(['pass']);
  });
});
