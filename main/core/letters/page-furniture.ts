import type { FontId, PageItem } from '../../contract/laid-out-document.ts';
import type { TemplateVersion } from '../../contract/letters.ts';
import { breakLines, type Line } from './break-lines.ts';
import { placeLine } from './place-line.ts';
import type { Setting } from './rows.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';

const draftPt = 170;

/** `第 1 页 共 2 页`, centred at the foot of the page. */
export function pageNumber(page: number, pages: number, setting: Setting): readonly PageItem[] {
  const { typography } = setting;
  const line = oneLine(`第 ${page} 页 共 ${pages} 页`, 'serif', typography.footerPt, setting);
  return placeLine(line, {
    xMm: (typography.pageWidthMm - line.widthMm) / 2,
    baselineMm: typography.footerBaselineMm,
    sizePt: typography.footerPt,
    grey: 0.2,
    role: 'footer',
  });
}

/** What the wording's version is called in small print. */
const origins: Readonly<Record<TemplateVersion['origin'], string>> = { app: '模板', team: '团队模板' };

/** The page's code at the bottom right, under the type area, and what it says beside it in small grey type. */
export function pageCodeItems(
  code: {
    readonly dossier: string;
    readonly letter: string;
    readonly revision: string;
    readonly page: number;
    readonly pages: number;
  },
  modules: readonly string[],
  setting: Setting,
  template?: TemplateVersion,
): readonly PageItem[] {
  const { typography } = setting;
  const right = typography.marginLeftMm + typography.areaWidthMm;
  const bottom = typography.pageHeightMm - 10;
  const wording = template === undefined ? '' : ` · ${origins[template.origin]} ${template.version}`;
  const text = `YQ ${code.dossier} · ${code.letter} · ${code.revision} · ${code.page}/${code.pages}${wording}`;
  const line = oneLine(text, 'serif', typography.codePt, setting);
  // Four modules of white around the code, as its readers ask for.
  const quiet = (typography.codeMm / Math.max(1, modules.length)) * 4;
  return [
    ...placeLine(line, {
      xMm: right - typography.codeMm - quiet - line.widthMm,
      baselineMm: bottom,
      sizePt: typography.codePt,
      grey: 0.45,
      role: 'footer',
    }),
    {
      kind: 'matrix',
      xMm: right - typography.codeMm,
      yMm: bottom - typography.codeMm,
      sizeMm: typography.codeMm,
      modules,
    },
  ];
}

/** 草稿 across the page, so light that text over it stays readable; drawn before everything else. */
export function draftMark(setting: Setting): readonly PageItem[] {
  const { typography } = setting;
  const line = oneLine('草稿', 'serif-bold', draftPt, setting);
  return placeLine(line, {
    xMm: (typography.pageWidthMm - line.widthMm) / 2,
    baselineMm: typography.pageHeightMm / 2 + emMm(draftPt) * 0.38,
    sizePt: draftPt,
    grey: 0.9,
    role: 'draft',
  });
}

function oneLine(text: string, font: FontId, sizePt: number, setting: Setting): Line {
  const [line] = breakLines(setGlyphs([{ text }], { font, sizePt }, setting.fonts), {
    widthMm: Number.POSITIVE_INFINITY,
    justify: false,
    emMm: emMm(sizePt),
  });
  return line ?? { glyphs: [], advancesMm: [], widthMm: 0 };
}
