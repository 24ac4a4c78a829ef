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

/**
 * Calls `onOver` with the seconds by the clock once a job has taken as much, 4.5 s if nothing is said, both by the clock and of the
 * processor, which a machine that is busy with other programs does not cut short, or its longest time by the clock. Answers how to stop watching.
 */
export function watchJob(
  onOver: (seconds: number) => void,
  { mostCpuMs, mostWallMs }: JobLimit = measuring,
): () => void {
  const started = performance.now();
  const before = process.cpuUsage();
  const timer = setInterval(() => {
    const wallMs = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1000;
    if (wallMs < mostWallMs && (wallMs < mostCpuMs || cpuMs < mostCpuMs)) return;
    clearInterval(timer);
    onOver(Math.round(wallMs / 1000));
  }, lookEveryMs);
  return () => clearInterval(timer);
}
