import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import type { Localized } from '../../contract/language.ts';
import { filesOfField } from '../dossier/fields.ts';
import { formatBytes, formatPx, nameOf, typeTitle } from './figures.ts';
import { isMeasured, type MeasuredFile } from './file-subject.ts';
import { canFit, fitRepairId, logoFields } from './fit-repair.ts';
import { pictureWants, type PictureWants } from './picture-wants.ts';
import type { PictureRepair } from './planned-repair.ts';

/** The fields whose pictures are shown to users and may be made anew; papers are never touched. */
const pictureFields = [...logoFields, 'app.previews.desktop', 'app.previews.mobile'] as const;

/** Enlarged beyond this a picture looks soft: said before it is done. */
const mostEnlargedBy = 1.5;

/** The repairs of logos and previews: one for each picture, whatever is wrong with it. */
export function planPictureRepairs(
  document: DossierDocument,
  inspections: ReadonlyMap<string, FileInspection>,
  rulebook: Rulebook,
): readonly PictureRepair[] {
  const planned: PictureRepair[] = [];
  for (const field of pictureFields) {
    const wants = pictureWants(rulebook, document, field);
    for (const path of filesOfField(document, field)) {
      const file = inspections.get(path);
      if (file === undefined || !isMeasured(file)) continue;
      const repair = planFit(document, file, field, wants);
      if (repair === null) continue;
      const same = planned.findIndex((one) => one.at === path && isSameFit(one, repair));
      const earlier = planned[same];
      if (earlier !== undefined) planned[same] = { ...earlier, fields: [...earlier.fields, field] };
      else if (planned.some((one) => one.id === repair.id))
        planned.push({ ...repair, id: `${repair.id}@${field}` });
      else planned.push(repair);
    }
  }
  return planned;
}

const isSameFit = (a: PictureRepair, b: PictureRepair): boolean =>
  JSON.stringify(a.fit) === JSON.stringify(b.fit);

function planFit(
  document: DossierDocument,
  file: MeasuredFile,
  field: string,
  wants: PictureWants,
): PictureRepair | null {
  const { image } = file;
  if (image.frames > 1) return null;
  const target = wants.size ?? { widthPx: image.widthPx, heightPx: image.heightPx };
  const isWrongSize = image.widthPx !== target.widthPx || image.heightPx !== target.heightPx;
  const isWrongType = wants.types !== null && !wants.types.allowed.includes(file.type);
  const isTooLarge = wants.bytes !== null && file.sizeBytes > wants.bytes.maxBytes;
  if (isWrongSize && !canFit(document, file, target)) return null;
  const rule =
    (isWrongSize ? wants.size?.rule : undefined) ??
    (isTooLarge ? wants.bytes?.rule : undefined) ??
    (isWrongType ? wants.types?.rule : undefined);
  if (rule === undefined) return null;
  const types = outputTypes(file, wants);
  const [first] = types;
  if (first === undefined) return null;
  const maxBytes = wants.bytes?.maxBytes ?? Number.MAX_SAFE_INTEGER;
  const size = formatPx(target.widthPx, target.heightPx);
  const enlargedBy = Math.min(target.widthPx / image.widthPx, target.heightPx / image.heightPx);
  return {
    kind: 'picture',
    id: fitRepairId(file.path),
    rule,
    at: file.path,
    fields: [field],
    fit: { widthPx: target.widthPx, heightPx: target.heightPx, types, maxBytes },
    folder: file.path.split('/').slice(0, -1).join('/'),
    stem: stemFor(file, size),
    summary: withWarning(summaryOf(file, size), enlargedBy),
    before: describe(image.widthPx, image.heightPx, typeTitle(file.type), {
      zh: formatBytes(file.sizeBytes),
      en: formatBytes(file.sizeBytes),
    }),
    after: describe(
      target.widthPx,
      target.heightPx,
      typeTitle(first),
      wants.bytes === null
        ? null
        : { zh: `不超过 ${formatBytes(maxBytes)}`, en: `at most ${formatBytes(maxBytes)}` },
    ),
  };
}

/** Which types to try: the file's own first, PNG before JPEG otherwise, as far as the rules allow. */
function outputTypes(file: MeasuredFile, wants: PictureWants): readonly ('png' | 'jpeg')[] {
  const order = file.type === 'jpeg' ? (['jpeg', 'png'] as const) : (['png', 'jpeg'] as const);
  return order.filter((type) => wants.types === null || wants.types.allowed.includes(type));
}

/** logo → logo-128x128; a name that says the size already stays. */
function stemFor(file: MeasuredFile, size: string): string {
  const stem = nameOf(file).replace(/\.[^.]+$/, '') || 'picture';
  const plain = size.replace('×', 'x');
  return stem.endsWith(`-${plain}`) ? stem : `${stem}-${plain}`;
}

const describe = (
  widthPx: number,
  heightPx: number,
  type: Localized,
  bytes: Localized | null,
): Localized => ({
  zh: [`${formatPx(widthPx, heightPx)} 像素`, type.zh, bytes?.zh].filter(Boolean).join('，'),
  en: [`${formatPx(widthPx, heightPx)} px`, type.en, bytes?.en].filter(Boolean).join(', '),
});

const summaryOf = (file: MeasuredFile, size: string): Localized => ({
  zh: `由「${nameOf(file)}」另存一张 ${size} 像素的新图片：等比缩放、不裁切，原文件保留`,
  en: `Make a new picture of ${size} px from “${nameOf(file)}”: scaled evenly, nothing cropped, the original kept`,
});

function withWarning(summary: Localized, enlargedBy: number): Localized {
  if (enlargedBy <= mostEnlargedBy) return summary;
  const times = enlargedBy.toFixed(1).replace(/\.0$/, '');
  return {
    zh: `${summary.zh}。注意：要放大到 ${times} 倍，画面会发虚；有更大的原图时请用原图导出`,
    en: `${summary.en}. Note: it is enlarged ${times} times and will look soft; export it from a larger original if there is one`,
  };
}
