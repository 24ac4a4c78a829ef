/** The middle one of several numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** How long something takes, in milliseconds. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** A line of a table: what it is about, then columns of numbers. */
export function row(title: string, ...cells: readonly (string | number)[]): void {
  say(
    title.padEnd(44) +
      cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(11)).join(''),
  );
}

/** Whether a target was met, plainly. */
export function target(what: string, value: number, most: number, unit: string): void {
  say(
    `  ${value <= most ? 'within' : 'OVER  '}  ${what}: ${value.toFixed(2)}${unit}, target at most ${most}${unit}`,
  );
}
