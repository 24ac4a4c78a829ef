import { describe, expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { FileInspection } from '../../../main/contract/files.ts';
import { isSameFingerprint } from '../../../main/core/files/compare-fingerprints.ts';
import { fileChecks } from '../../../main/core/files/file-checks.ts';
import { outcomes, scan } from './draw-inspection.ts';
import { scannedPage } from './draw-scan-measure.ts';

const looks = (shade: string, length = 1600): string => shade.repeat(length);

function judged(
  requirement: string,
  files: Readonly<Record<string, FileInspection>>,
  parameters: unknown = {},
): readonly string[] {
  const documents = Object.fromEntries(Object.entries(files).map(([id, { path }]) => [id, path]));
  const document: DossierDocument = { schema: 'yinqi/dossier@1', platform: 'p', categories: [], documents };
  const inspections = new Map(Object.values(files).map((file) => [file.path, file]));
  const check = fileChecks.find(({ name }) => name === 'papers-distinct');
  const own = files[requirement];
  if (check === undefined || own === undefined) throw new Error('no such check or paper');
  const situation = { document, inspections, rulebook: { wordLists: new Map() }, today: '2026-11-22' };
  return outcomes(check.run({ kind: 'files', requirement, files: [own] }, parameters, situation));
}

const page = (path: string, fingerprint: string, more: Partial<FileInspection> = {}): FileInspection =>
  scan(path, [scannedPage({ fingerprint })], more);

describe('a file that stands for two papers', () => {
  test('is asked about once, at the paper whose name comes later', () => {
    const files = {
      'agent-id': page('papers/id.pdf', looks('z')),
      'representative-id': page('papers/id.pdf', looks('z')),
    };
    expect(judged('agent-id', files)).toEqual(['pass']);
    expect(judged('representative-id', files)).toEqual(['needs-person papers/id.pdf']);
  });

  test('is known by its bytes under another name, and by its pages saved anew', () => {
    const a = page('papers/a.pdf', looks('z'));
    expect(judged('b', { a, b: page('papers/b.pdf', looks('0'), { sha256: a.sha256 ?? '' }) })).toEqual([
      'needs-person papers/b.pdf',
    ]);
    expect(judged('b', { a, b: page('papers/b.jpg', `${looks('z', 1500)}${looks('y', 100)}`) })).toEqual([
      'needs-person papers/b.jpg',
    ]);
    expect(judged('b', { a, b: page('papers/b.jpg', `${looks('z', 1590)}${looks('p', 10)}`) })).toEqual([
      'pass',
    ]);
  });

  test('is no matter for blank pages, and where a paper may hold the file of another', () => {
    const blank = (path: string): FileInspection =>
      scan(path, [scannedPage({ fingerprint: looks('z'), isBlank: true })]);
    expect(judged('b', { a: blank('papers/a.pdf'), b: blank('papers/b.pdf') })).toEqual(['pass']);
    const files = { a: page('papers/id.pdf', looks('z')), b: page('papers/id.pdf', looks('z')) };
    expect(judged('b', files, { mayShare: ['b'] })).toEqual(['not-applicable']);
    expect(judged('b', files, { mayShare: ['a'] })).toEqual(['pass']);
  });

  test('fingerprints of other lengths, and none, are never the same', () => {
    expect(isSameFingerprint('', '')).toBe(false);
    expect(isSameFingerprint('zz', 'zzz')).toBe(false);
  });
});
