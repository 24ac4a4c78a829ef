import { expect, test } from 'vitest';
import { splitKeywords } from '../../../../renderer/steps/app/split-keywords.ts';

test('pasted keywords are parted at commas, enumeration commas, semicolons and lines', () => {
  expect(splitKeywords('纪要，待办、会议记录; notes\n minutes', [])).toEqual([
    '纪要',
    '待办',
    '会议记录',
    'notes',
    'minutes',
  ]);
});

test('a keyword that is there already is not added again, and blanks are none', () => {
  expect(splitKeywords(' 纪要 ，， ', ['纪要'])).toEqual(['纪要']);
});

test('a keyword may hold spaces', () => {
  expect(splitKeywords('meeting notes', [])).toEqual(['meeting notes']);
});
