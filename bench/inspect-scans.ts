import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import { decodeForScan, decodeGrey } from '../main/adapters/images/decode-picture.ts';
import { measureCells } from '../main/adapters/images/measure-pixels.ts';
import { measureScan } from '../main/adapters/images/scans/measure-scan.ts';
import { planesOf } from '../main/adapters/images/scans/raster.ts';
import { drawPaper } from '../test/adapters/images/scans/draw-papers.ts';
import { photograph } from '../test/adapters/images/scans/photograph.ts';
import { inspectFolder } from './inspect-folder.ts';

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

interface Cost {
  readonly wallMs: number;
  /** Of all threads, user and system: what other programs on the machine do hardly changes it. */
  readonly cpuMs: number;
}

/** The middle ones of several runs, in turns with the others so that all meet the same machine. */
async function medians(
  work: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<ReadonlyMap<string, Cost>> {
  const seen = new Map<string, Cost[]>(Object.keys(work).map((name) => [name, []]));
  for (let round = -5; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(work)) {
      const [start, cpu] = [performance.now(), process.cpuUsage()];
      await run();
      const { user, system } = process.cpuUsage(cpu);
      if (round >= 0)
        seen.get(name)?.push({ wallMs: performance.now() - start, cpuMs: (user + system) / 1000 });
    }
  }
  const middle = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
  return new Map(
    [...seen].map(([name, all]) => [
      name,
      { wallMs: middle(all.map(({ wallMs }) => wallMs)), cpuMs: middle(all.map(({ cpuMs }) => cpuMs)) },
    ]),
  );
}

const none: Cost = { wallMs: Number.NaN, cpuMs: Number.NaN };
process.stdout.write(
  'A4, 300 dpi, JPEG         decode: wall   CPU    checks: wall   CPU ms   ratio: wall   CPU   grey decode for the code, apart: wall\n',
);
for (const { kind, bytes } of scans) {
  const { width, height } = await sharp(bytes).metadata();
  const found = await medians({
    decode: () => sharp(bytes, { sequentialRead: true }).raw().toBuffer(),
    checks: () => measureOnce(bytes),
    code: () => decodeGrey(bytes, 0, { widthPx: width, heightPx: height }, 2400 / height),
  });
  const [decode = none, checks = none, code = none] = ['decode', 'checks', 'code'].map((name) =>
    found.get(name),
  );
  const doubt = (await measureOnce(bytes)) ? ', then once more, finer' : '';
  const times = [decode.wallMs, decode.cpuMs, checks.wallMs, checks.cpuMs].map((ms) =>
    ms.toFixed(0).padStart(8),
  );
  const ratios = [checks.wallMs / decode.wallMs, checks.cpuMs / decode.cpuMs].map((one) =>
    one.toFixed(2).padStart(8),
  );
  process.stdout.write(
    `${kind.padEnd(24)}${times.join('')}${ratios.join('')}${code.wallMs.toFixed(0).padStart(8)}${doubt}\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'yinqi-bench-'));
for (let index = 0; index < folderFiles; index += 1) {
  writeFileSync(join(folder, `${index}.jpg`), scans[index % scans.length]?.bytes ?? new Uint8Array());
}
const { ms, heldMs, peakBytes } = inspectFolder(folder, 'scan', 2);
process.stdout.write(
  `\n${folderFiles} files with their codes, in a process of their own: ${(ms / folderFiles).toFixed(0)} ms each, ` +
    `main thread waited ${heldMs.toFixed(0)} ms at most, memory ${(peakBytes / 1e6).toFixed(0)} MB at most\n`,
);
rmSync(folder, { recursive: true, force: true });
