import { mostBytes, mostCpuMs, type HostileRun, type Tried } from './run-hostile.ts';

/** A table of what was tried, by kind, and everything that broke a promise. */
export function hostileSummary({ tried, faults }: HostileRun, seed: number, asked: number): string {
  const kinds = new Map<string, Tried[]>();
  for (const one of tried) kinds.set(one.hostile.kind, [...(kinds.get(one.hostile.kind) ?? []), one]);
  const broken = tried.filter((one) => one.faults.length > 0);
  const rows = [...kinds]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, list]) => rowOf(kind, list));
  return [
    `${tried.length} of ${asked} hostile files tried, seed ${seed}: ${broken.length + faults.length} faults.`,
    `Each look at a file at most ${mostCpuMs / 1000} s of processor time, of all threads together; memory of the process at most ${mostBytes / 1e6} MB.`,
    '',
    [columns('kind', 'tried'), 'clean', 'problem', 'refused', 'slowest cpu', '(by clock)', 'peak MB'].map(cell).join(''),
    ...rows,
    rowOf('all', tried),
    '',
    ...faults,
    ...broken.flatMap(({ hostile, faults: own }) => own.map((fault) => `${hostile.index} ${JSON.stringify(hostile.name)} (${hostile.kind}, ${hostile.field}): ${fault}`)),
  ].join('\n'); // prettier-ignore
}

const columns = (kind: string, tried: string | number): string =>
  `${kind.padEnd(24)}${String(tried).padStart(6)}`;
const cell = (text: string | number, index: number): string =>
  index === 0 ? String(text) : String(text).padStart(13);

function rowOf(kind: string, list: readonly Tried[]): string {
  const answers = list.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const count = (matches: (problem: string | null) => boolean): number =>
    answers.filter(({ problem }) => matches(problem)).length;
  const steps = answers.flatMap((answer) => answer.steps.filter(({ step }) => step !== 'reading'));
  const slowest = steps.reduce((most, one) => (one.cpuMs > most.cpuMs ? one : most), { cpuMs: 0, wallMs: 0 });
  const peak = Math.max(0, ...answers.map(({ peakBytes }) => peakBytes));
  return [
    columns(kind, list.length),
    count((problem) => problem === null),
    count((problem) => problem !== null && problem !== 'refused'),
    count((problem) => problem === 'refused'),
    `${Math.round(slowest.cpuMs)} ms`,
    `${Math.round(slowest.wallMs)} ms`,
    Math.round(peak / 1e6),
  ]
    .map(cell)
    .join('');
}
