import { expect, test } from 'vitest';
import { changedWhen } from '../../../renderer/home/changed-when.ts';
import { home } from '../../../renderer/text/zh/home.ts';

const say = (key: keyof typeof home, values: Readonly<Record<string, string | number>> = {}): string =>
  home[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

const now = new Date(2026, 10, 22, 10, 30);
const when = (then: Date): string => changedWhen(then.toISOString(), now, 'zh', say).trim();

test('a moment ago is just now', () => {
  expect(when(new Date(2026, 10, 22, 10, 29, 30))).toBe('刚刚');
});

test('today and yesterday are said with the time', () => {
  expect(when(new Date(2026, 10, 22, 0, 5))).toBe('今天 00:05');
  expect(when(new Date(2026, 10, 21, 23, 59))).toBe('昨天 23:59');
});

test('earlier days are said by their date', () => {
  expect(when(new Date(2026, 10, 20, 9, 0))).toBe('2026年11月20日');
});

test('the first of a month has the last of the month before as yesterday', () => {
  const first = new Date(2026, 2, 1, 8, 0);
  expect(changedWhen(new Date(2026, 1, 28, 9, 0).toISOString(), first, 'zh', say).trim()).toBe('昨天 09:00');
});

test('a clock that was set back is not in the future', () => {
  expect(when(new Date(2026, 10, 22, 11, 0))).toBe('今天 11:00');
});

test('what is no time is shown as it is', () => {
  expect(changedWhen('soon', now, 'zh', say)).toBe('soon');
});
