import type { ContentType, FileInspection, FileProblem } from '../../../main/contract/files.ts';
import type { Say } from '../../text/use-text.ts';
import type { KeyOf } from '../../text/resources.ts';
import { byteSize } from './byte-size.ts';

const typeKeys: Readonly<Record<ContentType, KeyOf<'files'>>> = {
  png: 'typePng',
  jpeg: 'typeJpeg',
  gif: 'typeGif',
  webp: 'typeWebp',
  tiff: 'typeTiff',
  heic: 'typeHeic',
  bmp: 'typeBmp',
  svg: 'typeSvg',
  pdf: 'typePdf',
  docx: 'typeDocx',
  zip: 'typeZip',
  html: 'typeHtml',
  text: 'typeText',
  unknown: 'typeUnknown',
};

const problemKeys: Readonly<Record<FileProblem, KeyOf<'files'>>> = {
  missing: 'problemMissing',
  'outside-folder': 'problemMissing',
  'not-a-file': 'problemUnreadable',
  empty: 'problemEmpty',
  'too-large': 'problemTooLarge',
  unreadable: 'problemUnreadable',
  damaged: 'problemDamaged',
  encrypted: 'problemEncrypted',
  unsupported: 'problemUnsupported',
};

/** What was measured on a file, as short phrases: 128×128 像素, PNG 图片, 12.3 KB, 2 页. */
export function measuresOf(inspection: FileInspection, t: Say<'files'>): readonly string[] {
  const { image, type, sizeBytes, pdf } = inspection;
  return [
    ...(image === undefined ? [] : [t('pixels', { width: image.widthPx, height: image.heightPx })]),
    t(typeKeys[type]),
    byteSize(sizeBytes),
    ...(pdf === undefined ? [] : [t('pages', { count: pdf.pages })]),
  ];
}

/** What is plainly wrong with a file, besides the findings: a problem reading it, or a name that says another type. */
export function faultOf({ problem, type, namedType }: FileInspection, t: Say<'files'>): string | null {
  if (problem !== undefined) return t(problemKeys[problem]);
  if (namedType === undefined || namedType === type) return null;
  return t('namedOtherwise', { named: t(typeKeys[namedType]), type: t(typeKeys[type]) });
}

const pictured: ReadonlySet<ContentType> = new Set(['png', 'jpeg', 'gif', 'webp', 'tiff', 'heic', 'pdf']);

/** Whether a picture can be made of the file. */
export const hasPicture = ({ type, problem, sha256 }: FileInspection): boolean =>
  pictured.has(type) && sha256 !== undefined && (problem === undefined || problem === 'damaged');
