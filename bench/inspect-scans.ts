import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import { decodeForScan, decodeGrey } from '../main/adapters/images/decode-picture.ts';
import { createInspector } from '../main/adapters/images/inspector.ts';
import { measureCells } from '../main/adapters/images/measure-pixels.ts';
import { measureScan } from '../main/adapters/images/scans/measure-scan.ts';
import { planesOf } from '../main/adapters/images/scans/raster.ts';
import { drawPaper } from '../test/adapters/images/scans/draw-papers.ts';
import { photograph } from '../test/adapters/images/scans/photograph.ts';

// All checks of a scan, A4 at 300 dpi as JPEG, beside sharp's bare full decode of the same file in the same run; page codes are
// timed apart. Then a folder of such scans through the inspector: time for each, the longest wait of the main thread, memory.
const rounds = 25;
const folderFiles = Number(process.argv[2] ?? 40);
sharp.cache(false);

const kinds = ['letter', 'licence', 'certificate'] as const;
const scans = await Promise.all(
  kinds.map(async (kind, index) => {
    const stamps = [{ shape: 'round', widthMm: 42, heightMm: 42, xMm: 145, yMm: 250 } as const];
    const sheet = await drawPaper({ kind, seed: 5 + index, dpi: 300, stamps });
    return { kind, bytes: await photograph(sheet, { seed: 3, noise: 4, jpegQuality: 85, densityDpi: 300 }) };
  }),
);

async function measureOnce(bytes: Uint8Array): Promise<boolean> {
  const { data, width, height, shrink } = await decodeForScan(bytes, 'jpeg', 0, 'quick');
  const planes = planesOf({ data, width, height, channels: 3 });
  measureCells(planes.coarse);
  return measureScan(planes, { shrink, source: 'picture' }).isDoubtful;
}

/** The middle one of several runs in milliseconds, run in turns with the others so that all meet the same machine. */
async function medians(
  work: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(Object.keys(work).map((name) => [name, []]));
  for (let round = -5; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(work)) {
      const start = performance.now();
      await run();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map(
    [...times].map(([name, all]) => [name, all.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN]),
  );
}

process.stdout.write(
  'A4, 300 dpi, JPEG            decode   checks   ratio   grey decode for the code, apart\n',
);
for (const { kind, bytes } of scans) {
  const { width, height } = await sharp(bytes).metadata();
  const found = await medians({
    decode: () => sharp(bytes, { sequentialRead: true }).raw().toBuffer(),
    checks: () => measureOnce(bytes),
    code: () => decodeGrey(bytes, 0, { widthPx: width, heightPx: height }, 2400 / height),
  });
  const [decode = 0, checks = 0, code = 0] = ['decode', 'checks', 'code'].map((name) => found.get(name));
  const doubt = (await measureOnce(bytes)) ? ', then once more, finer' : '';
  process.stdout.write(
    `${kind.padEnd(26)}${decode.toFixed(0).padStart(6)} ms${checks.toFixed(0).padStart(6)} ms${(checks / decode).toFixed(2).padStart(7)}${code.toFixed(0).padStart(8)} ms${doubt}\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'yinqi-bench-'));
for (let index = 0; index < folderFiles; index += 1) {
  writeFileSync(join(folder, `${index}.jpg`), scans[index % scans.length]?.bytes ?? new Uint8Array());
}
let [peakBytes, longestMs, last] = [0, 0, performance.now()];
const ticking = setInterval(() => {
  const now = performance.now();
  longestMs = Math.max(longestMs, now - last - 5);
  last = now;
  peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
}, 5);
const inspector = createInspector();
const started = performance.now();
let next = 0;
const work = async (): Promise<void> => {
  for (let index = next; index < folderFiles; index = next) {
    next += 1;
    const name = `${index}.jpg`;
    await inspector.inspect({ absolutePath: join(folder, name), name }, name, 'scan');
  }
};
await Promise.all([work(), work()]);
clearInterval(ticking);
process.stdout.write(
  `\n${folderFiles} files with their codes: ${((performance.now() - started) / folderFiles).toFixed(0)} ms each, ` +
    `main thread waited ${longestMs.toFixed(0)} ms at most, memory ${(peakBytes / 1e6).toFixed(0)} MB at most\n`,
);
rmSync(folder, { recursive: true, force: true });
