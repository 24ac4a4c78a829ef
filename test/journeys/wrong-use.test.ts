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

  test.each([
    ['categories: [general/other]', 'categories: [finance/bankin]', 'categories', 'finance/banking'],
    ['categories: [general/other]', 'categories: [game]', 'categories', 'yinqi categories'],
    ['track: listing', 'track: lissting', 'track', 'listing'],
    ['  chat: false', '  chatt: false', 'facts.chatt', '「chat」'],
    ['  chat: false', '  chat: maybe', 'facts.chat', 'true'],
  ])('a choice that there is not never passes: %s as %s', (from, to, at, says) => {
    const dossier = copySample();
    changeYaml(dossier, from, to);
    const result = yinqi('check', dossier, '--format', 'json');
    expect(result.status).toBe(1);
    const report = reportSchema.parse(JSON.parse(result.stdout));
    expect(report.verdict).toBe('fail');
    const found = report.findings.find((finding) => finding.level === 'error' && finding.at === at);
    expect(found?.message).toContain(says);
  });

  test('the papers of one category do not do for another', () => {
    const dossier = copySample();
    changeYaml(dossier, 'general/other', 'finance/banking');
    const result = yinqi('check', dossier, '--format', 'json');
    expect(result.status).toBe(1);
    const { findings } = reportSchema.parse(JSON.parse(result.stdout));
    const wanted = findings.find((finding) => finding.at === 'documents.financial-licence');
    expect(wanted).toMatchObject({ level: 'error', outcome: 'fail' });
    expect(wanted?.cites.some((clause) => clause.startsWith('compliance/4.2.1-'))).toBe(true);
    expect(yinqi('bundle', dossier, '--out', join(newFolder(), 'x.zip')).status).toBe(1);
  });
});
