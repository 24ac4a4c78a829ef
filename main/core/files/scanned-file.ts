import type { FileInspection, ScanPage } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import type { ScanMeasure } from '../../contract/scan-measure.ts';
import { isSound } from './file-subject.ts';

/** A file whose pages were looked at. */
export type ScannedFile = FileInspection & { readonly pages: readonly ScanPage[] };

/** A page that was measured as a scan or photograph. */
export type MeasuredPage = ScanPage & { readonly scan: ScanMeasure };

export const isScanned = (file: FileInspection): file is ScannedFile =>
  isSound(file) && file.pages !== undefined && file.pages.length > 0;

/** Measured pages that bear something and are pictures: a PDF page of text was never before a scanner or camera. */
export const picturedPages = ({ pages }: ScannedFile): readonly MeasuredPage[] =>
  pages.filter(isMeasuredPage).filter(({ scan }) => scan.source !== 'digital' && !scan.isBlank);

export const isMeasuredPage = (page: ScanPage): page is MeasuredPage => page.scan !== undefined;

/** A scan or photograph with at least one page to judge. */
export const isPictured = (file: FileInspection): file is ScannedFile =>
  isScanned(file) && picturedPages(file).length > 0;

/** Which pages of a file: nothing for a file of one page. */
export function onPages(file: ScannedFile, pages: readonly ScanPage[]): Localized {
  if (file.pages.length === 1) return { zh: '', en: '' };
  const numbers = pages.map((page) => page.index + 1);
  return {
    zh: `第 ${numbers.join('、')} 页`,
    en: `, page${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')},`,
  };
}
