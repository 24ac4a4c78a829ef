import { z } from 'zod';
import type { FileInspection } from '../../contract/files.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { nameOf } from './figures.ts';
import { isSound, notApplicable, pass } from './file-subject.ts';

/** `file-count`: a field holds at most `max` and at least `min` files. */
const fileCount = defineCheck({
  name: 'file-count',
  parameters: z
    .strictObject({ max: z.number().int().positive(), min: z.number().int().positive().optional() })
    .refine(({ min, max }) => min === undefined || min <= max, { message: 'min > max' }),
  run(subject, { max, min }) {
    if (subject.kind !== 'files') return [notApplicable];
    const count = subject.files.length;
    if (count > max) {
      return [
        {
          outcome: 'fail',
          message: {
            zh: `放了 ${count} 个文件，最多 ${max} 个。请去掉多出的 ${count - max} 个。`,
            en: `There are ${count} files; at most ${max}. Take ${count - max} out.`,
          },
        },
      ];
    }
    if (min !== undefined && count < min) {
      return [
        {
          outcome: 'fail',
          message: {
            zh: `放了 ${count} 个文件，至少 ${min} 个。请再添 ${min - count} 个。`,
            en: `There are ${count} files; at least ${min}. Add ${min - count}.`,
          },
        },
      ];
    }
    return [pass];
  },
});

/** Whether two files are the same to the byte, or show the same picture pixel by pixel. */
function sameness(a: FileInspection, b: FileInspection): 'bytes' | 'pixels' | null {
  if (a.path === b.path || (a.sha256 !== undefined && a.sha256 === b.sha256)) return 'bytes';
  const isSamePicture =
    a.image !== undefined &&
    b.image !== undefined &&
    a.image.pixelSha256 === b.image.pixelSha256 &&
    a.image.widthPx === b.image.widthPx;
  return isSamePicture ? 'pixels' : null;
}

/** `pictures-distinct`: no two pictures of a field are the same; the later one of a pair is named with the earlier. */
const picturesDistinct = defineCheck({
  name: 'pictures-distinct',
  parameters: z.strictObject({}),
  run(subject) {
    const files = subject.kind === 'files' ? subject.files.filter(isSound) : [];
    if (files.length < 2) return [notApplicable];
    const repeated = files.flatMap((file, index): readonly Conclusion[] => {
      const earlier = files.slice(0, index).find((other) => sameness(other, file) !== null);
      if (earlier === undefined) return [];
      const how =
        sameness(earlier, file) === 'bytes'
          ? { zh: '内容完全相同', en: 'the same file' }
          : { zh: '画面逐像素相同', en: 'the same picture, pixel by pixel' };
      return [
        {
          outcome: 'fail',
          at: file.path,
          message: {
            zh: `「${nameOf(file)}」与「${nameOf(earlier)}」${how.zh}。请换成不同的图片，或去掉其中一个。`,
            en: `“${nameOf(file)}” and “${nameOf(earlier)}” are ${how.en}. Use a different picture, or take one of them out.`,
          },
        },
      ];
    });
    return repeated.length === 0 ? [pass] : repeated;
  },
});

/** The checks on the files of a field together. */
export const fileSetChecks: readonly AnyCheck[] = [fileCount, picturesDistinct];
