import process from 'node:process';

/** How long a job may take. */
export interface JobLimit {
  /** Processor time of the whole program. */
  readonly mostCpuMs: number;
  /** What a job that does not even use the processor is given. */
  readonly mostWallMs: number;
}

/** Nothing real takes as much for one measurement. */
const measuring: JobLimit = { mostCpuMs: 4500, mostWallMs: 60_000 };
const lookEveryMs = 250;

/** Jobs that are watched: the processor's time is the whole program's, of which each is given its share. */
let underWay = 0;

/**
 * Calls `onOver` with the seconds by the clock once a job has taken as much, 4.5 s if nothing is said, both by the clock and of the
 * processor, which a machine that is busy with other programs does not cut short, or its longest time by the clock. A look that comes late,
 * because this thread was held up or the computer asleep, counts as two: the answer may be there already. Answers how to stop watching.
 */
export function watchJob(
  onOver: (seconds: number) => void,
  { mostCpuMs, mostWallMs }: JobLimit = measuring,
): () => void {
  let [wallMs, cpuMs] = [0, 0];
  let last = { at: performance.now(), cpu: process.cpuUsage() };
  const look = (): void => {
    const now = { at: performance.now(), cpu: process.cpuUsage() };
    const passedMs = now.at - last.at;
    const usedMs = (now.cpu.user - last.cpu.user + now.cpu.system - last.cpu.system) / 1000;
    last = now;
    const counted = Math.min(1, (2 * lookEveryMs) / passedMs);
    wallMs += passedMs * counted;
    cpuMs += (usedMs * counted) / underWay;
    if (wallMs < mostWallMs && (wallMs < mostCpuMs || cpuMs < mostCpuMs)) return;
    unwatch();
    onOver(Math.round(wallMs / 1000));
  };
  const timer = setInterval(look, lookEveryMs);
  underWay += 1;
  let isWatched = true;
  const unwatch = (): void => {
    if (isWatched) underWay -= 1;
    isWatched = false;
    clearInterval(timer);
  };
  return unwatch;
}
