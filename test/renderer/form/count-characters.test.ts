import { expect, test } from 'vitest';
import { countCharacters } from '../../../renderer/form/count-characters.ts';

test('characters are counted as people see them', () => {
  expect(countCharacters('会后整理要点')).toBe(6);
  expect(countCharacters('𠮷野家')).toBe(3);
  expect(countCharacters('👩‍👩‍👧 é')).toBe(3);
});

test('white space at the edges does not count', () => {
  expect(countCharacters('  印齐\n')).toBe(2);
  expect(countCharacters('')).toBe(0);
});
