import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createRulebookShelf } from '../main/adapters/rulebook/rulebook-shelf.ts';
import type { DossierDocument } from '../main/contract/dossier.ts';
import type { FileInspection } from '../main/contract/files.ts';
import { judgeDossier } from '../main/core/review/judge-dossier.ts';
import { locateInstall } from '../main/hosts/install.ts';
import { inspectDossier } from '../main/methods/inspect-dossier.ts';
import { letterStates } from '../main/methods/letter-states.ts';
import { benchWorld, rulebooksFolder } from './bench-world.ts';

// Loading the rulebook and judging the sample from files already inspected, in CPU time of a warm process; and how the cost of judging
// grows with the number of files. Run `npm run build` first.
const root = join(import.meta.dirname, '..');
const install = locateInstall(root);
const scratch = mkdtempSync(join(tmpdir(), 'yinqi-bench-'));
const sample = join(root, 'resources', 'sample');
const world = benchWorld(scratch);
const context = {
  language: 'zh',
  signal: new AbortController().signal,
  onProgress: () => undefined,
} as const;
const open = await world.dossiers.open(sample);
const inspections = await inspectDossier(world, open, context);
const letters = await letterStates(world, open);

/** The middle one of several runs, in milliseconds of CPU (user and system), after two runs to warm up. */
async function cpuMedian(run: () => unknown, rounds = 15): Promise<number> {
  await run();
  await run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

const compiled = join(rulebooksFolder, 'tencent-meeting.json');
const load = () => createRulebookShelf(install.resourcesFolder, rulebooksFolder).load('tencent-meeting');
const rulebook = await load();
const judge = (document: DossierDocument, files: ReadonlyMap<string, FileInspection>) =>
  judgeDossier({ rulebook, document, inspections: files, letters, today: '2026-11-22' });

const both = await cpuMedian(async () => {
  await load();
  judge(open.document, inspections);
});
const floor = await cpuMedian(() => JSON.parse(readFileSync(compiled, 'utf8')) as unknown);
const fromYaml = await cpuMedian(
  () => createRulebookShelf(install.resourcesFolder).load('tencent-meeting'),
  3,
);
const line = (title: string, ms: number, note = ''): void => {
  process.stdout.write(`${title.padEnd(52)}${ms.toFixed(1).padStart(8)} ms CPU  ${note}\n`);
};
process.stdout.write(`${rulebook.rules.length} rules, ${inspections.size} files\n\n`);
line('load the rulebook and judge the sample', both, `${(both / floor).toFixed(1)} × the floor`);
line('floor: read and parse the same JSON', floor);
line('load from the YAML files (tools and tests only)', fromYaml);

const [paper] = [...inspections.values()].filter((one) => one.pages !== undefined);
if (paper === undefined) throw new Error('the sample holds no scanned paper');
process.stdout.write('\nfiles of one requirement   judge, ms CPU   per file beyond the sample, ms\n');
const bare = await cpuMedian(() => judge(open.document, inspections));
for (const count of [0, 100, 200, 400, 800, 1600]) {
  const added = Array.from({ length: count }, (_, index) => ({
    ...paper,
    path: `more/${index}.pdf`,
    sha256: `more-${index}`,
  }));
  const document: DossierDocument = {
    ...open.document,
    documents: {
      ...open.document.documents,
      'business-licence': added.length === 0 ? [] : added.map((one) => one.path),
    },
  };
  const files = new Map([...inspections, ...added.map((one) => [one.path, one] as const)]);
  const ms = await cpuMedian(() => judge(document, files), 7);
  process.stdout.write(
    `${String(count).padStart(12)}${ms.toFixed(1).padStart(27)}${count === 0 ? '' : ((ms - bare) / count).toFixed(4).padStart(24)}\n`,
  );
}
world.close();
rmSync(scratch, { recursive: true, force: true });
