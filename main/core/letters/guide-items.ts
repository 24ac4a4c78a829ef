import type { PageItem } from '../../contract/laid-out-document.ts';
import type { SealGuide } from '../../contract/letters.ts';
import { balanceLines, breakLines } from './break-lines.ts';
import { placeLine } from './place-line.ts';
import type { Setting } from './rows.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { ascentEm } from './typography.ts';

const labelPt = 7.5;
const labelGrey = 0.55;
const suggestionPt = 7;

/** The height of a guide's label with the space about it. */
export const guideLabelMm = emMm(labelPt) * 1.8;

/** The outline of a seal or a fingerprint, dashed and light, with its label. */
export function guideItems(
  seal: SealGuide,
  at: {
    readonly centreMm: number;
    readonly middleMm: number;
    readonly labelBaselineMm: number;
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
      xMm: at.centreMm - seal.widthMm / 2,
      yMm: at.middleMm - seal.heightMm / 2,
      widthMm: seal.widthMm,
      heightMm: seal.heightMm,
      widthPt: 0.5,
      grey: 0.7,
      dashed: true,
      role: 'guide',
    },
    ...label.flatMap((line, index) =>
      placeLine(line, {
        xMm: at.centreMm - line.widthMm / 2,
        baselineMm: at.labelBaselineMm - (label.length - 1 - index) * emMm(labelPt) * 1.2,
        sizePt: labelPt,
        grey: labelGrey,
        role: 'guide',
      }),
    ),
  ];
}

/** What is said under a rule to sign on that no source demands, ending where the rule does. */
export function suggestionItems(
  at: { readonly leftMm: number; readonly rightMm: number; readonly topMm: number },
  setting: Setting,
): readonly PageItem[] {
  const em = emMm(suggestionPt);
  const glyphs = setGlyphs(
    [{ text: '印齐建议，平台规则未要求' }],
    { font: 'serif', sizePt: suggestionPt },
    setting.fonts,
  );
  return breakLines(glyphs, { widthMm: Number.POSITIVE_INFINITY, justify: false, emMm: em }).flatMap((line) =>
    placeLine(line, {
      xMm: Math.max(at.leftMm, at.rightMm - line.widthMm),
      baselineMm: at.topMm + ascentEm * em,
      sizePt: suggestionPt,
      grey: labelGrey,
      role: 'guide',
    }),
  );
}
