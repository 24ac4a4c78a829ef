import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verificationSchema } from '../../main/contract/bundle.ts';
import { filingSchema } from '../../main/contract/letter-results.ts';
import { reportSchema, requirementsSchema } from '../../main/contract/report.ts';
import { changeYaml, copySample, newFolder, run, yinqi } from './run-yinqi.ts';

describe('the sample goes from category to a bundle that verifies', () => {
  const out = newFolder();
  const bundle = join(out, '样例纪要.zip');
  let dossier = '';
  beforeAll(() => {
    dossier = copySample();
  });

  test('every requirement of the sample is there', () => {
    const result = yinqi('requirements', dossier, '--format', 'json');
    expect(result.stderr).toBe('');
    expect(result.status).toBe(0);
    const { requirements } = requirementsSchema.parse(JSON.parse(result.stdout));
    const demanded = requirements.filter((one) => !one.optional && one.kind !== 'attestation');
    expect(demanded.filter((one) => one.status !== 'ok')).toEqual([]);
    // Every question is answered: nothing hangs on one.
    expect(requirements.filter((one) => one.status === 'open')).toEqual([]);
    expect(demanded.map((one) => one.id)).toEqual(
      expect.arrayContaining(['business-licence', 'icp', 'software-copyright', 'publishing-commitment', 'authorisation-letter', 'legal-representative-id-copy', 'agent-id-copy', 'app-logo', 'company-logo', 'previews', 'app-name']), // prettier-ignore
    );
  });

  test('the check finds no error and says so in both languages and as SARIF', () => {
    const zh = yinqi('check', dossier, '--format', 'json');
    expect(zh.status).toBe(0);
    const report = reportSchema.parse(JSON.parse(zh.stdout));
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('pass');
    const en = yinqi('check', dossier, '--format', 'json', '--lang', 'en');
    const english = reportSchema.parse(JSON.parse(en.stdout));
    expect(english.counts).toEqual(report.counts);
    expect(english.requirements.every((one) => !/\p{Script=Han}/u.test(one.title))).toBe(true);
    const sarif = JSON.parse(yinqi('check', dossier, '--format', 'sarif').stdout) as {
      version: string;
      runs: { results: unknown[] }[];
    };
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0]?.results).toHaveLength(report.findings.length);
  });

  test('its letters are A4 PDFs whose text other programs read exactly', () => {
    const folder = join(out, 'letters');
    const result = yinqi('letters', dossier, '--out', folder);
    expect(result.status).toBe(0);
    const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    expect(files).toHaveLength(2);
    for (const name of files) {
      const path = join(folder, name);
      const text = run('pdftotext', [path, '-']).stdout.replaceAll(/\s/g, '');
      expect(text).toContain('深圳市样例科技有限公司');
      expect(text).toContain('91440300MA5YANGL1W');
      expect(text).toMatch(/第1页共\d页/);
      expect(run('qpdf', ['--check', path]).status).toBe(0);
      const fonts = run('pdffonts', [path]).stdout.trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts)
        expect(font).toMatch(/^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
      expect(run('pdfinfo', [path]).stdout).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
    }
    const commitment = run('pdftotext', [
      '-layout',
      join(folder, files.find((name) => name.includes('承诺函')) ?? ''),
      '-',
    ]).stdout;
    expect(commitment).toMatch(/　*年　*月　*日|年\s+月\s+日/);
    expect(commitment).not.toContain('2026年11月22日');
  });

  test('its scans are filed to the letters that the data makes today', () => {
    const scans = ['publishing-commitment-signed.pdf', 'authorisation-letter-signed.pdf'].map((name) =>
      join(dossier, 'papers', name),
    );
    const result = yinqi('file', dossier, ...scans, '--format', 'json');
    expect(result.status).toBe(0);
    const filing = filingSchema.parse(JSON.parse(result.stdout));
    expect(filing.unfiled).toEqual([]);
    expect(new Set(filing.pages.map((page) => page.state))).toEqual(new Set(['current']));
    expect(filing.letters.map((letter) => letter.id).toSorted()).toEqual(['authorisation-letter', 'publishing-commitment']); // prettier-ignore
    expect(filing.letters.every((letter) => letter.complete)).toBe(true);
  });

  test('the bundle is the same to the byte each time and in any time zone, and four programs agree on it', () => {
    const first = yinqi('bundle', dossier, '--out', bundle);
    expect(first.stderr).not.toContain('错误');
    expect(first.status).toBe(0);
    const again = join(out, 'again.zip');
    for (const zone of ['Asia/Shanghai', 'America/Los_Angeles']) {
      const second = run(process.execPath, [join(import.meta.dirname, '../../out/main/yinqi.js'), 'bundle', dossier, '--out', again, '--today', '2026-11-22'], { TZ: zone }); // prettier-ignore
      expect(second.status).toBe(0);
      expect(readFileSync(again).equals(readFileSync(bundle))).toBe(true);
    }
    expect(run('unzip', ['-tq', bundle]).status).toBe(0);
    const python = run('python3', [
      '-c',
      'import sys,zipfile,json;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print(json.dumps([[i.filename,bool(i.flag_bits&0x800)] for i in z.infolist()]))',
      bundle,
    ]);
    const names = JSON.parse(python.stdout) as [string, boolean][];
    expect(names.some(([name]) => name.endsWith('材料清单.pdf'))).toBe(true);
    expect(names.filter(([name, utf8]) => /[^\x20-\x7e]/.test(name) && !utf8)).toEqual([]);
    const bag = run('python3', [join(import.meta.dirname, 'check-bag.py'), bundle]);
    expect(bag.stderr).toBe('');
    expect(bag.status).toBe(0);
    const verified = yinqi('verify', bundle, '--format', 'json');
    expect(verified.status).toBe(0);
    const verification = verificationSchema.parse(JSON.parse(verified.stdout));
    expect(verification.verdict).toBe('whole');
    expect(verification.draft).toBe(false);
    expect(verification.report?.verdict).toBe('pass');
  });

  test('one changed byte anywhere in a paper is found by name', () => {
    const bytes = readFileSync(bundle);
    const at = bytes.indexOf(readFileSync(join(dossier, 'papers', 'agent-id.jpg')).subarray(1000, 1100));
    expect(at).toBeGreaterThan(0);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const broken = join(out, 'broken.zip');
    writeFileSync(broken, bytes);
    const result = yinqi('verify', broken, '--format', 'json');
    expect(result.status).toBe(1);
    const verification = verificationSchema.parse(JSON.parse(result.stdout));
    expect(verification.verdict).toBe('not-whole');
    expect(verification.differences.length).toBeGreaterThan(0);
  });
});

describe('every command', () => {
  test.each([
    ['categories', [], 0, '金融'],
    ['rules', [], 0, 'business-licence'],
    ['explain', ['compliance/4.1-2'], 0, 'business-licence'],
    ['explain', ['app-logo'], 0, '128'],
  ] as const)('%s %j answers in Chinese', (command, args, status, says) => {
    const result = yinqi(command, ...args);
    expect(result.status).toBe(status);
    expect(result.stdout).toContain(says);
  });

  test('facts, deadlines and fix answer on the sample, as text and as JSON', () => {
    const dossier = copySample();
    for (const command of ['facts', 'deadlines', 'fix']) {
      expect(yinqi(command, dossier).status).toBe(0);
      expect(() => JSON.parse(yinqi(command, dossier, '--format', 'json').stdout) as unknown).not.toThrow();
    }
  });

  test('init writes a dossier to fill in that asks for everything and passes nothing', () => {
    const folder = join(newFolder(), '新案卷');
    expect(yinqi('init', folder, '--category', 'general/other', '--track', 'listing').status).toBe(0);
    const { requirements } = requirementsSchema.parse(
      JSON.parse(yinqi('requirements', folder, '--format', 'json').stdout),
    );
    expect(requirements.filter((one) => one.status === 'ok').map((one) => one.id)).toEqual(['app-category']);
    const check = yinqi('check', folder, '--format', 'json');
    expect(check.status).toBe(1);
    expect(reportSchema.parse(JSON.parse(check.stdout)).verdict).toBe('fail');
    // Every question that comes up stands there, to be answered in place.
    const { facts } = JSON.parse(yinqi('facts', folder, '--format', 'json').stdout) as {
      facts: { id: string; answer?: unknown }[];
    };
    const text = readFileSync(join(folder, 'dossier.yaml'), 'utf8');
    expect(facts.length).toBeGreaterThan(20);
    expect(facts.filter(({ id, answer }) => answer !== undefined || !text.includes(`\n  # ${id}: `))).toEqual(
      [],
    );
    changeYaml(folder, '\n  # networked: true | false\n', '\n  networked: true\n');
    const answered = yinqi('facts', folder);
    expect(answered.status).toBe(0);
    expect(answered.stdout).toMatch(/networked：是\n/);
    const again = yinqi('init', folder);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('dossier.yaml');
  });

  test('what-if answers a question without saving it', () => {
    const dossier = copySample();
    const before = readFileSync(join(dossier, 'dossier.yaml'), 'utf8');
    const result = yinqi('requirements', dossier, '--fact', 'networked=false', '--format', 'json');
    const { requirements } = requirementsSchema.parse(JSON.parse(result.stdout));
    expect(requirements.map((one) => one.id)).not.toContain('icp-filing-proof');
    expect(readFileSync(join(dossier, 'dossier.yaml'), 'utf8')).toBe(before);
  });

  test('a letter counts as there only when its scan is', () => {
    const dossier = copySample();
    changeYaml(dossier, /\n  publishing-commitment: papers.*\n/, '\n');
    const { requirements } = requirementsSchema.parse(
      JSON.parse(yinqi('requirements', dossier, '--format', 'json').stdout),
    );
    expect(requirements.find((one) => one.id === 'publishing-commitment')?.status).toBe('missing');
    expect(yinqi('check', dossier).status).toBe(1);
    const refused = yinqi('bundle', dossier, '--out', join(newFolder(), 'x.zip'));
    expect(refused.status).not.toBe(0);
    const draft = join(newFolder(), 'draft.zip');
    expect(yinqi('bundle', dossier, '--out', draft, '--draft').status).toBe(0);
    const verification = verificationSchema.parse(
      JSON.parse(yinqi('verify', draft, '--format', 'json').stdout),
    );
    expect(verification).toMatchObject({ verdict: 'whole', draft: true, report: { verdict: 'fail' } });
  });

  test('a scan signed before a fact changed is told apart as outdated', () => {
    const dossier = copySample();
    changeYaml(dossier, '样例大厦 101 室', '样例大厦 202 室');
    const scan = join(dossier, 'papers', 'publishing-commitment-signed.pdf');
    const filing = filingSchema.parse(JSON.parse(yinqi('file', dossier, scan, '--format', 'json').stdout));
    expect(new Set(filing.pages.map((page) => page.state))).toEqual(new Set(['outdated']));
    const report = reportSchema.parse(JSON.parse(yinqi('check', dossier, '--format', 'json').stdout));
    expect(
      report.findings.some(
        (finding) =>
          finding.outcome === 'needs-person' && finding.at === 'papers/publishing-commitment-signed.pdf',
      ),
    ).toBe(true);
  });

  test('fix --write mends what a machine can and keeps the originals', () => {
    const dossier = copySample();
    const sharpen = run(process.execPath, [
      '--input-type=module',
      '-e',
      `import sharp from 'sharp'; await sharp({create:{width:300,height:300,channels:3,background:'#0f766e'}}).png().toFile(process.argv[1])`,
      join(dossier, 'assets', 'app-logo.png'),
    ]);
    expect(sharpen.stderr).toBe('');
    const original = readFileSync(join(dossier, 'assets', 'app-logo.png'));
    expect(yinqi('check', dossier).status).toBe(1);
    expect(yinqi('fix', dossier).stdout).toContain('assets/app-logo.png');
    expect(readFileSync(join(dossier, 'assets', 'app-logo.png')).equals(original)).toBe(true);
    expect(yinqi('fix', dossier, '--write').status).toBe(0);
    expect(readFileSync(join(dossier, 'assets', 'app-logo.png')).equals(original)).toBe(true);
    expect(yinqi('check', dossier).status).toBe(0);
    expect(existsSync(join(dossier, 'dossier.yaml'))).toBe(true);
  });
});
