import type { DossierDocument } from '../../contract/dossier.ts';
import type { ContentType, FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import type { PictureMetadata } from '../../contract/picture-measure.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { usedFiles } from '../dossier/fields.ts';
import { formatBytes, nameOf, typeTitle } from './figures.ts';
import { isSound } from './file-subject.ts';
import { renameRepairId } from './fit-repair.ts';
import { bearsSealOrCode } from './original-scan.ts';
import type { CopyRepair } from './planned-repair.ts';

/** The ending of a file of a type; undefined for those that are never saved anew. */
const endings: Partial<Record<ContentType, string>> = {
  png: 'png', jpeg: 'jpg', gif: 'gif', webp: 'webp', tiff: 'tif', heic: 'heic', pdf: 'pdf', docx: 'docx',
}; // prettier-ignore

/** The types whose metadata can be taken away without touching a pixel. */
const strippedTypes: readonly ContentType[] = ['png', 'jpeg', 'webp'];

/** Types of papers that many programs and web forms cannot open, and what each becomes: a photograph stays one. */
const convertedTypes: Partial<Record<ContentType, 'png' | 'jpeg'>> = {
  heic: 'jpeg',
  webp: 'png',
  tiff: 'png',
  gif: 'png',
};

/**
 * The repairs that copy a picture: as a common type, without position and device, or under the ending of what it holds; of
 * each file the first of these that it needs.
 */
export function planCopyRepairs(
  document: DossierDocument,
  inspections: ReadonlyMap<string, FileInspection>,
  rulebook: Rulebook,
): readonly CopyRepair[] {
  const fieldsOf = new Map<string, string[]>();
  for (const { field, path } of usedFiles(document)) {
    const fields = fieldsOf.get(path) ?? [];
    if (!fields.includes(field)) fields.push(field);
    fieldsOf.set(path, fields);
  }
  const namingRule = rulebook.rules.find(
    (rule) => rule.kind === 'check' && rule.check === 'file-name-type',
  )?.id;
  return [...fieldsOf].flatMap(([path, fields]) => {
    const file = inspections.get(path);
    if (file === undefined || !isSound(file)) return [];
    const base = {
      kind: 'copy' as const,
      at: path,
      fields,
      folder: path.split('/').slice(0, -1).join('/'),
      isAlone: bearsSealOrCode(file),
    };
    return (
      planConversion(base, file) ?? planStripping(base, file) ?? planNaming(base, file, namingRule) ?? []
    );
  });
}

type Base = Pick<CopyRepair, 'kind' | 'at' | 'fields' | 'folder' | 'isAlone'>;

const plainStem = (file: FileInspection): string => nameOf(file).replace(/\.[^.]+$/, '') || 'file';

const typeAndSize = (file: FileInspection): Localized => ({
  zh: `${typeTitle(file.type).zh}，${formatBytes(file.sizeBytes)}`,
  en: `${typeTitle(file.type).en}, ${formatBytes(file.sizeBytes)}`,
});

function planConversion(base: Base, file: FileInspection): CopyRepair | null {
  const type = convertedTypes[file.type];
  const isPaper = base.fields.every((field) => field.startsWith('documents.'));
  if (type === undefined || !isPaper || file.pages?.length !== 1 || (file.image?.frames ?? 1) > 1)
    return null;
  const title = typeTitle(type);
  const told = file.metadata === undefined ? null : saidBy(file.metadata);
  return {
    ...base,
    id: `common-type:${file.path}`,
    rule: 'common-type',
    as: { what: 'type', type },
    stem: plainStem(file),
    mends: ['file-name-type'],
    summary: {
      zh: `把「${nameOf(file)}」另存为${type === 'jpeg' ? ' JPG' : ' PNG'}：像素不增不减，各种软件和网页都能打开，原文件保留`,
      en: `Save “${nameOf(file)}” as ${type === 'jpeg' ? 'JPG' : 'PNG'}, as many pixels, which every program and web form opens; the original is kept`,
    },
    before:
      told === null
        ? typeAndSize(file)
        : {
            zh: `${typeAndSize(file).zh}，带有${told.zh}`,
            en: `${typeAndSize(file).en}, carries ${told.en}`,
          },
    after: told === null ? title : { zh: `${title.zh}，不带这些信息`, en: `${title.en}, without that` },
  };
}

function planStripping(base: Base, file: FileInspection): CopyRepair | null {
  const metadata = file.picture?.metadata ?? file.metadata;
  if (metadata === undefined || !strippedTypes.includes(file.type) || (file.image?.frames ?? 1) > 1)
    return null;
  const found = saidBy(metadata);
  return {
    ...base,
    id: `strip-metadata:${file.path}`,
    rule: 'strip-metadata',
    as: { what: 'without-metadata' },
    stem: `${plainStem(file)}-clean`,
    mends: ['file-name-type'],
    summary: {
      zh: `另存一份不带拍摄信息的「${nameOf(file)}」：去掉${found.zh}，画面一个像素都不变，原文件保留`,
      en: `Save “${nameOf(file)}” without ${found.en}: not a pixel changes, the original is kept`,
    },
    before: { zh: `带有${found.zh}`, en: `Carries ${found.en}` },
    after: { zh: '只有画面和颜色描述', en: 'The picture and its colour profile only' },
  };
}

function saidBy({ hasPosition, device, author }: PictureMetadata): Localized {
  const parts: Localized[] = [];
  if (hasPosition) parts.push({ zh: '拍摄位置', en: 'the place it was taken' });
  if (device !== undefined) parts.push({ zh: `设备型号（${device}）`, en: `the device (${device})` });
  if (author !== undefined) parts.push({ zh: `作者（${author}）`, en: `the author (${author})` });
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
}

function planNaming(base: Base, file: FileInspection, rule: string | undefined): CopyRepair | null {
  const ending = endings[file.type];
  if (file.namedType === undefined || file.namedType === file.type || ending === undefined) return null;
  return {
    ...base,
    // Byte for byte the same file stands in for the scan.
    isAlone: false,
    id: renameRepairId(file.path),
    rule: rule ?? 'rename-by-type',
    as: { what: 'renamed', ending },
    stem: plainStem(file),
    mends: ['file-name-type'],
    summary: {
      zh: `把「${nameOf(file)}」按真实格式另存为 .${ending}：内容一字节不变，原文件保留`,
      en: `Save “${nameOf(file)}” under the ending of what it holds, .${ending}: byte for byte the same, the original kept`,
    },
    before: { zh: nameOf(file), en: nameOf(file) },
    after: { zh: `${plainStem(file)}.${ending}`, en: `${plainStem(file)}.${ending}` },
  };
}
