import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import type { CorpusCase } from './corpus-case.ts';
import { corpus } from './corpus.ts';
import { randomOf } from './drawing/random.ts';
import { openStudio } from './drawing/studio.ts';
import { openWorld } from './open-world.ts';

const world = openWorld();
afterAll(() => world.close());
const studio = await openStudio(world);

async function hashesOf(one: CorpusCase): Promise<readonly string[]> {
  const { files } = await one.make(studio, randomOf(one.id));
  return Array.from(files, ([path, bytes]) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`);
}

/** One case of each kind of drawing and of writing. */
const examples = [
  'clean-logo/mark-over-a-photograph',
  'logo-animated/apng-of-4-frames',
  'clean-preview/mobile-15-photo',
  'preview-bytes-strict/mobile-of-0.4-MB',
  'clean-scan/letter-photo-11',
  'clean-scan/licence-pdf-22',
  'clean-policy/formal-docx',
  'clean-policy/formal-pdf',
];

test.each(examples)('%s is made of the same bytes each time', async (id) => {
  const one = corpus.find((each) => each.id === id);
  if (one === undefined) throw new Error(`no case ${id}`);
  expect(await hashesOf(one)).toEqual(await hashesOf(one));
});

test('a name seeds numbers of its own', () => {
  const numbers = (name: string): readonly number[] => {
    const random = randomOf(name);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(numbers('a')).toEqual(numbers('a'));
  expect(numbers('a')).not.toEqual(numbers('b'));
});
