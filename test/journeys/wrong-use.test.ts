import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportSchema } from '../../main/contract/report.ts';
import { expectRefusal } from './expect-refusal.ts';
import { builtCommand, changeYaml, copySample, newFolder, run, yinqi } from './run-yinqi.ts';

describe('wrong use of the command line', () => {
  test.each([
    [['chek', '.'], 'check'],
    [['check', '--formt', 'json', '.'], 'format'],
    [['check'], 'DIR'],
    [['check', '.', '--format', 'xml'], 'json'],
    [['explain', 'compliance/4.1-22'], 'compliance/4.1-2'],
    [['verify', '/nonexistent.zip'], 'nonexistent.zip'],
    [['init', 'x', '--category', 'general/othr'], 'general/other'],
  ])('%j is refused with a near name', (args, near) => {
    const folder = newFolder();
    const result = run(process.execPath, [
      builtCommand,
      ...args.map((arg) => (arg === 'x' ? join(folder, 'x') : arg)),
    ]);
    expectRefusal(result, near);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a date that does not exist', () => {
    const result = run(process.execPath, [builtCommand, 'check', copySample(), '--today', '2026-02-30']);
    expectRefusal(result, '2026-02-30');
  });

  test('a category that this version does not cover never passes', () => {
    const dossier = copySample();
    changeYaml(dossier, 'general/other', 'finance/banking');
    const result = yinqi('check', dossier, '--format', 'json');
    expect(result.status).toBe(1);
    const report = reportSchema.parse(JSON.parse(result.stdout));
    expect(
      report.findings.some((finding) => finding.outcome === 'not-checked' && finding.level === 'error'),
    ).toBe(true);
  });
});
