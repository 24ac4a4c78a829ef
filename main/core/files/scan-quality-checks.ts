import { z } from 'zod';
import type { Localized } from '../../contract/language.ts';
import type { ScanMeasure, ScanSide } from '../../contract/scan-measure.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { nameOf } from './figures.ts';
import { straightenRepairId } from './fit-repair.ts';
import { judgeEach } from './file-subject.ts';
import { isPictured, onPages, picturedPages, type MeasuredPage, type ScannedFile } from './scanned-file.ts';

// What a scan or photograph may lack, each with its measured value and the wanted one. The sources ask for clear colour scans and
// photographs and give no figures: the thresholds are our own, and come as parameters of the rules.

/** Asks a person about the pages that a test finds; `say` words it for the worst of them, after the file's name. */
function askAbout(
  file: ScannedFile,
  isFaulty: (scan: ScanMeasure) => boolean,
  say: (worst: MeasuredPage) => Localized,
): Conclusion | null {
  const faulty = picturedPages(file).filter(({ scan }) => isFaulty(scan));
  const [worst] = faulty;
  if (worst === undefined) return null;
  const on = onPages(file, faulty);
  const said = say(worst);
  return {
    outcome: 'needs-person',
    at: file.path,
    message: { zh: `「${nameOf(file)}」${on.zh}${said.zh}`, en: `“${nameOf(file)}”${on.en} ${said.en}` },
    // Counts only for the checks that the repair mends, where it is planned.
    fix: {
      id: straightenRepairId(file.path),
      summary: {
        zh: '摆正并裁到纸边，另存为新文件，原文件保留',
        en: 'Lay it straight and cut it to the sheet as a new file; the original is kept',
      },
    },
  };
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const sideNames: Readonly<Record<ScanSide, Localized>> = {
  top: { zh: '上边', en: 'top' },
  right: { zh: '右边', en: 'right' },
  bottom: { zh: '下边', en: 'bottom' },
  left: { zh: '左边', en: 'left' },
};

/** `scan-whole`: the whole sheet is in the picture, taken from straight above, and fills enough of it. */
const scanWhole = defineCheck({
  name: 'scan-whole',
  parameters: z.strictObject({
    minShare: z.number().positive().max(1),
    maxPerspective: z.number().positive(),
  }),
  run: (subject, { minShare, maxPerspective }) =>
    judgeEach(subject, isPictured, (file) => {
      const isSmall = ({ page }: ScanMeasure): boolean => page.found === 'edges' && page.share < minShare;
      return (
        askAbout(
          file,
          ({ page }) => page.cut.length > 0,
          ({ scan: { page } }) => {
            const zh = page.cut.map((side) => sideNames[side].zh).join('、');
            const en = page.cut.map((side) => sideNames[side].en).join(', ');
            return {
              zh: `的${zh}好像被裁掉了：纸面或文字一直延伸到画面之外。请核对整页是否都在画面里；若不是，请露出四边重新拍摄或扫描。`,
              en: `seems cut off at the ${en}: the sheet or its print runs out of the picture. See whether the whole page is there; if not, take it again with all four edges in view.`,
            };
          },
        ) ??
        askAbout(file, isSmall, ({ scan: { page } }) => ({
          zh: `里的纸张只占画面的 ${percent(page.share)}（至少 ${percent(minShare)}，本程序的经验值），四周拍进了太多别的东西。请核对小字是否看得清；看不清就靠近重拍或裁掉四周。`,
          en: `shows the sheet on only ${percent(page.share)} of the picture (at least ${percent(minShare)}, our own figure), with much else around. See whether small print is legible; if not, go closer or crop it.`,
        })) ??
        askAbout(
          file,
          ({ page }) => page.perspective > maxPerspective,
          ({ scan: { page } }) => ({
            zh: `是斜着拍的：纸张一边比对边长 ${percent(page.perspective)}（不超过 ${percent(maxPerspective)}，本程序的经验值）。请核对远端的字；看不清就从正上方重拍。`,
            en: `was taken at an angle: one side of the sheet is ${percent(page.perspective)} longer than the other (at most ${percent(maxPerspective)}, our own figure). See whether the far end is legible; if not, take it from straight above.`,
          }),
        ) ??
        askAbout(
          file,
          ({ page }) => page.found === 'none',
          () => ({
            zh: '里没有认出纸张的边缘。请核对整页是否都在画面里。',
            en: 'shows no edges of a sheet. See whether the whole page is in the picture.',
          }),
        )
      );
    }),
});

/** `scan-straight`: lines of print lean by no more than so many degrees. */
const scanStraight = defineCheck({
  name: 'scan-straight',
  parameters: z.strictObject({ maxDegrees: z.number().positive() }),
  run: (subject, { maxDegrees }) =>
    judgeEach(subject, isPictured, (file) =>
      askAbout(
        file,
        ({ skewDegrees }) => Math.abs(skewDegrees ?? 0) > maxDegrees,
        ({ scan: { skewDegrees } }) => ({
          zh: `放歪了约 ${Math.abs(skewDegrees ?? 0).toFixed(1)} 度（不超过 ${maxDegrees} 度，本程序的经验值）。请核对是否影响阅读；最好摆正后重新扫描。`,
          en: `is askew by about ${Math.abs(skewDegrees ?? 0).toFixed(1)} degrees (at most ${maxDegrees}, our own figure). See whether it reads well; best lay it straight and scan it again.`,
        }),
      ),
    ),
});

/** `scan-light`: the paper is bright enough, and as bright everywhere. */
const scanLight = defineCheck({
  name: 'scan-light',
  parameters: z.strictObject({
    minPaper: z.number().positive().max(255),
    minEvenness: z.number().positive().max(1),
  }),
  run: (subject, { minPaper, minEvenness }) =>
    judgeEach(
      subject,
      isPictured,
      (file) =>
        askAbout(
          file,
          ({ light }) => light.paper < minPaper,
          ({ scan: { light } }) => ({
            zh: `太暗：纸面亮度 ${light.paper}（满分 255，至少 ${minPaper}，本程序的经验值）。请核对字和印章是否看得清；看不清就在亮处重拍，或调亮后重新扫描。`,
            en: `is dark: the paper’s brightness is ${light.paper} of 255 (at least ${minPaper}, our own figure). See whether print and seal are clear; if not, take it again in better light or scan it brighter.`,
          }),
        ) ??
        askAbout(
          file,
          ({ light }) => light.evenness < minEvenness,
          ({ scan: { light } }) => ({
            zh: `明暗不匀：最暗处的纸面只有最亮处的 ${percent(light.evenness)}（至少 ${percent(minEvenness)}，本程序的经验值），可能有阴影。请核对阴影里的字；看不清就换个没有阴影的地方重拍。`,
            en: `is unevenly lit: the darkest paper has ${percent(light.evenness)} of the brightest (at least ${percent(minEvenness)}, our own figure), perhaps a shadow. See whether the print in it is clear; if not, take it again without shadow.`,
          }),
        ),
    ),
});

/** `scan-glare`: no reflection washes out more than so much of the page. */
const scanGlare = defineCheck({
  name: 'scan-glare',
  parameters: z.strictObject({ maxShare: z.number().positive().max(1) }),
  run: (subject, { maxShare }) =>
    judgeEach(subject, isPictured, (file) =>
      askAbout(
        file,
        ({ glare }) => (glare?.share ?? 0) > maxShare,
        ({ scan: { glare } }) => {
          const where = placeOf(glare?.centre ?? { x: 0.5, y: 0.5 });
          const share = `${((glare?.share ?? 0) * 100).toFixed(1)}%`;
          return {
            zh: `的${where.zh}好像有反光，占纸面 ${share}（不超过 ${(maxShare * 100).toFixed(1)}%，本程序的经验值）。请核对反光处的字；看不清就避开灯光或关掉闪光灯重拍。`,
            en: `seems to have glare at the ${where.en}, on ${share} of the page (at most ${(maxShare * 100).toFixed(1)}%, our own figure). See whether the print there is clear; if not, take it again away from lamps and without flash.`,
          };
        },
      ),
    ),
});

/** Where on a page, in words. */
export function placeOf({ x, y }: { readonly x: number; readonly y: number }): Localized {
  const row = y < 1 / 3 ? 0 : y < 2 / 3 ? 1 : 2;
  const column = x < 1 / 3 ? 0 : x < 2 / 3 ? 1 : 2;
  const zh = [
    ['左上方', '上方', '右上方'],
    ['左侧', '中间', '右侧'],
    ['左下方', '下方', '右下方'],
  ] as const;
  const en = [
    ['upper left', 'top', 'upper right'],
    ['left', 'middle', 'right'],
    ['lower left', 'bottom', 'lower right'],
  ] as const;
  return { zh: zh[row][column], en: en[row][column] };
}

/** `scan-sharp`: of the print, no more than so much has soft edges. */
const scanSharp = defineCheck({
  name: 'scan-sharp',
  parameters: z.strictObject({ maxSoftShare: z.number().positive().max(1) }),
  run: (subject, { maxSoftShare }) =>
    judgeEach(subject, isPictured, (file) =>
      askAbout(
        file,
        ({ focus }) => (focus?.softShare ?? 0) > maxSoftShare,
        ({ scan: { focus } }) => ({
          zh: `好像没有对焦：${percent(focus?.softShare ?? 0)} 的文字笔画发虚，边缘宽约 ${(focus?.edgeMm ?? 0).toFixed(1)} 毫米（清楚的不超过 0.7 毫米，本程序的经验值）。请放大核对；看不清就拿稳、对焦后重拍，或重新扫描。`,
          en: `seems out of focus: on ${percent(focus?.softShare ?? 0)} of the print the strokes’ edges are soft, about ${(focus?.edgeMm ?? 0).toFixed(1)} mm wide (clear ones 0.7 mm at most, our own figure). Zoom in and see; if it is blurred, hold the camera still and focus, or scan it again.`,
        }),
      ),
    ),
});

/** The checks on how a page was scanned or photographed. */
export const scanQualityChecks: readonly AnyCheck[] = [
  scanWhole,
  scanStraight,
  scanLight,
  scanGlare,
  scanSharp,
];
