import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { missingLimits, startWithinLimits } from '../../../main/hosts/cli/memory-limits.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-limits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what looks at many files is started with one arena, a server with a small young heap too', () => {
  const limits = (command: string | undefined, env = {}, platform: NodeJS.Platform = 'linux') =>
    missingLimits({ platform, env, command });
  const one = { MALLOC_ARENA_MAX: '1' };
  expect(limits('check')).toEqual({ env: one, options: [] });
  expect(limits('serve')).toEqual({ env: one, options: ['--max-semi-space-size=4'] });
  // Its start is half of what it takes.
  expect(limits('letters')).toBeNull();
  expect(limits(undefined)).toBeNull();
  // A second time, or by somebody's own choice.
  expect(limits('check', { MALLOC_ARENA_MAX: '4' })).toBeNull();
  expect(limits('check', {}, 'win32')).toBeNull();
  expect(limits('check', {}, 'darwin')).toBeNull();
});

test('what is started from there, such as a browser, has its own way with memory', () => {
  const before = process.env['MALLOC_ARENA_MAX'];
  try {
    for (const [set, left] of [
      ['1', undefined],
      ['4', '4'],
    ]) {
      process.env['MALLOC_ARENA_MAX'] = set;
      startWithinLimits();
      expect(process.env['MALLOC_ARENA_MAX']).toBe(left);
    }
  } finally {
    if (before === undefined) delete process.env['MALLOC_ARENA_MAX'];
    else process.env['MALLOC_ARENA_MAX'] = before;
  }
});

test.runIf(process.platform === 'linux')(
  'a server runs with them under the number it was started with',
  async () => {
    const program = join(import.meta.dirname, '../../../main/hosts/cli/yinqi.ts');
    const { MALLOC_ARENA_MAX: _, ...env } = process.env;
    const child = spawn(process.execPath, ['--no-warnings', program, 'serve'], {
      env: { ...env, YINQI_DATA: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const printed = await new Promise<string>((found, failed) => {
        let text = '';
        child.stdout.on('data', (piece: Buffer) => {
          text += piece.toString('utf8');
          if (text.includes('http://')) found(text);
        });
        child.once('exit', (code) => failed(new Error(`serve ended with ${code}`)));
      });
      expect(printed).toContain('印齐已就绪');
      const of = (name: string): string[] => readFileSync(`/proc/${child.pid}/${name}`, 'utf8').split('\0');
      expect(of('environ')).toContain('MALLOC_ARENA_MAX=1');
      expect(of('environ')).toContain(`YINQI_DATA=${folder}`);
      expect(of('cmdline').slice(1)).toEqual([
        '--max-semi-space-size=4',
        '--no-warnings',
        program,
        'serve',
        '',
      ]);
    } finally {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill();
      await ended;
    }
  },
);
