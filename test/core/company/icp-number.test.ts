import { expect, test } from 'vitest';
import { icpNumberKind } from '../../../main/core/company/icp-number.ts';

test.each([
  ['京ICP备12345678号-1', 'filing'],
  ['粤ICP备2026000001号', 'filing'],
  ['粤icp备2026000001号-1A', 'filing'],
  ['沪 ICP 备 12345678 号 - 2', 'filing'],
  ['粤B2-20261234', 'licence'],
  ['京ICP证030173号', 'licence'],
  ['合字B2-20260001', 'licence'],
  ['B2-20261234', 'unknown'],
  ['ICP备12345678号', 'unknown'],
  ['京公网安备11010502000001号', 'unknown'],
  ['12345678', 'unknown'],
] as const)('%s is %s', (written, kind) => {
  expect(icpNumberKind(written)).toBe(kind);
});
