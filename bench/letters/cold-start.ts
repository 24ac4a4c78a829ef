import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchLetter, benchLetterId, templatesIn } from './bench-letter.ts';
import { copyUnsigned } from './bench-files.ts';
import type { BenchPlace } from './bench-place.ts';
import { company } from './companies.ts';
import { runNode } from './measured.ts';
import { median, row, say, target, timed } from './table.ts';

/** A process started, one letter made and written, the process ended. */
export async function coldStart({
  root,
  scratch,
  fontFile,
  template,
  rounds,
  oneProcess,
}: BenchPlace): Promise<void> {
  const folder = mkdtempSync(join(scratch, 'cold-'));
  writeFileSync(join(folder, 'letters.json'), JSON.stringify([benchLetter(template, company(0))]));
  const dossier = join(scratch, 'unsigned');
  copyUnsigned(root, dossier);
  const alone = (who: string) => [oneProcess, root, fontFile, who, '1', folder];
  const command = (letter: string) => [
    join(root, 'out', 'main', 'yinqi.js'), 'letters', dossier, '--letter', letter, '--out', folder, '--templates', templatesIn(root),
  ]; // prettier-ignore
  const runners = [
    { id: 'typst', title: 'Typst, one letter', args: alone('typst'), times: [] as number[] },
    { id: 'own', title: 'Yinqi’s engine, one letter', args: alone('own'), times: [] as number[] },
    {
      id: 'command',
      title: 'yinqi letters --letter publishing-commitment',
      args: command('publishing-commitment'),
      times: [] as number[],
    },
    {
      id: 'command-bench',
      title: `yinqi letters --letter ${benchLetterId}`,
      args: command(benchLetterId),
      times: [] as number[],
    },
    { id: 'pdfkit', title: 'pdfkit, one letter', args: alone('pdfkit'), times: [] as number[] },
    { id: 'node', title: 'node alone', args: ['-e', '0'], times: [] as number[] },
  ] as const;
  for (let round = 0; round <= rounds; round += 1) {
    for (const { args, times } of runners) {
      const ms = await timed(() => runNode(args));
      if (round > 0) times.push(ms);
    }
  }
  const of = (wanted: string): number => median(runners.find(({ id }) => id === wanted)?.times ?? []);
  say();
  row('Cold start to file', 'ms', '× Typst');
  for (const { title, times } of runners) row(title, median(times), (median(times) / of('typst')).toFixed(2));
  target('the engine', of('own') / of('typst'), 2.5, ' × Typst');
  target('the command line', of('command') / of('typst'), 2.5, ' × Typst');
}
