import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laidOutText } from '../../../main/core/app/readable-text.ts';
import { foldText } from '../../../main/core/texts/folded-text.ts';
import { findPhrases, phraseBook } from '../../../main/core/texts/phrases.ts';
import { readHtml } from '../../../main/core/texts/read-html.ts';
import { readMarkdown } from '../../../main/core/texts/read-markdown.ts';
import { noLayout } from '../../../main/core/texts/text-layout.ts';
import { structureOf } from '../../../main/core/texts/text-structure.ts';
import { cut } from './cut-spans.ts';
import { judged, standardOf } from './tagged-policies.ts';

describe('a web page', () => {
  test('is read as rendered: blocks as lines, cells apart, hidden parts left out', () => {
    const { text, layout } = readHtml(
      '<body><h2>一、存储</h2><p>第一\n行<br>第二行</p><table><tr><th>信息</th><th>期限</th></tr><tr><td>昵称</td><td>一年</td></tr></table><div hidden>看不见</div><p style="display:none">也看不见</p><ul><li>甲<li>乙</ul></body>',
    );
    expect(text).toBe('一、存储\n第一 行\n第二行\n信息\t期限\t\n昵称\t一年\t\n甲\n乙\n');
    expect(cut(text, layout.headings)).toEqual(['一、存储']);
    expect(cut(text, layout.rows)).toEqual(['信息\t期限\t', '昵称\t一年\t']);
    expect(new Set(layout.rows.map(({ table }) => table)).size).toBe(1);
  });

  test('tells what stands out, by tag or by style', () => {
    const { text, layout } = readHtml(
      '<p>甲<b>乙</b>丙<span style="color:#c00">丁</span>戊<span style="width:1px">己</span></p>',
    );
    expect(cut(text, layout.emphasis)).toEqual(['乙', '丁']);
  });

  test('keeps the names of links and a script’s words out', () => {
    const { text, links } = readHtml(
      '<p>见<a href="/sdk?a=1&amp;b=2">《<b>SDK</b> 清单》</a></p><script>document.write("<p>投诉</p>")</script><p>完</p>',
    );
    expect(links).toEqual([{ name: '《SDK 清单》', target: '/sdk?a=1&b=2' }]);
    expect(text).toBe('见《SDK 清单》\n完\n');
  });
});

describe('Markdown', () => {
  test('tells headings, rows and what stands out, at their places', () => {
    const { text, layout } = readMarkdown(
      '# 政策\n\n**敏感**信息与<u>权利</u>\n\n| 甲 | **乙** |\n| --- | --- |\n| 丙 | 丁 |\n\n二级\n----\n正文',
    );
    expect(cut(text, layout.headings)).toEqual(['政策', '二级']);
    expect(layout.headings.map(({ level }) => level)).toEqual([1, 2]);
    expect(cut(text, layout.rows)).toEqual(['甲\t乙', '丙\t丁']);
    expect(cut(text, layout.emphasis)).toEqual(['敏感', '权利', '乙']);
  });
});

describe('folding', () => {
  test('leads every unit back to where it stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { folded, at } = foldText(text);
        expect(at).toHaveLength(folded.length + 1);
        expect(at.at(-1)).toBe(text.length);
        for (let index = 1; index < at.length; index += 1)
          expect(at[index]!).toBeGreaterThanOrEqual(at[index - 1]!);
        expect(foldText(folded).folded).toBe(folded);
      }),
    );
  });

  test('width, case, blanks and traditional characters do not tell two texts apart', () => {
    expect(foldText('ＳＤＫ　刪除（Ａ）').folded).toBe(foldText('sdk 删除(a)').folded);
  });
});

describe('phrases', () => {
  const found = (text: string, ...phrases: string[]): readonly string[] =>
    findPhrases(text, phraseBook({ one: phrases })).map(({ start, end }) => text.slice(start, end));

  test('… stays within a sentence and near', () => {
    expect(found('保存在本机十天。', '保存…天')).toEqual(['保存在本机十天']);
    expect(found('保存好。十天', '保存…天')).toEqual([]);
    expect(found(`保存${'好'.repeat(30)}天`, '保存…天')).toEqual([]);
  });

  test('one of several, also of none', () => {
    expect(found('不会向境外', '不(会|)向境外')).toEqual(['不会向境外']);
    expect(found('不向境外', '不(会|)向境外')).toEqual(['不向境外']);
  });

  test('a short Latin word is found as a word alone', () => {
    expect(found('use tls here', 'tls')).toEqual(['tls']);
    expect(found('bottles', 'tls')).toEqual([]);
  });
});

describe('structure', () => {
  test('numbered lines that end without a stop are headings, one under the other', () => {
    const text =
      '第一章 总则\n一、存储\n（一）地点\n存在境内。\n（二）期限\n一年。\n二、权利\n查阅：设置。\n第二章 附则\n完。';
    const { sections } = structureOf(text, noLayout);
    expect(sections.map(({ heading, parent }) => [text.slice(heading.start, heading.end), parent === null ? null : text.slice(parent.heading.start, parent.heading.end)])).toEqual([
      ['第一章 总则', null], ['一、存储', '第一章 总则'], ['（一）地点', '一、存储'], ['（二）期限', '一、存储'], ['二、权利', '第一章 总则'], ['第二章 附则', null],
    ]); // prettier-ignore
  });

  test('a line that a program broke goes on', () => {
    const long = '我们会按照法律法规的要求把您的个人信息存储在中华人民共和国境内的服务';
    const { blocks } = structureOf(`${long}\n器上，不会传到境外。\n下一段。`, noLayout);
    expect(blocks).toHaveLength(2);
  });

  test('every sentence lies in its block and none is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('甲', '。', '\n', '；', '一、', '：', '## ', '\t', '是否？', ' '), {
          maxLength: 60,
        }),
        (parts) => {
          const text = parts.join('');
          const { blocks, sentences } = structureOf(text, noLayout);
          for (const { start, end } of sentences)
            expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
          const kept = sentences
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replaceAll(/\s/g, '');
          expect(kept).toBe(
            blocks
              .map(({ start, end }) => text.slice(start, end))
              .join('')
              .replaceAll(/\s/g, ''),
          );
        },
      ),
    );
  });
});

describe('hostile texts', () => {
  const points = standardOf('privacy-policy').items.flatMap((item) => item.points).length;
  const long = 100_000;
  test.each([
    ['open tags', '<a href="x'.repeat(long / 10), 'html'],
    ['tags that never close', '<div><b>'.repeat(long / 8), 'html'],
    ['nested tables', '<table><tr><td>'.repeat(long / 15), 'html'],
    ['stars', '*'.repeat(long), 'md'],
    ['stars and words', '**甲 '.repeat(long / 4), 'md'],
    ['brackets', '[['.repeat(long / 2), 'md'],
    ['links', '[a]('.repeat(long / 4), 'md'],
    ['pipes', '|'.repeat(long), 'md'],
    ['underscores', '_甲_'.repeat(long / 3), 'md'],
    ['one word', '删除'.repeat(long / 2), 'txt'],
    ['one right after another', '您可以在设置中查阅，'.repeat(long / 10), 'txt'],
    ['beginnings of phrases', '不会'.repeat(long / 2), 'txt'],
    ['mail signs', 'a@'.repeat(long / 2), 'txt'],
    ['digits', '1'.repeat(long), 'txt'],
    ['numerals', '一二'.repeat(long / 2), 'txt'],
    ['quotes', '“'.repeat(long), 'txt'],
    ['headings', '一、存储\n'.repeat(long / 5), 'txt'],
    ['colons', '查阅：\n'.repeat(long / 4), 'txt'],
    ['blanks', ' \u3000\u200b'.repeat(long / 3), 'txt'],
    ['companies', '深圳市样例科技有限公司'.repeat(long / 11), 'txt'],
  ])('%s are judged to the end', (_as, text, ending) => {
    expect(judged(text, { path: `texts/p.${ending}` }).size).toBe(points);
  });

  test('any text is judged', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('md', 'html', 'txt'),
        (text, ending) => {
          for (const { passages } of judged(text, { path: `p.${ending}` }).values()) {
            for (const { start, end } of passages) expect(end).toBeGreaterThanOrEqual(start);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('a file of words knows its layout where the inspection does', () => {
  const read = laidOutText({
    path: 'p.docx', sizeBytes: 1, type: 'docx', text: '存储\n境内', links: [{ name: 'SDK', target: '/' }],
    layout: { headings: [{ start: 0, end: 2, level: 1 }], rows: [], emphasis: [] },
  }); // prettier-ignore
  expect(read?.links).toHaveLength(1);
  expect(read?.layout.headings).toHaveLength(1);
});
