import { z } from 'zod';
import { defineCheck, type AnyCheck } from '../review/check.ts';
import { isSound, notApplicable, pass } from './file-subject.ts';
import { repeatedPictures } from './repeated-pictures.ts';

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

/** `pictures-distinct`: no two pictures of a field are the same; the later one of a pair is named with the earlier. */
const picturesDistinct = defineCheck({
  name: 'pictures-distinct',
  parameters: z.strictObject({}),
  run(subject) {
    const files = subject.kind === 'files' ? subject.files.filter(isSound) : [];
    if (files.length < 2) return [notApplicable];
    const comparing = repeatedPictures(files);
    let step = comparing.next();
    while (step.done !== true) step = comparing.next();
    return step.value.length === 0 ? [pass] : step.value;
  },
});

/** The checks on the files of a field together. */
export const fileSetChecks: readonly AnyCheck[] = [fileCount, picturesDistinct];
