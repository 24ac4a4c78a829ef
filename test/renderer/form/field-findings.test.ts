import { expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { Finding, Report } from '../../../main/contract/report.ts';
import { findingsAt } from '../../../renderer/form/field-findings.ts';

const finding = (rule: string, at: string, given: Partial<Finding> = {}): Finding => ({
  rule,
  at,
  level: 'error',
  outcome: 'fail',
  message: '',
  cites: [],
  ...given,
});

const report = (findings: Finding[]): Report => ({
  schema: 'yinqi/report@1',
  rulebook: { id: 'tencent-meeting', version: '0.1.0' },
  verdict: 'fail',
  counts: { error: findings.length, warning: 0, notice: 0 },
  findings,
  requirements: [],
});

const document: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'tencent-meeting',
  categories: [],
  company: { uscc: '1', agent: { idNumber: '2' } },
};

test('that a field is empty is said only after it was visited', () => {
  const empty = report([finding('company-name', 'company.name')]);
  expect(findingsAt(empty, document, ['company.name'], false)).toEqual([]);
  expect(findingsAt(empty, document, ['company.name'], true)).toHaveLength(1);
});

test('what is wrong with a filled field is said at once', () => {
  const wrong = report([finding('company-credit-code-verifies', 'company.uscc')]);
  expect(findingsAt(wrong, document, ['company.uscc'], false)).toHaveLength(1);
});

test('findings inside a field belong to it, those of a field with a longer name do not', () => {
  const both = report([finding('a', 'company.agent.idNumber'), finding('b', 'company.agents')]);
  expect(findingsAt(both, document, ['company.agent'], true).map((one) => one.rule)).toEqual(['a']);
});
