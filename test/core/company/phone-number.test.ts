import { expect, test } from 'vitest';
import { phoneKind } from '../../../main/core/company/phone-number.ts';

test.each([
  ['13800000000', 'mobile'],
  ['138 0000 0000', 'mobile'],
  ['+86 138-0000-0000', 'mobile'],
  ['008613800000000', 'mobile'],
  ['19900000000', 'mobile'],
  ['0755-88880000', 'landline'],
  ['0755 8888 0000 转 123', 'landline'],
  ['(010) 6000 0000', 'landline'],
  ['（020）80000000', 'landline'],
  ['021-60000000#8001', 'landline'],
  ['0838-2000000', 'landline'],
  ['+86 755 88880000', 'landline'],
  ['+86 10 60000000', 'landline'],
  ['400-800-1234', 'service'],
  ['+86 400 800 1234', 'service'],
  ['800 820 1234', 'service'],
  ['95588', 'service'],
  ['12345', 'service'],
  ['+852 2800 0000', 'other'],
  ['0065 6000 0000', 'other'],
  ['88880000', 'no-area-code'],
  ['8888000', 'no-area-code'],
  ['1380000000', 'none'],
  ['138000000000', 'none'],
  ['12800000000', 'none'],
  ['0755-8888', 'none'],
  ['123', 'none'],
  ['请联系前台', 'none'],
  ['13800000000 / 0755-88880000', 'none'],
  ['', 'none'],
] as const)('%s is %s', (written, kind) => {
  expect(phoneKind(written)).toBe(kind);
});
