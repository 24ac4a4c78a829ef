import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { withLate, withoutLate } from '../../../main/adapters/rulebook/late-members.ts';

const late = ['explain', 'examples'];
const whole = fc.dictionary(
  fc.constantFrom('id', 'title', 'explain', 'examples', 'cites'),
  fc.jsonValue().filter((value) => value !== undefined),
);
/** As the build's JSON brings it back. */
const readBack = (one: object): object => withLate(JSON.parse(JSON.stringify(withoutLate(one, late))));

test('an object read back is the same, however it is read first', () => {
  fc.assert(
    fc.property(whole, (one) => {
      // JSON knows no -0.
      const plain = JSON.parse(JSON.stringify(one)) as Record<string, unknown>;
      expect(readBack(plain)).toEqual(plain);
      expect({ ...readBack(plain) }).toEqual(plain);
      expect(structuredClone(readBack(plain))).toEqual(plain);
      expect(JSON.parse(JSON.stringify(readBack(plain)))).toEqual(plain);
      expect(Object.keys(readBack(plain)).toSorted()).toEqual(Object.keys(plain).toSorted());
    }),
  );
});

test('what nobody looks at is not parsed, and what somebody does once', () => {
  const rule = readBack({ id: 'a', explain: { why: '因' }, examples: [1, 2] }) as {
    id: string;
    explain: { why: string };
    examples: number[];
  };
  const parse = vi.spyOn(JSON, 'parse');
  expect(rule.id).toBe('a');
  expect(parse).not.toHaveBeenCalled();
  expect(rule.explain.why).toBe('因');
  expect(rule.examples).toEqual([1, 2]);
  expect(rule.explain).toBe(rule.explain);
  expect(parse).toHaveBeenCalledOnce();
  parse.mockRestore();
});
