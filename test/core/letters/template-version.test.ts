import { expect, test } from 'vitest';
import { compareLines } from '../../../main/core/letters/compare-lines.ts';
import { compareVersions, isVersion, nextVersion } from '../../../main/core/letters/template-version.ts';

test('versions are ordered by their numbers, a draft before what it is a draft of', () => {
  const sorted = ['1.0.0-draft', '1', '1.2', '1.9.0', '1.10.0', '2.0.0-a', '2.0.0-b', '2'];
  expect([...sorted].reverse().toSorted(compareVersions)).toEqual(sorted);
  expect(compareVersions('1', '1.0.0')).toBe(0);
});

test.each(['1.0.0', '2', '1.2.3.4', '1.0.0-draft'])('“%s” is a version', (text) =>
  expect(isVersion(text)).toBe(true),
);
test.each(['', 'v1', '1.0.', '../1', '1/2', '1.0.0.0.0', 'latest', '.1'])('“%s” is none', (text) =>
  expect(isVersion(text)).toBe(false),
);

test('the next version is one higher in its last number', () => {
  expect([nextVersion('1.0.9'), nextVersion('3'), nextVersion('1.2-draft')]).toEqual(['1.0.10', '4', '1.3']);
});

test('two texts are compared line by line, with the numbers of the lines in each', () => {
  expect(compareLines('甲\n乙 \n丙\r\n\n', '\uFEFF甲\n新\n丙\n丁')).toEqual([
    { kind: 'same', text: '甲', from: 1, to: 1 },
    { kind: 'removed', text: '乙', from: 2 },
    { kind: 'added', text: '新', to: 2 },
    { kind: 'same', text: '丙', from: 3, to: 3 },
    { kind: 'added', text: '丁', to: 4 },
  ]);
  expect(compareLines('甲\n乙', '甲\n乙').every(({ kind }) => kind === 'same')).toBe(true);
});
