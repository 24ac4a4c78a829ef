import { describe, expect, test } from 'vitest';
import type { TemplateComparison } from '../../../main/contract/templates.ts';
import { foldSame } from '../../../renderer/templates/fold-same.ts';
import { linePlace } from '../../../renderer/templates/line-place.ts';
import { sourceLines } from '../../../renderer/templates/source-pieces.ts';
import { isVersion, versionAfter, versionIn, withVersion } from '../../../renderer/templates/version-line.ts';

const text = `---
id: a
version: 1.0.0
---

# 标题

version: 这是正文
`;

describe('the version of a template', () => {
  test('is read and written in the front matter alone', () => {
    expect(versionIn(text)).toBe('1.0.0');
    expect(versionIn(text.replace('1.0.0', "'1.1'"))).toBe('1.1');
    expect(versionIn('没有文件头\nversion: 2')).toBe('');
    expect(withVersion(text, '2.0.0')).toBe(text.replace('1.0.0', '2.0.0'));
    expect(withVersion(text, '2.0.0')).toContain('version: 这是正文');
  });

  test('that YAML would take for a number stands in quotes', () => {
    expect(withVersion(text, '1.1')).toContain("version: '1.1'\n");
    expect(versionIn(withVersion(text, '2'))).toBe('2');
  });

  test('offered next is higher than all there are, by number and not by letter', () => {
    expect(versionAfter(['1.9.0', '1.10.0', '1.2.0'])).toBe('1.10.1');
    expect(versionAfter(['2', '1.5.5'])).toBe('3');
    expect(versionAfter(['?'])).toBe('1.0.0');
  });

  test('has one way of being written', () => {
    expect(['1', '1.0', '1.0.0', '1.0.0-draft'].map(isVersion)).toEqual([true, true, true, true]);
    expect(['', 'v1', '1.0.0.0.0', '../1', '1 0'].map(isVersion)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

test('the pieces of every line say together just what the line says', () => {
  const source = `${text}\n::: note\n{% if app.name %}应用{{ app.name }}！{% endif %}\n:::\n{{ 没有关上\n`;
  expect(sourceLines(source).map((pieces) => pieces.map((piece) => piece.text).join(''))).toEqual(
    source.split('\n'),
  );
  const tagged = sourceLines('{% if x %}甲{{ y }}乙').at(0);
  expect(tagged?.map(({ kind }) => kind)).toEqual(['tag', 'text', 'variable', 'text']);
  expect(sourceLines(text)[1]?.[0]?.kind).toBe('front');
  expect(sourceLines(text)[5]?.[0]?.kind).toBe('heading');
});

test('a shared clause is put on a line of its own: on a blank one, or below one that holds something', () => {
  const put = (before: string, after: string): string => {
    const whole = before + after;
    const { from, to, words } = linePlace(whole, before.length, '{% clause "a" %}');
    return whole.slice(0, from) + words + whole.slice(to);
  };
  expect(put('', '')).toBe('{% clause "a" %}');
  expect(put('甲\n\n', '\n乙')).toBe('甲\n\n{% clause "a" %}\n乙');
  expect(put('甲\n  ', ' \n乙')).toBe('甲\n{% clause "a" %}\n乙');
  expect(put('1. 甲', '甲\n2. 乙')).toBe('1. 甲甲\n{% clause "a" %}\n2. 乙');
  expect(put('甲\n', '乙')).toBe('甲\n乙\n{% clause "a" %}');
});

test('a comparison folds what is the same far from any change, and nothing else', () => {
  const same = (count: number): TemplateComparison['lines'] =>
    Array.from({ length: count }, (_, index) => ({
      kind: 'same',
      text: `${index}`,
      from: index + 1,
      to: index + 1,
    }));
  const lines = [...same(10), { kind: 'added' as const, text: '新', to: 11 }, ...same(5)];
  const folded = foldSame(lines);
  expect(folded[0]).toEqual({ kind: 'folded', count: 7 });
  expect(folded.slice(1)).toEqual(lines.slice(7));
  expect(foldSame(same(3))).toEqual(same(3));
});
