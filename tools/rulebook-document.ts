import type { Condition } from '../main/contract/condition.ts';
import type { NeedsTree, PaperCopy, Rule, Rulebook } from '../main/contract/rulebook.ts';
import { citedClause } from '../main/core/rulebook/explain.ts';
import { backgroundOf } from '../main/core/rulebook/clause-coverage.ts';
import { dutyOf, papersAbout, statementMakers } from '../main/core/rulebook/duty.ts';
import {
  isAttestationRule,
  isCheckRule,
  isDeadlineRule,
  isGroup,
  isRequirementRule,
} from '../main/core/rulebook/rule-kinds.ts';
import { inFormOrder } from '../main/core/requirements/form-order.ts';
import { durationOf } from '../main/core/review/deadlines.ts';

/** Text that stays in one cell of a Markdown table and on one line. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0
    ? ['（无）', '']
    : [heads, heads.map(() => '---'), ...rows.map((row) => row.map(cell))]
        .map((row) => `| ${row.join(' | ')} |`)
        .concat('');

const list = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join('、');

/** When a rule applies, in words and with its ids. */
function conditionInWords(condition: Condition | undefined): string {
  if (condition === undefined) return '始终';
  const inner = (parts: readonly Condition[], gap: string): string =>
    parts.map((part) => ('all' in part || 'any' in part ? `（${conditionInWords(part)}）` : conditionInWords(part))).join(gap); // prettier-ignore
  if ('all' in condition) return inner(condition.all, ' 且 ');
  if ('any' in condition) return inner(condition.any, ' 或 ');
  if ('not' in condition) return `非（${conditionInWords(condition.not)}）`;
  const listed = (ids: string | readonly string[]): string => [ids].flat().join('、');
  if ('category' in condition) return `类目 ${listed(condition.category)}`;
  if ('track' in condition) return `申请 ${listed(condition.track)}`;
  if ('applicant' in condition) return condition.applicant === 'individual' ? '个人申请' : '公司申请';
  const { fact, is } = condition;
  return `${fact} = ${typeof is === 'boolean' ? (is ? '是' : '否') : listed(is)}`;
}

function needsInWords(tree: NeedsTree): string {
  if (typeof tree === 'string') return `\`${tree}\``;
  const [parts, word] = 'allOf' in tree ? [tree.allOf, '全部'] : [tree.anyOf, '任一'];
  return `${word}（${parts.map(needsInWords).join('，')}）`;
}

/** What goes on a printed copy of a paper. */
function copyInWords(copy: PaperCopy | undefined): string {
  if (copy === undefined) return '';
  const seal = { own: '本公司公章', licensor: '授权方印泥公章' };
  return [
    ...(copy.seal === undefined ? [] : [seal[copy.seal]]),
    ...(copy.handwritten === undefined
      ? []
      : [`手写${copy.handwritten.map((words) => `“${words}”`).join('或')}`]),
    ...(copy.date === true ? ['日期'] : []),
    ...(copy.signedByHolder === true ? ['本人签名', '红色手印'] : []),
    ...(copy.bothSides === true ? ['正反两面在一页'] : []),
  ].join('、');
}

/** One rule as a list item with all that a lawyer reviews. */
function ruleLines(rule: Rule, rulebook: Rulebook): readonly string[] {
  const { explain } = rule;
  const line = (name: string, text: string | undefined): readonly string[] =>
    text === undefined || text === '' ? [] : [`- ${name}：${text}`];
  return [
    `#### ${rule.title.zh} \`${rule.id}\``,
    '',
    ...line('依据', list(rule.cites)),
    ...line('何时适用', conditionInWords(rule.applies)),
    ...line('谁的义务', dutyOf(rule).zh),
    ...(isRequirementRule(rule) ? line('为什么', rule.because.zh) : []),
    ...(isRequirementRule(rule) && rule.optional === true ? ['- 可以不提供'] : []),
    ...(isGroup(rule) ? line('需要', needsInWords(rule.needs)) : []),
    ...(rule.kind === 'document' ? line('复印件上', copyInWords(rule.copy)) : []),
    ...(isAttestationRule(rule) ? line(`声明（${statementMakers[rule.by].zh}）`, rule.statement.zh) : []),
    ...(isCheckRule(rule) ? line('级别', { error: '错误', warning: '警告', notice: '提示' }[rule.level]) : []),
    ...(isCheckRule(rule) ? line('检查对象', papersAbout(rulebook, rule).map((one) => one.zh).join('、') || ('field' in rule.on ? `\`${rule.on.field}\`` : '')) : []),
    ...(isDeadlineRule(rule) ? line('时限', `自「${rule.starts.zh}」${durationOf(rule).zh}`) : []),
    ...line('要求什么', explain?.what.zh),
    ...line('原因', explain?.why?.zh),
    ...line('怎么做', explain?.how.zh),
    ...line('常见错误', explain?.mistakes?.zh),
    ...(isCheckRule(rule) ? line('规定之间的差异', rule.conflict?.zh) : []),
    '',
  ]; // prettier-ignore
}

function platformLines(rulebook: Rulebook): readonly string[] {
  const { platform, categories, facts, sources, rules, conflicts, clauses } = rulebook;
  const requirements = inFormOrder(rulebook);
  const byId = (a: Rule, b: Rule): number => (a.id < b.id ? -1 : 1);
  const ruleOf = new Map<string, string>();
  for (const rule of rules) for (const id of rule.cites) if (!ruleOf.has(id)) ruleOf.set(id, rule.id);
  const groups = rules.filter(isGroup);
  const papersOfCategory = (id: string): string =>
    groups
      .filter((group) => JSON.stringify(group.applies ?? {}).includes(`"${id}"`))
      .map((group) => `${group.title.zh}：${needsInWords(group.needs)}`)
      .join('；');
  return [
    `## ${platform.title.zh} \`${platform.id}\`（规则库版本 ${platform.version}）`,
    '',
    '### 来源',
    '',
    ...table(['编号', '文件', '日期'], sources.map((one) => [`\`${one.id}\``, one.title.zh, one.dated ?? one.note?.zh ?? '无日期'])),
    '### 类目与特殊资质',
    '',
    ...table(['类目', '名称', '该类目另需'], categories.map((one) => [`\`${one.id}\``, one.title.zh, papersOfCategory(one.id) || '—'])),
    '### 问题',
    '',
    ...table(
      ['编号', '问题', '何时问', '依据'],
      facts.map((fact) => [`\`${fact.id}\``, fact.question.zh, conditionInWords(fact.asked), list(fact.cites)]),
    ),
    '### 规定之间的矛盾',
    '',
    ...conflicts.flatMap(({ title, id, sides, does, rules: acting }) => [
      `#### ${title.zh} \`${id}\``,
      '',
      ...sides.map((side) => `- ${side.says.zh} ${side.cites.map((clause) => `\`${clause}\`（${citedClause(rulebook, clause).dated ?? '无日期'}）`).join('、')}`),
      `- 本程序的处理：${does.zh}${acting.length === 0 ? '' : ` 规则：${list(acting)}`}`,
      '',
    ]),
    '### 材料',
    '',
    ...requirements.filter((rule) => rule.kind !== 'attestation').flatMap((rule) => ruleLines(rule, rulebook)),
    '### 由人确认的声明',
    '',
    ...platform.topics.flatMap((topic) => {
      const own = rules.filter(isAttestationRule).filter((rule) => rule.topic === topic.id);
      return own.length === 0 ? [] : [`#### 主题：${topic.title.zh}（${own.length} 条）`, '', ...own.flatMap((rule) => ruleLines(rule, rulebook))];
    }),
    '### 机器检查',
    '',
    ...rules.filter(isCheckRule).toSorted(byId).flatMap((rule) => ruleLines(rule, rulebook)),
    '### 有时限的义务',
    '',
    ...rules.filter(isDeadlineRule).toSorted(byId).flatMap((rule) => ruleLines(rule, rulebook)),
    '### 逐条对照',
    '',
    ...table(
      ['条款', '大意', '由谁交代'],
      [...clauses.values()]
        .filter((clause) => clause.kind !== 'heading')
        .map(({ id, gist }) => {
          const rule = ruleOf.get(id);
          return [`\`${id}\``, gist, rule === undefined ? `背景：${backgroundOf(rulebook, id)?.zh ?? '未交代'}` : `\`${rule}\``];
        }),
    ),
  ]; // prettier-ignore
}

/** All rulebooks as one Markdown text for lawyers: each rule in plain words, each clause with what accounts for it. */
export const rulebookDocument = (rulebooks: readonly Rulebook[]): string =>
  `${[
    '# 规则库全文',
    '',
    '本文件由 `npm run rulebook` 从 resources/rulebook 生成，供法务逐条审阅；请改规则文件，不要改这里。',
    '本项目与腾讯没有关联；最终以平台审核员的答复为准。',
    '',
    ...rulebooks.flatMap(platformLines),
  ].join('\n').trimEnd()}\n`; // prettier-ignore
