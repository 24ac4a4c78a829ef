import { z } from 'zod';
import type { LogoMeasure, PictureMeasure } from '../../contract/picture-measure.ts';
import type { Localized } from '../../contract/language.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { nameOf } from './figures.ts';
import { fitRepairId } from './fit-repair.ts';
import { isMeasured, judgeEach, type MeasuredFile } from './file-subject.ts';

/** Logos are measured on a square of this side (LogoMeasure); what rules want is said of the same. */
const sidePx = 128;

type LogoFile = MeasuredFile & { readonly picture: PictureMeasure & { readonly logo: LogoMeasure } };

const isLogoFile = (file: MeasuredFile): file is LogoFile => file.picture?.logo !== undefined;
const takesLogo = (file: Parameters<typeof isMeasured>[0]): file is LogoFile =>
  isMeasured(file) && isLogoFile(file);

const px = z.number().positive();

/** What a heuristic suspects of a file. */
const suspect = (file: MeasuredFile, message: Localized): Conclusion => ({
  outcome: 'needs-person',
  at: file.path,
  message,
});

/** Said of a picture of another size, whose lengths were measured on its scaled copy. */
const scaled = ({ image }: MeasuredFile): Localized =>
  image.widthPx === sidePx && image.heightPx === sidePx
    ? { zh: '', en: '' }
    : {
        zh: `（按缩放到 ${sidePx}×${sidePx} 计）`,
        en: ` (measured on a copy scaled to ${sidePx}×${sidePx})`,
      };

/** `logo-corners`: the ground's four corners have the wanted radius. White on white cannot be told and is left alone. */
const logoCorners = defineCheck({
  name: 'logo-corners',
  parameters: z.strictObject({ radiusPx: px, tolerancePx: px }),
  run: (subject, { radiusPx, tolerancePx }) =>
    judgeEach(subject, takesLogo, (file) => {
      const { cornerRadiusPx: found, cornerSpreadPx: spread = 0 } = file.picture.logo;
      if (found === undefined) return null;
      const isEven = spread <= tolerancePx;
      if (Math.abs(found - radiusPx) <= tolerancePx && isEven) return null;
      const note = scaled(file);
      const shape =
        found < 1
          ? { zh: '四角是直角', en: 'has square corners' }
          : isEven
            ? { zh: `圆角约 ${found} 像素`, en: `has corners of about ${found} px` }
            : {
                zh: `四角不一样：圆角平均约 ${found} 像素，相差 ${spread} 像素`,
                en: `has uneven corners: about ${found} px on average, off by up to ${spread} px`,
              };
      return {
        ...suspect(file, {
          zh: `「${nameOf(file)}」${shape.zh}${note.zh}，规范要求 ${radiusPx} 像素。请按 ${radiusPx} 像素圆角导出，圆角以外留透明。`,
          en: `“${nameOf(file)}” ${shape.en}${note.en}; the guide wants ${radiusPx} px. Export it with corners of ${radiusPx} px, transparent outside.`,
        }),
        fix: {
          id: fitRepairId(file.path),
          summary: {
            zh: `另存为 ${radiusPx} 像素圆角的新图片，圆角以外透明，原文件保留`,
            en: `Make a new picture with corners of ${radiusPx} px, transparent outside; the original is kept`,
          },
        },
      };
    }),
});

/** `logo-mark-size`: the longer side of the figure is near the wanted size. */
const logoMarkSize = defineCheck({
  name: 'logo-mark-size',
  parameters: z
    .strictObject({ wantedPx: px, leastPx: px, mostPx: px })
    .refine(({ wantedPx, leastPx, mostPx }) => leastPx <= wantedPx && wantedPx <= mostPx, {
      message: 'leastPx <= wantedPx <= mostPx',
    }),
  run: (subject, { wantedPx, leastPx, mostPx }) =>
    judgeEach(subject, takesLogo, (file) => {
      const { mark } = file.picture.logo;
      if (mark === undefined) return null;
      const longer = Math.max(mark.widthPx, mark.heightPx);
      if (longer >= leastPx && longer <= mostPx) return null;
      const isLarge = longer > mostPx;
      const found = `${mark.widthPx}×${mark.heightPx}`;
      const note = scaled(file);
      return suspect(file, {
        zh: `「${nameOf(file)}」的主体约占 ${found} 像素${note.zh}，${isLarge ? '偏大' : '偏小，显得不饱满'}；规范建议约 ${wantedPx}×${wantedPx}。请${isLarge ? '缩小' : '放大'}主体后重新导出。`,
        en: `The figure of “${nameOf(file)}” takes about ${found} px${note.en}, which is ${isLarge ? 'large' : 'small'}; the guide advises about ${wantedPx}×${wantedPx}. ${isLarge ? 'Make it smaller' : 'Make it larger'} and export the logo again.`,
      });
    }),
});

/** `logo-centred`: the figure's box stands in the middle, unless its weight does. */
const logoCentred = defineCheck({
  name: 'logo-centred',
  parameters: z.strictObject({ mostPx: px }),
  run: (subject, { mostPx }) =>
    judgeEach(subject, takesLogo, (file) => {
      const { mark } = file.picture.logo;
      if (mark === undefined) return null;
      const x = offBy(mark.offsetXPx, mark.massXPx, mostPx);
      const y = offBy(mark.offsetYPx, mark.massYPx, mostPx);
      if (x === 0 && y === 0) return null;
      const note = scaled(file);
      const parts: Localized[] = [];
      if (x !== 0)
        parts.push({
          zh: `偏${x > 0 ? '右' : '左'} ${Math.abs(x)} 像素`,
          en: `${Math.abs(x)} px too far ${x > 0 ? 'right' : 'left'}`,
        });
      if (y !== 0)
        parts.push({
          zh: `偏${y > 0 ? '下' : '上'} ${Math.abs(y)} 像素`,
          en: `${Math.abs(y)} px too ${y > 0 ? 'low' : 'high'}`,
        });
      return suspect(file, {
        zh: `「${nameOf(file)}」的主体${parts.map(({ zh }) => zh).join('、')}${note.zh}，居中最稳妥（${mostPx} 像素以内不提示）。请看一眼：不是有意为之，就移到正中。`,
        en: `The figure of “${nameOf(file)}” stands ${parts.map(({ en }) => en).join(' and ')}${note.en}; the middle is the safe place (up to ${mostPx} px is not mentioned). Look at it and move it unless it is meant so.`,
      });
    }),
});

/** How far box and weight both lean one way; 0 where a figure is balanced, as a play sign set by eye is. */
function offBy(box: number, mass: number, most: number): number {
  return Math.abs(box) > most && Math.sign(box) === Math.sign(mass) && Math.abs(mass) > most / 2 ? box : 0;
}

/** `logo-contrast`: the figure stands out from its ground, in lightness or in hue. */
const logoContrast = defineCheck({
  name: 'logo-contrast',
  parameters: z.strictObject({ leastRatio: z.number().min(1), leastDifference: px }),
  run: (subject, { leastRatio, leastDifference }) =>
    judgeEach(subject, takesLogo, (file) => {
      const { mark, groundColour } = file.picture.logo;
      if (
        mark === undefined ||
        mark.contrastRatio >= leastRatio ||
        mark.colourDifference >= leastDifference
      ) {
        return null;
      }
      const ground = groundColour ?? '#ffffff';
      return suspect(file, {
        zh: `「${nameOf(file)}」的主体（${mark.colour}）和底色（${ground}）很接近：明暗对比 ${mark.contrastRatio}:1，色差 ${mark.colourDifference}，难以识别；对比 ${leastRatio}:1 以上，或色差 ${leastDifference} 以上不提示。请拉开主体与底色。`,
        en: `Figure (${mark.colour}) and ground (${ground}) of “${nameOf(file)}” are close: contrast ${mark.contrastRatio}:1, colour difference ${mark.colourDifference}, hard to make out; from ${leastRatio}:1, or a difference of ${leastDifference}, nothing is said. Set them apart.`,
      });
    }),
});

/** `logo-outline`: the ground has no line around it. */
const logoOutline = defineCheck({
  name: 'logo-outline',
  parameters: z.strictObject({}),
  run: (subject) =>
    judgeEach(subject, takesLogo, (file) => {
      const { outline } = file.picture.logo;
      if (outline === undefined) return null;
      const note = scaled(file);
      return suspect(file, {
        zh: `「${nameOf(file)}」的底色四周有一圈 ${outline.colour} 的边，宽约 ${outline.widthPx} 像素${note.zh}；规范要求背景没有外形轮廓。请去掉描边。`,
        en: `“${nameOf(file)}” has a line of ${outline.colour} around its ground, about ${outline.widthPx} px wide${note.en}; the guide wants a ground without outline. Take it away.`,
      });
    }),
});

/** `logo-badge`: no dot or label in a corner. */
const logoBadge = defineCheck({
  name: 'logo-badge',
  parameters: z.strictObject({}),
  run: (subject) =>
    judgeEach(subject, takesLogo, (file) => {
      const { badge } = file.picture.logo;
      if (badge === undefined) return null;
      const { left, top, width, height } = badge.at;
      const where: Localized = {
        zh: `${left + width / 2 < 0.5 ? '左' : '右'}${top + height / 2 < 0.5 ? '上' : '下'}`,
        en: `${top + height / 2 < 0.5 ? 'upper' : 'lower'} ${left + width / 2 < 0.5 ? 'left' : 'right'}`,
      };
      const size = `${Math.round(width * sidePx)}×${Math.round(height * sidePx)}`;
      const kind: Localized = badge.isLettered
        ? { zh: '像带字的角标', en: 'a patch that looks like a label with letters' }
        : { zh: '像红点', en: 'a patch that looks like a dot' };
      return suspect(file, {
        zh: `「${nameOf(file)}」${where.zh}方有一块 ${badge.colour}，约 ${size} 像素，${kind.zh}；规范不许红点、NEW、HOT 和认证、第一等标签。请看一眼：是角标就去掉。`,
        en: `“${nameOf(file)}” has ${kind.en} at the ${where.en}, ${badge.colour}, about ${size} px; the guide allows no red dot, NEW, HOT or label such as “certified”. Look at it and take it away if it is one.`,
      });
    }),
});

/** What rounded corners leave open of the square. */
const openShare = (radiusPx: number): number => ((4 - Math.PI) * radiusPx ** 2) / sidePx ** 2;

/** `logo-ground`: the logo has a ground of its own: nothing shines through it but at its corners. */
const logoGround = defineCheck({
  name: 'logo-ground',
  parameters: z.strictObject({ mostTransparentShare: z.number().min(0).max(1) }),
  run: (subject, { mostTransparentShare }) =>
    judgeEach(subject, takesLogo, (file) => {
      const { transparentShare, logo } = file.picture;
      const open = openShare(logo.cornersAre === 'transparent' ? (logo.cornerRadiusPx ?? 0) : 0);
      if (transparentShare - open <= mostTransparentShare) return null;
      const percent = Math.round(transparentShare * 100);
      return suspect(file, {
        zh: `「${nameOf(file)}」有 ${percent}% 是透明的，没有完整的底色，放在深色界面上可能看不清；规范要求有底色，无底色的要做成白底。请加上底色或白底。`,
        en: `${percent}% of “${nameOf(file)}” is transparent: it has no whole ground and may vanish on a dark screen; the guide wants a ground of its own, or white. Give it one.`,
      });
    }),
});

/** The checks on the drawing of a logo. */
export const logoChecks: readonly AnyCheck[] = [
  logoCorners,
  logoMarkSize,
  logoCentred,
  logoContrast,
  logoOutline,
  logoBadge,
  logoGround,
];
