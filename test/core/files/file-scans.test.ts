import { describe, expect, test } from 'vitest';
import type { PageCode, ScanPage } from '../../../main/contract/files.ts';
import { filingSchema } from '../../../main/contract/letter-results.ts';
import { inLanguage } from '../../../main/contract/language.ts';
import { fileScans } from '../../../main/core/files/file-scans.ts';
import { scan } from './draw-inspection.ts';

const letters = [
  { letter: 'commitment', requirement: 'commitment', revision: 'aaaa1111', pages: 2, dossier: 'd1' },
  { letter: 'authorisation', requirement: 'authorisation', revision: null, pages: null, dossier: 'd1' },
];
const code = (page: number, more: Partial<PageCode> = {}): Partial<ScanPage> => ({
  code: { dossier: 'd1', letter: 'commitment', revision: 'aaaa1111', page, pages: 2, ...more },
  rotated: 0,
});
const fileOne = (pages: readonly Partial<ScanPage>[]) =>
  fileScans({ inspections: [{ source: 's.pdf', inspection: scan('s.pdf', pages) }], letters });

describe('filing scanned pages', () => {
  test('files current pages in whatever order and turn they come, and completes the letter', () => {
    const filing = fileOne([{ ...code(2), rotated: 180 }, code(1)]);
    expect(filing.pages).toEqual([
      {
        source: 's.pdf',
        index: 0,
        letter: 'commitment',
        revision: 'aaaa1111',
        page: 2,
        pages: 2,
        state: 'current',
        rotated: 180,
      },
      {
        source: 's.pdf',
        index: 1,
        letter: 'commitment',
        revision: 'aaaa1111',
        page: 1,
        pages: 2,
        state: 'current',
        rotated: 0,
      },
    ]);
    expect(filing.letters[0]).toEqual({ id: 'commitment', complete: true, missing: [] });
    expect(filing.unfiled).toEqual([]);
    for (const language of ['zh', 'en'] as const)
      expect(filingSchema.parse(inLanguage(filing, language))).toBeDefined();
  });

  test('tells outdated pages and those of another dossier or an unknown letter, which complete nothing', () => {
    const filing = fileOne([
      code(1, { revision: 'bbbb2222' }),
      code(1, { dossier: 'd2' }),
      code(1, { letter: 'unknown' }),
      code(2),
    ]);
    expect(filing.pages.map((page) => page.state)).toEqual(['outdated', 'foreign', 'foreign', 'current']);
    expect(filing.letters[0]).toEqual({ id: 'commitment', complete: false, missing: [1] });
  });

  test('holds every page of a letter whose data is missing for outdated', () => {
    const filing = fileOne([code(1, { letter: 'authorisation', pages: 3 })]);
    expect(filing.pages[0]?.state).toBe('outdated');
    expect(filing.letters[1]).toEqual({ id: 'authorisation', complete: false, missing: [1, 2, 3] });
    expect(fileOne([]).letters[1]).toEqual({ id: 'authorisation', complete: false, missing: [1] });
  });

  test('counts pages that come twice or from two files once', () => {
    const one = (source: string, page: number) => ({ source, inspection: scan(source, [code(page)]) });
    const filing = fileScans({ inspections: [one('a', 1), one('b', 1), one('c', 2)], letters });
    expect(filing.pages).toHaveLength(3);
    expect(filing.letters[0]?.complete).toBe(true);
  });

  test('says of every page that was not filed why', () => {
    const word = { path: 'w', sizeBytes: 9, type: 'docx' as const, problem: 'unsupported' as const };
    const locked = { path: 'l', sizeBytes: 9, type: 'pdf' as const, problem: 'encrypted' as const };
    const filing = fileScans({
      inspections: [
        { source: 'plain.pdf', inspection: scan('plain.pdf', [{}, code(1)]) },
        { source: 'word.docx', inspection: word },
        { source: 'locked.pdf', inspection: locked },
        { source: 'long.pdf', inspection: scan('long.pdf', [code(2)], { pdf: { pages: 61 } }) },
        { source: 'note.txt', inspection: { path: 'n', sizeBytes: 9, type: 'text' } },
      ],
      letters,
    });
    expect(filing.unfiled.map(({ source, index, why }) => [source, index, why.zh.slice(0, 8)])).toEqual([
      ['plain.pdf', 0, '这一页上没有找到'],
      ['word.docx', 0, '这个文件不是扫描'],
      ['locked.pdf', 0, '文件有密码保护，'],
      ['long.pdf', 1, '文件共 61 页'],
      ['note.txt', 0, '这个文件不是扫描'],
    ]);
  });
});

test('letters that are printed without a page code are named where a page cannot be filed, and by themselves', () => {
  const uncoded = {
    letter: 'announcement',
    title: { zh: '公告', en: 'Announcement' },
    requirement: null,
    revision: 'cccc3333',
    pages: 1,
    dossier: 'd1',
    pageCode: 'off' as const,
  };
  const filing = fileScans({
    inspections: [{ source: 's.pdf', inspection: scan('s.pdf', [{}]) }],
    letters: [...letters, uncoded],
  });
  expect(filing.unfiled.map(({ why }) => why.zh)).toEqual([
    expect.stringContaining('《公告》不印页码标识，只能手动归档'),
  ]);
  expect(filing.letters.map(({ id, pageCode }) => [id, pageCode])).toEqual([
    ['commitment', undefined],
    ['authorisation', undefined],
    ['announcement', 'off'],
  ]);
  expect(filingSchema.parse(inLanguage(filing, 'zh'))).toBeDefined();
  expect(fileOne([{}]).unfiled[0]?.why.zh).not.toContain('只能手动归档');
});
