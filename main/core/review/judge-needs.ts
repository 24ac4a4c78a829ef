import type { Localized } from '../../contract/language.ts';
import type { RequirementRule } from '../../contract/rulebook.ts';
import { unsatisfiedChoices } from '../requirements/needs.ts';
import { isGroup, isRequirementRule } from '../rulebook/rule-kinds.ts';
import type { JudgedFinding, JudgedRequirement } from './judged-report.ts';
import type { Judging } from './judging.ts';

type Requirements = ReadonlyMap<string, JudgedRequirement>;

const howOf = (rule: RequirementRule): Localized => rule.explain?.how ?? rule.because;

/** Says that a requirement is missing and what to do. */
function missingMessage(rule: RequirementRule, isIndividual: boolean): Localized {
  const how = howOf(rule);
  switch (rule.kind) {
    case 'letter':
      if (isIndividual) {
        return {
          zh: `还没有《${rule.title.zh}》签署后的扫描件。${how.zh}`,
          en: `The signed scan of “${rule.title.en}” is missing. ${how.en}`,
        };
      }
      return {
        zh: `还没有《${rule.title.zh}》签字盖章后的扫描件。${how.zh}`,
        en: `The signed and stamped scan of “${rule.title.en}” is missing. ${how.en}`,
      };
    case 'text':
      return {
        zh: `还没有填写「${rule.title.zh}」。${how.zh}`,
        en: `“${rule.title.en}” is not filled in. ${how.en}`,
      };
    default:
      return { zh: `还缺「${rule.title.zh}」。${how.zh}`, en: `“${rule.title.en}” is missing. ${how.en}` };
  }
}

const missing = (rule: RequirementRule, at: string, message: Localized): JudgedFinding => ({
  rule: rule.id,
  level: 'error',
  outcome: 'fail',
  message,
  at,
  cites: [...rule.cites],
});

/** A group is missing where one of its choices has nothing yet; what it needs outright reports itself. */
function missingChoices(rule: RequirementRule, requirements: Requirements): readonly JudgedFinding[] {
  const requirement = requirements.get(rule.id);
  if (requirement?.needs === undefined) return [];
  const choices = unsatisfiedChoices(requirement.needs, {
    statusOf: (leaf) => requirements.get(leaf)?.status ?? 'missing',
    isGiven: (leaf) => (requirements.get(leaf)?.files.length ?? 0) > 0,
  });
  return choices.map((leaves) => {
    const titles = leaves.flatMap((leaf) => requirements.get(leaf)?.title ?? []);
    const how = howOf(rule);
    return missing(rule, `documents.${leaves[0] ?? rule.id}`, {
      zh: `还缺「${rule.title.zh}」：以下任选其一——${titles.map((title) => title.zh).join('、')}。${how.zh}`,
      en: `“${rule.title.en}” is missing; any one of: ${titles.map((title) => title.en).join('; ')}. ${how.en}`,
    });
  });
}

/** One finding for each requirement that is missing, and for each statement that nobody has made. */
export function judgeNeeds(judging: Judging, requirements: Requirements): readonly JudgedFinding[] {
  const isIndividual = judging.document.applicant?.kind === 'individual';
  return judging.rulebook.rules.filter(isRequirementRule).flatMap((rule): readonly JudgedFinding[] => {
    const requirement = requirements.get(rule.id);
    if (requirement === undefined || requirement.optional) return [];
    if (isGroup(rule)) return missingChoices(rule, requirements);
    if (requirement.status !== 'missing') return [];
    const at = requirement.fields[0] ?? rule.id;
    if (rule.kind !== 'attestation') return [missing(rule, at, missingMessage(rule, isIndividual))];
    return [
      {
        rule: rule.id,
        level: rule.level,
        outcome: 'needs-person',
        message: {
          zh: `需要由人确认并署名：${rule.statement.zh}`,
          en: `A named person has to confirm: ${rule.statement.en}`,
        },
        at,
        cites: [...rule.cites],
      },
    ];
  });
}
