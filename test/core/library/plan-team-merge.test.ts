import { describe, expect, test } from 'vitest';
import { joinWordLists, planTeamMerge } from '../../../main/core/library/plan-team-merge.ts';
import { teamItemOf, type TeamFact } from '../../../main/core/library/team-items.ts';

const sides = { here: '我', there: '他' };
const fact = (area: TeamFact['area'], path: string, sha256 = 'a'): TeamFact => ({
  area,
  path,
  sha256,
  sizeBytes: 1,
});
const pdf = `${'0'.repeat(64)}.pdf`;

describe('what belongs to a team', () => {
  test.each<[TeamFact['area'], string, string | null]>([
    ['templates', 'authorisation-letter/1.0.0/template.md', 'authorisation-letter/1.0.0'],
    ['templates', 'authorisation-letter/草稿/sample.yaml', 'authorisation-letter/草稿'],
    ['templates', 'clauses/seal/1.0.0.md', 'clauses/seal/1.0.0.md'],
    ['templates', 'clauses/seal/template.md', 'clauses/seal/template.md'],
    ['templates', 'authorisation-letter/1.0.0/notes.txt', null],
    ['templates', '../x/1/template.md', null],
    ['templates', 'x/../template.md', null],
    ['templates', 'x/.hidden/template.md', null],
    ['templates', 'x/a\\b/template.md', null],
    ['templates', 'x/CON:/template.md', null],
    ['forms', `publishing-commitment/2/${pdf}`, 'publishing-commitment/2'],
    ['forms', 'publishing-commitment/2/fields-3.yaml', 'publishing-commitment/2'],
    ['forms', 'publishing-commitment/.removed-2/form.yaml', null],
    ['forms', 'publishing-commitment/02/form.yaml', null],
    ['words', 'tencent-meeting/superlatives-allowed.txt', 'tencent-meeting/superlatives-allowed.txt'],
    ['words', 'superlatives-allowed.txt', null],
  ])('%s: %s', (area, path, item) => {
    expect(teamItemOf(area, path)).toBe(item);
  });
});

test('a version kept beside another gets the next free name, never one that was retired', () => {
  const mine = [
    fact('templates', 'x/1.0.0-draft/template.md'),
    fact('templates', 'x/1.0.0-merged/template.md'),
    fact('templates', 'clauses/seal/2.md'),
    fact('forms', 'x/1/form.yaml'),
  ];
  const theirs = [
    fact('templates', 'x/1.0.0-draft/template.md', 'b'),
    fact('templates', 'clauses/seal/2.md', 'b'),
    fact('forms', 'x/1/form.yaml', 'b'),
    fact('forms', `x/1/${pdf}`, 'b'),
  ];
  const plan = planTeamMerge(mine, theirs, ['forms/x/2'], sides, '2026-11-22');
  const conflicts = plan.view.flatMap(({ conflict }) => conflict ?? []);
  expect(conflicts.map(({ at }) => at)).toEqual([
    'forms/x/1',
    'templates/clauses/seal/2.md',
    'templates/x/1.0.0-draft',
  ]);
  expect(plan.settle(new Map(conflicts.map(({ id }) => [id, 'mine'])))).toEqual([]);
  const both = plan.settle(new Map(conflicts.map(({ id }) => [id, 'both'])));
  expect(new Set(both.map(({ path }) => path))).toEqual(
    new Set([`x/3/${pdf}`, 'x/3/form.yaml', 'clauses/seal/2-merged.md', 'x/1.0.0-merged2/template.md']),
  );
});

test('word lists are joined line by line, comments and line ends as they were here', () => {
  expect(joinWordLists('# 我们的\r\n第一课堂\r\n', '第一课堂\n最会玩\n最会玩\n')).toBe(
    '# 我们的\r\n第一课堂\r\n最会玩\n',
  );
  expect(joinWordLists('甲', '乙')).toBe('甲\n乙\n');
  expect(joinWordLists('甲\n', '甲')).toBe('甲\n');
});
