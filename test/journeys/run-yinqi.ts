import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..', '..');
export const builtCommand = join(projectFolder, 'out', 'main', 'yinqi.js');
export const sampleFolder = join(projectFolder, 'resources', 'sample');
/** The day that journeys live on. */
export const today = '2026-11-22';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs any program and waits; text in and out. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 256 << 20,
    timeout: 120_000,
  });
  if (result.error !== undefined) throw result.error;
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** Runs the built command line on the journeys' day. */
export const yinqi = (...args: readonly string[]): Run =>
  run(process.execPath, [builtCommand, ...args, '--today', today]);

/** A new folder of this test's own, with Chinese and a space in its path as users have them. */
export const newFolder = (): string => {
  const made = mkdtempSync(join(realpathSync(tmpdir()), 'yinqi 旅程-'));
  return made;
};

/** A copy of the sample dossier to work on. */
export function copySample(): string {
  const folder = join(newFolder(), '案卷');
  cpSync(sampleFolder, folder, { recursive: true });
  return folder;
}

/** Changes the text of a dossier's YAML; fails when there was nothing to change. */
export function changeYaml(folder: string, from: string | RegExp, to: string): void {
  const file = join(folder, 'dossier.yaml');
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in dossier.yaml: ${String(from)}`);
  writeFileSync(file, after);
}
