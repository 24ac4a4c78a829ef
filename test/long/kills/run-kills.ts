import { join } from 'node:path';
import { createSqliteStore } from '../../../main/adapters/sqlite/sqlite-store.ts';
import { ageBlobs, blobFaults, databaseFaults, leftOvers, scratchLeft } from './after-kill.ts';
import { buildKillWork } from './build-kill-work.ts';
import { makeKillPlace, type KillPlace } from './kill-place.ts';
import { killWorks, type KillTask, type KillWork } from './kill-task.ts';
import { killedWorks, type KilledWork, type Reference } from './kill-works.ts';
import { runAndKill, runToEnd, type KillMoment } from './run-and-kill.ts';

/** One kill and what was wrong after it. */
export interface KillOutcome {
  readonly work: KillWork;
  readonly store: KillTask['store'];
  readonly moment: KillMoment;
  /** Rounds that were confirmed before it. */
  readonly confirmed: number;
  readonly faults: readonly string[];
}

/** How many kills, of what, and how many kinds of work at a time. */
export interface KillPlan {
  readonly count: number;
  readonly seed: number;
  readonly atOnce: number;
  readonly only?: string;
}

/** A kind of work on a store, with folders of its own that all its kills share. */
interface Lane {
  readonly work: KillWork;
  readonly killed: KilledWork;
  readonly place: KillPlace;
  readonly task: KillTask;
  readonly reference: Reference;
}

/**
 * Kills `count` processes at random moments of every kind of work in turn, and looks after each at what is left; the moments
 * are the same for the same seed, what they hit is not. `only` keeps to kinds whose name holds it; `atOnce` kinds go at a time.
 */
export async function runKills(
  { count, seed, atOnce, only = '' }: KillPlan,
  onOutcome: (outcome: KillOutcome) => void,
): Promise<readonly KillOutcome[]> {
  const program = await buildKillWork(join(import.meta.dirname, '..', '..', '..'));
  const random = randomFrom(seed);
  const kinds = killWorks
    .flatMap((work) => killedWorks[work].stores.map((store) => ({ work, store })))
    .filter(({ work, store }) => `${work} ${store}`.includes(only))
    .map((kind) => ({ ...kind, moments: new Array<KillMoment>() }));
  for (let kill = 0; kill < count; kill += 1) {
    const kind = kinds[kill % kinds.length];
    if (kind === undefined) throw new Error(`no work is named ${only}`);
    const { mostLines, mostMs } = killedWorks[kind.work];
    kind.moments.push({
      lines: Math.floor(random() * (mostLines + 1)),
      delayMs: Math.floor(random() * (mostMs + 1)),
    });
  }
  const outcomes: KillOutcome[] = [];
  const next = async (): Promise<void> => {
    for (let kind = kinds.shift(); kind !== undefined; kind = kinds.shift()) {
      const lane = await openLane(program, kind.work, kind.store);
      try {
        for (const [index, moment] of kind.moments.entries()) {
          const outcome = await killOnce(program, lane, moment, index + 1);
          outcomes.push(outcome);
          onOutcome(outcome);
        }
      } finally {
        lane.place.remove();
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return outcomes;
}

async function openLane(program: string, work: KillWork, store: KillTask['store']): Promise<Lane> {
  const killed = killedWorks[work];
  const place = await makeKillPlace();
  killed.prepare(place);
  const dossier = store === 'folder' ? place.folder : await importOnce(place);
  const { dataFolder, folder, out } = place;
  const start = killed.reset(place, 0);
  const task: KillTask = { work, store, dataFolder, folder, dossier, out, start, isOnce: false };
  const { confirmed } = await runToEnd(program, { ...task, isOnce: true }, place.temporary);
  return { work, killed, place, task, reference: killed.refer(place, confirmed) };
}

async function importOnce(place: KillPlace): Promise<string> {
  const store = createSqliteStore({
    dataFolder: place.dataFolder,
    newId: () => 'the-only-one',
    now: () => '2026-11-22T00:00:00Z',
  });
  const { ref } = await store.importFolder({ absolutePath: place.folder, name: '案卷' });
  store.close();
  return ref;
}

async function killOnce(
  program: string,
  { work, killed, place, task, reference }: Lane,
  moment: KillMoment,
  kill: number,
): Promise<KillOutcome> {
  const now = { ...task, start: killed.reset(place, kill) };
  const { confirmed } = await runAndKill(program, now, place.temporary, moment);
  const faults: string[] = [...databaseFaults(place.dataFolder)];
  ageBlobs(place.dataFolder);
  try {
    // A program that starts collects what is on its list; one that works on folders, when it writes there again: then
    // what was interrupted is done once more, as its user would.
    await runToEnd(program, { ...now, work: 'nothing' }, place.temporary);
    faults.push(...(await killed.check(place, now, confirmed, reference)));
    const interrupted = killed.interrupted(confirmed);
    if (now.store === 'folder' || interrupted !== undefined) {
      const again = { ...now, start: now.start + 50_000, isOnce: true, interrupted };
      const { confirmed: then } = await runToEnd(program, again, place.temporary);
      if (interrupted !== undefined) faults.push(...(await killed.check(place, again, then, reference)));
    }
    faults.push(...blobFaults(place.dataFolder));
    faults.push(...leftOvers(place.dataFolder, place.out, work === 'repair' ? place.out : place.folder));
    faults.push(...scratchLeft(place.temporary));
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  return { work, store: task.store, moment, confirmed: confirmed.length, faults };
}

/** Numbers from 0 to 1 from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
