import { expect, test } from 'vitest';
import { api } from '../../main/contract/api.ts';
import { schemasOf } from '../../main/methods/method-schemas.ts';

test('every method has the schemas that the API states, wherever they are loaded from', async () => {
  for (const [name, schemas] of Object.entries(api)) expect(await schemasOf(name), name).toBe(schemas);
});

test.each(['letters.burn', 'letters', 'toString', '', '__proto__'])('%j is no method', async (name) => {
  expect(await schemasOf(name)).toBeUndefined();
});
