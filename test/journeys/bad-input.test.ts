import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { reportSchema, type Finding } from '../../main/contract/report.ts';
import { expectRefusal } from './expect-refusal.ts';
import { changeYaml, copySample, newFolder, run, yinqi } from './run-yinqi.ts';

const findings = (dossier: string): readonly Finding[] =>
  reportSchema.parse(JSON.parse(yinqi('check', dossier, '--format', 'json').stdout)).findings;

describe('a dossier.yaml with a fault names file, line and field', () => {
  test.each([
    [
      'an unknown key has a near name',
      '  website:',
      '  webste:',
      ['dossier.yaml', 'webste', 'website', '第 22 行'],
    ],
    [
      'a wrong type',
      'categories: [general/other]',
      'categories: { general: other }',
      ['dossier.yaml', 'categories', '7'],
    ],
    [
      'a typo in the YAML',
      'applicant: { kind: company }',
      'applicant: { kind: company',
      ['dossier.yaml', '括号', '第 10 行'],
    ],
    [
      'an unknown choice',
      'idType: resident, idNumber: "440301190001010011"',
      'idType: residence, idNumber: "440301190001010011"',
      ['dossier.yaml', 'idType', 'residence', '第 13 行'],
    ],
    [
      'a control character',
      '把会中要点整理成纪要与待办',
      '"会中\\u0007要点"',
      ['dossier.yaml', 'app.intro', 'U+0007'],
    ],
  ])('%s', (_, from, to, words) => {
    const dossier = copySample();
    changeYaml(dossier, from, to);
    const before = readFileSync(join(dossier, 'dossier.yaml'));
    expectRefusal(yinqi('check', dossier), ...words);
    expectRefusal(yinqi('fix', dossier, '--write'), 'dossier.yaml');
    expect(readFileSync(join(dossier, 'dossier.yaml')).equals(before)).toBe(true);
  });

  test('every fault is told in one run, in the language asked for', () => {
    const dossier = copySample();
    changeYaml(dossier, '  website:', '  webste:');
    changeYaml(dossier, 'track: listing', 'trak: listing');
    const result = yinqi('check', dossier, '--lang', 'en');
    expectRefusal(result, 'webste', 'trak', 'line 6', 'line 22');
    expect(result.stderr).not.toMatch(/建议|错误/);
  });

  test('an empty file, a folder without one and a path that is no folder', () => {
    const dossier = newFolder();
    expectRefusal(yinqi('check', dossier), 'dossier.yaml', 'yinqi init');
    writeFileSync(join(dossier, 'dossier.yaml'), '');
    expectRefusal(yinqi('check', dossier), 'dossier.yaml');
    writeFileSync(join(dossier, 'dossier.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x80]));
    expectRefusal(yinqi('check', dossier), 'dossier.yaml');
    expectRefusal(yinqi('check', join(dossier, '不存在')), '不存在');
    expectRefusal(yinqi('check', join(dossier, 'dossier.yaml')), 'dossier.yaml');
  });
});

describe('a file that is not what it should be is a finding at that file', () => {
  const licence = 'papers/business-licence.jpg';
  const faults: readonly [string, (file: string) => void][] = [
    ['empty', (file) => writeFileSync(file, '')],
    ['truncated', (file) => truncateSync(file, 20_000)],
    ['text under a picture name', (file) => writeFileSync(file, '这不是图片')],
    [
      'random bytes',
      (file) => writeFileSync(file, Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 251))),
    ],
  ];
  test.each(faults)('%s', (_, harm) => {
    const dossier = copySample();
    harm(join(dossier, licence));
    const errors = findings(dossier).filter((finding) => finding.level === 'error');
    expect(errors.map((finding) => finding.at)).toContain(licence);
    expect(errors.find((finding) => finding.at === licence)?.cites).toContain('compliance/4.1-2');
    expectNoBundle(dossier);
  });

  test('missing, a folder, a link out of the dossier and a path that leaves it', () => {
    for (const [path, prepare] of [
      ['papers/none.jpg', () => undefined],
      ['papers/folder.jpg', (dossier: string) => mkdirSync(join(dossier, 'papers/folder.jpg'))],
      [
        'papers/link.jpg',
        (dossier: string) => symlinkSync('/etc/hostname', join(dossier, 'papers/link.jpg')),
      ],
      ['../outside.jpg', (dossier: string) => writeFileSync(join(dossier, '../outside.jpg'), 'x')],
      ['/etc/hostname', () => undefined],
    ] as const) {
      const dossier = copySample();
      prepare(dossier);
      changeYaml(dossier, `business-licence: ${licence}`, `business-licence: ${path}`);
      const result = yinqi('check', dossier, '--format', 'json');
      if (result.status === 2) {
        expect(result.stderr).toContain(path);
      } else {
        const errors = reportSchema
          .parse(JSON.parse(result.stdout))
          .findings.filter((one) => one.level === 'error');
        expect(errors.map((finding) => finding.at)).toContain(path);
      }
      expectNoBundle(dossier);
    }
  });

  test('a picture under the wrong ending is told apart by its content', () => {
    const dossier = copySample();
    writeFileSync(join(dossier, 'assets/app-logo.png'), readFileSync(join(dossier, licence)));
    const errors = findings(dossier).filter(
      (finding) => finding.at === 'assets/app-logo.png' && finding.level === 'error',
    );
    expect(errors.length).toBeGreaterThan(0);
  });

  test('an encrypted PDF is told apart from a damaged one', () => {
    const dossier = copySample();
    const signed = join(dossier, 'papers/authorisation-letter-signed.pdf');
    const locked = join(dossier, 'papers/locked.pdf');
    expect(run('qpdf', ['--encrypt', 'geheim', 'geheim', '256', '--', signed, locked]).status).toBe(0);
    writeFileSync(signed, readFileSync(locked));
    const finding = findings(dossier).find(
      (one) => one.at === 'papers/authorisation-letter-signed.pdf' && one.level === 'error',
    );
    expect(finding?.message).toMatch(/加密|密码/);
    truncateSync(signed, 3000);
    const damaged = findings(dossier).find(
      (one) => one.at === 'papers/authorisation-letter-signed.pdf' && one.level === 'error',
    );
    expect(damaged?.message).not.toMatch(/加密|密码/);
  });
});

describe('texts that nobody expects', () => {
  test.each([
    ['an emoji in the name', 'name: 样例纪要', 'name: 样例纪要🎉', 'app.name', 'compliance/1(1)'],
    [
      'a name of 10,000 characters',
      'name: 样例纪要',
      `name: ${'长'.repeat(10_000)}`,
      'app.name',
      'compliance/1(1)',
    ],
    [
      'a description of 10,000 characters',
      /description: .*\n  searchKeywords/,
      `description: ${'很'.repeat(10_000)}\n  searchKeywords`,
      'app.description',
      'listing/function-9',
    ],
    ['a credit code with one wrong digit', '91440300MA5YANGL1W', '91440300MA5YANGL1X', 'company.uscc', ''],
    [
      'an ID number with one wrong digit',
      '440301190002020027',
      '440301190002020028',
      'company.agent.idNumber',
      '',
    ],
    [
      'a version that is none',
      'version: 1.0.0',
      'version: 最新版',
      'app.version',
      'listing/function-11',
      'warning',
    ],
    [
      'an address that is none',
      'https://www.example.com/privacy',
      '隐私政策',
      'app.privacyPolicyUrl',
      'listing/function-13',
    ],
  ])('%s is found at its field', (_, from, to, at, clause, level = 'error') => {
    const dossier = copySample();
    changeYaml(dossier, from, to);
    const found = findings(dossier).filter((finding) => finding.at === at && finding.outcome === 'fail');
    expect(found.map((finding) => finding.level)).toContain(level);
    if (clause !== '') expect(found.flatMap((finding) => finding.cites)).toContain(clause);
    for (const finding of found) expect(finding.message.length).toBeLessThan(400);
  });
});

describe('a target that cannot be written', () => {
  const mounted: string[] = [];
  afterAll(() => {
    for (const folder of mounted) run('umount', [folder]);
  });

  test('a full disk leaves the old bundle whole and says what to do', ({ skip }) => {
    const folder = newFolder();
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', folder]);
    if (mount.status !== 0) {
      process.stdout.write('Not run here: the full-disk journey (a small tmpfs cannot be mounted)\n');
      skip();
    }
    mounted.push(folder);
    const target = join(folder, '旧.zip');
    writeFileSync(target, 'old bundle');
    const result = yinqi('bundle', copySample(), '--out', target);
    expectRefusal(result, '空间', '旧.zip');
    expect(readFileSync(target, 'utf8')).toBe('old bundle');
    expect(readdirSync(folder)).toEqual(['旧.zip']);
  });

  test('a folder that does not exist, and a target that is a folder', () => {
    const folder = newFolder();
    expectRefusal(yinqi('bundle', copySample(), '--out', join(folder, '没有', 'x.zip')), '没有');
    mkdirSync(join(folder, 'is-a-folder.zip'));
    expectRefusal(yinqi('bundle', copySample(), '--out', join(folder, 'is-a-folder.zip')), 'is-a-folder.zip');
    expect(readdirSync(folder)).toEqual(['is-a-folder.zip']);
  });

  test('a read-only folder', ({ skip }) => {
    const folder = newFolder();
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]);
    if (mount.status !== 0 && process.getuid?.() === 0) {
      process.stdout.write(
        'Not run here: the read-only journey (root writes everywhere and no tmpfs can be mounted)\n',
      );
      skip();
    }
    if (mount.status === 0) mounted.push(folder);
    else chmodSync(folder, 0o500);
    expectRefusal(yinqi('bundle', copySample(), '--out', join(folder, 'x.zip')), '写入');
    expectRefusal(yinqi('letters', copySample(), '--out', join(folder, 'letters')), /只读|权限/);
  });
});

/** A dossier with an error gives no final bundle and leaves nothing behind. */
function expectNoBundle(dossier: string): void {
  const folder = newFolder();
  const result = yinqi('bundle', dossier, '--out', join(folder, 'x.zip'));
  expect(result.status).not.toBe(0);
  expect(existsSync(join(folder, 'x.zip'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
}
