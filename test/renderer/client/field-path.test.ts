import { describe, expect, test } from 'vitest';
import { isSame, pathOf, valueAt, withValue } from '../../../renderer/client/field-path.ts';

describe('a value in a document', () => {
  test('is found by its path, and undefined where nothing was filled in', () => {
    expect(valueAt({ app: { permissions: [{ name: 'a' }] } }, pathOf('app.permissions.0.name'))).toBe('a');
    expect(valueAt({}, pathOf('app.name'))).toBeUndefined();
    expect(valueAt({}, pathOf('constructor.name'))).toBeUndefined();
  });

  test('is set in a copy; what lies beside it stays the same object', () => {
    const before = { app: { name: 'a' }, company: { name: 'c' } };
    const after = withValue(before, ['app', 'name'], 'b');
    expect(after).toEqual({ app: { name: 'b' }, company: { name: 'c' } });
    expect(after.company).toBe(before.company);
    expect(before.app.name).toBe('a');
  });

  test('makes the groups on its way, and null removes it', () => {
    expect(withValue<object>({}, ['company', 'agent', 'name'], '李四')).toEqual({
      company: { agent: { name: '李四' } },
    });
    expect(withValue({ app: { name: 'a', intro: 'i' } }, ['app', 'name'], null)).toEqual({
      app: { intro: 'i' },
    });
    expect(withValue({ list: ['a', 'b'] }, ['list', 0], null)).toEqual({ list: ['b'] });
  });
});

test('two values are the same whatever the order of their keys; missing is the same as null', () => {
  expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(isSame({ a: 1 }, { a: 1, b: null })).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame([], {})).toBe(false);
  expect(isSame(undefined, null)).toBe(true);
});
