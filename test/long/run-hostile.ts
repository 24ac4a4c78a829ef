import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { dossierText } from '../inspection/base-dossier.ts';
import type { HostileCase } from './hostile-cases.ts';
import type { LookAnswer, LookRequest } from './hostile-message.ts';

/** Processor time that one look at one file may take, of all threads together: it does not grow when others keep the machine busy. */
export const mostCpuMs = 5000;
/** … and more for each further page of a scan, of which it measures sixty at most. */
const morePageCpuMs = 300;
/** … text recognition, whose two models' work on a page is no hang. */
const mostReadingCpuMs = 15_000;
/** A file without an answer for so long hangs, however busy the machine is. */
const mostWallMs = 180_000;
/** Memory of the whole process at its peak. */
export const mostBytes = 1_000_000_000;

/** A try and what came of it. */
export interface Tried {
  readonly hostile: HostileCase;
  readonly answer: LookAnswer | null;
  readonly faults: readonly string[];
}

export interface HostileRun {
  readonly tried: readonly Tried[];
  /** What broke a promise that no single file is to blame for. */
  readonly faults: readonly string[];
}

/**
 * What the C library keeps of one picture's memory would be laid to the next file's account: a program that came to so much is started
 * anew. What a program keeps over many files is the business of bench/, not of this.
 */
const bloatedBytes = 400_000_000;

/**
 * Hands tries to programs under test, `atOnce` side by side, each a process of its own that is watched and, when it dies or hangs,
 * started anew. Stops early after `budgetMs`. What the programs print, and what they leave beside their scratch, is a fault.
 */
export async function runHostile(
  cases: readonly HostileCase[],
  {
    atOnce,
    budgetMs,
    readEvery,
  }: { readonly atOnce: number; readonly budgetMs: number; readonly readEvery: number },
  onTried: (tried: Tried) => void = () => undefined,
): Promise<HostileRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'yinqi-hostile-'));
  const outside = join(scratch, 'outside');
  mkdirSync(outside);
  const sentinel = Buffer.from('89504e470d0a1a0a', 'hex');
  writeFileSync(join(outside, 'sentinel.png'), sentinel);
  const started = performance.now();
  const tried: Tried[] = [];
  const faults: string[] = [];
  let taken = 0;
  try {
    const work = async (line: number): Promise<void> => {
      let program: Program | null = null;
      for (;;) {
        const hostile = cases[taken];
        if (hostile === undefined || performance.now() - started > budgetMs) break;
        taken += 1;
        program ??= await startProgram(join(scratch, `line-${line}`));
        const folder = join(scratch, `try-${hostile.index}`);
        mkdirSync(folder);
        writeFileSync(join(folder, 'dossier.yaml'), dossierText({ [hostile.field]: valueOf(hostile) }));
        await hostile.make(folder, outside);
        const before = namesIn(folder);
        const { name, field, index } = hostile;
        const outcome = await program.look({ index, folder, name, field, isRead: index % readEvery === 0 });
        if (outcome.isOver) program = null;
        else if ((outcome.answer?.peakBytes ?? 0) > bloatedBytes) {
          faults.push(...(await program.end()));
          program = null;
        }
        const left = namesIn(folder).filter((one) => !before.includes(one));
        const one: Tried = {
          hostile,
          answer: outcome.answer,
          faults: [
            ...outcome.faults,
            ...(outcome.answer === null ? [] : [...outcome.answer.faults, ...dearFaults(outcome.answer)]),
            ...left.map((path) => `left ${path} behind`),
          ],
        };
        tried.push(one);
        onTried(one);
        rmSync(folder, { recursive: true, force: true });
      }
      faults.push(...((await program?.end()) ?? []));
    };
    await Promise.all(Array.from({ length: atOnce }, (_, line) => work(line)));
    const isTouched =
      namesIn(outside).length !== 1 || !readFileSync(join(outside, 'sentinel.png')).equals(sentinel);
    if (isTouched) faults.push('the folder outside was written to');
    return { tried, faults };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const valueOf = ({ field, name }: HostileCase): unknown =>
  field.startsWith('app.previews.') ? [name] : name;

const namesIn = (folder: string): readonly string[] => readdirSync(folder, { recursive: false }).map(String);

function dearFaults({ steps, pages, peakBytes }: LookAnswer): readonly string[] {
  const slow = steps.flatMap(({ step, cpuMs, wallMs }) =>
    cpuMs > (step === 'reading' ? mostReadingCpuMs : mostCpuMs + (pages - 1) * morePageCpuMs)
      ? [`${step} took ${Math.round(cpuMs)} ms of the processor, ${Math.round(wallMs)} ms by the clock`]
      : [],
  );
  return peakBytes > mostBytes ? [...slow, `took ${Math.round(peakBytes / 1e6)} MB of memory`] : slow;
}

interface Program {
  look(request: LookRequest): Promise<{
    readonly answer: LookAnswer | null;
    readonly faults: readonly string[];
    /** The program is gone. */
    readonly isOver: boolean;
  }>;
  /** Ends it; answers what it printed and left where nothing belongs. */
  end(): Promise<readonly string[]>;
}

/** Starts a program whose home, working and temporary folders are its own and must stay empty. */
async function startProgram(folder: string): Promise<Program> {
  const own = mkdtempSync(`${folder}-`);
  const empty = ['home', 'work', 'temporary'].map((name) => join(own, name));
  for (const path of [
    ...empty,
    join(own, 'scratch'),
    join(own, 'scratch', 'made'),
    join(own, 'scratch', 'data'),
  ])
    mkdirSync(path);
  const [home = '', work = '', temporary = ''] = empty;
  const child = fork(join(import.meta.dirname, 'look-at-files.ts'), [join(own, 'scratch')], {
    cwd: work,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], HOME: home, TMPDIR: temporary, LANG: 'C.UTF-8' },
  });
  let printed = '';
  child.stdout?.on('data', (piece: Buffer) => (printed += piece.toString('utf8')));
  child.stderr?.on('data', (piece: Buffer) => (printed += piece.toString('utf8')));
  await nextMessage(child, mostWallMs);
  const said = (): readonly string[] => {
    const text = printed.trim();
    printed = '';
    return text === '' ? [] : [`printed: ${text.slice(0, 500)}`];
  };
  return {
    async look(request) {
      child.send(request);
      const message = await nextMessage(child, mostWallMs);
      if (message instanceof Error) {
        child.kill('SIGKILL');
        return { answer: null, faults: [message.message, ...said()], isOver: true };
      }
      // Safe: the program answers each request with a LookAnswer.
      return { answer: message as LookAnswer, faults: said(), isOver: false };
    },
    async end() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      const left = empty.flatMap((path) =>
        namesIn(path).map((name) => `the program left ${join(path.slice(own.length + 1), name)} behind`),
      );
      return [...said(), ...left];
    },
  };
}

/** The next message of a program, or why there is none. */
function nextMessage(child: ChildProcess, mostMs: number): Promise<unknown> {
  return new Promise((resolve) => {
    const settle = (value: unknown): void => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', onExit);
      resolve(value);
    };
    const onExit = (code: number | null, signal: string | null): void =>
      settle(new Error(`the program died: ${signal ?? `exit code ${code ?? ''}`}`));
    const timer = setTimeout(() => settle(new Error(`no answer for ${mostMs / 1000} s`)), mostMs);
    child.once('message', settle).once('exit', onExit);
    if (child.exitCode !== null) onExit(child.exitCode, child.signalCode);
  });
}
