import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { benchLetter, benchTemplate, wordsOf } from './letters/bench-letter.ts';
import { buildOneProcess } from './letters/build-one-process.ts';
import { coldStart } from './letters/cold-start.ts';
import { company } from './letters/companies.ts';
import { hundredLetters } from './letters/hundred-letters.ts';
import { memory } from './letters/memory.ts';
import { say } from './letters/table.ts';
import { warmProcess } from './letters/warm-process.ts';
import { installPeers } from './peers/install-peers.ts';

// Letters measured beside what else makes PDFs, in one run and in turn: see README.md. Run `npm run build` first. A part alone:
// `node bench/letters.ts warm|hundred|cold|memory`; BENCH_ROUNDS sets how often.
const root = join(import.meta.dirname, '..');
installPeers(root, 'pdfkit');
const parts = { warm: warmProcess, hundred: hundredLetters, cold: coldStart, memory } as const;
const asked = process.argv.slice(2);

const scratch = mkdtempSync(join(tmpdir(), 'yinqi-bench-'));
const fontFile = join(scratch, 'font', 'NotoSerifSC_400Regular.ttf');
mkdirSync(join(scratch, 'font'));
copyFileSync(join(root, 'out', 'fonts', 'NotoSerifSC_400Regular.ttf'), fontFile);
const template = benchTemplate(root);
const place = {
  root,
  scratch,
  fontFile,
  template,
  rounds: Number(process.env['BENCH_ROUNDS'] ?? 7),
  oneProcess: await buildOneProcess(root),
};
const length = Array.from(wordsOf(benchLetter(template, company(0)))).length;
say(
  `${new Date().toISOString().slice(0, 10)}: one letter of ${length} characters on two pages, Noto Serif SC; every letter another company’s; medians of ${place.rounds} rounds, everyone in turn`,
);
for (const [name, run] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await run(place);
}
rmSync(scratch, { recursive: true, force: true });
