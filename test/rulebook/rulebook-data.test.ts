import { expect, test } from 'vitest';
import {
  isAttestationRule,
  isCheckRule,
  isGroup,
  isRequirementRule,
  fieldsOf,
} from '../../main/core/rulebook/rule-kinds.ts';
import { leavesOf } from '../../main/core/requirements/needs.ts';
import { loadRulebook } from './load-rulebook.ts';

const rulebook = await loadRulebook();
const openPlatform = await loadRulebook('tencent-open-platform');
const cited = new Set(rulebook.rules.flatMap((rule) => rule.cites));

test('every clause of the slice is cited by a rule and has a gist of its own', () => {
  const slice = /^(listing\/function|design\/logo|design\/images|compliance\/1\(|compliance\/4\.1($|-))/;
  const ids = [...rulebook.clauses.keys()].filter((id) => slice.test(id));
  expect(ids.length).toBe(19 + 26 + 21 + 12 + 8);
  expect(ids.filter((id) => !cited.has(id))).toEqual([]);
  expect(ids.filter((id) => rulebook.clauses.get(id)!.gist === '')).toEqual([]);
});

test('every cited clause has a gist', () => {
  expect([...cited].filter((id) => rulebook.clauses.get(id)!.gist === '')).toEqual([]);
});

test('every rule says what it asks and what to do', () => {
  expect(rulebook.rules.filter((rule) => rule.explain === undefined).map((rule) => rule.id)).toEqual([]);
});

test('the statements fit on a few screens: at most fourteen, each on a topic that is used', () => {
  const statements = rulebook.rules.filter(isAttestationRule);
  expect(statements.length).toBeLessThanOrEqual(14);
  expect([...new Set(statements.map((one) => one.topic))].toSorted()).toEqual(
    rulebook.platform.topics.map((topic) => topic.id).toSorted(),
  );
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
  const slots = rulebook.rules
    .filter(isRequirementRule)
    .filter((rule) => (rule.kind === 'document' || rule.kind === 'letter') && !isGroup(rule))
    .map((rule) => rule.id)
    .toSorted();
  for (const id of ['papers-readable', 'papers-legible', 'papers-not-blank']) {
    const rule = rulebook.rules.find((one) => one.id === id)!;
    expect(isCheckRule(rule) && 'files' in rule.on ? rule.on.files.toSorted() : []).toEqual(slots);
  }
});

test('the leaves of a group are asked for by that group alone and under the same circumstances', () => {
  const leaves = rulebook.rules.filter(isGroup).flatMap((rule) => leavesOf(rule.needs));
  expect(leaves.toSorted()).toEqual([...new Set(leaves)].toSorted());
  expect(rulebook.rules.filter(isGroup).flatMap(fieldsOf)).toEqual([]);
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
  expect(rulebook.platform.covers).toEqual({ tracks: ['listing'], categories: ['general/other'] });
  const groups = rulebook.platform.groups.map((group) => group.id);
  for (const { id } of rulebook.categories) expect(groups).toContain(id.split('/')[0]);
  expect(openPlatform.categories.map((one) => one.id)).toEqual([
    'game', 'multi-server-game', 'tool', 'e-commerce', 'video-music', 'other',
  ]); // prettier-ignore
});
