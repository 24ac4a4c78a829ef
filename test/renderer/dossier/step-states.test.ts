import { describe, expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { LetterSummary } from '../../../main/contract/letters.ts';
import type { Finding, Report, Requirement } from '../../../main/contract/report.ts';
import {
  nextAction,
  openFacts,
  problemsOf,
  stepStates,
  type Progressed,
} from '../../../renderer/dossier/step-states.ts';

const requirement = (
  given: Partial<Requirement> & Pick<Requirement, 'id' | 'kind' | 'fields'>,
): Requirement => ({
  title: given.id,
  status: 'missing',
  optional: false,
  because: '',
  cites: [],
  files: [],
  ...given,
});

const finding = (given: Partial<Finding> & Pick<Finding, 'rule' | 'at'>): Finding => ({
  level: 'error',
  outcome: 'fail',
  message: '',
  cites: [],
  ...given,
});

const letter = (given: Partial<LetterSummary> = {}): LetterSummary => ({
  letter: 'publishing-commitment',
  requirement: 'publishing-commitment',
  title: '应用发布承诺函',
  need: 'required',
  because: '',
  state: 'ready',
  missingFields: [],
  unprintable: [],
  cites: [],
  notice: '',
  entry: {},
  pageCode: 'on',
  asks: ['date'],
  fields: [],
  signing: [],
  scan: 'none',
  stale: [],
  templateVersion: '1.0.0',
  templateOrigin: 'app',
  templateFaults: [],
  ...given,
});

const category = requirement({ id: 'app-category', kind: 'text', fields: ['categories'] });
const companyName = requirement({ id: 'company-name', kind: 'text', fields: ['company.name'] });
const appName = requirement({ id: 'app-name', kind: 'text', fields: ['app.name'] });
const commitment = requirement({
  id: 'publishing-commitment',
  kind: 'letter',
  fields: ['documents.publishing-commitment'],
});
const licence = requirement({
  id: 'business-licence',
  kind: 'document',
  fields: ['documents.business-licence'],
});
const rights = requirement({
  id: 'rights-cleared',
  kind: 'attestation',
  fields: ['attestations.rights-cleared'],
});
const all = [category, companyName, appName, commitment, licence, rights];
const withStatus = (status: Requirement['status'], list: readonly Requirement[] = all): Requirement[] =>
  list.map((one) => ({ ...one, status }));

const empty: DossierDocument = { schema: 'yinqi/dossier@1', platform: 'tencent-meeting', categories: [] };
const filled: DossierDocument = {
  ...empty,
  categories: ['general/other'],
  company: { name: '深圳市样例科技有限公司' },
  app: { name: '样例纪要' },
};

const given = (
  document: DossierDocument,
  requirements: readonly Requirement[],
  findings: readonly Finding[] = [],
  letters: readonly LetterSummary[] | null = [],
): Progressed => {
  const count = (level: Finding['level']): number => findings.filter((one) => one.level === level).length;
  const report: Report = {
    schema: 'yinqi/report@1',
    rulebook: { id: 'tencent-meeting', version: '0.1.0' },
    verdict: count('error') === 0 ? 'pass' : 'fail',
    counts: { error: count('error'), warning: count('warning'), notice: count('notice') },
    findings: [...findings],
    requirements: [...requirements],
  };
  return { document, report, letters };
};

describe('the status of the steps', () => {
  test('of an empty dossier, nothing is started and nothing is wrong', () => {
    const states = stepStates(
      given(empty, all, [
        finding({ rule: 'company-name', at: 'company.name' }),
        finding({ rule: 'category-known', at: 'categories' }),
      ]),
    );
    expect(Object.values(states).map((one) => one.status)).toEqual(Array(8).fill('not-started'));
  });

  test('of a complete dossier, every step is done but the export', () => {
    const states = stepStates(given(filled, withStatus('ok')));
    expect(Object.entries(states).filter(([, one]) => one.status !== 'done')).toEqual([
      ['bundle', { status: 'not-started', done: 0, total: 0, problems: 0 }],
    ]);
  });

  test('the category is in progress until every question is answered', () => {
    const open = requirement({
      id: 'icp-number',
      kind: 'text',
      fields: ['company.icpNumber'],
      status: 'open',
      facts: ['networked'],
    });
    const asked = given(filled, [...withStatus('ok'), open]);
    expect(stepStates(asked).category).toEqual({ status: 'in-progress', done: 1, total: 2, problems: 0 });
    const answered = given({ ...filled, facts: { networked: false } }, withStatus('ok'));
    expect(stepStates(answered).category).toEqual({ status: 'done', done: 2, total: 2, problems: 0 });
  });

  test('what is undecided is not counted, and keeps its step from being done', () => {
    const open = requirement({
      id: 'contract',
      kind: 'document',
      fields: ['documents.contract'],
      status: 'open',
    });
    const before = stepStates(given(filled, withStatus('ok')));
    const states = stepStates(given(filled, [...withStatus('ok'), open]));
    expect(states.files).toEqual({ ...before.files, status: 'in-progress' });
    expect(states.requirements).toEqual({ ...before.requirements, status: 'in-progress' });
    expect(states.app).toEqual(before.app);
  });

  test('what is filled in and wrong needs attention, at its own step and at the review', () => {
    const document = { ...filled, company: { ...filled.company, uscc: '123' } };
    const states = stepStates(
      given(document, withStatus('ok'), [
        finding({ rule: 'company-credit-code-verifies', at: 'company.uscc' }),
      ]),
    );
    expect(states.company).toMatchObject({ status: 'needs-attention', problems: 1 });
    expect(states.review.status).toBe('needs-attention');
    expect(states.app.status).toBe('done');
  });

  test('notices and questions for a person are no problems', () => {
    const { report, document } = given(filled, withStatus('ok'), [
      finding({ rule: 'a', at: 'app.name', level: 'notice' }),
      finding({ rule: 'b', at: 'app.name', level: 'warning', outcome: 'needs-person' }),
    ]);
    expect(problemsOf(report, document)).toEqual([]);
  });

  test('a field that only a letter asks for keeps its step from being done', () => {
    const missing = letter({ missingFields: [{ field: 'company.uscc', title: '统一社会信用代码' }] });
    const states = stepStates(given(filled, withStatus('ok'), [], [missing]));
    expect(states.company).toEqual({ status: 'in-progress', done: 1, total: 2, problems: 0 });
  });

  test('a field that a letter and a requirement ask for counts once', () => {
    const missing = letter({ missingFields: [{ field: 'company.name', title: '公司名称' }] });
    expect(stepStates(given(empty, all, [], [missing])).company.total).toBe(1);
  });

  test('outdated scans are what is to be printed next', () => {
    const two = [letter({ scan: 'outdated' }), letter({ letter: 'authorisation-letter', scan: 'outdated' })];
    expect(nextAction(given(filled, withStatus('ok'), [], two))).toMatchObject({
      step: 'letters',
      why: 'print',
      count: 2,
    });
  });

  test('an outdated scan needs attention at the letters', () => {
    const states = stepStates(given(filled, withStatus('ok'), [], [letter({ scan: 'outdated' })]));
    expect(states.letters.status).toBe('needs-attention');
  });

  test('a group counts once: its parts and optional things do not count', () => {
    const group = requirement({ id: 'icp', kind: 'document', fields: [], needs: { anyOf: ['icp-licence'] } });
    const part = requirement({
      id: 'icp-licence',
      kind: 'document',
      fields: ['documents.icp-licence'],
      partOf: 'icp',
    });
    const extra = requirement({ id: 'extra', kind: 'document', fields: ['documents.extra'], optional: true });
    expect(stepStates(given(empty, [group, part, extra])).files.total).toBe(1);
  });
});

describe('what to do next', () => {
  test('begins with the category', () => {
    expect(nextAction(given(empty, all))).toEqual({
      step: 'category',
      why: 'choose-category',
      field: 'categories',
      count: 1,
    });
  });

  test('then asks the first open question', () => {
    const open = requirement({
      id: 'x',
      kind: 'text',
      fields: ['app.intro'],
      status: 'open',
      facts: ['networked'],
    });
    const progressed = given(filled, [...withStatus('ok', [category]), open]);
    expect(openFacts(progressed.report)).toEqual(['networked']);
    expect(nextAction(progressed)).toEqual({
      step: 'category',
      why: 'answer',
      field: 'facts.networked',
      count: 1,
    });
  });

  test('leads to the first field that is still empty, letters’ fields included', () => {
    const missing = letter({ missingFields: [{ field: 'company.uscc', title: '' }] });
    const progressed = given(filled, withStatus('ok'), [], [missing]);
    expect(nextAction(progressed)).toEqual({
      step: 'company',
      why: 'provide',
      field: 'company.uscc',
      count: 1,
    });
  });

  test('puts what is wrong before what is missing', () => {
    const progressed = given(
      { ...filled, company: { name: 'x', uscc: '1' } },
      [...withStatus('ok', [category]), companyName],
      [finding({ rule: 'company-credit-code-verifies', at: 'company.uscc' })],
    );
    expect(nextAction(progressed)).toEqual({
      step: 'company',
      why: 'correct',
      field: 'company.uscc',
      count: 1,
    });
  });

  test('follows the steps: letters, files, statements, export', () => {
    const typed = withStatus('ok', [category, companyName, appName]);
    const steps = [
      [...typed, commitment, licence, rights],
      [...typed, ...withStatus('ok', [commitment]), licence, rights],
      [...typed, ...withStatus('ok', [commitment, licence]), rights],
      withStatus('ok'),
    ].map((requirements) => nextAction(given(filled, requirements)));
    expect(steps.map(({ step, why }) => [step, why])).toEqual([
      ['letters', 'print'],
      ['files', 'provide'],
      ['review', 'confirm'],
      ['bundle', 'export'],
    ]);
  });
});
