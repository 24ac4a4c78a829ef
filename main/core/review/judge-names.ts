import type { Localized } from '../../contract/language.ts';
import { gapsInCoverage } from '../category/coverage.ts';
import { usedFiles } from '../dossier/fields.ts';
import { leavesOf } from '../requirements/needs.ts';
import { nearNames } from '../near-name.ts';
import { fieldsOf, isGroup, isRequirementRule } from '../rulebook/rule-kinds.ts';
import { didYouMean } from './did-you-mean.ts';
import { houseRules, type HouseRule } from './house-rules.ts';
import { erasedPaper } from './judge-erased.ts';
import type { JudgedFinding } from './judged-report.ts';
import type { Judging, OwnedFinding } from './judging.ts';

const finding = (
  rule: HouseRule,
  at: string,
  message: Localized,
  level: JudgedFinding['level'] = 'error',
  outcome: JudgedFinding['outcome'] = 'fail',
): JudgedFinding => ({ rule: rule.id, level, outcome, message, at, cites: [] });

/** Choices that the rulebook does not know, and known ones that this version's rules do not cover. */
function judgeChoices({ rulebook, document }: Judging): readonly JudgedFinding[] {
  const { platform, categories } = rulebook;
  const found: JudgedFinding[] = [];
  const wrong = (at: string, zh: string, en: string): void => {
    found.push(finding(houseRules.choices, at, { zh, en }));
  };
  const tracks = platform.tracks.map((track) => track.id);
  if (tracks.length > 0 && (document.track === undefined || !tracks.includes(document.track))) {
    const near = didYouMean(nearNames(document.track ?? '', tracks));
    const given =
      document.track === undefined ? '还没有选择申请类型' : `没有名为「${document.track}」的申请类型`;
    const givenEn =
      document.track === undefined ? 'No track is chosen' : `There is no track “${document.track}”`;
    wrong(
      'track',
      `${given}。${near.zh}可选：${tracks.join('、')}。`,
      `${givenEn}. ${near.en}Choose: ${tracks.join(', ')}.`,
    );
  }
  if (tracks.length === 0 && document.track !== undefined) {
    wrong(
      'track',
      `「${platform.title.zh}」不分申请类型，请删去 track。`,
      `“${platform.title.en}” knows no tracks: remove it.`,
    );
  }
  if (document.categories.length === 0) {
    wrong(
      'categories',
      '还没有选择业务类目，至少选一个。',
      'No business category is chosen: choose at least one.',
    );
  }
  const known = categories.map((category) => category.id);
  for (const id of document.categories.filter((one) => !known.includes(one))) {
    const near = didYouMean(nearNames(id, known));
    wrong(
      'categories',
      `没有编号为「${id}」的类目。${near.zh}${houseRules.choices.how.zh}`,
      `There is no category “${id}”. ${near.en}${houseRules.choices.how.en}`,
    );
  }
  for (const { at, title } of gapsInCoverage(rulebook, document)) {
    const message = {
      zh: `本版规则库还没有覆盖「${title.zh}」，因此不能判断这份案卷的材料是否齐全。${houseRules.coverage.how.zh}`,
      en: `This version of the rulebook does not yet cover “${title.en}”, so whether this dossier is complete cannot be judged. ${houseRules.coverage.how.en}`,
    };
    found.push(finding(houseRules.coverage, at, message, 'error', 'not-checked'));
  }
  return found;
}

/** Files under keys that no requirement has, and files that are not needed. */
function judgeDocuments({ rulebook, document, requirements }: Judging): readonly JudgedFinding[] {
  const rules = rulebook.rules.filter(isRequirementRule);
  const slots = rules
    .filter((rule) => fieldsOf(rule).includes(`documents.${rule.id}`))
    .map((rule) => rule.id);
  return Object.keys(document.documents ?? {}).flatMap((id): readonly JudgedFinding[] => {
    const at = `documents.${id}`;
    const rule = rules.find((one) => one.id === id);
    if (rule !== undefined && slots.includes(id)) {
      if (requirements.has(id)) return [];
      const message = {
        zh: `按目前的选择和回答，不需要「${rule.title.zh}」，因此没有检查这个文件。${houseRules.notNeeded.how.zh}`,
        en: `With the present choices and answers “${rule.title.en}” is not needed, so its file was not checked. ${houseRules.notNeeded.how.en}`,
      };
      return [finding(houseRules.notNeeded, at, message, 'notice', 'not-checked')];
    }
    if (rule !== undefined) {
      const places = isGroup(rule) ? leavesOf(rule.needs).map((leaf) => `documents.${leaf}`) : fieldsOf(rule);
      const message = {
        zh: `「${rule.title.zh}」的文件不放在这里，请移到 ${places.join('、')}。`,
        en: `Files of “${rule.title.en}” do not stand here: move them to ${places.join(', ')}.`,
      };
      return [finding(houseRules.documents, at, message)];
    }
    const near = didYouMean(nearNames(id, slots));
    const message = {
      zh: `没有编号为「${id}」的材料。${near.zh}${houseRules.documents.how.zh}`,
      en: `There is no requirement “${id}”. ${near.en}${houseRules.documents.how.en}`,
    };
    return [finding(houseRules.documents, at, message)];
  });
}

/** Statements under ids that no rule has, and statements dated after today. */
function judgeAttestations({ rulebook, document, today }: Judging): readonly JudgedFinding[] {
  const known = rulebook.rules.map((rule) => rule.id);
  return Object.entries(document.attestations ?? {}).flatMap(([id, { on }]): readonly JudgedFinding[] => {
    const at = `attestations.${id}`;
    if (!known.includes(id)) {
      const near = didYouMean(nearNames(id, known));
      const message = {
        zh: `声明「${id}」不对应任何规则，不起作用。${near.zh}${houseRules.attestations.how.zh}`,
        en: `The statement “${id}” belongs to no rule and has no effect. ${near.en}${houseRules.attestations.how.en}`,
      };
      return [finding(houseRules.attestations, at, message, 'warning')];
    }
    if (on <= today) return [];
    const message = {
      zh: `声明的日期 ${on} 晚于今天（${today}）。请改成作出声明的那一天。`,
      en: `The statement is dated ${on}, after today (${today}). Give the day on which it was made.`,
    };
    return [finding(houseRules.attestations, at, message, 'warning')];
  });
}

/** Files that the dossier names and nobody looked at: never passed over. */
function judgeUnseen({ document, inspections }: Judging): readonly OwnedFinding[] {
  return usedFiles(document)
    .filter(({ path }) => !inspections.has(path) && erasedPaper(document, path, undefined) === null)
    .map(({ field, path }) => ({
      owner: field,
      finding: finding(
        houseRules.inspected,
        path,
        {
          zh: `文件「${path}」没有被检查。${houseRules.inspected.how.zh}`,
          en: `The file “${path}” was not looked at. ${houseRules.inspected.how.en}`,
        },
        'error',
        'not-checked',
      ),
    }));
}

/** The findings of the house rules on choices, keys, statements and files. */
export function judgeNames(judging: Judging): readonly OwnedFinding[] {
  const own = [...judgeChoices(judging), ...judgeDocuments(judging), ...judgeAttestations(judging)];
  return [...own.map((one) => ({ finding: one, owner: one.at })), ...judgeUnseen(judging)];
}
