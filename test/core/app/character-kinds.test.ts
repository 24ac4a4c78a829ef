import { expect, test } from 'vitest';
import { characterKind, oddCharacters } from '../../../main/core/app/character-kinds.ts';
import { oddCharactersFound } from '../../../main/core/app/odd-characters-message.ts';

test.each([
  ['会', 'letter'],
  ['〇', 'letter'],
  ['A', 'letter'],
  ['Ａ', 'letter'],
  ['7', 'letter'],
  ['e\u0301', 'letter'],
  ['𠮷', 'letter'],
  [' ', 'space'],
  ['\u3000', 'space'],
  ['\u00a0', 'space'],
  ['\n', 'line-break'],
  ['\r\n', 'line-break'],
  ['，', 'punctuation'],
  ['-', 'punctuation'],
  ['#', 'punctuation'],
  ['¥', 'symbol'],
  ['①', 'symbol'],
  ['©', 'symbol'],
  ['⼈', 'symbol'],
  ['📝', 'emoji'],
  ['✅', 'emoji'],
  ['🇨🇳', 'emoji'],
  ['1️⃣', 'emoji'],
  ['\u0007', 'invisible'],
  ['\u200b', 'invisible'],
  ['\u202e', 'invisible'],
  ['\ufeff', 'invisible'],
  ['\u3164', 'invisible'],
  ['\ufffd', 'invisible'],
  ['\ud842', 'broken'],
  ['\ue000', 'broken'],
  ['e\u0301\u0302\u0303\u0304\u0305', 'symbol'],
] as const)('%j is %s', (character, kind) => {
  expect(characterKind(character)).toBe(kind);
});

test('each odd character is told once, invisible ones by number, compatibility ones with their ordinary form', () => {
  const odd = oddCharacters('⼈员 名\u200b单 ⼈', (_character, kind) => kind === 'letter');
  const found = oddCharactersFound(odd);
  expect(found.zh).toBe('符号 「⼈」、空格、不可见的控制字符 U+200B（可改为普通写法：⼈→人）');
  expect(found.en).toContain('U+200B');
});

test('a long list is cut', () => {
  const odd = oddCharacters('!@#$%^&*()_+-=', () => false);
  expect(oddCharactersFound(odd).zh).toContain('等');
});
