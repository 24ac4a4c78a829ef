import { expect, test } from 'vitest';
import { judgeDossier } from '../../main/core/review/judge-dossier.ts';
import { resolveRequirements } from '../../main/core/requirements/resolve-requirements.ts';
import { plainAnswers } from './clean-dossier.ts';
import { dossierWith } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

const rulebook = await loadRulebook();
const statementsOf = (kind: 'company' | 'individual') => {
  const asked = new Set(
    resolveRequirements({
      rulebook,
      document: dossierWith({ applicant: { kind }, facts: { ...plainAnswers, networked: true } }),
    }).map(({ id }) => id),
  );
  return rulebook.rules.flatMap((rule) => (rule.kind === 'attestation' && asked.has(rule.id) ? [rule] : []));
};

// compliance/4.1-2 to 4.1-7 ask everyone for a company seal, cooperation/2.1 admits natural persons, who have none.
test('an individual is not made to state that papers bear a company seal', () => {
  const sealed = statementsOf('individual').filter(({ statement }) => /盖有清楚的公章/.test(statement.zh));
  expect(sealed.map(({ id }) => id)).toEqual([]);
});

test('an individual states what the platform answered on seals, by the clauses that ask for them', () => {
  const [one] = statementsOf('individual').filter(({ statement }) => statement.zh.includes('个人没有公章'));
  expect(one?.cites).toEqual(
    expect.arrayContaining(['compliance/4.1-2', 'compliance/4.1-6', 'compliance/4.1-7']),
  );
  expect(statementsOf('company').map(({ id }) => id)).not.toContain(one?.id);
});

test('a company states the seals as before', () => {
  expect(statementsOf('company').map(({ id }) => id)).toContain('paper-scans-stamped');
});

test('what everyone gives with the company’s seal says what an individual does instead', () => {
  const sealed = rulebook.rules.filter(
    (rule) =>
      (rule.kind === 'document' && rule.copy?.seal === 'own') ||
      ['publishing-commitment', 'authorisation-letter'].includes(rule.id),
  );
  expect(sealed).toHaveLength(10);
  for (const { id, explain } of sealed) {
    expect(explain?.how.zh, id).toContain('个人没有公章，先问平台，照答复办理');
    expect(explain?.how.en, id).toContain(
      'an individual has none: ask the platform first and do as it answers',
    );
  }
});

test('a letter of an individual that is missing is not told to be stamped', () => {
  const told = (kind: 'company' | 'individual') =>
    judgeDossier({
      rulebook,
      document: dossierWith({ applicant: { kind }, facts: plainAnswers }),
      inspections: new Map(),
      letters: [],
      today: '2026-07-01',
    }).findings.find(({ rule }) => rule === 'publishing-commitment')?.message;
  expect(told('company')?.zh).toContain('签字盖章后的扫描件');
  expect(told('individual')?.zh).toContain('签署后的扫描件');
  expect(told('individual')?.en).not.toContain('stamped');
});
