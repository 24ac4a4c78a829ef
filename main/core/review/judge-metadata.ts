import type { FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import { usedFiles } from '../dossier/fields.ts';
import { nameOf } from '../files/figures.ts';
import { houseRules } from './house-rules.ts';
import { isAttested, type Judging, type OwnedFinding } from './judging.ts';

/** Our own advice, no platform's: logos and previews that tell where, with what or by whom they were made. */
export function judgeMetadata({ document, inspections }: Judging): readonly OwnedFinding[] {
  const { metadata: rule } = houseRules;
  if (isAttested(document, rule.id)) return [];
  return usedFiles(document).flatMap(({ field, path }): readonly OwnedFinding[] => {
    const inspection = inspections.get(path);
    const told = inspection === undefined ? null : whatIsTold(inspection);
    if (inspection === undefined || told === null) return [];
    const message: Localized = {
      zh: `「${nameOf(inspection)}」里带有${told.zh}，会随图片一起公开。规则没有要求，只是本程序的建议：不想公开就去掉这些信息再上传。`,
      en: `“${nameOf(inspection)}” carries ${told.en}, which is published with it. No rule asks for this; it is our own advice: take it out before the upload unless it may be known.`,
    };
    return [
      {
        owner: field,
        finding: { rule: rule.id, level: 'notice', outcome: 'needs-person', message, at: path, cites: [] },
      },
    ];
  });
}

function whatIsTold({ picture }: FileInspection): Localized | null {
  const { metadata } = picture ?? {};
  if (metadata === undefined) return null;
  const parts: Localized[] = [];
  if (metadata.hasPosition) parts.push({ zh: '拍摄位置', en: 'the place where it was taken' });
  if (metadata.device !== undefined)
    parts.push({ zh: `设备型号（${metadata.device}）`, en: `the device (${metadata.device})` });
  if (metadata.author !== undefined)
    parts.push({ zh: `作者（${metadata.author}）`, en: `the author (${metadata.author})` });
  if (parts.length === 0) return null;
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
}
