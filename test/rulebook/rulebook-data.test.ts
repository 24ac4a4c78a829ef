import { describe, expect, test } from 'vitest';
import { statementsByTopic } from '../../main/core/review/statements.ts';
import { coverClauses } from '../../main/core/rulebook/clause-coverage.ts';
import { factsOf } from '../../main/core/rulebook/condition-parts.ts';
import {
  isAttestationRule,
  isCheckRule,
  isGroup,
  isRequirementRule,
  fieldsOf,
} from '../../main/core/rulebook/rule-kinds.ts';
import { leavesOf } from '../../main/core/requirements/needs.ts';
import { dossierWith } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

const rulebook = await loadRulebook();
const openPlatform = await loadRulebook('tencent-open-platform');

describe.each([rulebook, openPlatform])('$platform.id', (one) => {
  test('every clause of kind clause, text or row is cited by a rule or declared background', () => {
    const { coverage, uncovered } = coverClauses(one);
    expect(uncovered).toEqual([]);
    const clauses = [...one.clauses.values()].filter((clause) => clause.kind !== 'heading');
    expect(clauses.filter(({ id }) => coverage[id] === undefined).map(({ id }) => id)).toEqual([]);
    // Rules carry the most of them: background is for what binds nobody.
    const background = clauses.filter(({ id }) => coverage[id] === 'background').length;
    expect(background).toBeGreaterThan(0);
    expect(background).toBeLessThan(clauses.length / 2);
  });

  test('every clause has a gist of its own', () => {
    const empty = [...one.clauses.values()].filter(({ kind, gist }) => kind !== 'heading' && gist === '');
    expect(empty.map(({ id }) => id)).toEqual([]);
  });

  test('every rule says what it asks and what to do', () => {
    expect(one.rules.filter((rule) => rule.explain === undefined).map((rule) => rule.id)).toEqual([]);
  });

  test('every topic of statements and of questions is used', () => {
    const topics = new Set(one.rules.filter(isAttestationRule).map((rule) => rule.topic));
    expect(one.platform.topics.map(({ id }) => id).filter((id) => !topics.has(id))).toEqual([]);
    const asked = new Set(one.facts.map((fact) => fact.topic));
    expect(one.platform.questions.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });

  test('every question decides something', () => {
    const used = new Set([
      ...one.rules.flatMap((rule) => factsOf(rule.applies)),
      ...one.rules
        .filter(isCheckRule)
        .flatMap(({ on }) => ('field' in on ? on.field.replace(/^facts\./, '') : [])),
    ]);
    expect(one.facts.map((fact) => fact.id).filter((id) => !used.has(id))).toEqual([]);
  });
});

/** Statements by topic for a dossier whose questions are all answered so that the most is asked. */
test('the statements of a topic fit on a screen, whatever the category, track and answers', () => {
  const most = Object.fromEntries(
    rulebook.facts.map(({ id, answer }) => {
      if (answer.kind === 'yes-no') return [id, true];
      const options = answer.options.map((option) => option.id);
      return [
        id,
        answer.kind === 'some-of'
          ? options
          : (options.find((one) => one !== 'none' && one !== 'no' && one !== 'self') ?? options[0]!),
      ];
    }),
  );
  const tooMany = rulebook.categories.flatMap((category) =>
    ['listing', 'showcase'].flatMap((track) =>
      ['company', 'individual'].flatMap((kind) => {
        const document = dossierWith({ categories: [category.id], track, applicant: { kind }, facts: most });
        return statementsByTopic(rulebook, document)
          .filter((topic) => topic.statements.length > 8)
          .map((topic) => `${category.id} ${track} ${kind}: ${topic.id} ${topic.statements.length}`);
      }),
    ),
  );
  expect(tooMany).toEqual([]);
});

test('every requirement but a statement has its place on the upload form, no two the same', () => {
  const places = rulebook.rules.filter(isRequirementRule).filter((rule) => rule.kind !== 'attestation');
  expect(places.filter((rule) => rule.place === undefined).map((rule) => rule.id)).toEqual([]);
  const keys = places.map((rule) => `${rule.place!.section}/${rule.place!.order}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('every word list that a rule names is there and holds words', () => {
  const lists = rulebook.rules.filter(isCheckRule).flatMap((rule) => rule.parameters?.['list'] ?? []);
  expect(lists.length).toBeGreaterThan(2);
  for (const list of lists) expect(rulebook.wordLists.get(String(list))?.length).toBeGreaterThan(0);
});

test('a rule that only some of its clauses support says how they differ, and is no error', () => {
  const differing = rulebook.rules.filter(isCheckRule).filter((rule) => rule.conflict !== undefined);
  expect(differing.length).toBeGreaterThan(3);
  expect(differing.filter((rule) => rule.level === 'error').map((rule) => rule.id)).toEqual([]);
});

test('every document and letter is looked at: readable, legible, not blank', () => {
  for (const one of [rulebook, openPlatform]) {
    for (const id of ['papers-readable', 'papers-legible', 'papers-not-blank']) {
      const rule = one.rules.find((each) => each.id === id)!;
      expect(isCheckRule(rule) ? rule.on : null).toEqual({ everyPaper: true });
    }
  }
});

test('a group is never filled in itself, and holds neither itself nor a leaf twice', () => {
  const groups = rulebook.rules.filter(isGroup);
  expect(groups.flatMap(fieldsOf)).toEqual([]);
  for (const { id, needs } of groups) {
    const leaves = leavesOf(needs);
    expect([id, leaves.length]).toEqual([id, new Set(leaves).size]);
    expect(leaves).not.toContain(id);
  }
});

test('the categories are those of the interface, each covered or said not to be', () => {
  expect(rulebook.categories.map((one) => one.id)).toEqual([
    'finance/securities', 'finance/lending', 'finance/banking', 'finance/credit-card', 'finance/factoring',
    'finance/foreign-exchange', 'finance/information', 'finance/precious-metals', 'finance/third-party-payment',
    'finance/insurance', 'finance/credit-reporting', 'shopping/e-commerce-platform', 'social/dating',
    'social/communication', 'social/entertainment', 'health/medical-service', 'health/medical-device',
    'health/medicine', 'health/aesthetic-medicine', 'health/beauty-salon', 'media/streaming', 'media/news',
    'media/publications', 'travel/airline', 'travel/event-ticketing', 'travel/ride-hailing-and-rental',
    'travel/lodging-and-catering', 'education/online-courses', 'life/recruitment', 'life/automotive',
    'life/courier-and-logistics', 'life/charity', 'ai/generative', 'general/other',
  ]); // prettier-ignore
  expect(rulebook.platform.covers).toBeUndefined();
  expect(openPlatform.platform.covers).toBeUndefined();
  const groups = rulebook.platform.groups.map((group) => group.id);
  for (const { id } of rulebook.categories) expect(groups).toContain(id.split('/')[0]);
  expect(openPlatform.categories.map((one) => one.id)).toEqual([
    'game', 'multi-server-game', 'tool', 'e-commerce', 'video-music', 'other',
  ]); // prettier-ignore
});
