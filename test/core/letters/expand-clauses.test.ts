import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failures } from '../../../main/contract/failure.ts';
import type { Clauses } from '../../../main/core/letters/clause.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { tryClause } from '../../../main/core/letters/try-clause.ts';
import {
  blocksOf,
  clause,
  dossier,
  faultsOf,
  frontLines,
  parsed,
  secrecy,
  shelf,
  textsOf,
} from './clause-examples.ts';

describe('a clause taken in by a letter', () => {
  test('stands as if it were written there: numbered on, with the letter’s data', () => {
    expect(
      textsOf('# 函\n\n## 一\n\n1. 甲。\n{% clause "secrecy" %}\n2. 乙。\n', shelf(secrecy)).slice(2),
    ).toEqual(['（一）甲。', '（二）样例公司对所知的秘密保密。', '（三）期满后仍然保密。', '（四）乙。']);
  });

  test('goes as deep as its tag stands', () => {
    const nested = textsOf(
      "# 函\n\n## 一\n\n1. 甲。\n   {%- clause 'secrecy' -%}\n2. 乙。\n",
      shelf(secrecy),
    );
    expect(nested.slice(2)).toEqual([
      '（一）甲。',
      '1.样例公司对所知的秘密保密。',
      '2.期满后仍然保密。',
      '（二）乙。',
    ]);
  });

  test('is blocks of its own whether or not there are blank lines beside it', () => {
    const one = clause('one', '本函一式两份。');
    const other = clause('other', '特此说明。');
    const close =
      '# 函\n\n1. 甲。\n{% clause "one" %}\n{% clause "other" %}\n结束。\n{% clause "one" %}\n2. 乙。\n';
    const wide = close.replaceAll('\n', '\n\n');
    expect(blocksOf(close, shelf(one, other))).toEqual(blocksOf(wide, shelf(one, other)));
    expect(textsOf(close, shelf(one, other)).slice(1)).toHaveLength(6);
  });

  test('follows conditions of the letter, and has its own', () => {
    const both = clause('both', '{% if company.website %}有网站。{% else %}没有网站。{% endif %}');
    const wording =
      '# 函\n\n{% if company.name %}\n{% clause "both" %}\n{% else %}\n{% clause "secrecy" %}\n{% endif %}\n';
    expect(textsOf(wording, shelf(both, secrecy)).slice(1)).toEqual(['没有网站。']);
  });

  test('brings what it cites, and is named among the letter’s clauses once', () => {
    const template = parsed(
      '# 函\n\n{% clause "secrecy" %}\n\n甲。\n\n{% clause "secrecy" %}\n',
      shelf(secrecy),
    );
    expect(template.cites).toEqual(['x/1', 'x/2']);
    expect(template.clauses.map(({ id }) => id)).toEqual(['secrecy']);
  });

  test('makes the same letter and the same hash as its words written there', () => {
    const item = fc.stringMatching(/^[\u4e00-\u9fa5]{1,8}$/).map((text) => `${text}。`);
    const list = (items: readonly string[], first = 1): string =>
      items.map((text, at) => `${first + at}. ${text}`).join('\n');
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 4 }),
        fc.array(item, { minLength: 1, maxLength: 4 }),
        fc.array(item, { maxLength: 3 }),
        (above, shared, below) => {
          const around = (words: string): string =>
            [
              '# 函',
              '',
              '## 款',
              '',
              ...above.map((text, at) => `${at + 1}. ${text}`),
              words,
              list(below, above.length + shared.length + 1),
              '',
            ].join('\n');
          const written = parsed(around(list(shared, above.length + 1)));
          const taken = parsed(around('{% clause "c" %}'), shelf(clause('c', list(shared))));
          expect(taken.digest).toBe(written.digest);
          expect(fillLetter({ template: taken, document: dossier })).toEqual(
            fillLetter({ template: written, document: dossier }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what is wrong', () => {
  test('with a tag is told with the template’s line and a suggestion', () => {
    const wording = [
      '# 函',
      '{% clause "secrecy" %}',
      '{% clause "secracy" %}',
      '1. {% clause "secrecy" %}',
      '{% clause secrecy %}',
      '{% clause %}',
      '{{ company.nmae }}',
    ].join('\n');
    const at = (line: number): string => `a/template.md 第 ${frontLines + line} 行：`;
    expect(faultsOf(() => parsed(wording, shelf(secrecy)))).toEqual([
      { text: `${at(3)}没有名为「secracy」的共用条款`, hint: '是否想写「secrecy」？' },
      {
        text: `${at(4)}引用共用条款的标签写法不对：{% clause "secrecy" %}`,
        hint: expect.stringContaining('独占一行'),
      },
      {
        text: `${at(5)}引用共用条款的标签写法不对：{% clause secrecy %}`,
        hint: expect.stringContaining('半角引号'),
      },
      { text: `${at(6)}引用共用条款的标签写法不对：{% clause %}`, hint: expect.any(String) },
      // The two lines of the clause before it do not shift it.
      { text: `${at(7)}没有名为「company.nmae」的变量`, hint: '是否想写「company.name」？' },
    ]);
  });

  test('with the marks of a tag is told as with any tag', () => {
    expect(faultsOf(() => parsed('# 函\n\n{% clause “secrecy” %}\n', shelf(secrecy)))).toEqual([
      {
        text: expect.stringContaining(
          `第 ${frontLines + 3} 行：标签 {% clause “secrecy” %} 里有全角符号「“」`,
        ),
        hint: '请改成半角的 "',
      },
    ]);
    expect(faultsOf(() => parsed('# 函\n\n｛% clause "secrecy" %｝\n', shelf(secrecy)))[0]?.text).toContain(
      '全角符号',
    );
    expect(faultsOf(() => parsed('# 函\n\n{% clause "secrecy"\n', shelf(secrecy)))[0]?.text).toContain(
      '没有写完',
    );
    expect(faultsOf(() => parsed('# 函\n\n{% cluase "secrecy" %}\n', shelf(secrecy)))[0]?.hint).toBe(
      '是否想写「clause」？',
    );
  });

  test('with a clause that no version can be used of says why', () => {
    const broken = faultsOf(() => clause('secrecy', '{{ company.nmae }}'));
    expect(broken).toEqual([
      {
        text: 'clauses/secrecy.md 第 8 行：没有名为「company.nmae」的变量',
        hint: '是否想写「company.name」？',
      },
    ]);
    let failure: Failures | null = null;
    try {
      clause('secrecy', '{{ company.nmae }}');
    } catch (error) {
      if (error instanceof Failures) failure = error;
    }
    const clauses: Clauses = {
      names: ['secrecy'],
      usable: new Map(),
      faults: new Map([['secrecy', failure?.all ?? []]]),
    };
    const [found] = faultsOf(() => parsed('# 函\n\n{% clause "secrecy" %}\n', clauses));
    expect(found?.text).toContain(
      `a/template.md 第 ${frontLines + 3} 行：共用条款「secrecy」有错，不能引用：clauses/secrecy.md 第 8 行`,
    );
  });

  test('inside a clause that only a letter shows names the clause’s file and line, and where it is taken in', () => {
    const site = clause('site', '本网站：{{ company.website }}。');
    const template = parsed('# 函\n\n{% clause "secrecy" %}\n\n{% clause "site" %}\n', shelf(secrecy, site));
    const [fault] = faultsOf(() => fillLetter({ template, document: dossier }));
    expect(fault?.text).toBe('clauses/site.md 第 8 行：要打印的变量可能没有内容');
    expect(fault?.hint).toContain(`a/template.md 第 ${frontLines + 5} 行引用了这个条款`);
  });

  test('with the Markdown of a clause is found in its file, in a letter and alone', () => {
    const bullets = clause('bullets', '甲。\n\n- 乙');
    const template = parsed('# 函\n\n1. 丙。\n\n{% clause "bullets" %}\n', shelf(bullets));
    const wanted = { text: 'clauses/bullets.md 第 10 行：信函不用圆点列表', hint: expect.any(String) };
    expect(faultsOf(() => fillLetter({ template, document: dossier }))).toEqual([wanted]);
    expect(faultsOf(() => tryClause(bullets))).toEqual([wanted]);
    expect(faultsOf(() => tryClause(secrecy))).toEqual([]);
  });

  test('a container of a clause inside one of the letter is refused at the letter’s line', () => {
    const box = clause('box', '::: note\n小字\n:::');
    expect(
      faultsOf(() => parsed('# 函\n\n::: end\n{% clause "box" %}\n:::\n', shelf(box))).map(
        ({ text }) => text,
      ),
    ).toEqual([
      `a/template.md 第 ${frontLines + 3} 行：这个 ::: 块没有结束`,
      `a/template.md 第 ${frontLines + 5} 行：多了一个 ::: 结束行`,
    ]);
  });
});
