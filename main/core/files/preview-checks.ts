import { z } from 'zod';
import type { FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import type { Edges, PictureMeasure } from '../../contract/picture-measure.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { nameOf } from './figures.ts';
import { isMeasured, judgeEach, type MeasuredFile } from './file-subject.ts';
import { leastContrast } from './scan-checks.ts';

type PictureFile = MeasuredFile & { readonly picture: PictureMeasure };

const takesPicture = (file: FileInspection): file is PictureFile =>
  isMeasured(file) && file.picture !== undefined;

const suspect = (file: FileInspection, message: Localized): Conclusion => ({
  outcome: 'needs-person',
  at: file.path,
  message,
});

const both = ({ across, down }: PictureMeasure): readonly Edges[] =>
  [across, down].filter((edges) => edges !== undefined);

/**
 * `picture-sharp`: edges are hard enough, and the picture was not enlarged from a smaller one. Measured
 * (test/adapters/images/measure-picture.test.ts): screens drawn at their size have 0.66 and more, a photograph of one 0.58, blur
 * of 1 px 0.47, of 2 px 0.3, twice as large by interpolation 0.45.
 */
const pictureSharp = defineCheck({
  name: 'picture-sharp',
  parameters: z.strictObject({
    leastSteepness: z.number().positive().max(1),
    mostEnlargement: z.number().min(1),
  }),
  run: (subject, { leastSteepness, mostEnlargement }) =>
    judgeEach(subject, takesPicture, (file) => {
      const edges = both(file.picture);
      const steepness = Math.min(...edges.map((one) => one.steepness));
      const enlargements = edges.flatMap((one) => one.enlargedBy ?? []);
      const enlargedBy = Math.max(1, ...enlargements);
      if (enlargedBy >= mostEnlargement && enlargements.length === edges.length) {
        return suspect(file, {
          zh: `「${nameOf(file)}」像是由约 ${enlargedBy} 分之一大小的图放大来的，画面会发虚。请用原尺寸的截图重新导出，不要放大小图。`,
          en: `“${nameOf(file)}” looks enlarged from a picture about ${enlargedBy} times smaller, which leaves it soft. Take the screenshot at its full size instead.`,
        });
      }
      if (edges.length === 0 || steepness >= leastSteepness) return null;
      const widthPx = Math.round((1 / steepness) * 10) / 10;
      return suspect(file, {
        zh: `「${nameOf(file)}」不够清晰：线条和文字的边缘约 ${widthPx} 像素宽，清晰的截图约 1 至 1.5 像素，可能失焦、被放大或模糊处理过。请放大核对，必要时重新截图。`,
        en: `“${nameOf(file)}” is not sharp: edges of lines and letters are about ${widthPx} px wide, in a sharp screenshot 1 to 1.5; it may be out of focus, enlarged or blurred. Zoom in and take it again if needed.`,
      });
    }),
});

/** `picture-proportions`: the picture was not enlarged more along one direction than along the other. */
const pictureProportions = defineCheck({
  name: 'picture-proportions',
  parameters: z.strictObject({ mostRatio: z.number().min(1) }),
  run: (subject, { mostRatio }) =>
    judgeEach(subject, takesPicture, (file) => {
      const { across, down } = file.picture;
      if (across === undefined || down === undefined) return null;
      const [wide, high] = [across.enlargedBy ?? 1, down.enlargedBy ?? 1];
      const ratio = Math.max(wide / high, high / wide);
      if (ratio < mostRatio) return null;
      const figure = Math.round(ratio * 100) / 100;
      return suspect(file, {
        zh: `「${nameOf(file)}」像是被拉伸过：横向约放大 ${wide} 倍，纵向约 ${high} 倍，${wide > high ? '横向' : '纵向'}多拉长了约 ${figure} 倍。请按原比例重新截图，不要拉伸。`,
        en: `“${nameOf(file)}” looks stretched: about ${wide} times larger across and ${high} times down, ${figure} times longer ${wide > high ? 'across' : 'down'}. Take it again in its own proportions.`,
      });
    }),
});

/** `picture-compression`: the picture was not pressed so hard that it shows, by the JPEG that it is or once was. */
const pictureCompression = defineCheck({
  name: 'picture-compression',
  parameters: z.strictObject({
    leastQuality: z.number().min(1).max(100),
    mostSpecks: z.number().positive().max(1),
  }),
  run: (subject, { leastQuality, mostSpecks }) =>
    judgeEach(subject, takesPicture, (file) => {
      const { jpegQuality, specks = 0 } = file.picture;
      if (jpegQuality === undefined && specks > mostSpecks) {
        const percent = (share: number): string => `${Math.round(share * 100)}%`;
        return suspect(file, {
          zh: `「${nameOf(file)}」白底上的文字有 ${percent(specks)} 周围布满浅灰杂点（${percent(mostSpecks)} 以内不提示），像是由压得很重的 JPEG 转存的。请从原图重新导出。`,
          en: `Around ${percent(specks)} of what is drawn on white in “${nameOf(file)}” there are pale specks (up to ${percent(mostSpecks)} nothing is said), as if saved from a heavily compressed JPEG. Export it from the original.`,
        });
      }
      if (jpegQuality === undefined || jpegQuality >= leastQuality) return null;
      const was: Localized =
        file.type === 'jpeg'
          ? { zh: '压缩得很重', en: 'is heavily compressed' }
          : { zh: '是由压得很重的 JPEG 转存的', en: 'was saved from a heavily compressed JPEG' };
      return suspect(file, {
        zh: `「${nameOf(file)}」${was.zh}：JPEG 质量约 ${jpegQuality}（满分 100，${leastQuality} 以上不提示），文字周围会有杂点和方块。请从原图用更高的质量重新导出。`,
        en: `“${nameOf(file)}” ${was.en}: JPEG quality about ${jpegQuality} of 100 (from ${leastQuality} nothing is said), with specks and blocks around letters. Export it from the original at a higher quality.`,
      });
    }),
});

/** `picture-filled`: something is drawn on more than a speck of the picture; one even colour is `picture-not-empty`'s to find. */
const pictureFilled = defineCheck({
  name: 'picture-filled',
  parameters: z.strictObject({ leastDetailShare: z.number().positive().max(1) }),
  run: (subject, { leastDetailShare }) =>
    judgeEach(subject, takesPicture, (file) => {
      const { detailShare } = file.picture;
      if (detailShare >= leastDetailShare || file.image.contrast < leastContrast) return null;
      const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
      return suspect(file, {
        zh: `「${nameOf(file)}」几乎是空的：只有约 ${percent(detailShare)} 的地方画了东西（${percent(leastDetailShare)} 以上不提示）。请看一眼是不是截到了加载中的页面，换成能说明功能的画面。`,
        en: `“${nameOf(file)}” is almost empty: about ${percent(detailShare)} of it is drawn on (from ${percent(leastDetailShare)} nothing is said). See whether it was taken while a page was loading, and show what the app does.`,
      });
    }),
});

/**
 * `picture-codes`: no QR code. One that fills the picture (`failShare` of its width) is decided, any other is asked about; with
 * `leastFinders`, so many corner marks of one that cannot be read are asked about too.
 */
const pictureCodes = defineCheck({
  name: 'picture-codes',
  parameters: z.strictObject({
    failShare: z.number().positive().max(1).optional(),
    leastFinders: z.number().int().positive().optional(),
  }),
  run: (subject, { failShare, leastFinders }) =>
    judgeEach(subject, takesPicture, (file) => {
      const { codes, finders } = file.picture;
      const [code] = codes.toSorted((a, b) => b.at.width - a.at.width);
      if (code === undefined) {
        if (leastFinders === undefined || finders < leastFinders) return null;
        return suspect(file, {
          zh: `「${nameOf(file)}」里有像二维码的图形（${finders} 个定位角），但读不出内容。请看一眼：是二维码就去掉。`,
          en: `“${nameOf(file)}” shows something like a QR code (${finders} corner marks) that cannot be read. Look at it and take it away if it is one.`,
        });
      }
      const percent = (share: number): string => `${Math.round(share * 100)}%`;
      const place: Localized = {
        zh: `宽约占画面的 ${percent(code.at.width)}，左上角在 ${percent(code.at.left)}、${percent(code.at.top)} 处`,
        en: `${percent(code.at.width)} of the picture wide, at ${percent(code.at.left)} from the left and ${percent(code.at.top)} from the top`,
      };
      const more: Localized =
        codes.length > 1
          ? { zh: `（共 ${codes.length} 个）`, en: ` (${codes.length} in all)` }
          : { zh: '', en: '' };
      const text = code.text === '' ? '—' : code.text;
      if (failShare !== undefined && code.at.width >= failShare) {
        return {
          outcome: 'fail',
          at: file.path,
          message: {
            zh: `「${nameOf(file)}」是二维码：${place.zh}，内容为「${text}」（未打开）。请换成图形标识，不要用二维码。`,
            en: `“${nameOf(file)}” is a QR code: ${place.en}, saying “${text}” (not opened). Use a drawing instead.`,
          },
        };
      }
      return suspect(file, {
        zh: `「${nameOf(file)}」里有二维码${more.zh}：${place.zh}，内容为「${text}」（只读出，未打开）。请确认它不会把用户引到平台之外；拿不准就去掉。`,
        en: `“${nameOf(file)}” shows a QR code${more.en}: ${place.en}, saying “${text}” (read, not opened). Make sure that it leads nobody away from the platform; take it out if in doubt.`,
      });
    }),
});

/** The checks on what a preview looks like. */
export const previewChecks: readonly AnyCheck[] = [
  pictureSharp,
  pictureProportions,
  pictureCompression,
  pictureFilled,
  pictureCodes,
];
