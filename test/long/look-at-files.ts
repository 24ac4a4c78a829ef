import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { createApp } from '../../main/app.ts';
import { Failure } from '../../main/contract/failure.ts';
import { fileInspectionSchema, type FileInspection } from '../../main/contract/files.ts';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import { locateInstall } from '../../main/hosts/install.ts';
import { depthOfField } from '../../main/methods/inspect-dossier.ts';
import { judgeOpenDossier } from '../../main/methods/judge-open-dossier.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import type { LookAnswer, LookRequest, Step } from './hostile-message.ts';

// The program under test: the command line's world, asked over IPC to look at one hostile file after the other.

const [scratch = ''] = process.argv.slice(2);
const install = locateInstall(import.meta.dirname);
const world = composeWorld({
  kind: 'folder',
  host: 'command-line',
  version: install.version,
  dataFolder: join(scratch, 'data'),
  scratchFolder: join(scratch, 'made'),
  resourcesFolder: install.resourcesFolder,
  fontsFolder: install.fontsFolder,
  ...(install.rulebooksFolder === undefined ? {} : { rulebooksFolder: install.rulebooksFolder }),
  today: '2026-11-22',
});
const app = createApp(world);
const context: CallContext = {
  language: 'zh',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

/** The most memory since it was last forgotten, in bytes; where the system forgets nothing, since the start. */
function peakBytes(): number {
  try {
    const status = readFileSync('/proc/self/status', 'latin1');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere than on Linux the peak of the whole run is told.
  }
}

async function look({ index, folder, name, field, isRead }: LookRequest): Promise<LookAnswer> {
  const steps: LookAnswer['steps'][number][] = [];
  const faults: string[] = [];
  let pages = 1;
  let told: FileInspection | null = null;
  const during = async (step: Step, work: () => Promise<void>): Promise<void> => {
    const wall = performance.now();
    const cpu = process.cpuUsage();
    try {
      await work();
    } catch (error) {
      faults.push(
        `${step} threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    const { user, system } = process.cpuUsage(cpu);
    steps.push({ step, cpuMs: (user + system) / 1000, wallMs: performance.now() - wall });
  };
  const file = { absolutePath: join(folder, name), name: basename(name) };
  const isLocal = file.absolutePath.startsWith(join(folder, '/'));
  forgetPeak();
  if (isLocal) {
    for (const depth of ['identity', 'text', 'picture', 'scan'] as const) {
      await during(depth, async () => {
        const found = await world.inspector.inspect(file, name, depth, context.signal);
        faults.push(...faultsOf(found, depth));
        pages = Math.max(pages, found.pages?.length ?? 0);
        if (depth === depthOfField(field)) told = found;
      });
    }
    await during('drawing', () =>
      world.pictures.picture(file, { page: 0, maxPx: 256 }).then(() => undefined, mustBeFailure),
    );
  }
  await during('judging', async () => {
    const judged = await judge(folder, name);
    faults.push(...judged.faults);
    told = judged.inspection ?? told;
  });
  if (isRead) {
    await during('reading', () =>
      app.call('papers.read', { dossier: folder, paths: [name] }).then(() => undefined, mustBeFailure),
    );
  }
  // Safe: assigned in the callbacks above, which TypeScript does not follow.
  const last = told as FileInspection | null;
  return {
    index,
    problem: last === null ? 'refused' : (last.problem ?? null),
    pages,
    steps,
    peakBytes: peakBytes(),
    faults,
  };
}

/** A request on a file that cannot be served is refused in both languages; anything else is a bug. */
function mustBeFailure(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
  if (error.text.zh === '' || error.text.en === '') throw new Error(`${error.code} says nothing`);
}

function faultsOf(found: FileInspection, depth: string): readonly string[] {
  const parsed = fileInspectionSchema.safeParse(found);
  if (!parsed.success) return [`${depth}: ${parsed.error.message}`];
  const { problem, image, pages, pdf, text, type } = found;
  const isSeen = [image, pages, pdf, text].some((one) => one !== undefined);
  const isAnswered = problem !== undefined || isSeen || depth === 'identity';
  return isAnswered ? [] : [`${depth}: a ${type} was neither looked at nor refused`];
}

/** Judges the dossier; a file with a problem must be named by a finding that fails, in both languages. */
async function judge(
  folder: string,
  name: string,
): Promise<{ readonly faults: readonly string[]; readonly inspection?: FileInspection }> {
  try {
    const open = await world.dossiers.open(folder);
    const { report, inspections } = await judgeOpenDossier(world, open, context);
    const inspection = inspections.get(name);
    if (inspection === undefined) return { faults: ['judging: the file was passed over'] };
    if (inspection.problem === undefined) return { faults: [], inspection };
    const names = (message: string): boolean => message.includes(basename(name)) || message.includes(name);
    const isNamed = report.findings.some(
      ({ outcome, message }) => outcome !== 'needs-person' && names(message.zh) && names(message.en),
    );
    return {
      faults: isNamed ? [] : [`judging: no finding names the ${inspection.problem} file`],
      inspection,
    };
  } catch (error) {
    mustBeFailure(error);
    return { faults: [] };
  }
}

process.on('message', (request: LookRequest) => {
  void look(request).then((answer) => process.send?.(answer));
});
process.send?.('ready');
