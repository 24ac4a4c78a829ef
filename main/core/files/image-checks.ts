import { z } from 'zod';
import { contentTypeSchema, type FileInspection } from '../../contract/files.ts';
import { defineCheck, type AnyCheck } from '../review/check.ts';
import { exactBytes, formatBytes, formatPx, listTypes, nameOf, typePhrase } from './figures.ts';
import { isMeasured, isSound, judgeEach } from './file-subject.ts';
import { canFit, fitRepairId, renameRepairId } from './fit-repair.ts';

const px = z.number().int().positive();

const isTyped = (file: FileInspection): file is FileInspection => isSound(file);
const isNamed = (file: FileInspection): file is FileInspection & { namedType: FileInspection['type'] } =>
  isSound(file) && file.namedType !== undefined;

/** `file-name-type`: the ending of a file's name says what its content is; a person decides what is meant. */
const fileNameType = defineCheck({
  name: 'file-name-type',
  parameters: z.strictObject({}),
  run: (subject) =>
    judgeEach(subject, isNamed, (file) =>
      file.namedType === file.type
        ? null
        : {
            outcome: 'needs-person',
            at: file.path,
            fix: {
              id: renameRepairId(file.path),
              summary: {
                zh: '以正确的扩展名另存一份，内容一字节不变，原文件保留',
                en: 'Save a copy under the right ending, byte for byte the same; the original is kept',
              },
            },
            message: {
              zh: `「${nameOf(file)}」按文件名是${typePhrase(file.namedType).zh}，内容却是${typePhrase(file.type).zh}，上传时可能被拒。请把扩展名改成与内容一致，或另存为所需类型。`,
              en: `“${nameOf(file)}” is named as ${typePhrase(file.namedType).en} but holds ${typePhrase(file.type).en}; an upload may refuse it. Rename it to what it is, or save it as the type that is wanted.`,
            },
          },
    ),
});

/** `image-type`: the content of each file is of one of the `allowed` types. */
const imageType = defineCheck({
  name: 'image-type',
  isGraded: true,
  parameters: z.strictObject({ allowed: z.array(contentTypeSchema).min(1) }),
  run: (subject, { allowed }) =>
    judgeEach(subject, isTyped, (file) => {
      if (allowed.includes(file.type)) return null;
      const wanted = listTypes(allowed);
      // Counts only where the repair is planned: a screenshot of another shape is not distorted.
      const canMend =
        isMeasured(file) && file.image.frames === 1 && (allowed.includes('png') || allowed.includes('jpeg'));
      return {
        outcome: 'fail',
        at: file.path,
        message: {
          zh: `「${nameOf(file)}」的内容是${typePhrase(file.type).zh}，需要 ${wanted.zh}。请导出为所需类型；只改扩展名不起作用。`,
          en: `“${nameOf(file)}” holds ${typePhrase(file.type).en}; wanted: ${wanted.en}. Export it as that; renaming alone does not help.`,
        },
        ...(canMend
          ? {
              fix: {
                id: fitRepairId(file.path),
                summary: {
                  zh: '另存为所需类型的新图片，原文件保留',
                  en: 'Save a new picture of the wanted type; the original is kept',
                },
              },
            }
          : {}),
      };
    }),
});

/** `image-pixels`: each picture is exactly this many pixels wide and high. */
const imagePixels = defineCheck({
  name: 'image-pixels',
  parameters: z.strictObject({ widthPx: px, heightPx: px }),
  run: (subject, { widthPx, heightPx }, { document }) =>
    judgeEach(subject, isMeasured, (file) => {
      const { image } = file;
      if (image.widthPx === widthPx && image.heightPx === heightPx) return null;
      const found = formatPx(image.widthPx, image.heightPx);
      const wanted = formatPx(widthPx, heightPx);
      const canMend = image.frames === 1 && canFit(document, file, { widthPx, heightPx });
      return {
        outcome: 'fail',
        at: file.path,
        message: canMend
          ? {
              zh: `「${nameOf(file)}」是 ${found} 像素，需要 ${wanted} 像素。请按所需尺寸重新导出，或用这里的修复。`,
              en: `“${nameOf(file)}” is ${found} pixels; wanted: ${wanted}. Export it at that size, or take the repair offered here.`,
            }
          : {
              zh: `「${nameOf(file)}」是 ${found} 像素，需要 ${wanted} 像素；缩放会变形或留边，所以不自动修复。请按所需尺寸重新截图或导出。`,
              en: `“${nameOf(file)}” is ${found} pixels; wanted: ${wanted}. Scaling would distort or pad it, so no repair is offered: take or export it again at that size.`,
            },
        ...(canMend
          ? {
              fix: {
                id: fitRepairId(file.path),
                summary: {
                  zh: `缩放为 ${wanted} 像素的新图片，不裁切，原文件保留`,
                  en: `Scale it to a new picture of ${wanted} pixels, nothing cropped; the original is kept`,
                },
              },
            }
          : {}),
      };
    }),
});

/**
 * `image-bytes`: no picture is larger than `maxBytes`. Sizes above `upTo` are left to a stricter rule. `widthPx` and
 * `heightPx`, the size that another rule wants, only decide whether a repair can be offered.
 */
const imageBytes = defineCheck({
  name: 'image-bytes',
  isGraded: true,
  parameters: z.strictObject({
    maxBytes: px,
    upTo: px.optional(),
    widthPx: px.optional(),
    heightPx: px.optional(),
  }),
  run: (subject, { maxBytes, upTo, widthPx, heightPx }, { document }) =>
    judgeEach(subject, isTyped, (file) => {
      if (file.sizeBytes <= maxBytes) return null;
      if (upTo !== undefined && file.sizeBytes > upTo) return { outcome: 'not-applicable' };
      const target = widthPx === undefined || heightPx === undefined ? undefined : { widthPx, heightPx };
      const canMend =
        isMeasured(file) &&
        file.image.frames === 1 &&
        (target === undefined || canFit(document, file, target));
      const found = exactBytes(file.sizeBytes);
      const limit = exactBytes(maxBytes);
      return {
        outcome: 'fail',
        at: file.path,
        message: {
          zh: `「${nameOf(file)}」为 ${found.zh}，上限 ${limit.zh}。请压缩后重新导出${canMend ? '，或用这里的修复' : ''}。`,
          en: `“${nameOf(file)}” is ${found.en}; at most ${limit.en}. Compress it and export it again${canMend ? ', or take the repair offered here' : ''}.`,
        },
        ...(canMend
          ? {
              fix: {
                id: fitRepairId(file.path),
                summary: {
                  zh: `压缩为不超过 ${formatBytes(maxBytes)} 的新图片，原文件保留`,
                  en: `Compress it to a new picture of at most ${formatBytes(maxBytes)}; the original is kept`,
                },
              },
            }
          : {}),
      };
    }),
});

/** `image-still`: no picture is an animation. */
const imageStill = defineCheck({
  name: 'image-still',
  parameters: z.strictObject({}),
  run: (subject) =>
    judgeEach(subject, isMeasured, (file) =>
      file.image.frames === 1
        ? null
        : {
            outcome: 'fail',
            at: file.path,
            message: {
              zh: `「${nameOf(file)}」是动图，共 ${file.image.frames} 帧，需要静态图片。请选一帧导出为静态图片。`,
              en: `“${nameOf(file)}” is an animation of ${file.image.frames} frames; a still picture is wanted. Export one frame.`,
            },
          },
    ),
});

/** The checks on what a picture file is. */
export const imageChecks: readonly AnyCheck[] = [
  fileNameType,
  imageType,
  imagePixels,
  imageBytes,
  imageStill,
];
