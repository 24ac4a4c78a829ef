import { expect, test } from 'vitest';
import type { FileInspection } from '../../main/contract/files.ts';
import { inspectDossier } from '../../main/methods/inspect-dossier.ts';
import type { World } from '../../main/world.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import type { OpenDossier } from '../../main/world/dossier-store.ts';

type Progress = Parameters<CallContext['onProgress']>[0];

/** A dossier of files in use, and a world that notes which are looked at until they are let go. */
function desk(papers: readonly string[]) {
  const looking: string[] = [];
  const letGo = new Map<string, () => void>();
  const inspect = (path: string): Promise<FileInspection> =>
    new Promise((done) => {
      looking.push(path);
      letGo.set(path, () => done({ path, sizeBytes: 1, type: 'jpeg' }));
    });
  // Safe: looking at a dossier's files asks a world for nothing else.
  const world = {
    dossiers: { locate: async (_ref: string, path: string) => ({ absolutePath: path, name: path }) },
    inspector: { inspect: (_file: unknown, path: string) => inspect(path) },
  } as unknown as World;
  const open = {
    ref: 'one',
    document: { documents: { licence: papers } },
    files: [{ path: 'beside.txt' }],
  } as unknown as OpenDossier;
  const progress: Progress[] = [];
  const context = {
    language: 'zh',
    signal: new AbortController().signal,
    onProgress: (one: Progress) => progress.push(one),
  } as unknown as CallContext;
  return { looking, letGo, progress, found: inspectDossier(world, open, context) };
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test('two files at once: those that wait for each other from one end, the others from the other', async () => {
  const papers = ['a.jpg', 'b.pdf', 'c.png', 'd.HEIC'];
  const { looking, letGo, progress, found } = desk(papers);
  await settled();
  expect(looking).toEqual(['b.pdf', 'beside.txt']);
  letGo.get('beside.txt')?.();
  await settled();
  letGo.get('c.png')?.();
  await settled();
  expect(looking).toEqual(['b.pdf', 'beside.txt', 'c.png', 'a.jpg']);
  letGo.get('b.pdf')?.();
  await settled();
  expect(looking.at(-1)).toBe('d.HEIC');
  for (const one of ['a.jpg', 'd.HEIC']) letGo.get(one)?.();
  // Told in the dossier's own order all the same.
  expect([...(await found).keys()]).toEqual([...papers, 'beside.txt']);
  expect(progress.map(({ done, total }) => [done, total])).toEqual([
    [0, 5],
    [0, 5],
    [1, 5],
    [2, 5],
    [3, 5],
    [5, 5],
  ]);
});
