import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verificationSchema } from '../../main/contract/bundle.ts';
import { reportSchema, requirementsSchema, type Requirements } from '../../main/contract/report.ts';
import { changeYaml, copySample, newFolder, projectFolder, yinqi } from './run-yinqi.ts';

/** What the built command line answers as JSON; it must have gone well and said nothing else. */
function answerOf<T>(...args: readonly string[]): T {
  const result = yinqi(...args, '--format', 'json');
  expect(result.stderr).toBe('');
  expect(result.status).toBe(0);
  // Safe: each caller names the shape that it then looks at field by field.
  return JSON.parse(result.stdout) as T;
}

const requirementsOf = (dossier: string, ...args: readonly string[]): Requirements =>
  requirementsSchema.parse(answerOf('requirements', dossier, ...args));
const idsOf = (ones: readonly { readonly id: string }[] | undefined): readonly string[] =>
  (ones ?? []).map((one) => one.id);
const changeFact = (dossier: string, fact: string, answer: string): void =>
  changeYaml(dossier, new RegExp(`\n  ${fact}: .*\n`), `\n  ${fact}: ${answer}\n`);

interface Deadline {
  readonly rule: string;
  readonly owes: string;
  readonly to: string;
  readonly dueIs: string;
  readonly ifStartedOn: string;
  readonly due: string;
}
const deadlinesOf = (dossier: string, ...args: readonly string[]): ReadonlyMap<string, Deadline> =>
  new Map(
    answerOf<{ deadlines: Deadline[] }>('deadlines', dossier, ...args).deadlines.map((one) => [
      one.rule,
      one,
    ]),
  );

describe('the rules', () => {
  test('account for every clause of both platforms: cited by a rule that there is, or background', () => {
    const { rules, coverage, uncovered } = answerOf<{
      rules: { id: string; cites: string[] }[];
      coverage: Record<string, string>;
      uncovered: string[];
    }>('rules');
    expect(uncovered).toEqual([]);
    const binding = ['tencent-meeting', 'tencent-open-platform'].flatMap((platform) =>
      readFileSync(join(projectFolder, 'resources/rulebook', platform, 'clauses.tsv'), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
        .filter(([, kind]) => kind === 'clause' || kind === 'text' || kind === 'row')
        .map(([id]) => id ?? ''),
    );
    expect(binding.length).toBeGreaterThan(1100);
    expect(binding.filter((id) => !(id in coverage))).toEqual([]);
    // A rule's id is its platform's own: two platforms may both have a business-licence.
    const cited = new Set(rules.flatMap((rule) => rule.cites.map((clause) => `${rule.id} ${clause}`)));
    const wrong = Object.entries(coverage).filter(
      ([clause, rule]) => rule !== 'background' && !cited.has(`${rule} ${clause}`),
    );
    expect(wrong).toEqual([]);
  });

  test('say where the sources disagree, both sides with their days', () => {
    const { conflicts } = answerOf<{
      conflicts: { id: string; sides: { cites: { id: string; dated: string | null }[] }[]; does: string }[];
    }>('rules', '--conflicts');
    expect(conflicts.length).toBeGreaterThanOrEqual(8);
    for (const { sides, does } of conflicts) {
      expect(sides.length).toBeGreaterThanOrEqual(2);
      expect(sides.every((side) => side.cites.length > 0)).toBe(true);
      expect(does).not.toBe('');
    }
    const shown = yinqi('rules', '--conflicts').stdout;
    expect(shown).toMatch(/compliance\/[^（]+（2024-05-08）/);
    expect(shown).toContain(`共 ${conflicts.length} 处`);
  });

  test('explain a clause in plain words: what, whose duty, how, which papers, and who cites it', () => {
    const { stdout, status } = yinqi('explain', 'compliance/4.2.1-3');
    expect(status).toBe(0);
    for (const part of ['大意', '谁的义务', '资金托管协议', '涉及的材料', '依据', '被以下规则引用'])
      expect(stdout).toContain(`\n${part}\n`);
    for (const words of [
      '怎么做：',
      '常见错误：',
      '《金融许可证》',
      'fund-custody-agreement',
      'lending-papers',
    ])
      expect(stdout).toContain(words);
    expect(stdout).toContain('2024-05-08');
    expect(yinqi('explain', 'compliance/4.2.1-3', '--lang', 'en').stdout).toMatch(/fund-custody-agreement/);
  });
});

describe('what if', () => {
  const assessment = ['security-assessment-papers', 'security-assessment-report', 'assessment-submission-screenshot']; // prettier-ignore

  test('an app without chat needs no assessment papers, and the dossier that has it keeps its answer', () => {
    const dossier = copySample();
    changeFact(dossier, 'chat', 'true');
    expect(idsOf(requirementsOf(dossier).requirements)).toEqual(expect.arrayContaining(assessment));
    const before = readFileSync(join(dossier, 'dossier.yaml'), 'utf8');
    const without = requirementsOf(dossier, '--fact', 'chat=false');
    expect(idsOf(without.changes?.removed)).toEqual(expect.arrayContaining(assessment));
    expect(idsOf(without.changes?.added)).toEqual([]);
    expect(idsOf(without.requirements).filter((id) => assessment.includes(id))).toEqual([]);
    expect(yinqi('requirements', dossier, '--fact', 'chat=false').stdout).toMatch(
      /不再需要：\n(?: {2}- .*\n)* {2}- .*security-assessment-report\n/,
    );
    expect(readFileSync(join(dossier, 'dossier.yaml'), 'utf8')).toBe(before);
  });

  test('an app of general/other with chat asks for the assessment, one without for nothing special', () => {
    const dossier = copySample();
    expect(idsOf(requirementsOf(dossier).requirements).filter((id) => assessment.includes(id))).toEqual([]);
    const withChat = requirementsOf(dossier, '--fact', 'chat=true');
    expect(idsOf(withChat.changes?.added)).toEqual(expect.arrayContaining(assessment));
  });
});

test('a generative app with chat needs the special papers, by whose technology it is', () => {
  const dossier = copySample();
  changeFact(dossier, 'chat', 'true');
  changeYaml(dossier, 'categories: [general/other]', 'categories: [ai/generative]');
  const open = requirementsOf(dossier).requirements;
  const ownPapers = ['own-algorithm-filing', 'own-algorithm-filing-in-review'];
  const providerPapers = ['provider-algorithm-filing', 'provider-algorithm-filing-in-review', 'technology-cooperation-agreement', 'technology-service-order']; // prettier-ignore
  const always = ['information-security-commitment', 'security-assessment-report', 'assessment-submission-screenshot']; // prettier-ignore
  const find = (id: string) => open.find((one) => one.id === id);
  for (const id of always) expect(find(id)).toMatchObject({ status: 'missing', optional: false });
  // Not yet said whose technology: listed all the same, with the question it hangs on.
  for (const id of [...ownPapers, ...providerPapers])
    expect(find(id)).toMatchObject({ status: 'open', facts: ['ai-technology'] });

  const own = requirementsOf(dossier, '--fact', 'ai-technology=own');
  expect(idsOf(own.changes?.removed)).toEqual(expect.arrayContaining(providerPapers));
  expect(own.requirements.find((one) => one.id === 'generative-papers')?.needs).toEqual({
    allOf: [
      'information-security-commitment',
      { anyOf: ownPapers },
      'security-assessment-report',
      'assessment-submission-screenshot',
    ],
  });
  const theirs = requirementsOf(dossier, '--fact', 'ai-technology=third-party');
  expect(idsOf(theirs.changes?.removed)).toEqual(expect.arrayContaining(ownPapers));
  expect(theirs.requirements.find((one) => one.id === 'generative-papers')?.needs).toEqual({
    allOf: [
      'information-security-commitment',
      { anyOf: providerPapers.slice(0, 2) },
      { anyOf: providerPapers.slice(2) },
      'security-assessment-report',
      'assessment-submission-screenshot',
    ],
  });
  expect(yinqi('check', dossier).status).toBe(1);
});

test('a review that begins before the National Day holiday ends after it, on the make-up Saturday', () => {
  const dossier = copySample();
  const deadlines = deadlinesOf(dossier, '--start', 'platform-reviews-listing=2026-09-28');
  expect(deadlines.get('platform-reviews-listing')).toMatchObject({
    owes: 'platform',
    to: 'provider',
    dueIs: 'latest',
    ifStartedOn: '2026-09-28',
    // 29 and 30 September, 8 and 9 October, and Saturday the 10th, a working day for once.
    due: '2026-10-10',
  });
  const told = yinqi('deadlines', dossier, '--start', 'platform-reviews-listing=2026-09-28').stdout;
  expect(told).toContain('2026-10-10');
  const wrong = yinqi('deadlines', dossier, '--start', 'platform-review-listing=2026-09-28');
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('platform-reviews-listing');
});

test('a dossier of the other platform has its own questions, papers, duties and a draft', () => {
  const dossier = join(newFolder(), '开放平台');
  expect(yinqi('init', dossier, '--platform', 'tencent-open-platform', '--category', 'tool').status).toBe(0);
  const { facts } = answerOf<{ facts: { id: string }[] }>('facts', dossier);
  expect(facts.length).toBeGreaterThan(0);
  const { requirements } = requirementsOf(dossier);
  const cited = requirements.flatMap((one) => one.cites);
  expect(cited.length).toBeGreaterThan(0);
  expect(cited.filter((id) => !id.startsWith('open-platform/'))).toEqual([]);
  expect(requirements.filter((one) => one.status === 'ok')).toEqual([]);
  expect(idsOf(requirements)).not.toContain('publishing-commitment');

  const check = yinqi('check', dossier, '--format', 'json');
  expect(check.status).toBe(1);
  const report = reportSchema.parse(JSON.parse(check.stdout));
  expect(report.rulebook.id).toBe('tencent-open-platform');
  expect(report.verdict).toBe('fail');

  const deadlines = deadlinesOf(dossier, '--start', 'termination-notified-to-tencent=2027-03-01');
  // Ninety days ahead of the end: 28 in February, 31 in January and December.
  expect(deadlines.get('termination-notified-to-tencent')).toMatchObject({
    owes: 'provider',
    to: 'platform',
    ifStartedOn: '2027-03-01',
    due: '2026-12-01',
  });
  expect([...deadlines.keys()]).toEqual(
    expect.arrayContaining(['losses-compensated-to-tencent', 'suspension-notified-to-users']),
  );

  const refused = join(newFolder(), '材料包.zip');
  expect(yinqi('bundle', dossier, '--out', refused).status).toBe(1);
  const draft = join(newFolder(), '草稿.zip');
  expect(yinqi('bundle', dossier, '--out', draft, '--draft').status).toBe(0);
  const verified = yinqi('verify', draft, '--format', 'json');
  expect(verified.status).toBe(0);
  expect(verificationSchema.parse(JSON.parse(verified.stdout))).toMatchObject({
    verdict: 'whole',
    draft: true,
    report: { verdict: 'fail', rulebook: { id: 'tencent-open-platform' } },
  });
});
