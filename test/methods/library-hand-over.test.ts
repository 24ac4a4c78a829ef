import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { newDossier, handOver, planOf, documentOf } from './hand-over.ts';
import { openComputer } from './library-world.ts';

const passphrase = 'correct horse battery staple';
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('handing a library over', () => {
  test('brings every dossier with its text to the byte and its files to a computer that has none', async () => {
    const here = openComputer();
    const there = openComputer();
    const dossier = await newDossier(here, '晨光');
    await here.world.dossiers.addFile(dossier, 'documents/营业执照.pdf', text('pdf'));
    await here.world.dossiers.addFile(dossier, 'documents/又一份.pdf', text('pdf'));
    const removed = await newDossier(here, '不要了');
    await here.app.call('dossiers.remove', { dossier: removed });
    const { path, result } = await handOver(here);
    expect(result).toMatchObject({ isEncrypted: false, dossiers: 1, files: 2 });
    const plan = await planOf(there, path);
    expect(plan.dossiers).toMatchObject([{ dossier, title: '晨光', state: 'new', conflicts: [] }]);
    expect(await there.world.dossiers.list()).toEqual([]);
    expect(
      await there.app.call('library.merge', { file: there.grant(path), token: plan.token }),
    ).toMatchObject({
      added: 1,
      changed: 0,
    });
    const [mine] = await here.world.library.dossiers([dossier]);
    const [theirs] = await there.world.library.dossiers();
    expect(theirs).toMatchObject({
      id: dossier,
      yamlText: mine?.yamlText,
      files: mine?.files,
      changedAt: mine?.changedAt,
    });
    const located = await there.world.dossiers.locate(dossier, 'documents/又一份.pdf');
    expect(readFileSync(located.absolutePath, 'utf8')).toBe('pdf');
  });

  test('a plain file is the same to the byte each time, and unzip and python read it and its hashes', async () => {
    const here = openComputer();
    const dossier = await newDossier(here, '晨光');
    await here.world.dossiers.addFile(dossier, '照片.png', text('png'));
    const first = await handOver(here);
    const second = await handOver(here);
    expect(readFileSync(second.path)).toEqual(readFileSync(first.path));
    const names = execFileSync('unzip', ['-Z1', first.path], { encoding: 'utf8' }).trim().split('\n');
    const content = createHash('sha256').update('png').digest('hex');
    expect(names.toSorted()).toEqual(
      [`contents/${content}`, `dossiers/${dossier}/dossier.yaml`, 'yinqi-library.json'].toSorted(),
    );
    const script = `
import hashlib, json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1]); m = json.loads(z.read('yinqi-library.json'))
assert z.testzip() is None and m['schema'] == 'yinqi/library@1'
for d in m['dossiers']:
    assert hashlib.sha256(z.read('dossiers/%s/dossier.yaml' % d['id'])).hexdigest() == d['yaml']
    for f in d['files']: assert hashlib.sha256(z.read('contents/' + f['sha256'])).hexdigest() == f['sha256']
print(len(m['dossiers']))`;
    expect(execFileSync('python3', ['-c', script, first.path], { encoding: 'utf8' }).trim()).toBe('1');
  });

  test('asks for a passphrase or a plain word that there is none', async () => {
    const here = openComputer();
    await newDossier(here, '晨光');
    const asked = await failureOf(here.app.call('library.export', {}));
    expect(asked.code).toBe('passphrase-needed');
    expect((await failureOf(here.app.call('library.export', { plain: true, passphrase }))).code).toBe(
      'passphrase-needed',
    );
    expect((await failureOf(here.app.call('library.export', { passphrase: 'short' }))).code).toBe(
      'passphrase-weak',
    );
  });

  test('an encrypted file shows nothing, opens with 7-Zip and its passphrase, and leaves no plain copy behind', async () => {
    const here = openComputer();
    const there = openComputer();
    const dossier = await newDossier(here, '晨光');
    await here.world.dossiers.addFile(dossier, 'id.png', text('秘密的内容'));
    const { path } = await handOver(here, { passphrase });
    expect(readFileSync(path).includes('秘密的内容')).toBe(false);
    const folder = temporaryFolder();
    execFileSync('7z', ['x', `-p${passphrase}`, `-o${folder}`, path]);
    expect(readdirSync(folder)).toEqual(['library.yinqi']);
    expect((await failureOf(planOf(there, path))).code).toBe('passphrase-needed');
    const wrong = there.app.call('library.plan', {
      file: there.grant(path),
      passphrase: 'wrong horse battery',
    });
    expect((await failureOf(wrong)).code).toBe('passphrase-wrong');
    await there.app.call('library.merge', { file: there.grant(path), passphrase });
    expect((await documentOf(there, dossier)).app?.name).toBe('晨光');
    expect(readdirSync(there.scratchFolder)).toEqual([]);
    expect(readdirSync(here.scratchFolder)).toEqual([]);
  });

  test('refuses what is no library, and one of which a byte, a name or an entry is not as its manifest says', async () => {
    const here = openComputer();
    const folder = temporaryFolder();
    await newDossier(here, '晨光');
    const { path } = await handOver(here);
    writeFileSync(join(folder, 'text.yinqi'), 'no zip');
    expect((await failureOf(planOf(here, join(folder, 'text.yinqi')))).code).toBe('not-a-library');
    const altered = join(folder, 'altered.yinqi');
    const script = `
import sys, zipfile
a = zipfile.ZipFile(sys.argv[1]); b = zipfile.ZipFile(sys.argv[2], 'w')
for n in a.namelist():
    data = a.read(n)
    if n.endswith('dossier.yaml') and sys.argv[3] == 'text': data = data.replace('晨光'.encode(), '夕阳'.encode())
    if n.endswith('dossier.yaml') and sys.argv[3] == 'gone': continue
    b.writestr(n, data)
if sys.argv[3] == 'more': b.writestr('contents/evil', b'x')
b.close()`;
    for (const kind of ['text', 'gone', 'more']) {
      execFileSync('python3', ['-c', script, path, altered, kind]);
      expect((await failureOf(planOf(here, altered))).code).toBe('library-damaged');
    }
  });
});
