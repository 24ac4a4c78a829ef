import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createApp } from '../../../main/app.ts';
import { composeWorld } from '../../../main/hosts/compose-world.ts';
import { currentVersion } from '../../../main/adapters/sqlite/migrate.ts';
import { databaseFaults, filesBelow, hashOf } from './after-kill.ts';
import { addLargePaper, makeOldDatabase, oldDossiers, oldText, type KillPlace } from './kill-place.ts';
import type { KillTask, KillWork } from './kill-task.ts';

/** What a whole round of a work leaves, found out before anything is killed. */
export interface Reference {
  /** Path from the folder to SHA-256. */
  readonly files: ReadonlyMap<string, string>;
}

/** One kind of work: how it is prepared, how far a moment may lie, and what must hold after the kill. */
export interface KilledWork {
  readonly stores: readonly KillTask['store'][];
  /** The most lines and milliseconds that a kill waits for. */
  readonly mostLines: number;
  readonly mostMs: number;
  prepare(place: KillPlace): void;
  /** What an undisturbed round leaves; called once. */
  refer(place: KillPlace, confirmed: readonly string[]): Reference;
  /** Before each run: puts back what shows whether something was half written. Answers the number to count from. */
  reset(place: KillPlace, kill: number): number;
  /** The dossier whose round was cut short, where each round has one of its own. */
  interrupted(confirmed: readonly string[]): string | undefined;
  /** Faults after the kill and the next start; nothing that was confirmed may be missing. */
  check(
    place: KillPlace,
    task: KillTask,
    confirmed: readonly string[],
    reference: Reference,
  ): Promise<string[]>;
}

const oldBundle = 'the bundle of last time';
const nothing: Reference = { files: new Map() };
const sameEachRound = (): undefined => undefined;

type World = ReturnType<typeof composeWorld>;

/** Looks at what was saved, through the product. */
async function withWorld<T>(
  place: KillPlace,
  task: KillTask,
  look: (world: World) => Promise<T>,
): Promise<T> {
  const root = join(import.meta.dirname, '..', '..', '..');
  const world = composeWorld({
    kind: task.store,
    host: 'command-line',
    version: '0.0.0',
    dataFolder: task.dataFolder,
    scratchFolder: join(place.root, 'look'),
    resourcesFolder: join(root, 'resources'),
    fontsFolder: join(root, 'out', 'fonts'),
    rulebooksFolder: join(root, 'out', 'rulebook'),
    today: '2026-11-22',
  });
  try {
    return await look(world);
  } finally {
    world.close();
  }
}

/** Each file below a folder with its hash, hidden ones too. */
const hashesBelow = (folder: string): ReadonlyMap<string, string> =>
  new Map(filesBelow(folder).map((path) => [path.slice(folder.length + 1), hashOf(path)]));

/** Files that are not one of the whole ones. */
function halfFiles(found: ReadonlyMap<string, string>, whole: ReadonlySet<string>): string[] {
  return [...found].flatMap(([path, hash]) =>
    whole.has(hash) || basename(path) === 'dossier.yaml' || path.endsWith('.part')
      ? []
      : [`half a file: ${path}`],
  );
}

const save: KilledWork = {
  stores: ['database', 'folder'],
  mostLines: 12,
  mostMs: 12,
  prepare: () => undefined,
  refer: () => nothing,
  reset: (_, kill) => kill * 100_000,
  interrupted: sameEachRound,
  async check(place, task, confirmed) {
    const document = await withWorld(
      place,
      task,
      async (world) => (await world.dossiers.open(task.dossier)).document,
    );
    const saved = Number(/\d+/.exec(document.app?.releaseNotes ?? '')?.[0] ?? Number.NaN);
    const last = confirmed.length === 0 ? null : Number(confirmed.at(-1));
    // The kill may come after an edit was saved and before it was said; before the first, what was there stays.
    const isKept = last === null ? !(saved > task.start) : saved === last || saved === last + 1;
    return isKept ? [] : [`confirmed ${last}, saved ${saved}`];
  },
};

const importing: KilledWork = {
  stores: ['database'],
  mostLines: 4,
  mostMs: 120,
  prepare: () => undefined,
  refer: (place) => ({ files: hashesBelow(place.folder) }),
  reset: () => 0,
  interrupted: sameEachRound,
  async check(place, task, confirmed, reference) {
    return withWorld(place, task, async (world) => {
      const faults: string[] = [];
      const all = await world.dossiers.list();
      for (const ref of confirmed.filter((one) => !all.some((dossier) => dossier.ref === one))) {
        faults.push(`the import ${ref} was confirmed and is lost`);
      }
      for (const { ref } of all) {
        const { files } = await world.dossiers.open(ref);
        if (files.length !== reference.files.size - 1)
          faults.push(`the import ${ref} has ${files.length} files`);
        for (const { path } of files) {
          const { absolutePath } = await world.dossiers.locate(ref, path);
          if (basename(absolutePath) !== reference.files.get(path)) faults.push(`${ref} has another ${path}`);
        }
      }
      return faults;
    });
  },
};

const letters: KilledWork = {
  stores: ['database', 'folder'],
  mostLines: 25,
  mostMs: 60,
  prepare: () => undefined,
  refer: (place) => ({ files: hashesBelow(place.out) }),
  reset(place, kill) {
    // Every second run writes over letters, the others beside nothing.
    if (kill % 2 === 0) for (const name of readdirSync(place.out)) rmSync(join(place.out, name));
    return 0;
  },
  interrupted: sameEachRound,
  async check(place, _, confirmed, reference) {
    const found = hashesBelow(place.out);
    const lost = confirmed.flatMap((names) => names.split('/')).filter((name) => !found.has(name));
    return [
      ...lost.map((name) => `the letter ${name} was confirmed and is lost`),
      ...halfFiles(found, new Set(reference.files.values())),
    ];
  },
};

const repair: KilledWork = {
  stores: ['database', 'folder'],
  mostLines: 40,
  mostMs: 150,
  prepare: () => undefined,
  refer(place, confirmed) {
    const made = confirmed.find((line) => line.startsWith('repaired '))?.slice('repaired '.length) ?? '';
    const inFolder = existsSync(made) ? hashesBelow(made) : hashesBelow(join(place.dataFolder, 'blobs'));
    return { files: new Map([...hashesBelow(place.folder), ...inFolder]) };
  },
  reset: (_, kill) => kill * 1000,
  interrupted(confirmed) {
    const last = confirmed.at(-1);
    return last?.startsWith('fresh ') ? last.slice('fresh '.length) : undefined;
  },
  async check(place, task, confirmed, reference) {
    const fresh = confirmed.filter((line) => line.startsWith('fresh ')).map((line) => line.slice(6));
    const repaired = new Set(
      confirmed.filter((line) => line.startsWith('repaired ')).map((line) => line.slice(9)),
    );
    return withWorld(place, task, async (world) => {
      const faults: string[] = [];
      for (const ref of fresh) {
        const { document, files } = await world.dossiers.open(ref);
        const isDone = Object.keys(document.repairs ?? {}).length > 0;
        const logo = document.app?.logo ?? '';
        if (repaired.has(ref) && !isDone) faults.push(`the repair of ${ref} was confirmed and is lost`);
        if (isDone === (logo === 'assets/app-logo.png')) faults.push(`${ref} is half repaired: ${logo}`);
        await world.dossiers.locate(ref, logo);
        const original = await world.dossiers.locate(ref, 'assets/app-logo.png');
        if (hashOf(original.absolutePath) !== hashOf(join(place.folder, 'assets', 'app-logo.png'))) {
          faults.push(`the original of ${ref} was changed`);
        }
        const hashes = new Map<string, string>();
        for (const { path } of files)
          hashes.set(path, hashOf((await world.dossiers.locate(ref, path)).absolutePath));
        faults.push(...halfFiles(hashes, new Set(reference.files.values())));
      }
      return faults;
    });
  },
};

const bundle: KilledWork = {
  stores: ['database', 'folder'],
  mostLines: 110,
  mostMs: 60,
  prepare: (place) => addLargePaper(place.folder, 24_000_000),
  refer: () => nothing,
  reset(place) {
    writeFileSync(join(place.out, '材料包.zip'), oldBundle);
    return 0;
  },
  interrupted: sameEachRound,
  async check(place, task, confirmed) {
    const target = join(place.out, '材料包.zip');
    if (!existsSync(target)) return ['the bundle of last time is gone'];
    if (readFileSync(target).subarray(0, 100).toString() === oldBundle) {
      return confirmed.length === 0 ? [] : ['a bundle was confirmed and the old one stands'];
    }
    const verified = await withWorld(place, task, async (world) =>
      createApp(world).call('bundle.verify', { file: world.grants.offer(target) }),
    );
    return verified.verdict === 'whole' ? [] : ['the bundle does not verify'];
  },
};

/** So many old databases wait to be migrated in each run. */
const waiting = 40;

const migration: KilledWork = {
  stores: ['database'],
  mostLines: 8,
  mostMs: 40,
  prepare: () => undefined,
  refer: () => nothing,
  reset(place) {
    rmSync(place.out, { recursive: true });
    makeOldDatabase(join(place.out, '0'));
    for (let index = 1; index < waiting; index += 1)
      cpSync(join(place.out, '0'), join(place.out, String(index)), { recursive: true });
    return 0;
  },
  interrupted: sameEachRound,
  async check(place, task, confirmed) {
    const faults: string[] = [];
    for (const line of confirmed) {
      if (!line.endsWith(` ${oldDossiers}`)) faults.push(`a migration ended with ${line} dossiers`);
    }
    for (let index = 0; index <= Math.min(confirmed.length, waiting - 1); index += 1) {
      const dataFolder = join(place.out, String(index));
      faults.push(...databaseFaults(dataFolder));
      const all = await withWorld(place, { ...task, dataFolder }, async (world) => world.dossiers.list());
      const isWhole =
        all.length === oldDossiers &&
        all.every(({ ref, outline }) => oldText(Number(ref.slice(4))).includes(`${outline.app} }`));
      if (!isWhole) faults.push(`the database ${index} lost dossiers in its migration to ${currentVersion}`);
    }
    return faults;
  },
};

/** Every kind of work that is killed. */
export const killedWorks: Readonly<Record<KillWork, KilledWork>> = {
  save,
  import: importing,
  letters,
  repair,
  bundle,
  migration,
};
