import { describe, expect, test } from 'vitest';
import { allCommands } from '../../../main/hosts/cli/commands/all-commands.ts';
import type { FakeMethod } from '../fake-app.ts';
import { finding, report, runWith } from './run-with-fake-app.ts';

describe('what goes where', () => {
  test('JSON stands alone on the output, and is the report itself', async () => {
    const data = report([finding('error'), finding('notice')]);
    const { out, err } = await runWith(['check', 'd', '--format', 'json'], { 'review.check': () => data });
    expect(JSON.parse(out)).toEqual(data);
    expect(err).toBe('');
  });

  test('progress is shown on a terminal only, and wiped', async () => {
    const methods: Record<string, FakeMethod> = {
      'review.check': (_input, { onProgress }) => {
        onProgress({ done: 1, total: 4, label: '检查 a.pdf' });
        return report([]);
      },
    };
    expect((await runWith(['check', 'd'], methods)).err).toBe('');
    const { err } = await runWith(['check', 'd'], methods, { isTerminal: true });
    expect(err).toContain('25% 检查 a.pdf');
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
  });

  test('colours are for terminals, and NO_COLOR turns them off', async () => {
    const methods: Record<string, FakeMethod> = { 'review.check': () => report([finding('error')]) };
    expect((await runWith(['check', 'd'], methods)).out).not.toContain('\u001b');
    expect((await runWith(['check', 'd'], methods, { isTerminal: true })).out).toContain('\u001b[31m');
    const quiet = await runWith(['check', 'd'], methods, { isTerminal: true, env: { NO_COLOR: '1' } });
    expect(quiet.out).not.toContain('\u001b');
  });

  test('--today reaches the world', async () => {
    const { opened } = await runWith(['check', 'd', '--today', '2026-02-28'], {
      'review.check': () => report([]),
    });
    expect(opened).toEqual([['folder', '2026-02-28']]);
  });

  test('help and version open nothing', async () => {
    expect(await runWith(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n', opened: [] });
    const help = await runWith(['--help']);
    expect(help).toMatchObject({ code: 0, err: '', opened: [] });
    for (const command of allCommands) {
      expect(help.out).toContain(command.name);
      const own = await runWith([command.name, '--help', '--lang', 'en']);
      expect(own).toMatchObject({ code: 0, opened: [] });
      expect(own.out).toContain(`Usage: yinqi ${command.name}`);
      expect(own.out).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('English output of a report has no Chinese of ours', async () => {
    const data = report([
      { ...finding('error'), message: 'Too long' },
      { ...finding('warning', 'company.name'), message: 'Check it' },
    ]);
    const { out } = await runWith(['check', 'd', '--lang', 'en'], { 'review.check': () => data });
    expect(out).not.toMatch(/\p{Script=Han}/u);
    expect(out).toMatch(/Company and people[\s\S]*Check it[\s\S]*App[\s\S]*Too long/);
  });
});
