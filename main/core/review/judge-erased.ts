import type { DossierDocument, ErasedPaper } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import { usedFiles } from '../dossier/fields.ts';
import { isSamePath } from '../files/same-path.ts';
import { houseRules } from './house-rules.ts';
import type { Judging, OwnedFinding } from './judging.ts';

/** The record of a paper that is not there because it was erased after the dossier was accepted; null for any other file. */
export function erasedPaper(
  { acceptance, erased }: DossierDocument,
  path: string,
  inspection: FileInspection | undefined,
): ErasedPaper | null {
  if (acceptance === undefined || (inspection !== undefined && inspection.problem !== 'missing')) return null;
  return Object.entries(erased ?? {}).find(([one]) => isSamePath(one, path))?.[1] ?? null;
}

/** Says of each paper that was erased after acceptance that it was, when, and what it had been. */
export function judgeErased({ document, inspections }: Judging): readonly OwnedFinding[] {
  return usedFiles(document).flatMap(({ field, path }): readonly OwnedFinding[] => {
    const record = erasedPaper(document, path, inspections.get(path));
    if (record === null) return [];
    const { on, sha256, sizeBytes } = record;
    const message = {
      zh: `「${path}」已按设定在 ${on} 删除，不算缺失；当时 ${sizeBytes} 字节，SHA-256 ${sha256}。要重新提交，请再放入这份文件。`,
      en: `“${path}” was erased on ${on} as set and does not count as missing; it had ${sizeBytes} bytes and the SHA-256 ${sha256}. Add it again for a new submission.`,
    };
    return [
      {
        owner: field,
        finding: {
          rule: houseRules.erased.id,
          level: 'notice',
          outcome: 'not-checked',
          message,
          at: path,
          cites: [],
        },
      },
    ];
  });
}
