import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../../main/app.ts';
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
  let next = 0;
  const runners: readonly {
    readonly title: string;
    readonly run: (folder: string) => Promise<unknown>;
    readonly times: number[];
  }[] = [
    {
      title: 'yinqi letters-batch, as the app runs it',
      times: [],
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
      run: async (folder) => {
        for (let index = 0; index < count; index += 1) {
          writeFileSync(join(folder, `${index}.pdf`), await makeOwn(company(next + index)));
        }
      },
    },
    {
      title: 'Typst, letters alone',
      times: [],
      run: async (folder) => {
        for (let index = 0; index < count; index += 1) {
          writeFileSync(
            join(folder, `${index}.pdf`),
            await typst.make(benchLetter(template, company(next + index))),
          );
        }
      },
    },
  ];
  for (let round = 0; round <= rounds; round += 1) {
    for (const { run, times } of runners) {
      const folder = mkdtempSync(join(scratch, 'hundred-'));
      const ms = await timed(() => run(folder));
      // The first round warms up.
      if (round > 0) times.push(ms);
      rmSync(folder, { recursive: true });
    }
    next += count;
  }
  world.close();
  const [batch = NaN, own = NaN, least = NaN] = runners.map(({ times }) => median(times));
  say();
  row('A hundred companies’ letters to files', 'ms', '× Typst');
  for (const { title, times } of runners) row(title, median(times), (median(times) / least).toFixed(2));
  target('the app’s batch', batch / least, 0.6, ' × Typst');
  target('letters alone', own / least, 0.6, ' × Typst');
}
