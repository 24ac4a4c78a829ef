import { expect, test } from 'vitest';
import { parseClauseTable } from '../../../main/core/rulebook/clause-table.ts';

test('ids, kinds and gists are read, empty gists too, with either line ending', () => {
  const { clauses, faults } = parseClauseTable('id\tkind\tgist\r\na/1\tclause\t大意\r\na/2\theading\t\r\n');
  expect(faults).toEqual([]);
  expect([...clauses.values()]).toEqual([
    { id: 'a/1', kind: 'clause', gist: '大意' },
    { id: 'a/2', kind: 'heading', gist: '' },
  ]);
});

test('every bad line is told with its number', () => {
  const { faults } = parseClauseTable(
    'id\tkind\tgist\na/1\tclause\na/2\tchapter\tx\na/3\trow\tx\na/3\trow\tx\n',
  );
  expect(faults.map(({ line, problem }) => [line, problem])).toEqual([
    [2, 'columns'],
    [3, 'kind'],
    [5, 'duplicate'],
  ]);
});
