import type { Block, PageItem } from '../../contract/letters.ts';
import { balanceLines, breakLines, type Line } from './break-lines.ts';
import { placeLine } from './place-line.ts';
import { plainRow, type Row, type Setting } from './rows.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { baselineIn } from './typography.ts';

type Signature = Extract<Block, { kind: 'signature' }>;

/** Printed where the date is written by hand: room for four figures, two and two. */
const blankDate = '　　　　年　　月　　日';

const guideGrey = 0.55;
const labelPt = 7.5;
/** The widest that a party's name stands on one line, and the longest rule to sign on. */
const widestNameMm = 96;
const longestRuleMm = 44;
const shortestRuleMm = 26;
const gapMm = 6;
/** Between the rules to sign on and the fingerprint guide. */
const fingerprintGapMm = 2;

/**
 * The signature block as one row: lines to sign and the fingerprint guide after them at the left, the party centred over
 * the date at the right, both inside the seal guide. Where the sides would touch, the lines to sign come above. Two lines
 * of text stand before it on its page.
 */
export function signatureRow(block: Signature, spaceBeforeMm: number, setting: Setting): Row {
  const { typography, fonts } = setting;
  const em = emMm(typography.bodyPt);
  const pitch = typography.pitchMm;
  const right = typography.marginLeftMm + typography.areaWidthMm;
  const left = typography.marginLeftMm;
  const type = { font: 'serif' as const, sizePt: typography.bodyPt };
  const name = balanceLines(setGlyphs([{ text: block.party }], type, fonts), {
    widthMm: Math.min(widestNameMm, typography.areaWidthMm),
    emMm: em,
  });
  const date = wrapped(block.date ?? blankDate, widestNameMm, setting);
  const seal = block.seal;

  // The company's side: name over date over the middle of the seal.
  const textWidth = Math.max(...[...name, ...date].map(({ widthMm }) => widthMm));
  const sideWidth = Math.max(textWidth, seal?.widthMm ?? 0);
  const centre = right - sideWidth / 2 - Math.max(0, Math.min(em * 2, typography.areaWidthMm - sideWidth));
  const textHeight = (name.length + date.length) * pitch;
  const labelMm = seal === null ? 0 : emMm(labelPt) * 1.8;
  const sealInside = seal !== null && textHeight + 1.8 * labelMm <= seal.heightMm;
  const sideHeight = Math.max(textHeight, seal?.heightMm ?? 0) + (seal === null || sealInside ? 0 : labelMm);

  // The signing side: every rule starts after the longest label.
  const print = block.fingerprint;
  const printMm = print === undefined ? 0 : fingerprintGapMm + print.widthMm;
  const labels = block.lines.flatMap((label) => {
    const lines = wrapped(label, typography.areaWidthMm - shortestRuleMm - printMm, setting);
    return lines.map((line, index) => ({ line, isSigned: index === lines.length - 1 }));
  });
  const labelsWidth = Math.max(0, ...labels.map(({ line }) => line.widthMm));
  const signPitch = pitch * 1.45;
  const linesHeight = labels.length * signPitch;
  const signHeight = Math.max(linesHeight, print?.heightMm ?? 0);
  const sideLeft = centre - sideWidth / 2;
  const room = sideLeft - gapMm - left - labelsWidth - printMm;
  const isBeside =
    signHeight > 0 && room >= shortestRuleMm && (print !== undefined || signHeight <= sideHeight);
  const ruleMm = Math.min(longestRuleMm, isBeside ? room : typography.areaWidthMm - labelsWidth - printMm);
  // Beside a guide that is higher, the party stands lower.
  const shift = isBeside ? Math.max(0, (signHeight - Math.max(textHeight, seal?.heightMm ?? 0)) / 2) : 0;
  const middle = Math.max(textHeight, seal?.heightMm ?? 0) / 2 + shift;
  const signMiddle = isBeside ? middle : signHeight / 2;
  const signTop = signMiddle - linesHeight / 2;
  const sideTop = isBeside || signHeight === 0 ? 0 : signHeight + pitch / 2;

  const text = (line: Line, xMm: number, baselineMm: number): readonly PageItem[] =>
    placeLine(line, { xMm, baselineMm, sizePt: typography.bodyPt, grey: 0, role: 'body' });
  const signing = labels.flatMap(({ line, isSigned }, index): readonly PageItem[] => {
    const baseline = signTop + index * signPitch + baselineIn(signPitch, em);
    const from = left + labelsWidth;
    if (!isSigned) return text(line, left, baseline);
    return [
      ...text(line, left, baseline),
      {
        kind: 'line',
        x1Mm: from,
        y1Mm: baseline + 0.16 * em,
        x2Mm: from + Math.max(0, ruleMm),
        y2Mm: baseline + 0.16 * em,
        widthPt: 0.6,
        grey: 0,
        role: 'body',
      },
    ];
  });
  const textTop = sideTop + middle - textHeight / 2;
  const party = [...name, ...date].flatMap((line, index) =>
    text(line, centre - line.widthMm / 2, textTop + index * pitch + baselineIn(pitch, em)),
  );
  return {
    ...plainRow,
    heightMm: Math.max(sideTop + sideHeight + shift, isBeside ? signMiddle + signHeight / 2 : 0),
    spaceBeforeMm,
    items: [
      ...(seal === null
        ? []
        : guide(seal, {
            centre,
            middle: sideTop + middle,
            labelBaseline:
              sideTop +
              (sealInside ? middle + seal.heightMm / 2 - labelMm * 0.55 : sideHeight + shift - labelMm * 0.3),
            setting,
          })),
      ...(print === undefined
        ? []
        : guide(print, {
            centre: left + labelsWidth + (labels.length === 0 ? 0 : ruleMm) + printMm - print.widthMm / 2,
            middle: signMiddle,
            labelBaseline: signMiddle + emMm(labelPt) * 0.38,
            setting,
          })),
      ...signing,
      ...party,
    ],
    linesBefore: 2,
  };
}

function wrapped(text: string, widthMm: number, setting: Setting): readonly Line[] {
  const type = { font: 'serif' as const, sizePt: setting.typography.bodyPt };
  return breakLines(setGlyphs([{ text }], type, setting.fonts), {
    widthMm,
    justify: false,
    emMm: emMm(type.sizePt),
  });
}

/** The outline of a seal or a fingerprint, dashed and light, with its label. */
function guide(
  seal: NonNullable<Signature['seal']>,
  at: {
    readonly centre: number;
    readonly middle: number;
    readonly labelBaseline: number;
    readonly setting: Setting;
  },
): readonly PageItem[] {
  const label = balanceLines(
    setGlyphs([{ text: seal.label }], { font: 'serif', sizePt: labelPt }, at.setting.fonts),
    { widthMm: seal.widthMm, emMm: emMm(labelPt) },
  );
  return [
    {
      kind: 'ellipse',
      xMm: at.centre - seal.widthMm / 2,
      yMm: at.middle - seal.heightMm / 2,
      widthMm: seal.widthMm,
      heightMm: seal.heightMm,
      widthPt: 0.5,
      grey: 0.7,
      dashed: true,
      role: 'guide',
    },
    ...label.flatMap((line, index) =>
      placeLine(line, {
        xMm: at.centre - line.widthMm / 2,
        baselineMm: at.labelBaseline - (label.length - 1 - index) * emMm(labelPt) * 1.2,
        sizePt: labelPt,
        grey: guideGrey,
        role: 'guide',
      }),
    ),
  ];
}
