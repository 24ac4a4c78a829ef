import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { benchLetter } from './bench-letter.ts';
import type { BenchPlace } from './bench-place.ts';
import { company } from './companies.ts';
import { peers } from './peers.ts';
import { faultOf } from './read-back.ts';
import { median, row, say, target } from './table.ts';

/** So many letters are made before anything is measured: a warm process has compiled what it runs. */
const warmUp = { fast: 200, slow: 4 } as const;

/** A warm process for each, so that none pays for another's garbage; in turn, several rounds, every letter another company's. */
export async function warmProcess({
  root,
  scratch,
  fontFile,
  template,
  rounds,
  oneProcess,
}: BenchPlace): Promise<void> {
  const all = [{ id: 'own', title: 'Yinqi', perRound: 40 }, ...peers];
  const folder = mkdtempSync(join(scratch, 'warm-'));
  const letters = Array.from({ length: 1000 }, (_, index) => benchLetter(template, company(index)));
  const [first] = letters;
  if (first === undefined) throw new Error('no letters');
  writeFileSync(join(folder, 'letters.json'), JSON.stringify(letters));
  const runners = all.map(({ id, title, perRound }) => {
    const child = spawn(process.execPath, [oneProcess, root, fontFile, id, 'asked', folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const times: number[] = [];
    let [next, mostBytes] = [0, 0];
    /** Milliseconds for so many letters. */
    const make = async (count: number): Promise<number> => {
      child.stdin.write(`${next} ${next + count}\n`);
      next += count;
      const { value, done } = await answers.next();
      if (done === true) throw new Error(`${title} ended`);
      const [ms = Number.NaN, bytes = 0] = String(value).split(' ').map(Number);
      mostBytes = Math.max(mostBytes, bytes);
      return ms;
    };
    const close = (): Promise<unknown> =>
      new Promise((done) => {
        child.once('exit', done);
        child.stdin.end();
      });
    return { id, title, perRound, times, make, close, most: () => mostBytes };
  });
  for (const { id, title, perRound, make } of runners) {
    await make(perRound > 10 ? warmUp.fast : warmUp.slow);
    const fault = faultOf(readFileSync(join(folder, `${id}.pdf`)), first, join(folder, 'read-back.pdf'));
    if (fault !== null) throw new Error(`${title} did not make the letter: ${fault}`);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { perRound, times, make } of runners) times.push((await make(perRound)) / perRound);
  }
  for (const { close } of runners) await close();
  const typst = median(runners.find(({ id }) => id === 'typst')?.times ?? []);
  say();
  row('A warm process, a letter', 'ms', '× Typst', 'largest, KB');
  for (const { title, times, most } of runners) {
    row(title, median(times), (median(times) / typst).toFixed(2), most() / 1000);
  }
  const [own] = runners;
  if (own === undefined) return;
  target('time of a letter', median(own.times) / typst, 1, ' × Typst');
  target('size of a letter', own.most() / 1000, 100, ' KB');
}
