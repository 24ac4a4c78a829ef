import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileRulebook, readCompiledRulebook } from '../../../main/adapters/rulebook/compiled-rulebook.ts';
import { markRulebook } from '../../../main/core/history/rulebook-marks.ts';
import { createRulebookShelf } from '../../../main/adapters/rulebook/rulebook-shelf.ts';
import { loadRulebook, resourcesFolder } from '../../rulebook/load-rulebook.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

test.each(['tencent-meeting', 'tencent-open-platform'])(
  '%s is the same compiled as from its files',
  async (platform) => {
    const folder = temporaryFolder();
    const rulebook = await loadRulebook(platform);
    writeFileSync(join(folder, `${platform}.json`), compileRulebook(rulebook));
    const compiled = await readCompiledRulebook(folder, platform);
    if (compiled === null) throw new Error('it was just written');
    expect(compiled).toEqual(rulebook);
    // The hashes that were compiled with it are those of what it holds.
    expect(markRulebook(compiled)).toEqual(markRulebook({ ...compiled }));
    expect(await createRulebookShelf(resourcesFolder, folder).load(platform)).toEqual(rulebook);
  },
);

test('where nothing is compiled the files are read', async () => {
  const folder = temporaryFolder();
  expect(await readCompiledRulebook(folder, 'tencent-meeting')).toBeNull();
  const shelf = createRulebookShelf(resourcesFolder, folder);
  expect(await shelf.load('tencent-meeting')).toEqual(await loadRulebook());
});

test('a file of another form is refused', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'p.json'), '{"form":"yinqi/compiled-rulebook@0"}');
  await expect(readCompiledRulebook(folder, 'p')).rejects.toThrow('build again');
});
