import { expect, test } from 'vitest';
import { FindingsMemory, type Findings } from '../../../main/adapters/images/findings-memory.ts';

const findings = (text?: string): Findings => ({
  sizeBytes: 1,
  type: 'text',
  ...(text === undefined ? {} : { text }),
});

test('of three thousand files everything is known, of more the ones that were asked for last', () => {
  const memory = new FindingsMemory();
  for (let index = 0; index < 3000; index += 1) memory.add(`${index}`, findings());
  expect(memory.get('0')).toEqual(findings());
  memory.add('one more', findings());
  expect(memory.get('0')).toBeDefined();
  expect(memory.get('1')).toBeUndefined();
});

test('of texts fifteen million characters are kept, and a longer one not at all', () => {
  const memory = new FindingsMemory();
  const text = '字'.repeat(1_000_000);
  for (let index = 0; index < 15; index += 1) memory.add(`${index}`, findings(text));
  expect(memory.get('0')).toBeDefined();
  memory.add('0', findings(text));
  expect(memory.get('1')).toBeDefined();
  memory.add('a picture', findings());
  expect(memory.get('2')).toBeDefined();
  memory.add('another', findings(text));
  expect(memory.get('3')).toBeUndefined();
  expect(memory.get('2')).toBeDefined();
  memory.add('too long', findings('字'.repeat(15_000_001)));
  expect(memory.get('too long')).toBeUndefined();
});
