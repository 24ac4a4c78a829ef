import { describe, expect, test } from 'vitest';
import { displayWidth, padColumns } from '../../../main/hosts/cli/display-width.ts';
import { createPage, plain } from '../../../main/hosts/cli/page.ts';
import { wrapText } from '../../../main/hosts/cli/wrap-text.ts';

describe('columns of a terminal', () => {
  test.each([
    ['abc', 3],
    ['中文', 4],
    ['（全角）', 8],
    ['ｱ', 1],
    ['é', 1],
    ['e\u0301', 1],
    ['𠮷', 2],
    ['🎉', 2],
    ['', 0],
    ['a\u200db', 2],
  ])('%j takes %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('padding fills to the width and never cuts', () => {
    expect(padColumns('中', 4)).toBe('中  ');
    expect(padColumns('中文字', 4)).toBe('中文字');
  });
});

describe('breaking lines', () => {
  test('Chinese breaks anywhere but leaves no closing mark at a start and no opening mark at an end', () => {
    const lines = wrapText('请先提供营业执照，再提供（已盖章的）授权委托书。', 18);
    expect(lines.join('')).toBe('请先提供营业执照，再提供（已盖章的）授权委托书。');
    for (const line of lines) {
      expect(displayWidth(line)).toBeLessThanOrEqual(18);
      expect(line).not.toMatch(/^[，。）、]|（$/u);
    }
  });

  test('English breaks between words, and a word that is too long stays whole', () => {
    expect(wrapText('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapText('a compliance/4.1-2-very-long b', 10)).toEqual(['a', 'compliance/4.1-2-very-long', 'b']);
  });

  test('line ends of the text are kept, and an empty text is one empty line', () => {
    expect(wrapText('a\nb', 80)).toEqual(['a', 'b']);
    expect(wrapText('', 80)).toEqual(['']);
  });
});

describe('a page', () => {
  test('columns line up whatever mixture of Chinese and Latin they hold', () => {
    const page = createPage({ language: 'zh', colours: false });
    page.columns(
      [
        ['甲', 'x', '一'],
        ['abcd', '中文', '二'],
      ],
      2,
    );
    expect(page.text()).toBe('  甲    x     一\n  abcd  中文  二\n');
  });

  test('colours do not move columns, and are left out when not wanted', () => {
    const rows = [
      ['甲', 'x'],
      ['abcd', 'y'],
    ];
    const coloured = createPage({ language: 'zh', colours: true });
    coloured.columns(rows, 0, ['cyan', null]);
    const bare = createPage({ language: 'zh', colours: false });
    bare.columns(rows, 0, ['cyan', null]);
    expect(coloured.text()).toContain('\u001b[36m');
    // oxlint-disable-next-line no-control-regex
    expect(coloured.text().replaceAll(/\u001b\[\d+m/g, '')).toBe(bare.text());
    expect(bare.text()).not.toContain('\u001b');
  });

  test('a paragraph hangs behind its lead', () => {
    const page = createPage({ language: 'zh', colours: false, width: 40 });
    page.paragraph('一二三四五六七八九十一二三四五六七八九十', 4, '  ✗');
    const [first = '', second = ''] = page.text().split('\n');
    expect(first).toMatch(/^ {2}✗ 一/);
    expect(second).toMatch(/^ {4}\S/);
  });

  test('text from papers cannot steer the terminal', () => {
    expect(plain('a\u001b]0;x\u0007b\u202ec\td\n')).toBe('a\ufffd]0;x\ufffdb\ufffdc d\n');
  });
});
