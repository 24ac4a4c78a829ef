import process from 'node:process';

/** Processor time of the whole program; nothing real takes as much for one job. */
const mostCpuMs = 4500;
/** A job that does not even use the processor is given this long. */
const mostWallMs = 60_000;
const lookEveryMs = 250;

/**
 * Calls `onOver` with the seconds by the clock once a job has taken 4.5 s both by the clock and of the processor, which a
 * machine that is busy with other programs does not cut short, or a minute by the clock. Answers how to stop watching.
 */
export function watchJob(onOver: (seconds: number) => void): () => void {
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
