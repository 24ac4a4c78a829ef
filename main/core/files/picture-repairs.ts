import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import type { Localized } from '../../contract/language.ts';
import { filesOfField } from '../dossier/fields.ts';
import { formatBytes, formatPx, nameOf, typeTitle } from './figures.ts';
import { isMeasured, type MeasuredFile } from './file-subject.ts';
import { canFit, fitRepairId, logoFields } from './fit-repair.ts';
import { pictureWants, wantsOfBoth, type PictureWants } from './picture-wants.ts';
import type { PictureRepair } from './planned-repair.ts';
import { roundableCorners } from './round-corners.ts';

/** The fields whose pictures are shown to users and may be made anew. */
const pictureFields = [...logoFields, 'app.previews.desktop', 'app.previews.mobile'] as const;

/** Enlarged beyond this a picture looks soft: said before it is done. */
const mostEnlargedBy = 1.5;
/** By so much a measured enlargement may be off. */
const enlargementError = 0.1;

/** One use of a file: the fields that want the same of it. */
interface Use {
  readonly fields: readonly string[];
  readonly wants: PictureWants;
}

/** The repairs of logos and previews: one for each picture and what is wanted of it, whatever is wrong with it. */
export function planPictureRepairs(
  document: DossierDocument,
  inspections: ReadonlyMap<string, FileInspection>,
  rulebook: Rulebook,
): readonly PictureRepair[] {
  const uses = new Map<string, readonly Use[]>();
  for (const field of pictureFields) {
    const wants = pictureWants(rulebook, document, field);
    for (const path of new Set(filesOfField(document, field)))
      uses.set(path, withUse(uses.get(path) ?? [], field, wants));
  }
  return [...uses].flatMap(([path, ofPath]) => {
    const file = inspections.get(path);
    if (file === undefined || !isMeasured(file) || file.image.frames > 1) return [];
    const planned = ofPath.flatMap((use) => planFit(document, file, use) ?? []);
    // A second repair of one file, for another size, goes by its field too.
    return planned.map((one, index) => (index === 0 ? one : { ...one, id: `${one.id}@${one.fields[0]}` }));
  });
}

/** Adds a field to the use that one picture can serve together with it. */
function withUse(uses: readonly Use[], field: string, wants: PictureWants): readonly Use[] {
  for (const [index, use] of uses.entries()) {
    const both = wantsOfBoth(use.wants, wants);
    if (both !== null) return uses.with(index, { fields: [...use.fields, field], wants: both });
  }
  return [...uses, { fields: [field], wants }];
}

/** The rule that a picture breaks and that a new one would keep; undefined for none. */
function needOf(file: MeasuredFile, wants: PictureWants): string | undefined {
  const { image } = file;
  const target = wants.size ?? image;
  const isWrongSize = image.widthPx !== target.widthPx || image.heightPx !== target.heightPx;
  const isWrongType = wants.types !== null && !wants.types.allowed.includes(file.type);
  const isTooLarge = wants.bytes !== null && file.sizeBytes > wants.bytes.maxBytes;
  const hasSquareCorners =
    outputTypes(file, wants)[0] === 'png' && roundableCorners(file, wants, target) !== undefined;
  return (
    (isWrongSize ? wants.size?.rule : undefined) ??
    (isTooLarge ? wants.bytes?.rule : undefined) ??
    (isWrongType ? wants.types?.rule : undefined) ??
    (hasSquareCorners ? wants.corners?.rule : undefined)
  );
}

function planFit(
  document: DossierDocument,
  file: MeasuredFile,
  { fields, wants }: Use,
): PictureRepair | null {
  const { image } = file;
  const rule = needOf(file, wants);
  const types = outputTypes(file, wants);
  const [first] = types;
  if (rule === undefined || first === undefined) return null;
  const target = wants.size ?? image;
  if (!isSize(image, target) && !canFit(document, file, target)) return null;
  const cornerRadiusPx = first === 'png' ? roundableCorners(file, wants, target) : undefined;
  const maxBytes = wants.bytes?.maxBytes ?? Number.MAX_SAFE_INTEGER;
  const size = formatPx(target.widthPx, target.heightPx);
  const enlargedBy = Math.min(target.widthPx / image.widthPx, target.heightPx / image.heightPx);
  const warning = warningOf(enlargedBy, wants.mostEnlargement);
  return {
    kind: 'picture',
    id: fitRepairId(file.path),
    rule,
    at: file.path,
    fields,
    fit: {
      widthPx: target.widthPx,
      heightPx: target.heightPx,
      // Only a PNG has transparent corners.
      types: cornerRadiusPx === undefined ? types : ['png'],
      maxBytes,
      ...(cornerRadiusPx === undefined ? {} : { cornerRadiusPx }),
    },
    folder: file.path.split('/').slice(0, -1).join('/'),
    stem: stemFor(file, size),
    summary: summaryOf(file, { size, cornerRadiusPx, isScaled: !isSize(image, target) }),
    ...(warning === undefined ? {} : { warning }),
    mends: [
      'image-pixels',
      'image-bytes',
      'image-type',
      'file-name-type',
      ...(cornerRadiusPx === undefined ? [] : ['logo-corners']),
    ],
    isAlone: false,
    before: describe(image, typeTitle(file.type), {
      zh: formatBytes(file.sizeBytes),
      en: formatBytes(file.sizeBytes),
    }),
    after: describe(
      target,
      typeTitle(first),
      wants.bytes === null
        ? null
        : { zh: `不超过 ${formatBytes(maxBytes)}`, en: `at most ${formatBytes(maxBytes)}` },
    ),
  };
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

const isSize = (one: Size, other: Size): boolean =>
  one.widthPx === other.widthPx && one.heightPx === other.heightPx;

/** Which types are allowed: the file's own first, PNG before JPEG otherwise. */
function outputTypes(file: FileInspection, wants: PictureWants): readonly ('png' | 'jpeg')[] {
  const order = file.type === 'jpeg' ? (['jpeg', 'png'] as const) : (['png', 'jpeg'] as const);
  return order.filter((type) => wants.types === null || wants.types.allowed.includes(type));
}

/** logo → logo-128x128; a name that says the size already stays. */
function stemFor(file: FileInspection, size: string): string {
  const stem = nameOf(file).replace(/\.[^.]+$/, '') || 'picture';
  const plain = size.replace('×', 'x');
  return stem.endsWith(`-${plain}`) ? stem : `${stem}-${plain}`;
}

const describe = ({ widthPx, heightPx }: Size, type: Localized, bytes: Localized | null): Localized => {
  const px = formatPx(widthPx, heightPx);
  return {
    zh: [`${px} 像素`, type.zh, bytes?.zh].filter(Boolean).join('，'),
    en: [`${px} px`, type.en, bytes?.en].filter(Boolean).join(', '),
  };
};

function summaryOf(
  file: FileInspection,
  made: { readonly size: string; readonly cornerRadiusPx: number | undefined; readonly isScaled: boolean },
): Localized {
  const { size, cornerRadiusPx, isScaled } = made;
  const round: Localized =
    cornerRadiusPx === undefined
      ? { zh: '', en: '' }
      : {
          zh: `，四角做成 ${cornerRadiusPx} 像素圆角`,
          en: `, corners rounded to ${cornerRadiusPx} px`,
        };
  const scaled: Localized = isScaled
    ? { zh: '等比缩放、不裁切', en: 'scaled evenly, nothing cropped' }
    : { zh: '画面大小不变', en: 'its size unchanged' };
  return {
    zh: `由「${nameOf(file)}」另存一张 ${size} 像素的新图片：${scaled.zh}${round.zh}，原文件保留`,
    en: `Make a new picture of ${size} px from “${nameOf(file)}”: ${scaled.en}${round.en}, the original kept`,
  };
}

function warningOf(enlargedBy: number, mostEnlargement: number | null): Localized | undefined {
  // A check that looks for enlargement will say so of the new file: said before.
  const isFound = mostEnlargement !== null && enlargedBy >= mostEnlargement - enlargementError;
  if (enlargedBy <= mostEnlargedBy && !isFound) return undefined;
  const times = enlargedBy.toFixed(1).replace(/\.0$/, '');
  return {
    zh: `要放大到 ${times} 倍，画面会发虚；有更大的原图时请用原图导出`,
    en: `It is enlarged ${times} times and will look soft; export it from a larger original if there is one`,
  };
}
