import { cpSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { createApp } from '../../../main/app.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../main/contract/api.ts';
import { composeWorld } from '../../../main/hosts/compose-world.ts';
import { locateInstall } from '../../../main/hosts/install.ts';
import { createScratch } from '../../../main/hosts/scratch.ts';
import { lineMarks, type KillTask } from './kill-task.ts';

// The program that is killed: the app over its real world, doing one thing again and again. What it says is on the
// pipe before it goes on, so that a confirmed round is one that the caller has read of.

// Safe: only the harness starts this program, with a task as JSON.
const task = JSON.parse(process.argv[2] ?? '') as KillTask;
const say = (line: string): void => void writeSync(1, `${line}\n`);
const install = locateInstall(import.meta.dirname);
const scratch = createScratch();

function open(dataFolder: string) {
  const world = composeWorld({
    kind: task.store,
    host: task.store === 'folder' ? 'command-line' : 'electron',
    version: install.version,
    dataFolder,
    scratchFolder: scratch.folder,
    resourcesFolder: install.resourcesFolder,
    fontsFolder: install.fontsFolder,
    rulebooksFolder: install.rulebooksFolder,
    today: '2026-11-22',
  });
  const app = createApp(world);
  const call = async <N extends MethodName>(name: N, input: MethodInput<N>): Promise<MethodOutput<N>> =>
    app.call(name, input, { onProgress: () => say(lineMarks.further) });
  return { world, call };
}

const { world, call } = open(task.dataFolder);
const { dossier } = task;

/** A dossier of its own with things to mend: a copy of the folder, or an import of it. */
async function freshDossier(round: number): Promise<string> {
  if (task.store === 'database') {
    const { ref } = await world.dossiers.importFolder({
      absolutePath: task.folder,
      name: basename(task.folder),
    });
    return ref;
  }
  const copy = join(task.out, `案卷-${round}`);
  cpSync(task.folder, copy, { recursive: true });
  return copy;
}

const works: Readonly<Record<KillTask['work'], (round: number) => Promise<string>>> = {
  nothing: async () => '',
  async save(round) {
    const { revision } = await world.dossiers.open(dossier);
    await call('dossiers.edit', {
      dossier,
      baseRevision: revision,
      edits: [{ path: ['app', 'releaseNotes'], value: `第 ${round} 次保存` }],
    });
    return String(round);
  },
  async import() {
    const folder = world.grants.offer(task.folder);
    return (await call('dossiers.importFolder', { folder })).dossier;
  },
  async letters() {
    const { written } = await call('letters.write', { dossier, folder: world.grants.offer(task.out) });
    return written.map(({ fileName }) => fileName).join('/');
  },
  async repair(round) {
    const fresh = (round === task.start ? task.interrupted : undefined) ?? (await freshDossier(round));
    // The copy is no part of what is tested: it is said to be there once it is whole.
    say(`${lineMarks.done}fresh ${fresh}`);
    const { repairs } = await call('files.repairs', { dossier: fresh });
    const ids = repairs.filter(({ isAlone }) => isAlone !== true).map(({ id }) => id);
    // A repair may have been whole before it was said to be.
    if (ids.length > 0) await call('files.repair', { dossier: fresh, repairs: ids });
    return `repaired ${fresh}`;
  },
  async bundle() {
    const target = world.grants.offer(join(task.out, '材料包.zip'));
    return (await call('bundle.export', { dossier, target, draft: true })).fingerprint;
  },
  async migration(round) {
    const one = open(join(task.out, String(round)));
    const found = await one.world.dossiers.list();
    one.world.close();
    return `${round} ${found.length}`;
  },
};

await world.dossiers.ready();
say(lineMarks.ready);
for (let round = task.start; ; round += 1) {
  say(`${lineMarks.done}${await works[task.work](round)}`);
  if (task.isOnce || task.work === 'nothing') break;
}
world.close();
scratch.remove();
process.exit(0);
