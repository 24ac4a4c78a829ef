import { z } from 'zod';
import type { FileInspection } from '../../contract/files.ts';
import { filesOfField } from '../dossier/fields.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { isSameFingerprint } from './compare-fingerprints.ts';
import { nameOf } from './figures.ts';
import { isSound, notApplicable, pass } from './file-subject.ts';
import { comparedPath } from './same-path.ts';
import { isMeasuredPage } from './scanned-file.ts';

/** How two files are one: the same file, the same bytes, or pages that look the same. */
type Sameness =
  { readonly how: 'file' | 'bytes' } | { readonly how: 'page'; readonly own: number; readonly other: number };

function samenessOf(own: FileInspection, other: FileInspection): Sameness | null {
  if (comparedPath(own.path) === comparedPath(other.path)) return { how: 'file' };
  if (own.sha256 !== undefined && own.sha256 === other.sha256) return { how: 'bytes' };
  for (const page of (own.pages ?? []).filter(isMeasuredPage)) {
    if (page.scan.isBlank) continue;
    const same = (other.pages ?? [])
      .filter(isMeasuredPage)
      .find(({ scan }) => !scan.isBlank && isSameFingerprint(page.scan.fingerprint, scan.fingerprint));
    if (same !== undefined) return { how: 'page', own: page.index + 1, other: same.index + 1 };
  }
  return null;
}

const mayShareSchema = z.array(z.string().min(1)).min(1);

/**
 * `papers-distinct`: a file, or a page however it was saved, stands for one paper only. Asked at the paper whose name comes
 * later; papers in `mayShare` may hold another's file.
 */
export const papersDistinct: AnyCheck = defineCheck({
  name: 'papers-distinct',
  parameters: z.strictObject({ mayShare: mayShareSchema.optional() }),
  run(subject, { mayShare = [] }, { document, inspections }): readonly Conclusion[] {
    if (subject.kind !== 'files') return [notApplicable];
    const files = subject.files.filter(isSound);
    if (files.length === 0 || mayShare.includes(subject.requirement)) return [notApplicable];
    const others = Object.keys(document.documents ?? {})
      .filter((id) => id < subject.requirement && !mayShare.includes(id))
      .toSorted()
      .flatMap((id) =>
        filesOfField(document, `documents.${id}`).flatMap((path) => {
          const inspection = inspections.get(path);
          return inspection === undefined || !isSound(inspection) ? [] : [inspection];
        }),
      );
    const found = files.flatMap((file): readonly Conclusion[] => {
      for (const other of others) {
        const same = samenessOf(file, other);
        if (same !== null)
          return [{ outcome: 'needs-person', at: file.path, message: messageOf(file, other, same) }];
      }
      return [];
    });
    return found.length === 0 ? [pass] : found;
  },
});

function messageOf(file: FileInspection, other: FileInspection, same: Sameness): { zh: string; en: string } {
  const todo = {
    zh: '请核对是不是放错了文件；每份材料分别上传，合在一个 PDF 里的请拆开。',
    en: 'See whether the wrong file was put here; each paper is uploaded on its own, so split a PDF that holds several.',
  };
  switch (same.how) {
    case 'file':
      return {
        zh: `「${nameOf(file)}」同时用作两份不同的材料。${todo.zh}`,
        en: `“${nameOf(file)}” stands for two different papers. ${todo.en}`,
      };
    case 'bytes':
      return {
        zh: `「${nameOf(file)}」与另一份材料的「${nameOf(other)}」内容完全相同。${todo.zh}`,
        en: `“${nameOf(file)}” is the very same file as “${nameOf(other)}”, which stands for another paper. ${todo.en}`,
      };
    case 'page':
      return {
        zh: `「${nameOf(file)}」第 ${same.own} 页与另一份材料的「${nameOf(other)}」第 ${same.other} 页看起来是同一页。${todo.zh}`,
        en: `Page ${same.own} of “${nameOf(file)}” looks the same as page ${same.other} of “${nameOf(other)}”, which stands for another paper. ${todo.en}`,
      };
  }
}
