import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyBundle } from '../../../main/core/bundle/verify-bundle.ts';
import { exampleBag, resign, top, verify } from './example-bag.ts';
import { finding, reportWith, sha256 } from './example.ts';

const picture = 'data/01-basic-应用基础信息/02-应用 LOGO.jpg';
const codes = (verification: ReturnType<typeof verify>) =>
  verification.differences.map(({ code, path }) => [code, path]);
const edit = (files: Map<string, Uint8Array>, path: string, change: (text: string) => string) =>
  files.set(path, Buffer.from(change(Buffer.from(files.get(path) ?? '').toString('utf8'))));

describe('a bundle that is whole', () => {
  test('says so, with what its report says', () => {
    const files = exampleBag(reportWith(finding('warning')));
    expect(verify(files)).toEqual({
      schema: 'yinqi/verification@1',
      verdict: 'whole',
      draft: false,
      files: [...files.keys()].filter((path) => path.startsWith('data/')).length,
      fingerprint: createHash('sha256')
        .update(files.get('tagmanifest-sha256.txt') ?? '')
        .digest('hex'),
      report: { verdict: 'pass', rulebook: { id: 'tencent-meeting', version: '2026.1' } },
      differences: [],
    });
  });

  test('has the same fingerprint in any folder, and another when any file is another', () => {
    const files = exampleBag();
    const { fingerprint } = verify(files);
    expect(verify(files, '改名').fingerprint).toBe(fingerprint);
    for (const one of [finding('warning'), finding('notice')]) {
      expect(verify(exampleBag(reportWith(one))).fingerprint).not.toBe(fingerprint);
    }
    const gone = new Map(files);
    gone.delete('tagmanifest-sha256.txt');
    expect(verify(gone)).not.toHaveProperty('fingerprint');
  });

  test('may be a draft with errors', () => {
    expect(verify(exampleBag(reportWith(finding('error')), true))).toMatchObject({
      verdict: 'whole',
      draft: true,
      report: { verdict: 'fail' },
    });
  });

  test('may have been unpacked on a Mac, where names change their Unicode form, and its folder renamed', () => {
    const files = new Map([...exampleBag()].map(([path, bytes]) => [path.normalize('NFD'), bytes]));
    expect(verify(files, '改名').differences).toEqual([]);
  });

  test('may have manifests with CRLF, upper-case hashes and ./', () => {
    const files = exampleBag();
    edit(files, 'manifest-sha256.txt', (text) =>
      text
        .replace(/^(\S+) {2}/gm, (_, hash: string) => `${hash.toUpperCase()} \t./`)
        .replaceAll('\n', '\r\n'),
    );
    resign(files, 'tags');
    expect(verify(files).differences).toEqual([]);
  });
});

describe('every difference is found by name', () => {
  test('a changed payload file', () => {
    const files = exampleBag();
    files.set(picture, Buffer.from('x'.repeat(files.get(picture)?.length ?? 0)));
    expect(codes(verify(files))).toEqual([['changed', picture]]);
  });

  test('a missing payload file', () => {
    const files = exampleBag();
    files.delete(picture);
    expect(codes(verify(files))).toEqual([
      ['missing', picture],
      ['changed', 'bag-info.txt'],
    ]);
  });

  test('an extra file in the payload, among the tags, beside the bag', () => {
    const files = exampleBag();
    files.set('data/更多.txt', Buffer.from('x'));
    files.set('more.txt', Buffer.from('x'));
    expect(codes(verify(files))).toEqual([
      ['extra', 'data/更多.txt'],
      ['extra', 'more.txt'],
      ['changed', 'bag-info.txt'],
    ]);
    const entry = { name: '__MACOSX/x', sizeBytes: 1, sha256: sha256('x'), refused: null };
    const whole = exampleBag();
    const beside = verifyBundle({
      entries: [...whole].map(([path, bytes]) => ({ name: `${top}/${path}`, sizeBytes: bytes.length, sha256: sha256(bytes), refused: null })).concat(entry), // prettier-ignore
      kept: new Map([...whole].map(([path, bytes]) => [`${top}/${path}`, bytes])),
    });
    expect(codes(beside)).toEqual([['extra', '__MACOSX/x']]);
  });

  test.each(['bag-info.txt', 'dossier.yaml', 'manifest-sha256.txt', 'tagmanifest-sha256.txt', 'bagit.txt'])(
    'a changed or missing %s',
    (path) => {
      const changed = exampleBag();
      changed.set(path, Buffer.concat([changed.get(path) ?? Buffer.alloc(0), Buffer.from('x: y\n')]));
      expect(verify(changed).differences.map((one) => one.path)).toContain(path);
      const missing = exampleBag();
      missing.delete(path);
      expect(verify(missing).differences.map((one) => one.path)).toContain(path);
    },
  );

  test('a single changed byte at any place of any file', () => {
    for (const [path, bytes] of exampleBag()) {
      const step = Math.max(1, Math.floor(bytes.length / 60));
      for (let at = 0; at < bytes.length; at += step) {
        const files = exampleBag();
        const broken = Buffer.from(bytes);
        broken[at] = (broken[at] ?? 0) ^ 1;
        files.set(path, broken);
        const { verdict, differences } = verify(files);
        expect(verdict, `${path} at ${at}`).toBe('not-whole');
        if (!/manifest/.test(path)) expect(differences.map((one) => one.path)).toContain(path);
      }
    }
  });

  test('two bags, a bag without a folder, no bag', () => {
    const entry = (name: string) => ({ name, sizeBytes: 0, sha256: sha256(''), refused: null });
    for (const names of [['a/bagit.txt', 'b/bagit.txt'], ['bagit.txt', 'data/x'], ['a/b/bagit.txt'], []]) {
      const verification = verifyBundle({ entries: names.map(entry), kept: new Map() });
      expect(codes(verification)).toEqual([['not-a-bag', 'bagit.txt']]);
    }
  });

  test('another version or encoding of bag', () => {
    for (const [from, to] of [
      ['1.0', '0.97'],
      ['UTF-8', 'GBK'],
      ['BagIt', '\ufeffBagIt'],
    ] as const) {
      // prettier-ignore
      const files = exampleBag();
      edit(files, 'bagit.txt', (text) => text.replace(from, to));
      resign(files, 'tags');
      expect(codes(verify(files))).toEqual([['not-a-bag', 'bagit.txt']]);
    }
  });

  test('lines of a manifest that are none, twice there, or point elsewhere', () => {
    const hash = sha256('x');
    for (const line of [
      'kaputt',
      `${hash} `,
      `${hash}  data/%41.txt`,
      `${hash}  ../x`,
      `${hash}  bagit.txt`,
      `${hash}  data/材料清单.pdf`,
    ]) {
      const files = exampleBag();
      edit(files, 'manifest-sha256.txt', (text) => `${text}${line}\n`);
      resign(files, 'tags');
      expect(codes(verify(files))).toEqual([['damaged', 'manifest-sha256.txt']]);
    }
  });

  test('manifests of other kinds, which nothing here would check', () => {
    for (const name of ['manifest-md5.txt', 'tagmanifest-sha512.txt', 'fetch.txt']) {
      const files = exampleBag();
      files.set(name, Buffer.from('x'));
      resign(files, 'tags');
      expect(codes(verify(files))).toContainEqual(['extra', name]);
    }
  });

  test('what the zip refused', () => {
    const files = exampleBag();
    const entries = [...files].map(([path, bytes]) => ({
      name: `${top}/${path}`,
      sizeBytes: bytes.length,
      sha256: path === picture ? null : sha256(bytes),
      refused: path === picture ? { zh: '校验值不符', en: 'CRC' } : null,
      ...(path === picture ? { fault: 'damaged' as const } : {}),
    }));
    const kept = new Map([...files].map(([path, bytes]) => [`${top}/${path}`, bytes]));
    expect(codes(verifyBundle({ entries, kept }))).toEqual([['damaged', `${top}/${picture}`]]);
    const hostile = { name: '../x', sizeBytes: 1, sha256: null, refused: { zh: '跳出', en: 'leaves' }, fault: 'unsafe' as const }; // prettier-ignore
    expect(codes(verifyBundle({ entries: [...entries, hostile], kept }))).toContainEqual(['unsafe', '../x']);
  });
});

describe('a forged bundle, its manifests made to fit, differs from its report', () => {
  const forge = (
    change: (files: Map<string, Uint8Array>) => void,
    report = reportWith(finding('warning')),
  ) => {
    const files = exampleBag(report);
    change(files);
    resign(files, 'payload');
    const sizeBytes = [...files]
      .filter(([path]) => path.startsWith('data/'))
      .map(([, bytes]) => bytes.length);
    edit(files, 'bag-info.txt', (text) =>
      text.replace(
        /Payload-Oxum: .*/,
        `Payload-Oxum: ${sizeBytes.reduce((a, b) => a + b, 0)}.${sizeBytes.length}`,
      ),
    );
    resign(files, 'tags');
    return codes(verify(files));
  };
  const report = 'data/report.json';
  const inReport = (from: string | RegExp, to: string) => (files: Map<string, Uint8Array>) => {
    edit(files, report, (text) => {
      expect(text).toMatch(from);
      return text.replace(from, to);
    });
  };

  test('by a file that was swapped, added or taken away', () => {
    expect(forge((files) => files.set(picture, Buffer.from('另一张图')))).toEqual([
      ['report-differs', picture],
    ]);
    expect(forge((files) => files.set('data/x.txt', Buffer.from('x')))).toEqual([
      ['report-differs', 'data/x.txt'],
    ]);
    expect(forge((files) => files.delete(picture))).toEqual([['report-differs', picture]]);
  });

  test('by counts, verdict, draft, date or shape', () => {
    const differs = [['report-differs', report]];
    expect(forge(inReport('"warning": 1', '"warning": 0'))).toEqual(differs);
    expect(forge(inReport('"verdict": "pass"', '"verdict": "fail"'))).toEqual([...differs, ...differs]);
    expect(forge(inReport('"draft": false', '"draft": true'))).toEqual(differs);
    expect(forge(inReport('"date": "2026-11-22"', '"date": "2026-11-23"'))).toEqual(differs);
    expect(forge(inReport('"level": "warning"', '"level": "error"')).length).toBeGreaterThan(0);
    expect(forge(inReport('"schema"', '"skema"'))).toEqual(differs);
    expect(forge(inReport(/\}\s*$/, ''))).toEqual(differs);
    expect(forge((files) => files.set(report, Buffer.from([0x7b, 0xff, 0x7d])))).toEqual(differs);
    expect(forge((files) => files.delete(report))).toEqual([['missing', report]]);
  });

  test('a report with errors that is not marked as a draft', () => {
    expect(
      verify(exampleBag(reportWith(finding('error')), false)).differences.map(({ code }) => code),
    ).toEqual(['report-differs']);
  });
});

test('every message says something in both languages', () => {
  const files = exampleBag();
  files.delete('bag-info.txt');
  files.delete('data/report.json');
  files.set('x', Buffer.from('x'));
  for (const { message } of verify(files).differences) {
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(message.en).not.toMatch(/\p{Script=Han}/u);
  }
});
