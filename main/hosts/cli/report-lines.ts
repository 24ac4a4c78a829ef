import type { Level } from '../../contract/rulebook.ts';
import type { Finding, Report, RequirementStatus } from '../../contract/report.ts';
import type { Page, Tone } from './page.ts';

/** The steps under which findings are listed, in the order of the flow. */
const steps = [
  { id: 'category', zh: '类目与事实', en: 'Category and facts' },
  { id: 'company', zh: '公司与人员', en: 'Company and people' },
  { id: 'app', zh: '应用信息', en: 'App' },
  { id: 'letters', zh: '函件', en: 'Letters' },
  { id: 'files', zh: '证照与图片', en: 'Documents and images' },
  { id: 'review', zh: '审核', en: 'Review' },
] as const;
type StepId = (typeof steps)[number]['id'];

const fieldSteps: readonly (readonly [start: RegExp, step: StepId])[] = [
  [/^(platform|track|categories|applicant|facts)\b/, 'category'],
  [/^(company|parties)\b(?!\.logo)/, 'company'],
  [/^app\b(?!\.(logo|previews))/, 'app'],
  [/^letters\b/, 'letters'],
  [/^(company\.logo|app\.logo|app\.previews|documents)\b/, 'files'],
];

/** The step at which a finding is dealt with: by the requirement that holds its field or file, otherwise by the field's name. */
export function stepOf(finding: Finding, report: Report): StepId {
  const holder = report.requirements.find(
    (one) => one.fields.includes(finding.at) || one.files.includes(finding.at) || one.id === finding.rule,
  );
  if (holder?.kind === 'letter') return 'letters';
  if (holder?.kind === 'document' || holder?.kind === 'asset') return 'files';
  if (holder?.kind === 'attestation') return 'review';
  return fieldSteps.find(([start]) => start.test(finding.at))?.[1] ?? 'review';
}

const levelLooks: Readonly<Record<Level, { readonly mark: string; readonly tone: Tone }>> = {
  error: { mark: '✗', tone: 'red' },
  warning: { mark: '!', tone: 'yellow' },
  notice: { mark: 'i', tone: 'cyan' },
};

/** What each level is called. */
export const levelName = (level: Level, page: Page): string =>
  ({ error: page.t('错误', 'error'), warning: page.t('提醒', 'warning'), notice: page.t('说明', 'notice') })[
    level
  ];

/** The clauses that something rests on; of many the first three, with their number: the JSON output has them all. */
export function citesText(page: Page, cites: readonly string[]): string {
  const shown = cites.slice(0, 3).join(page.t('、', ', '));
  const more = cites.length - 3;
  return page.t(
    `依据 ${shown}${more > 0 ? ` 等 ${cites.length} 条` : ''}`,
    `cites ${shown}${more > 0 ? ` and ${more} more` : ''}`,
  );
}

/** Writes one finding: its message, where, what it rests on, and whether a machine can mend it. */
export function writeFinding(page: Page, finding: Finding): void {
  const { mark, tone } = levelLooks[finding.level];
  page.paragraph(finding.message, 4, `  ${page.paint(tone, mark)}`);
  const outcome = {
    fail: null,
    'needs-person': page.t('需要人来判断', 'needs a person'),
    'not-checked': page.t('未能检查', 'not checked'),
  }[finding.outcome];
  const facts = [
    levelName(finding.level, page),
    ...(outcome === null ? [] : [outcome]),
    finding.at,
    ...(finding.at.endsWith(`.${finding.rule}`) ? [] : [finding.rule]),
    ...(finding.cites.length === 0 ? [] : [citesText(page, finding.cites)]),
  ];
  page.paragraph(facts.join(' · '), 4, '', 'dim');
  if (finding.fix !== undefined) {
    page.paragraph(
      page.t(`可以自动修复：${finding.fix.summary}`, `Can be mended: ${finding.fix.summary}`),
      4,
    );
  }
}

/** Writes findings under the steps they belong to; steps without any are left out. */
export function writeFindingsByStep(page: Page, report: Report): void {
  for (const step of steps) {
    const findings = report.findings.filter((finding) => stepOf(finding, report) === step.id);
    if (findings.length === 0) continue;
    page.line();
    page.line(page.paint('bold', step[page.language]));
    for (const finding of findings) writeFinding(page, finding);
  }
}

/** The mark, name and colour of a requirement's status. */
export function statusLook(
  status: RequirementStatus,
  page: Page,
): { readonly mark: string; readonly name: string; readonly tone: Tone } {
  switch (status) {
    case 'ok':
      return { mark: '✓', name: page.t('已齐', 'there'), tone: 'green' };
    case 'missing':
      return { mark: '✗', name: page.t('缺少', 'missing'), tone: 'red' };
    case 'invalid':
      return { mark: '!', name: page.t('不合格', 'not acceptable'), tone: 'red' };
    case 'open':
      return { mark: '?', name: page.t('待定', 'open'), tone: 'yellow' };
  }
}
