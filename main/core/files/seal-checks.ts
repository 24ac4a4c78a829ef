import { z } from 'zod';
import type { FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import type { SealMeasure } from '../../contract/scan-measure.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { nameOf } from './figures.ts';
import { notApplicable, pass } from './file-subject.ts';
import { leastColouredShare } from './scan-checks.ts';
import { placeOf } from './scan-quality-checks.ts';
import { isMeasuredPage, isScanned, type MeasuredPage } from './scanned-file.ts';

interface PlacedSeal extends SealMeasure {
  readonly path: string;
  readonly page: number;
}

/** The measured pages of all of a requirement's files: a seal stands on one of them. */
const pagesOf = (files: readonly FileInspection[]): readonly (MeasuredPage & { readonly path: string })[] =>
  files
    .filter(isScanned)
    .flatMap(({ path, pages }) => pages.filter(isMeasuredPage).map((page) => ({ ...page, path })));

const sealsOf = (pages: ReturnType<typeof pagesOf>): readonly PlacedSeal[] =>
  pages
    .filter(({ scan }) => scan.source !== 'digital')
    .flatMap(({ path, index, scan }) => scan.seals.map((seal) => ({ ...seal, path, page: index + 1 })));

const isCompanySeal = ({ shape }: SealMeasure): boolean => shape !== 'square';

function sizeOf({ widthMm, heightMm, widthPx, heightPx }: SealMeasure): Localized {
  const [long, short, unit] =
    widthMm === undefined || heightMm === undefined
      ? [String(widthPx), String(heightPx), { zh: '像素', en: 'px' }]
      : [widthMm.toFixed(0), heightMm.toFixed(0), { zh: '毫米', en: 'mm' }];
  const figure = long === short ? long : `${long}×${short}`;
  return { zh: `${figure} ${unit.zh}`, en: `${figure} ${unit.en}` };
}

const shapes: Readonly<Record<SealMeasure['shape'], Localized>> = {
  round: { zh: '圆形', en: 'round' },
  oval: { zh: '椭圆形', en: 'oval' },
  square: { zh: '方形', en: 'square' },
};

/** What was seen, for people who compare: round of 42 mm at the lower right. */
function listSeals(seals: readonly PlacedSeal[]): Localized {
  const each = seals.map((seal) => ({
    zh: `${placeOf(seal.centre).zh}的${shapes[seal.shape].zh}印章（${sizeOf(seal).zh}）`,
    en: `a ${shapes[seal.shape].en} one of ${sizeOf(seal).en} at the ${placeOf(seal.centre).en}`,
  }));
  return { zh: each.map(({ zh }) => zh).join('、'), en: each.map(({ en }) => en).join(', ') };
}

/**
 * `scan-seal`: on the pages of a paper at least so many round or oval red seals are seen, whole. A paper that an office
 * sealed itself wants one more. A PDF of text and lines bears no ink and is told so; where nothing is in colour
 * `scan-colour` speaks.
 */
const scanSeal = defineCheck({
  name: 'scan-seal',
  parameters: z.strictObject({ least: z.number().int().positive() }),
  run(subject, { least }): readonly Conclusion[] {
    if (subject.kind !== 'files') return [notApplicable];
    const pages = pagesOf(subject.files);
    const [first] = pages;
    const file = subject.files.find(({ path }) => path === first?.path);
    if (first === undefined || file === undefined) return [notApplicable];
    const name = nameOf(file);
    const ask = (message: Localized): readonly Conclusion[] => [
      { outcome: 'needs-person', at: first.path, message },
    ];
    if (pages.every(({ scan }) => scan.source === 'digital')) {
      return ask({
        zh: `「${name}」是由软件生成的 PDF，不是盖章后的扫描件，上面不会有印泥印章。请打印、签字、盖章后扫描，再换上扫描件。`,
        en: `“${name}” is a PDF made by software and no scan, so it bears no seal in ink. Print, sign and stamp it, and put the scan here.`,
      });
    }
    if (pages.every(({ measure }) => measure.colouredShare < leastColouredShare)) return [notApplicable];
    const seals = sealsOf(pages).filter(isCompanySeal);
    const whole = seals.filter(({ isCut }) => !isCut);
    if (whole.length >= least) return [pass];
    const cut = seals.find(({ isCut }) => isCut);
    if (cut !== undefined) {
      const place = placeOf(cut.centre);
      return ask({
        zh: `「${name}」${place.zh}的红色印章好像没有盖全：有一部分在纸张或画面之外。请核对印章是否完整；若不完整，请重新盖章、露出整页再扫描。`,
        en: `The red seal at the ${place.en} of “${name}” seems incomplete: part of it lies beyond the sheet or the picture. See whether it is whole; if not, stamp it again and scan the whole page.`,
      });
    }
    const [one] = whole;
    if (one !== undefined) {
      const seen = listSeals(whole);
      return ask({
        zh: `「${name}」上只看到 ${whole.length} 个红色印章：${seen.zh}。发证机关在这类证件上盖有自己的章，另外还要加盖公章，应看到至少 ${least} 个。请核对公章是否盖上、是否清楚；若没有，请盖章后重新彩色扫描。`,
        en: `“${name}” shows only ${whole.length} red seal: ${seen.en}. The office that issues such a paper seals it, and the company’s own seal comes beside it: at least ${least} are expected. See whether the company seal is there and clear; if not, stamp it and scan it again in colour.`,
      });
    }
    const squares = sealsOf(pages).filter(({ shape }) => shape === 'square');
    const seen = squares.length === 0 ? null : listSeals(squares);
    return ask({
      zh: `「${name}」上没有认出圆形或椭圆形的红色印章${seen === null ? '' : `（看到的是${seen.zh}）`}。请核对公章是否盖上、是否清楚、是否为红色；若没有，请盖章后重新彩色扫描。`,
      en: `No round or oval red seal was recognised on “${name}”${seen === null ? '' : ` (what is seen: ${seen.en})`}. See whether the company seal is there, clear and red; if not, stamp it and scan it again in colour.`,
    });
  },
});

/** By how much a seal that is measured on a scan may be off, in mm: printing, scanning and the fit of the ring. */
const errorMm = 1.2;

/** `scan-seal-size`: the long axis of the seals on a paper of known size lies within these millimetres. */
const scanSealSize = defineCheck({
  name: 'scan-seal-size',
  parameters: z.strictObject({ minMm: z.number().positive(), maxMm: z.number().positive() }),
  run(subject, { minMm, maxMm }): readonly Conclusion[] {
    if (subject.kind !== 'files') return [notApplicable];
    const seals = sealsOf(pagesOf(subject.files)).filter(
      (seal) => isCompanySeal(seal) && !seal.isCut && seal.widthMm !== undefined,
    );
    if (seals.length === 0) return [notApplicable];
    const isUsual = ({ widthMm = minMm }: SealMeasure): boolean =>
      widthMm >= minMm - errorMm && widthMm <= maxMm + errorMm;
    // One seal of the usual size is enough: beside it there may be others.
    const [odd] = seals;
    if (odd === undefined || seals.some(isUsual)) return [pass];
    const file = subject.files.find(({ path }) => path === odd.path);
    const name = file === undefined ? odd.path : nameOf(file);
    const size = sizeOf(odd);
    return [
      {
        outcome: 'needs-person',
        at: odd.path,
        message: {
          zh: `「${name}」${placeOf(odd.centre).zh}的${shapes[odd.shape].zh}印章量得约 ${size.zh}，企业公章通常为 ${minMm} 至 ${maxMm} 毫米。请核对盖的是不是公章，以及扫描时有没有缩放。`,
          en: `The ${shapes[odd.shape].en} seal at the ${placeOf(odd.centre).en} of “${name}” measures about ${size.en}; company seals usually have ${minMm} to ${maxMm} mm. See whether it is the company seal, and whether the scan was made smaller or larger.`,
        },
      },
    ];
  },
});

/** The checks on red seals. */
export const sealChecks: readonly AnyCheck[] = [scanSeal, scanSealSize];
