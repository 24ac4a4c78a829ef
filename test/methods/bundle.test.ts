import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseDossier } from '../../main/core/dossier/parse-dossier.ts';
import { bundleMethods } from '../../main/methods/bundle.ts';
import type { World } from '../../main/world.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import {
  context,
  exporting,
  makeDossier,
  makeWorld,
  newFolder,
  python,
  removeFolders,
  verifying,
  yaml,
} from './bundle-world.ts';

afterAll(removeFolders);

/** Checks a bag by RFC 8493 alone, with nothing but Python's own library. */
const bagCheck = `
import hashlib, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
names = z.namelist()
assert all(i.flag_bits & 0x800 or i.filename.isascii() for i in z.infolist())
tops = {n.split('/')[0] for n in names}
assert len(tops) == 1, tops
top = tops.pop() + '/'
read = lambda p: z.read(top + p)
assert read('bagit.txt') == b'BagIt-Version: 1.0\\nTag-File-Character-Encoding: UTF-8\\n'
def manifest(name):
    found = {}
    for line in read(name).decode('utf-8').split('\\n')[:-1]:
        digest, path = line.split(None, 1)
        for code, sign in (('%0A', '\\n'), ('%0D', '\\r'), ('%25', '%')):
            path = path.replace(code, sign)
        assert path not in found
        found[path] = digest
    return found
payload, tags = manifest('manifest-sha256.txt'), manifest('tagmanifest-sha256.txt')
inside = {n[len(top):] for n in names}
assert set(payload) == {n for n in inside if n.startswith('data/')}
assert set(tags) == {n for n in inside if not n.startswith('data/')} - {'tagmanifest-sha256.txt'}
for path, digest in {**payload, **tags}.items():
    assert hashlib.sha256(read(path)).hexdigest() == digest, path
info = dict(l.split(': ', 1) for l in read('bag-info.txt').decode('utf-8').split('\\n')[:-1])
assert info['Payload-Oxum'] == f"{sum(len(read(p)) for p in payload)}.{len(payload)}", info
assert info['Bagging-Date'] == '2026-11-22'
print('\\n'.join(sorted(inside)))
`;

/** The hash of a bundle's tag manifest, as Python reads it. */
function fingerprintBy(path: string): string {
  const script =
    'import hashlib,sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(hashlib.sha256(z.read([n for n in z.namelist() if n.endswith("/tagmanifest-sha256.txt")][0])).hexdigest())';
  return spawnSync('python3', ['-c', script, path], { encoding: 'utf8' }).stdout.trim();
}

describe('a bundle', () => {
  test('is planned: folders and names by the form, nothing in the way', async () => {
    const plan = await bundleMethods['bundle.plan'](makeWorld(), { dossier: await makeDossier() }, context());
    expect(plan.blockers).toEqual([]);
    expect(plan.fileName).toBe('yinqi-样例纪要-深圳市样例科技有限公司-20261122.zip');
    expect(plan.entries.map(({ path, from }) => [path, from])).toEqual([
      ['data/01-basic-应用基础信息/02-应用 LOGO.png', 'assets/图标.png'],
      ['data/01-basic-应用基础信息/05-预览页图片-桌面端-1.png', 'assets/d1.png'],
      ['data/01-basic-应用基础信息/05-预览页图片-桌面端-2.png', 'assets/d2.png'],
      ['data/02-papers-应用资质/01-营业执照.png', 'papers/执照.png'],
      ['data/99-other-其他材料/01-隐私政策正文.md', 'texts/privacy.md'],
    ]);
  });

  test('is written, and independent programs find the same bag in it', async () => {
    const world = makeWorld();
    const dossier = await makeDossier();
    const target = join(newFolder(), '样例.zip');
    const result = await exporting(world, dossier, target);
    const bytes = readFileSync(target);
    expect(result).toEqual({
      fileName: '样例.zip',
      draft: false,
      sizeBytes: bytes.length,
      fingerprint: fingerprintBy(target),
      files: 8,
    });
    expect(spawnSync('unzip', ['-tq', target]).status).toBe(0);
    const checked = python(bagCheck, target);
    expect(checked.stderr.toString()).toBe('');
    expect(checked.stdout.toString().trim().split('\n')).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/01-basic-应用基础信息/00-填写内容.txt',
      'data/01-basic-应用基础信息/02-应用 LOGO.png',
      'data/01-basic-应用基础信息/05-预览页图片-桌面端-1.png',
      'data/01-basic-应用基础信息/05-预览页图片-桌面端-2.png',
      'data/02-papers-应用资质/01-营业执照.png',
      'data/99-other-其他材料/01-隐私政策正文.md',
      'data/report.json',
      'data/材料清单.pdf',
      'dossier.yaml',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
      'verify.html',
    ]);
    expect(await verifying(world, target)).toEqual({
      schema: 'yinqi/verification@1',
      verdict: 'whole',
      draft: false,
      files: 8,
      fingerprint: result.fingerprint,
      report: { verdict: 'pass', rulebook: { id: 'tencent-meeting', version: '2026.1' } },
      differences: [],
    });
  });

  test('holds dossier.yaml and the way of every file back into its field', async () => {
    const dossier = await makeDossier();
    const target = join(newFolder(), 'x.zip');
    await exporting(makeWorld(), dossier, target);
    const unpacked = newFolder();
    expect(
      spawnSync('unzip', ['-q', target, '-d', unpacked], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
        .status,
    ).toBe(0);
    const bag = join(unpacked, readdirSync(unpacked)[0] ?? '');
    const text = readFileSync(join(bag, 'dossier.yaml'), 'utf8');
    expect(text).toBe(yaml());
    expect(parseDossier(text, 'dossier.yaml').app?.name).toBe('样例纪要');
    const report = JSON.parse(readFileSync(join(bag, 'data/report.json'), 'utf8')) as {
      files: { path: string; slot?: string; from?: string }[];
    };
    const copies = report.files.filter(({ from }) => from !== undefined);
    expect(copies.map(({ slot }) => slot)).toEqual(['app.logo', 'app.previews.desktop', 'app.previews.desktop', 'documents.business-licence', 'app.privacyPolicy']); // prettier-ignore
    for (const { path, from } of copies) {
      expect(readFileSync(join(bag, path)).equals(readFileSync(join(dossier, from ?? '')))).toBe(true);
    }
  });

  test('has a checklist that other programs read, marked on every page when it is a draft', async () => {
    const target = join(newFolder(), 'x.zip');
    const broken = yaml().replace('  name: 样例纪要\n', '');
    await exporting(makeWorld(), await makeDossier(broken), target, true);
    const pdf = join(newFolder(), 'list.pdf');
    writeFileSync(
      pdf,
      spawnSync('unzip', ['-p', target, '*.pdf'], {
        maxBuffer: 1e8,
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      }).stdout,
    );
    expect(spawnSync('qpdf', ['--check', pdf]).status).toBe(0);
    const pages = spawnSync('pdftotext', ['-layout', pdf, '-']).stdout.toString().split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(page).toContain('草稿');
    const text = pages.join('');
    for (const said of [
      '材料清单',
      '深圳市样例科技有限公司',
      '营业执照',
      '王五',
      '2026-11-01',
      '未填写',
      '第 1 页',
    ]) {
      expect(text.replaceAll(/\s/g, '')).toContain(said.replaceAll(' ', ''));
    }
  });

  test('is the same to the byte twice, and another when a day or a file is', async () => {
    const dossier = await makeDossier();
    const once = async (world: World) => {
      const path = join(newFolder(), 'x.zip');
      const { fingerprint } = await exporting(world, dossier, path);
      expect(fingerprint).toBe(fingerprintBy(path));
      return createHash('sha256').update(readFileSync(path)).update(fingerprint).digest('hex');
    };
    const first = await once(makeWorld());
    expect(await once(makeWorld())).toBe(first);
    expect(await once(makeWorld({ today: () => '2026-11-23' }))).not.toBe(first);
    writeFileSync(join(dossier, 'texts/privacy.md'), '# 隐私政策二\n');
    expect(await once(makeWorld())).not.toBe(first);
  });

  test('goes to an artifact where there is no target', async () => {
    const world = makeWorld();
    const dossier = await makeDossier();
    const result = await bundleMethods['bundle.export'](world, { dossier, draft: false }, context());
    expect(result.fileName).toBe('yinqi-样例纪要-深圳市样例科技有限公司-20261122.zip');
    const kept = world.artifacts.resolve(result.artifact ?? '');
    expect(kept.mediaType).toBe('application/zip');
    expect((await verifying(world, kept.absolutePath)).verdict).toBe('whole');
  });

  test('tells how far it is, from nothing to all', async () => {
    const seen: number[] = [];
    const onProgress: CallContext['onProgress'] = ({ done, total }) => seen.push(done / total);
    await exporting(
      makeWorld(),
      await makeDossier(),
      join(newFolder(), 'x.zip'),
      false,
      context({ onProgress }),
    );
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });
});
