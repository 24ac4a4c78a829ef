import type { DossierDocument } from '../../contract/dossier.ts';
import { houseRules } from '../review/house-rules.ts';
import type { JudgedFinding } from '../review/judged-report.ts';

/** One warning for each rejection with tasks that are not done yet. */
export function judgeRejections({
  rejections = [],
}: Pick<DossierDocument, 'rejections'>): readonly JudgedFinding[] {
  return rejections.flatMap(({ on, tasks = [] }, index): readonly JudgedFinding[] => {
    const open = tasks.filter(({ done }) => done === undefined);
    if (open.length === 0) return [];
    return [
      {
        rule: houseRules.rejections.id,
        level: 'warning',
        outcome: 'fail',
        message: {
          zh: `${on} 的退回意见列了 ${tasks.length} 项要处理，还有 ${open.length} 项没有标为已处理。${houseRules.rejections.how.zh}`,
          en: `Of ${tasks.length} tasks after the rejection of ${on}, ${open.length} are not marked as done. ${houseRules.rejections.how.en}`,
        },
        at: `rejections.${index}`,
        cites: [...new Set(open.flatMap(({ clause }) => clause ?? []))],
      },
    ];
  });
}
