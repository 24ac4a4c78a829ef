import { expect, test } from 'vitest';
import { whenNeeded } from '../../main/hosts/when-needed.ts';

interface Counter {
  add(one: number, other: number): Promise<number>;
  fail(): Promise<never>;
}

test('a part of the world is made by the first call, once, and hands on what it is given and gives', async () => {
  let made = 0;
  const part = whenNeeded<Counter>({ add: true, fail: true }, async () => {
    made += 1;
    return { add: async (one, other) => one + other, fail: () => Promise.reject(new Error('its own')) };
  });
  expect(made).toBe(0);
  expect(await Promise.all([part.add(1, 2), part.add(3, 4)])).toEqual([3, 7]);
  await expect(part.fail()).rejects.toThrow('its own');
  expect(made).toBe(1);
});
