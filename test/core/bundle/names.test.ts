import { describe, expect, test } from 'vitest';
import { bundleNames } from '../../../main/core/bundle/bag-name.ts';
import { contentEnding } from '../../../main/core/bundle/content-ending.ts';
import { entryName } from '../../../main/core/bundle/entry-name.ts';
import { unsafeNameReason } from '../../../main/core/bundle/unsafe-name.ts';
import { document } from './example.ts';

describe('the names of a bundle', () => {
  test('tell app, company, date and draft', () => {
    expect(bundleNames(document, '2026-11-22', false)).toEqual({
      bag: 'yinqi-样例纪要-深圳市样例科技有限公司',
      zip: 'yinqi-样例纪要-深圳市样例科技有限公司-20261122.zip',
    });
    expect(bundleNames(document, '2026-11-22', true)).toEqual({
      bag: 'yinqi-样例纪要-深圳市样例科技有限公司-草稿',
      zip: 'yinqi-样例纪要-深圳市样例科技有限公司-草稿-20261122.zip',
    });
  });

  test('stand for a dossier that is still empty', () => {
    const empty = { ...document, app: {}, company: {} };
    expect(bundleNames(empty, '2026-11-22', false).bag).toBe('yinqi-未命名应用');
  });

  test('stay short, safe and NFC for any name', () => {
    for (const name of [
      '长'.repeat(10_000),
      '../../etc',
      'CON',
      'e\u0301'.repeat(50),
      '👍🏽'.repeat(60),
      '\u202e\u0000',
      'a\\b|c"',
    ]) {
      const { bag, zip } = bundleNames({ ...document, app: { name }, company: { name } }, '2026-11-22', true);
      expect(Array.from(bag).length).toBeLessThanOrEqual(80);
      expect(bag).toMatch(/^yinqi-/);
      expect(bag).toBe(bag.normalize('NFC'));
      expect(unsafeNameReason(bag)).toBeNull();
      expect(unsafeNameReason(zip)).toBeNull();
      expect(Buffer.byteLength(zip)).toBeLessThanOrEqual(255);
    }
  });
});

describe('a safe file name', () => {
  test.each([
    ['营业执照', '营业执照'],
    ['a/b\\c:d', 'a_b_c_d'],
    ['con', '_con'],
    ['Aux.txt', '_Aux.txt'],
    ['LPT1 .pdf', '_LPT1 .pdf'],
    ['x. . .', 'x'],
    ['  ..x', 'x'],
    ['a\tb\nc', 'a b c'],
    ['100%', '100_'],
    ['', '无名'],
    ['...', '无名'],
    ['\ud800', '无名'],
  ])('of %j is %j', (text, name) => {
    expect(entryName(text, 40, '无名')).toBe(name);
  });

  test('is cut between characters, not inside one', () => {
    expect(entryName('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 7, 'x')).not.toContain('\ufffd');
    expect(entryName('一二三四五', 3, 'x')).toBe('一二三');
    expect(entryName('𠮷𠮷𠮷', 2, 'x')).toBe('𠮷𠮷');
    expect(entryName('𠮷'.repeat(100), 80, 'x')).toBe('𠮷'.repeat(45));
  });
});

test('the ending of a file follows its content', () => {
  expect(contentEnding({ type: 'jpeg', path: 'a.png' })).toBe('jpg');
  expect(contentEnding({ type: 'text', path: 'a.MD' })).toBe('md');
  expect(contentEnding({ type: 'text', path: 'a.exe' })).toBe('txt');
  expect(contentEnding({ type: 'unknown', path: 'a.XLSX' })).toBe('xlsx');
  expect(contentEnding({ type: 'unknown', path: '没有' })).toBe('bin');
});

test('ordinary names are safe', () => {
  for (const path of [
    '包/data/01-营业执照.jpg',
    'a/b/',
    'console.txt',
    'COM10',
    'nullable',
    '.hidden',
    'a b (2).pdf',
    'x…',
  ]) {
    expect(unsafeNameReason(path)).toBeNull();
  }
});
