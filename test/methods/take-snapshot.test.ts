import { afterAll, expect, test } from 'vitest';
import { takeSnapshot } from '../../main/methods/take-snapshot.ts';
import type { World } from '../../main/world.ts';
import { context, makeDossier, makeWorld, removeFolders } from './bundle-world.ts';

afterAll(removeFolders);

test('the files of a snapshot stand by path, whichever was read first', async () => {
  const real = makeWorld();
  const dossier = await makeDossier();
  const read: string[] = [];
  let lastIsRead = (): void => undefined;
  const untilLast = new Promise<void>((resolve) => (lastIsRead = resolve));
  // The first file ends only after the last.
  const inspect: World['inspector']['inspect'] = async (file, path, ...rest) => {
    if (path === 'assets/d1.png') await untilLast;
    const inspection = await real.inspector.inspect(file, path, ...rest);
    read.push(path);
    if (path === 'texts/privacy.md') lastIsRead();
    return inspection;
  };
  const world = { ...real, inspector: { ...real.inspector, inspect } };
  const { files } = await takeSnapshot(world, await world.dossiers.open(dossier), context());
  const paths = ['assets/d1.png', 'assets/d2.png', 'assets/图标.png', 'papers/执照.png', 'texts/privacy.md'];
  expect(read.at(-1)).toBe('assets/d1.png');
  expect(files.map(({ path }) => path)).toEqual(paths);
});
