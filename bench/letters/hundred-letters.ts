import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createApp } from '../../main/app.ts';
import { writeAtomically } from '../../main/adapters/disk/atomic-write.ts';
import { createFolders } from '../../main/adapters/exchange/folders.ts';
import { benchWorld } from '../bench-world.ts';
import { benchDate, benchLetter, benchLetterId, templatesIn } from './bench-letter.ts';
import { writeRows } from './bench-files.ts';
import type { BenchPlace } from './bench-place.ts';
import { company } from './companies.ts';
import { startOwnEngine } from './own-engine.ts';
import { median, row, say, target, timed } from './table.ts';
import { startTypst } from './typst-peer.ts';

const count = 100;

/** A hundred companies' letters to files in a warm process: the app's own batch, table and checks and flushed files and all; its engine alone; Typst. */
export async function hundredLetters({
  root,
  scratch,
  fontFile,
  template,
  rounds,
}: BenchPlace): Promise<void> {
  const world = benchWorld(scratch, templatesIn(root));
  const app = createApp(world);
  const rows = join(scratch, 'rows.csv');
  writeRows(rows, count);
  const makeOwn = await startOwnEngine(root);
  const typst = await startTypst({ peersFolder: join(root, 'bench', 'peers'), fontFile, scratch });
  const aFile = await makeOwn(company(0));
  let next = 0;
  const runners: readonly {
    readonly title: string;
    readonly run: (folder: string) => Promise<unknown>;
    readonly times: number[];
    readonly cpu: number[];
  }[] = [
    {
      title: 'yinqi letters-batch, as the app runs it',
      times: [],
      cpu: [],
      run: (folder) =>
        app.call('letters.batch', {
          letter: benchLetterId,
          table: world.grants.offer(rows),
          folder: world.grants.offer(folder),
          date: benchDate,
        }),
    },
    {
      title: 'Yinqi, letters alone',
      times: [],
      cpu: [],
      run: async (folder) => {
        for (let index = 0; index < count; index += 1) {
          writeFileSync(join(folder, `${index}.pdf`), await makeOwn(company(next + index)));
        }
      },
    },
    {
      title: 'Typst, letters alone',
      times: [],
      cpu: [],
      run: async (folder) => {
        for (let index = 0; index < count; index += 1) {
          writeFileSync(
            join(folder, `${index}.pdf`),
            await typst.make(benchLetter(template, company(next + index))),
          );
        }
      },
    },
    {
      title: 'Typst, its files flushed and renamed one by one',
      times: [],
      cpu: [],
      run: async (folder) => {
        for (let index = 0; index < count; index += 1) {
          const pdf = await typst.make(benchLetter(template, company(next + index)));
          await writeAtomically(join(folder, `${index}.pdf`), pdf);
        }
      },
    },
    {
      title: 'a hundred such files flushed and renamed, nothing made',
      times: [],
      cpu: [],
      run: (folder) =>
        createFolders({ sampleFolder: scratch }).write(
          { absolutePath: folder, name: 'hundred' },
          Array.from({ length: count }, (_, index) => ({ path: `${index}.pdf`, content: aFile })),
          { refuseExisting: false },
        ),
    },
  ];
  for (let round = 0; round <= rounds; round += 1) {
    for (const { run, times, cpu } of runners) {
      const folder = mkdtempSync(join(scratch, 'hundred-'));
      const before = process.cpuUsage();
      const ms = await timed(() => run(folder));
      const { user, system } = process.cpuUsage(before);
      // The first round warms up.
      if (round > 0) {
        times.push(ms);
        cpu.push((user + system) / 1000);
      }
      rmSync(folder, { recursive: true });
    }
    next += count;
  }
  world.close();
  const [batch = NaN, own = NaN, least = NaN, flushed = NaN] = runners.map(({ times }) => median(times));
  const ofLeast = (ms: number): string => (ms / least).toFixed(2);
  say();
  row('A hundred companies’ letters to files', 'ms', '× Typst', 'ms of CPU');
  for (const { title, times, cpu } of runners) row(title, median(times), ofLeast(median(times)), median(cpu));
  target('the app’s batch', batch / least, 0.6, ' × Typst');
  target('letters alone', own / least, 0.6, ' × Typst');
  say(`  the app’s batch beside Typst with its files flushed too: ${(batch / flushed).toFixed(2)}`);
}
