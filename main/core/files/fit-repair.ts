import type { DossierDocument } from '../../contract/dossier.ts';
import { filesOfField } from '../dossier/fields.ts';
import type { MeasuredFile } from './file-subject.ts';

/** The fields that hold a logo: a figure on an even ground, which may be padded without looking wrong. */
export const logoFields = ['app.logo', 'company.logo'] as const;

/** The repair that makes a new picture out of a file. Checks that it mends offer it under this id. */
export const fitRepairId = (path: string): string => `fit-picture:${path}`;

/** The repair that saves a file under the ending of what it holds. */
export const renameRepairId = (path: string): string => `rename-by-type:${path}`;

/** The repair that lays a scan straight and cuts it to its sheet. */
export const straightenRepairId = (path: string): string => `straighten-scan:${path}`;

/** Whether a file is used as a logo. */
export const isLogo = (document: DossierDocument, path: string): boolean =>
  logoFields.some((field) => filesOfField(document, field).includes(path));

/**
 * Whether a picture can be brought to a size without harm: a logo always, any other picture (a screenshot) only
 * where it is scaled evenly, to within one pixel, so that nothing is distorted, padded or cropped.
 */
export function canFit(
  document: DossierDocument,
  file: MeasuredFile,
  target: { readonly widthPx: number; readonly heightPx: number },
): boolean {
  if (isLogo(document, file.path)) return true;
  return hasShape(file.image, target);
}

/** Whether two sizes have the same aspect ratio to within one pixel of the second. */
export function hasShape(
  size: { readonly widthPx: number; readonly heightPx: number },
  target: { readonly widthPx: number; readonly heightPx: number },
): boolean {
  const scale = Math.min(target.widthPx / size.widthPx, target.heightPx / size.heightPx);
  return (
    Math.abs(size.widthPx * scale - target.widthPx) <= 1 &&
    Math.abs(size.heightPx * scale - target.heightPx) <= 1
  );
}
