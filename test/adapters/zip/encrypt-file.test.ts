import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZip } from '../../../main/adapters/zip/zip.ts';
import { craftZip } from './craft-zip.ts';
import { quietContext } from './quiet-context.ts';

const passphrase = 'copper lantern 42 harbour';
const zip = createZip();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yinqi-encrypt-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => ({ absolutePath: join(folder, name), name });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function encrypted(bytes: Uint8Array, name = '材料包.zip'): Promise<Buffer> {
  writeFileSync(join(folder, 'plain'), bytes);
  await zip.encrypt(at('plain'), join(folder, name), passphrase, {
    ...quietContext(),
    entryName: 'bundle.zip',
  });
  return readFileSync(join(folder, name));
}

describe('a file encrypted with a passphrase', () => {
  it('is opened by 7-Zip to the same bytes, by AES-256', async () => {
    const bytes = randomBytes(3_000_017);
    await encrypted(bytes);
    const listing = execFileSync('7z', ['l', '-slt', join(folder, '材料包.zip')], { encoding: 'utf8' });
    expect(listing).toContain('Method = AES-256 Store');
    expect(listing).toContain('Path = bundle.zip');
    execFileSync('7z', ['x', `-p${passphrase}`, `-o${join(folder, 'out')}`, join(folder, '材料包.zip')]);
    expect(sha256(readFileSync(join(folder, 'out', 'bundle.zip')))).toBe(sha256(bytes));
  });

  it('is not opened by 7-Zip with another passphrase', async () => {
    await encrypted(randomBytes(1000));
    const { status } = spawnSync('7z', ['t', '-pcopper lantern 43 harbour', join(folder, '材料包.zip')]);
    expect(status).not.toBe(0);
  });

  it.each([0, 1, 16, 65_535, 65_536, 700_001])('comes back whole with %i bytes', async (sizeBytes) => {
    const bytes = randomBytes(sizeBytes);
    await encrypted(bytes);
    const found = await zip.decrypt(at('材料包.zip'), join(folder, 'back'), passphrase, quietContext());
    expect(found).toEqual({ entryName: 'bundle.zip', sizeBytes });
    expect(readFileSync(join(folder, 'back')).equals(bytes)).toBe(true);
  });

  it('answers the size of what was written', async () => {
    writeFileSync(join(folder, 'plain'), randomBytes(100_000));
    const written = await zip.encrypt(at('plain'), join(folder, 'a.zip'), passphrase, {
      ...quietContext(),
      entryName: 'bundle.zip',
    });
    const bytes = readFileSync(join(folder, 'a.zip'));
    expect(written).toEqual({ sizeBytes: bytes.length });
  });

  it('shows nothing of its content', async () => {
    const bytes = await encrypted(Buffer.from('身份证-张三.jpg'.repeat(1000)));
    expect(bytes.includes(Buffer.from('张三'))).toBe(false);
    expect(bytes.includes(Buffer.from('身份证'))).toBe(false);
  });

  it('is told from other zips and other files', async () => {
    await encrypted(randomBytes(10));
    writeFileSync(join(folder, 'plain.zip'), craftZip([{ name: 'a.txt', content: 'a' }]));
    writeFileSync(join(folder, 'other'), 'no zip at all');
    expect(await zip.isEncrypted(at('材料包.zip'))).toBe(true);
    expect(await zip.isEncrypted(at('plain.zip'))).toBe(false);
    expect(await zip.isEncrypted(at('other'))).toBe(false);
  });

  it('is refused with a wrong passphrase, and nothing is written', async () => {
    await encrypted(randomBytes(5000));
    for (const wrong of ['copper lantern 43 harbour', '', '口令口令口令口令口令口令']) {
      await expect(
        zip.decrypt(at('材料包.zip'), join(folder, 'back'), wrong, quietContext()),
      ).rejects.toMatchObject({ code: 'passphrase-wrong' });
    }
    expect(readdirSync(folder).sort()).toEqual(['plain', '材料包.zip']);
  });

  it('is refused when any one byte of it was changed, and nothing is written', async () => {
    const bytes = await encrypted(randomBytes(2000));
    for (let offset = 40; offset < bytes.length - 120; offset += 97) {
      const spoiled = Buffer.from(bytes);
      spoiled[offset] = (spoiled[offset] ?? 0) ^ 0x20;
      writeFileSync(join(folder, 'spoiled.zip'), spoiled);
      await expect(
        zip.decrypt(at('spoiled.zip'), join(folder, 'back'), passphrase, quietContext()),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^(encrypted-damaged|passphrase-wrong)$/) });
    }
    expect(readdirSync(folder)).not.toContain('back');
  });

  it('is refused when its end is missing', async () => {
    const bytes = await encrypted(randomBytes(2000));
    writeFileSync(join(folder, 'cut.zip'), bytes.subarray(0, bytes.length - 30));
    await expect(
      zip.decrypt(at('cut.zip'), join(folder, 'back'), passphrase, quietContext()),
    ).rejects.toMatchObject({ code: 'not-a-zip' });
  });
});

describe('what is not encrypted by Yinqi', () => {
  it('is refused: a plain zip, one that 7-Zip made of two files, and one that was compressed first', async () => {
    writeFileSync(join(folder, 'plain.zip'), craftZip([{ name: 'a.txt', content: 'a' }]));
    writeFileSync(join(folder, 'one.txt'), 'one '.repeat(1000));
    writeFileSync(join(folder, 'two.txt'), 'two');
    const pack = (name: string, ...rest: readonly string[]) =>
      execFileSync('7z', ['a', '-tzip', `-p${passphrase}`, '-mem=AES256', name, ...rest], { cwd: folder });
    pack('two.zip', 'one.txt', 'two.txt');
    pack('deflated.zip', 'one.txt');
    execFileSync('7z', ['a', '-tzip', `-p${passphrase}`, '-mem=ZipCrypto', '-mx=0', 'weak.zip', 'one.txt'], {
      cwd: folder,
    });
    for (const name of ['plain.zip', 'two.zip', 'deflated.zip', 'weak.zip']) {
      await expect(
        zip.decrypt(at(name), join(folder, 'back'), passphrase, quietContext()),
      ).rejects.toMatchObject({ code: 'not-encrypted' });
    }
  });

  it('is opened when 7-Zip stored and encrypted one file', async () => {
    writeFileSync(join(folder, 'one.txt'), 'one '.repeat(1000));
    execFileSync('7z', ['a', '-tzip', `-p${passphrase}`, '-mem=AES256', '-mx=0', 'by-7z.zip', 'one.txt'], {
      cwd: folder,
    });
    await zip.decrypt(at('by-7z.zip'), join(folder, 'back'), passphrase, quietContext());
    expect(readFileSync(join(folder, 'back'), 'utf8')).toBe('one '.repeat(1000));
  });
});

describe('encrypting', () => {
  it.each([
    ['', 'passphrase-empty'],
    ['short', 'passphrase-weak'],
    ['aaaaaaaaaaaaaaaaaa', 'passphrase-weak'],
    ['口令口令口令口令口令口令', 'passphrase-characters'],
    [' copper lantern 42 ', 'passphrase-characters'],
    ['copper lantern '.repeat(20), 'passphrase-characters'],
  ])('refuses the passphrase “%s”', async (weak, code) => {
    writeFileSync(join(folder, 'plain'), 'x');
    await expect(
      zip.encrypt(at('plain'), join(folder, 'a.zip'), weak, { ...quietContext(), entryName: 'bundle.zip' }),
    ).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual(['plain']);
  });

  it('leaves nothing when it is cancelled, and the file that was there as it was', async () => {
    writeFileSync(join(folder, 'plain'), randomBytes(5_000_000));
    writeFileSync(join(folder, 'a.zip'), 'before');
    const stop = new AbortController();
    await expect(
      zip.encrypt(at('plain'), join(folder, 'a.zip'), passphrase, {
        entryName: 'bundle.zip',
        date: '2026-11-22',
        signal: stop.signal,
        onProgress: () => stop.abort(new Error('cancelled')),
      }),
    ).rejects.toThrow('cancelled');
    expect(readFileSync(join(folder, 'a.zip'), 'utf8')).toBe('before');
    expect(readdirSync(folder).sort()).toEqual(['a.zip', 'plain']);
  });

  it('says what is wrong when its file is gone or its folder is missing', async () => {
    const context = { ...quietContext(), entryName: 'bundle.zip' };
    await expect(zip.encrypt(at('gone'), join(folder, 'a.zip'), passphrase, context)).rejects.toMatchObject({
      code: 'file-missing',
    });
    writeFileSync(join(folder, 'plain'), 'x');
    await expect(
      zip.encrypt(at('plain'), join(folder, 'none', 'a.zip'), passphrase, context),
    ).rejects.toMatchObject({ code: 'folder-missing' });
  });
});
