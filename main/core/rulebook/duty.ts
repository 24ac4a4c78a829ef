import type { Localized } from '../../contract/language.ts';
import type { DutyParty, Rule, Rulebook, StatementMaker } from '../../contract/rulebook.ts';
import { fieldsOf, isRequirementRule, papersOf } from './rule-kinds.ts';

const parties: Readonly<Record<DutyParty, Localized>> = {
  platform: { zh: '平台', en: 'the platform' },
  provider: { zh: '应用提供者', en: 'the app’s provider' },
  users: { zh: '用户', en: 'the users' },
  authority: { zh: '主管机关', en: 'the authority' },
};

/** Who in a company can know that a statement is true, in words. */
export const statementMakers: Readonly<Record<StatementMaker, Localized>> = {
  product: { zh: '产品负责人', en: 'who answers for the product' },
  engineering: { zh: '技术负责人', en: 'who answers for engineering' },
  design: { zh: '设计负责人', en: 'who answers for the design' },
  legal: { zh: '法务人员', en: 'legal staff' },
  privacy: { zh: '个人信息保护负责人', en: 'who answers for personal information' },
  operations: { zh: '运营负责人', en: 'who answers for operations' },
  'company-head': { zh: '法定代表人或公司负责人', en: 'the legal representative or head of the company' },
};

/** Whose duty a rule states: who owes it, to whom where it has a clock, and who can vouch for it. */
export function dutyOf(rule: Rule): Localized {
  if (rule.kind === 'deadline') {
    const [owes, to] = [parties[rule.owes], parties[rule.to]];
    return { zh: `${owes.zh}对${to.zh}的义务。`, en: `Owed by ${owes.en} to ${to.en}.` };
  }
  const provider = parties.provider;
  if (rule.kind !== 'attestation') return { zh: `${provider.zh}的义务。`, en: `Owed by ${provider.en}.` };
  const maker = statementMakers[rule.by];
  return {
    zh: `${provider.zh}的义务；由${maker.zh}署名确认。`,
    en: `Owed by ${provider.en}; confirmed by name by ${maker.en}.`,
  };
}

/** The papers, pictures, texts or statements that a rule is about, by title, each once. */
export function papersAbout(rulebook: Rulebook, rule: Rule): readonly Localized[] {
  if (isRequirementRule(rule)) return [rule.title];
  if (rule.kind === 'deadline') return [];
  const requirements = rulebook.rules.filter(isRequirementRule);
  const { on } = rule;
  if ('everyPaper' in on) return [{ zh: '每一份证照、文件和函件', en: 'every document and letter' }];
  const ids = 'letters' in on ? on.letters : papersOf(rule, rulebook.rules);
  return requirements
    .filter((one) => ('field' in on ? fieldsOf(one).includes(on.field) : ids.includes(one.id)))
    .map((one) => one.title);
}
