import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import type { BundleFile } from './bundle-files.ts';

const script = `
import sys, json, hashlib, zipfile
wanted = json.load(sys.stdin)
z = zipfile.ZipFile(sys.argv[1])
# By their numbers: zip writes Chinese names as its locale says.
found = {i.filename.split('/')[-1][:3]: i for i in z.infolist()}
assert set(found) == {w['name'] for w in wanted}, 'other names'
for w in wanted:
    h = hashlib.sha256()
    with z.open(found[w['name']]) as f, open(w['path'], 'rb') as g:
        while True:
            a, b = f.read(1 << 20), g.read(1 << 20)
            assert a == b, w['name']
            if not a: break
`;

/** Has Python's zipfile read an output back and compare every byte. Throws when something differs. */
export function requireSame(zip: string, files: readonly BundleFile[]): void {
  const input = JSON.stringify(
    files.map(({ absolutePath }) => ({ name: basename(absolutePath).slice(0, 3), path: absolutePath })),
  );
  const run = spawnSync('python3', ['-c', script, zip], { input, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${zip} does not hold what was packed: ${run.stderr}`);
}
