import type { DossierDocument } from '../../contract/dossier.ts';
import type { FormGuide } from '../../contract/forms.ts';
import type { FontSet, PageItem } from '../../contract/laid-out-document.ts';
import { breakLines } from './break-lines.ts';
import { guideItems, guideLabelMm } from './guide-items.ts';
import { placeLine } from './place-line.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { ascentEm, typographyOf } from './typography.ts';

const labelPt = 7.5;
const labelGrey = 0.55;

const labels: Readonly<Record<FormGuide['kind'], string>> = {
  seal: '盖章处',
  signature: '签字处',
  date: '手写日期',
  fingerprint: '按手印处',
};

/** A guide on a form, light as on our letters: an outline for a seal or a fingerprint, a dashed frame where people write. */
export function formGuideItems(
  guide: FormGuide,
  document: DossierDocument,
  fonts: FontSet,
): readonly PageItem[] {
  const hasNoSeal = document.applicant?.kind === 'individual';
  const label = guide.label ?? (guide.kind === 'seal' && hasNoSeal ? '签章处' : labels[guide.kind]);
  if (guide.kind === 'seal' || guide.kind === 'fingerprint') {
    const middleMm = guide.yMm + guide.heightMm / 2;
    const size = guide.kind === 'seal' ? sealSize(guide, document) : guide;
    return guideItems(
      { label, widthMm: size.widthMm, heightMm: size.heightMm },
      {
        centreMm: guide.xMm + guide.widthMm / 2,
        middleMm,
        // Below the middle, where the form has its own words.
        labelBaselineMm: middleMm + size.heightMm * 0.36 + guideLabelMm * 0.21,
        setting: { typography: typographyOf('letter'), fonts },
      },
    );
  }
  const { xMm, yMm, widthMm, heightMm } = guide;
  const corners = [
    [xMm, yMm],
    [xMm + widthMm, yMm],
    [xMm + widthMm, yMm + heightMm],
    [xMm, yMm + heightMm],
    [xMm, yMm],
  ] as const;
  const frame = corners.slice(1).map(([x2Mm, y2Mm], index): PageItem => {
    const [x1Mm, y1Mm] = corners[index] ?? [xMm, yMm];
    return { kind: 'line', x1Mm, y1Mm, x2Mm, y2Mm, widthPt: 0.4, grey: 0.7, dashed: true, role: 'guide' };
  });
  const em = emMm(labelPt);
  const [line] = breakLines(setGlyphs([{ text: label }], { font: 'serif', sizePt: labelPt }, fonts), {
    widthMm: Number.POSITIVE_INFINITY,
    justify: false,
    emMm: em,
  });
  const words =
    line === undefined
      ? []
      : placeLine(line, {
          xMm: xMm + 0.8,
          baselineMm: yMm + 0.6 + ascentEm * em,
          sizePt: labelPt,
          grey: labelGrey,
          role: 'guide',
        });
  return [...frame, ...words];
}

/** The company's own seal about the middle of the place, as it was cut; as placed while its size is not known. */
function sealSize(
  { widthMm, heightMm }: FormGuide,
  { company }: DossierDocument,
): { readonly widthMm: number; readonly heightMm: number } {
  const seal = company?.seal;
  return seal === undefined
    ? { widthMm, heightMm }
    : { widthMm: seal.widthMm, heightMm: seal.heightMm ?? seal.widthMm };
}
