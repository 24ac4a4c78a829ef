import { describe, expect, test } from 'vitest';
import { isClauseSource, noClauses, parseClause, type Clauses } from '../../../main/core/letters/clause.ts';
import { clauseIds } from '../../../main/core/letters/expand-clauses.ts';
import { ingredientsOf } from '../../../main/core/letters/letter-origin.ts';
import { staleReasons } from '../../../main/core/letters/stale-reasons.ts';
import { clause, clauseFront, dossier, faultsOf, front, parsed, secrecy, shelf } from './clause-examples.ts';

describe('a clause by itself', () => {
  test.each([
    ['no front matter', '甲。', '第 1 行：缺少文件头'],
    [
      'another clause inside',
      `${clauseFront('b')}{% clause "secrecy" %}\n`,
      '第 8 行：共用条款里不能再引用共用条款',
    ],
    ['no words', clauseFront('b'), '共用条款没有正文'],
    ['a tag that is not closed', `${clauseFront('b')}{% if app.name %}甲。\n`, '第 8 行：{% if %} 没有结束'],
    [
      'a name that only one letter asks for',
      `${clauseFront('b')}{{ letter.reason }}\n`,
      '第 8 行：没有名为「letter.reason」的变量',
    ],
    ['an unknown key', clauseFront('b', 'needs: []\n') + '甲。', '文件头的「'],
    ['a container that is not closed', `${clauseFront('b')}::: note\n甲\n`, '第 8 行：这个 ::: 块没有结束'],
  ])('is refused with %s', (_, source, message) => {
    const [fault] = faultsOf(() => parseClause(source, 'clauses/b.md'));
    expect(fault?.text).toContain('clauses/b.md');
    expect(fault?.text).toContain(message);
  });

  test('is told from a letter’s template by its front matter alone', () => {
    expect(isClauseSource(clauseFront('b'))).toBe(true);
    expect(isClauseSource(`\uFEFF${clauseFront('b').replaceAll('\n', '\r\n')}`)).toBe(true);
    expect(isClauseSource(`${front}\nkind: clause\n`)).toBe(false);
    expect(isClauseSource('kind: clause')).toBe(false);
  });

  test('reads the same with other line ends', () => {
    const source = `${clauseFront('b')}1. 甲。\n2. 乙。\n`;
    expect(parseClause(source.replaceAll('\n', '\r\n'), 'b.md').digest).toBe(
      parseClause(source, 'b.md').digest,
    );
  });

  test('is found in a text by the tags that stand alone', () => {
    expect(clauseIds('{% clause "b" %}\r\n  {% clause "a" %}\n{% clause "b" %}\n甲{% clause "c" %}')).toEqual(
      ['b', 'a'],
    );
    expect(clauseIds('clause')).toEqual([]);
  });
});

describe('a print made before a clause changed', () => {
  const wording = '# 函\n\n{% clause "secrecy" %}\n';
  const of = (clauses: Clauses, words = wording) =>
    ingredientsOf({ template: parsed(words, clauses), document: dossier, entry: {} });
  const before = { on: '2026-11-01', ...of(shelf(secrecy)) };
  const changed = shelf({ ...clause('secrecy', '1. 永远保密。'), version: '1.1.0', origin: 'team' });

  test('is out of date by that clause, which is named', () => {
    expect(staleReasons(before, of(changed), false).map(({ text }) => text.zh)).toEqual([
      '共用条款「保密」变了：当时是自带版本 1.0.0，现在是团队版本 1.1.0',
    ]);
  });

  test('is out of date by its own wording as well where that changed', () => {
    const both = staleReasons(before, of(changed, `${wording}\n又。\n`), false);
    expect(both.map(({ text }) => text.zh)).toEqual([
      expect.stringContaining('共用条款「保密」变了'),
      '措辞变了（自带模板 1.0.0，内容有改动）',
    ]);
  });

  test('is out of date by nothing where its words moved into a clause, or out of one', () => {
    const written = of(noClauses, '# 函\n\n1. {{ company.name }}对所知的秘密保密。\n2. 期满后仍然保密。\n');
    const reasons = staleReasons(
      { on: '2026-11-01', ...written },
      { ...of(shelf(secrecy)), data: {} },
      false,
    );
    expect(reasons.map(({ kind }) => kind)).toEqual(['unknown']);
    expect(written.template.text).toBe(before.template.text);
    expect(written.template.clauses).toBeUndefined();
  });
});
