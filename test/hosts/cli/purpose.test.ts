import { expect, test } from 'vitest';
import type { FakeMethod } from '../fake-app.ts';
import { runWith } from './run-with-fake-app.ts';

const answer = (isStamped: boolean, fields: readonly string[]) => ({
  words: '仅用于样例',
  isStamped,
  fields,
  path: 'papers/id-purpose.jpg',
  repair: 'purpose-line:papers/id-purpose.jpg',
  sizeBytes: 12_345,
});
const place = 'documents.agent-id-copy';

test('purpose tells what it would do, and writes with --write only', async () => {
  const methods: Record<string, FakeMethod> = { 'files.purposePreview': () => answer(false, [place]) };
  const told = await runWith(['purpose', 'd/', 'd/papers/id.jpg', '--words', '仅用于样例'], methods);
  expect(told.seen.map(({ name, input }) => [name, input])).toEqual([
    ['files.purposePreview', { dossier: 'd/', path: 'papers/id.jpg', words: '仅用于样例', maxPx: 16 }],
  ]);
  expect(told.out).toContain('--write');
  expect(told.out).toContain(`代替原件，用于 ${place}`);
});

test('purpose says that a stamped scan keeps its place, and replaces it with --replace', async () => {
  const kept = await runWith(['purpose', 'd', './papers/id.jpg', '--write'], {
    'files.purpose': () => answer(true, []),
  });
  expect(kept.seen[0]?.input).toEqual({ dossier: 'd', path: 'papers/id.jpg' });
  expect(kept.out).toMatch(/没有被代替[^]*--replace/);
  expect(kept.out).toContain('--undo purpose-line:papers/id-purpose.jpg');

  const dry = await runWith(['purpose', 'd', 'papers/id.jpg', '--format', 'json'], {
    'files.purposePreview': () => answer(true, [place]),
  });
  expect(JSON.parse(dry.out)).toMatchObject({ written: false, isStamped: true, fields: [] });

  const chosen = await runWith(
    ['purpose', 'd', 'papers/id.jpg', '--write', '--replace', '--format', 'json'],
    { 'files.purpose': () => answer(true, [place]) },
  );
  expect(chosen.seen[0]?.input).toEqual({ dossier: 'd', path: 'papers/id.jpg', replace: true });
  expect(JSON.parse(chosen.out)).toEqual({
    schema: 'yinqi/purpose@1',
    written: true,
    of: 'papers/id.jpg',
    ...answer(true, [place]),
  });
});
