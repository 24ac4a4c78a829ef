import type { Localized } from '../../contract/language.ts';
import type { Conclusion, Subject } from '../review/check.ts';
import { readableText, type ReadableText } from './readable-text.ts';

export const notApplicable: readonly Conclusion[] = [{ outcome: 'not-applicable' }];

/** The files of a subject whose words are known. `readable-as-text` says of the others that they were not looked at. */
const readFiles = (subject: Subject): readonly (ReadableText & { readonly path: string })[] =>
  subject.kind === 'field'
    ? []
    : subject.files.flatMap((file) => {
        const read = readableText(file);
        return read === null ? [] : [{ ...read, path: file.path }];
      });

/** Runs a conclusion for each readable file; not applicable where there is none. */
export const forEachText = (
  subject: Subject,
  conclude: (read: ReadableText, at: string) => Conclusion,
): readonly Conclusion[] => {
  const files = readFiles(subject);
  return files.length === 0 ? notApplicable : files.map((file) => conclude(file, file.path));
};

/** Several names in a message. */
export const listSeveral = (names: readonly string[]): Localized => ({
  zh: names.map((one) => `「${one}」`).join('、'),
  en: names.map((one) => `“${one}”`).join(', '),
});
