import type { PageItem } from '../../contract/laid-out-document.ts';
import type { Block, SealGuide } from '../../contract/letters.ts';
import { balanceLines, breakLines, type Line } from './break-lines.ts';
import { guideItems, guideLabelMm, suggestionItems } from './guide-items.ts';
import { placeLine } from './place-line.ts';
import { inElement, plainRow, type Row, type Setting } from './rows.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { baselineIn } from './typography.ts';

type Signature = Extract<Block, { kind: 'signature' }>;

/** Printed where the date is written by hand: room for four figures, two and two. */
const blankDate = '　　　　年　　月　　日';

/** The widest that a party's name stands on one line, and the longest rule to sign on. */
const widestNameMm = 96;
const longestRuleMm = 44;
const shortestRuleMm = 26;
const gapMm = 6;
/** Between the rules to sign on and the fingerprint guide. */
const fingerprintGapMm = 2;
/** The room of the widest and the highest seal: kept whatever the seal's size, so that no word moves for it. */
const sealRoom = { widthMm: 50, heightMm: 45 };

/**
 * The signature block as one row: lines to sign and the fingerprint guide after them at the left, the party centred over
 * the date at the right, the seal guide over the middle of both (骑年盖月). Where the sides would touch, the lines to sign
 * come above. Two lines of text stand before it on its page.
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
  const room = roomOf(seal);
  const textWidth = Math.max(...[...name, ...date].map(({ widthMm }) => widthMm));
  const sideWidth = Math.max(textWidth, room.widthMm);
  const centre = right - sideWidth / 2 - Math.max(0, Math.min(em * 2, typography.areaWidthMm - sideWidth));
  const textHeight = (name.length + date.length) * pitch;
  const bodyHeight = Math.max(textHeight, room.heightMm);
  // Beside so much text, the label of some seal would stand under the room.
  const isHigh = textHeight > room.heightMm - 4 * guideLabelMm;
  const sideHeight = bodyHeight + (seal !== null && isHigh ? guideLabelMm : 0);

  // The signing side: every rule starts after the longest label.
  const print = block.fingerprint;
  const printMm = print === undefined ? 0 : fingerprintGapMm + print.widthMm;
  const labels = [...block.lines, ...(block.suggested ?? [])].flatMap((label, element) => {
    const lines = wrapped(label, typography.areaWidthMm - shortestRuleMm - printMm, setting);
    return lines.map((line, index) => ({
      line,
      element,
      isSigned: index === lines.length - 1,
      isSuggested: element >= block.lines.length,
    }));
  });
  const dateElement = block.lines.length + (block.suggested?.length ?? 0) + 1;
  const labelsWidth = Math.max(0, ...labels.map(({ line }) => line.widthMm));
  const signPitch = pitch * (block.suggested === undefined ? 1.45 : 1.65);
  const linesHeight = labels.length * signPitch;
  const signHeight = Math.max(linesHeight, print?.heightMm ?? 0);
  const sideLeft = centre - sideWidth / 2;
  const besideMm = sideLeft - gapMm - left - labelsWidth - printMm;
  const isBeside =
    signHeight > 0 && besideMm >= shortestRuleMm && (print !== undefined || signHeight <= sideHeight);
  const ruleMm = Math.min(
    longestRuleMm,
    isBeside ? besideMm : typography.areaWidthMm - labelsWidth - printMm,
  );
  // Beside a guide that is higher, the party stands lower.
  const shift = isBeside ? Math.max(0, (signHeight - bodyHeight) / 2) : 0;
  const middle = bodyHeight / 2 + shift;
  const signMiddle = isBeside ? middle : signHeight / 2;
  const signTop = signMiddle - linesHeight / 2;
  const sideTop = isBeside || signHeight === 0 ? 0 : signHeight + pitch / 2;

  const text = (line: Line, element: number, xMm: number, baselineMm: number): readonly PageItem[] =>
    inElement(
      element,
      placeLine(line, { xMm, baselineMm, sizePt: typography.bodyPt, grey: 0, role: 'body' }),
    );
  const signing = labels.flatMap(({ line, element, isSigned, isSuggested }, index): readonly PageItem[] => {
    const baseline = signTop + index * signPitch + baselineIn(signPitch, em);
    const from = left + labelsWidth;
    const label = text(line, element, left, baseline);
    if (!isSigned) return label;
    const ruleY = baseline + 0.16 * em;
    const to = from + Math.max(0, ruleMm);
    return [
      ...label,
      { kind: 'line', x1Mm: from, y1Mm: ruleY, x2Mm: to, y2Mm: ruleY, widthPt: 0.6, grey: 0, role: 'body' },
      ...(isSuggested ? suggestionItems({ leftMm: left, rightMm: to, topMm: ruleY + 0.5 }, setting) : []),
    ];
  });
  const textTop = sideTop + middle - textHeight / 2;
  const party = [...name, ...date].flatMap((line, index) =>
    text(
      line,
      index < name.length ? dateElement - 1 : dateElement,
      centre - line.widthMm / 2,
      textTop + index * pitch + baselineIn(pitch, em),
    ),
  );
  return {
    ...plainRow,
    heightMm: Math.max(sideTop + sideHeight + shift, isBeside ? signMiddle + signHeight / 2 : 0),
    spaceBeforeMm,
    items: [
      ...(seal === null
        ? []
        : guideItems(seal, {
            centreMm: centre,
            middleMm: sideTop + middle,
            labelBaselineMm: sideTop + middle + sealLabelMm(seal, textHeight),
            setting,
          })),
      ...(print === undefined
        ? []
        : guideItems(print, {
            centreMm: left + labelsWidth + (labels.length === 0 ? 0 : ruleMm) + printMm - print.widthMm / 2,
            middleMm: signMiddle,
            labelBaselineMm: signMiddle + guideLabelMm * 0.21,
            setting,
          })),
      ...signing,
      ...party,
    ],
    linesBefore: 2,
  };
}

/** The room that is kept for a seal; none where there is none. */
function roomOf(seal: SealGuide | null): { readonly widthMm: number; readonly heightMm: number } {
  if (seal === null) return { widthMm: 0, heightMm: 0 };
  return {
    widthMm: Math.max(sealRoom.widthMm, seal.widthMm),
    heightMm: Math.max(sealRoom.heightMm, seal.heightMm),
  };
}

/** How far under the seal's middle its label stands: at its foot, or under it where the text leaves no room there. */
function sealLabelMm(seal: SealGuide, textHeight: number): number {
  return textHeight + 1.8 * guideLabelMm <= seal.heightMm
    ? seal.heightMm / 2 - guideLabelMm * 0.55
    : Math.max(seal.heightMm, textHeight) / 2 + guideLabelMm * 0.7;
}

function wrapped(text: string, widthMm: number, setting: Setting): readonly Line[] {
  const type = { font: 'serif' as const, sizePt: setting.typography.bodyPt };
  return breakLines(setGlyphs([{ text }], type, setting.fonts), {
    widthMm,
    justify: false,
    emMm: emMm(type.sizePt),
  });
}
