import { spawn, type ChildProcess } from 'node:child_process';
import { lineMarks, type KillTask } from './kill-task.ts';

/** When a process is killed: so many lines after it was ready, and so many milliseconds after that. */
export interface KillMoment {
  readonly lines: number;
  readonly delayMs: number;
}

/** What a killed process had confirmed, in order. */
export interface Killed {
  readonly confirmed: readonly string[];
}

function start(program: string, task: KillTask, temporary: string): ChildProcess {
  return spawn(process.execPath, ['--no-warnings', program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: temporary, NODE_OPTIONS: '' },
  });
}

/** Runs a task and kills it at the moment, by SIGKILL. Throws when it ends by itself. */
export async function runAndKill(
  program: string,
  task: KillTask,
  temporary: string,
  moment: KillMoment,
): Promise<Killed> {
  const child = start(program, task, temporary);
  let isDoomed = false;
  const { said, signal, complaints } = await listen(child, (lines) => {
    const isReady = lines[0] === lineMarks.ready;
    if (isDoomed || !isReady || lines.length <= moment.lines) return;
    isDoomed = true;
    setTimeout(() => child.kill('SIGKILL'), moment.delayMs);
  });
  if (signal !== 'SIGKILL') throw new Error(`The ${task.work} ended by itself: ${complaints}`);
  return { confirmed: confirmedOf(said) };
}

/** Runs a task to its end. Throws when it fails. */
export async function runToEnd(program: string, task: KillTask, temporary: string): Promise<Killed> {
  const { said, code, complaints } = await listen(start(program, task, temporary), () => undefined);
  if (code !== 0) throw new Error(`The ${task.work} failed: ${complaints}`);
  return { confirmed: confirmedOf(said) };
}

const confirmedOf = (said: readonly string[]): readonly string[] =>
  said.filter((line) => line.startsWith(lineMarks.done)).map((line) => line.slice(lineMarks.done.length));

interface Ended {
  readonly said: readonly string[];
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly complaints: string;
}

function listen(child: ChildProcess, onLines: (lines: readonly string[]) => void): Promise<Ended> {
  let text = '';
  let complaints = '';
  child.stderr?.on('data', (bytes: Buffer) => (complaints += bytes.toString()));
  child.stdout?.setEncoding('utf8');
  // Only whole lines count: what is behind the last line break was not said to the end.
  child.stdout?.on('data', (piece: string) => {
    text += piece;
    onLines(text.split('\n').slice(0, -1));
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ said: text.split('\n').slice(0, -1), code, signal, complaints }),
    );
  });
}
