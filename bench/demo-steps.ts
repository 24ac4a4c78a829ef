import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, createWriteStream, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { finished } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { createApp } from '../main/app.ts';
import { benchWorld } from './bench-world.ts';

const root = join(import.meta.dirname, '..');
const rounds = 7;
const scratch = mkdtempSync(join(tmpdir(), 'yinqi-bench-'));
const dossier = join(scratch, 'dossier');
cpSync(join(root, 'resources', 'sample'), dossier, { recursive: true });

const files = readdirSync(dossier, { recursive: true, encoding: 'utf8' })
  .map((name) => join(dossier, name))
  .filter((path) => statSync(path).isFile());
const pictures = files.filter((path) => /\.(png|jpe?g)$/.test(path));

/** The middle one of several runs, in milliseconds, after one run to warm up. */
async function median(run: () => unknown): Promise<number> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** A world and app made anew, so that no cache of an earlier run helps. */
function fresh() {
  const world = benchWorld(scratch);
  return { world, app: createApp(world) };
}

const command =
  (...args: readonly string[]) =>
  () =>
    spawnSync(process.execPath, [join(root, 'out', 'main', 'yinqi.js'), ...args], { stdio: 'ignore' });
const bareNode = () => spawnSync(process.execPath, ['-e', '0'], { stdio: 'ignore' });

const readAndHash = () => files.map((path) => createHash('sha256').update(readFileSync(path)).digest('hex'));
const decode = async () => {
  readAndHash();
  for (const path of pictures) await sharp(path).raw().toBuffer();
};
const emptyPdf = async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.addPage();
  return pdf.save();
};
const copyHashed = async () => {
  const out = createWriteStream(join(scratch, 'floor.bin'));
  for (const path of files) {
    const bytes = readFileSync(path);
    crc32(bytes);
    createHash('sha256').update(bytes).digest();
    out.write(bytes);
  }
  out.end();
  await finished(out);
};
const readChecked = () => {
  const bytes = readFileSync(join(scratch, 'bundle.zip'));
  crc32(bytes);
  createHash('sha256').update(bytes).digest();
};

const warm = fresh();
const bundle = async ({ world, app }: ReturnType<typeof fresh>) => {
  const target = world.grants.offer(join(scratch, 'bundle.zip'));
  await app.call('bundle.export', { dossier, target, draft: false });
};
const steps: readonly (readonly [
  title: string,
  run: () => unknown,
  floorTitle: string,
  floor: () => unknown,
])[] = [
  ['command: yinqi categories', command('categories'), 'node alone', bareNode],
  ['command: yinqi check', command('check', dossier), 'node alone', bareNode],
  [
    'look at every file, cold',
    () => fresh().app.call('files.inspect', { dossier }),
    'read, hash, decode pictures',
    decode,
  ],
  [
    'check, files already looked at',
    () => warm.app.call('review.check', { dossier }),
    'read and hash every file',
    readAndHash,
  ],
  ['one letter, warm', () => warm.app.call('letters.render', { dossier, letter: 'publishing-commitment' }), 'pdf-lib, two empty pages', emptyPdf], // prettier-ignore
  ['bundle, files already looked at', () => bundle(warm), 'read, CRC-32, SHA-256, write', copyHashed],
  [
    'verify',
    () => warm.app.call('bundle.verify', { file: warm.world.grants.offer(join(scratch, 'bundle.zip')) }),
    'read, CRC-32, SHA-256',
    readChecked,
  ],
];

process.stdout.write(`${files.length} files, medians of ${rounds} runs, run ${randomUUID().slice(0, 8)}\n\n`);
process.stdout.write(
  `${'step'.padEnd(34)}${'ms'.padStart(9)}   ${'floor'.padEnd(32)}${'ms'.padStart(9)}${'ratio'.padStart(9)}\n`,
);
for (const [title, run, floorTitle, floor] of steps) {
  const own = await median(run);
  const least = await median(floor);
  process.stdout.write(
    `${title.padEnd(34)}${own.toFixed(1).padStart(9)}   ${floorTitle.padEnd(32)}${least.toFixed(1).padStart(9)}${(own / least).toFixed(2).padStart(9)}\n`,
  );
}
process.stdout.write(
  `\npeak memory of this process ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`,
);
rmSync(scratch, { recursive: true, force: true });
