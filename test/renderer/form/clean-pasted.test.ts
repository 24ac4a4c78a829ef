import { array, assert, boolean, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPasted } from '../../../renderer/form/clean-pasted.ts';

const line = (text: string) => cleanPasted(text, { isOneLine: true });
const long = (text: string) => cleanPasted(text, { isOneLine: false });

describe('a pasted text', () => {
  test.each([
    ['９１４４０３００ＭＡ５ＹＡＮＧＬ１Ｗ', '91440300MA5YANGL1W', ['digits']],
    ['0755\u00a08888\u00a00000', '0755 8888 0000', ['blanks']],
    ['深圳市样例\n科技有限公司', '深圳市样例科技有限公司', ['lines']],
    ['Sample\r\nNotes', 'Sample Notes', ['lines']],
    ['样\u200b例\ufeff', '样例', ['invisible']],
    ['\u2f42件', '文件', ['radicals']],
    ['样例（深圳）有限公司', '样例（深圳）有限公司', []],
    ['  样例  ', '样例', []],
  ])('%j becomes %j in a single line', (pasted, text, changed) => {
    expect(line(pasted)).toEqual({ text, changed });
  });

  test('keeps its lines and its full-width digits where there is room for them', () => {
    expect(long('第一行\r\n第２行')).toEqual({ text: '第一行\n第２行', changed: [] });
    expect(long('甲\u00a0乙')).toEqual({ text: '甲 乙', changed: ['blanks'] });
  });

  test('is clean after one cleaning, and says nothing of one that is clean', () => {
    assert(
      property(string({ unit: 'grapheme' }), boolean(), (pasted, isOneLine) => {
        const { text } = cleanPasted(pasted, { isOneLine });
        expect(cleanPasted(text, { isOneLine })).toEqual({ text, changed: [] });
      }),
    );
  });

  test('holds no line end in a single line', () => {
    assert(
      property(array(constantFrom('样', 'a', '\n', '\r', ' ', '，')), (pieces) => {
        expect(line(pieces.join('')).text).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
