import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchDate, benchLetter, benchLetterId, templatesIn } from './bench-letter.ts';
import { copyUnsigned, writePhotograph, writeRows } from './bench-files.ts';
import type { BenchPlace } from './bench-place.ts';
import { company } from './companies.ts';
import { peakMiB } from './measured.ts';
import { row, say, target } from './table.ts';

const most = 150;
/** The papers that the sample's dossier has printed as copies, two photographs each where it has sides or pages. */
const copies = [
  'business-licence',
  'icp-filing',
  'computer-software-copyright-certificate',
  'legal-representative-id-copy',
  'agent-id-copy',
];

/** The peak of each process's resident set. */
export async function memory({ root, scratch, fontFile, template, oneProcess }: BenchPlace): Promise<void> {
  const folder = mkdtempSync(join(scratch, 'memory-'));
  const letters = Array.from({ length: 100 }, (_, index) => benchLetter(template, company(index)));
  writeFileSync(join(folder, 'letters.json'), JSON.stringify(letters));
  writeRows(join(folder, 'rows.csv'), 100);
  const dossier = join(folder, 'dossier');
  copyUnsigned(root, dossier);
  const photographs = Array.from({ length: 10 }, (_, index) => join(folder, `${index}.jpg`));
  for (const path of photographs) await writePhotograph(path);
  const yinqi = join(root, 'out', 'main', 'yinqi.js');
  const templates = ['--templates', templatesIn(root)];
  const measured = (args: readonly string[]): number => peakMiB(args, scratch);
  const one = measured([yinqi, 'letters', dossier, '--letter', 'publishing-commitment', '--out', folder]);
  const batch = measured([yinqi, 'letters-batch', '--letter', benchLetterId, '--rows', join(folder, 'rows.csv'), '--date', benchDate, '--out', join(folder, 'batch'), ...templates]); // prettier-ignore
  const given = photographs.flatMap((path, index) => ['--copy', `${copies[index % copies.length]}=${path}`]);
  const pack = measured([yinqi, 'print-pack', dossier, '--out', join(folder, 'pack.pdf'), ...given]);
  say();
  row('Peak memory of a process', 'MiB');
  row('node alone', measured(['-e', '0']));
  for (const [who, title] of [
    ['own', 'Yinqi’s engine'],
    ['typst', 'Typst'],
    ['pdfkit', 'pdfkit'],
  ] as const) {
    // prettier-ignore
    for (const count of who === 'pdfkit' ? [1] : [1, 100]) {
      row(`${title}, ${count === 1 ? 'one letter' : `${count} letters`}`, measured([oneProcess, root, fontFile, who, String(count), folder]));
    }
  }
  row('yinqi letters, one letter', one);
  row('yinqi letters-batch, 100 letters', batch);
  row('yinqi print-pack, ten photographs of 12 MP', pack);
  target('one letter', one, most, ' MiB');
  target('a batch of 100', batch, most, ' MiB');
  target('a pack of ten photographs', pack, most, ' MiB');
}
