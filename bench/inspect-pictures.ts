import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import { createInspector } from '../main/adapters/images/inspector.ts';
import { dropPixels } from '../main/adapters/images/pixels.ts';
import type { FileInspection } from '../main/contract/files.ts';
import { fileChecks } from '../main/core/files/file-checks.ts';
import { inspectFolder } from './inspect-folder.ts';

// All measuring and all checks of logos and previews, beside sharp's bare decode of the same file in the same run; then a folder of many
// previews, in a process of its own: both cores against one, the longest the main thread was held up, and memory.
const folder = mkdtempSync(join(tmpdir(), 'yinqi-bench-pictures-'));
const assets = join(import.meta.dirname, '..', 'resources', 'sample', 'assets');
sharp.cache(false);
const write = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const grain = await sharp({
  create: {
    width: 1920,
    height: 1080,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 6 },
  },
})
  .png()
  .toBuffer();
const screen = readFileSync(join(assets, 'desktop-1.png'));
const photo = await sharp({
  create: {
    width: 640,
    height: 400,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  },
})
  .blur(3)
  .png()
  .toBuffer();
const files = {
  'preview PNG, 256 colours': write('a.png', screen),
  'preview PNG, true colour': write(
    'b.png',
    await sharp(screen).removeAlpha().png({ palette: false }).toBuffer(),
  ),
  'preview PNG, true colour, a photo in it': write(
    'b2.png',
    await sharp(screen)
      .removeAlpha()
      .composite([{ input: photo, left: 1000, top: 300 }])
      .png({ palette: false })
      .toBuffer(),
  ),
  'preview PNG, grainy': write(
    'c.png',
    await sharp(grain)
      .composite([{ input: screen, blend: 'soft-light' }])
      .png()
      .toBuffer(),
  ),
  'preview JPEG': write('d.jpg', await sharp(screen).jpeg({ quality: 88 }).toBuffer()),
  'preview JPEG, soft (traces are looked for)': write(
    'e.jpg',
    await sharp(screen).blur(1.5).jpeg({ quality: 88 }).toBuffer(),
  ),
  'mobile preview PNG': write('f.png', readFileSync(join(assets, 'mobile-1.png'))),
  logo: write('g.png', readFileSync(join(assets, 'app-logo.png'))),
};

const parameters: Readonly<Record<string, unknown>> = {
  'readable-file': {},
  'file-name-type': {},
  'image-type': { allowed: ['png'] },
  'image-pixels': { widthPx: 1920, heightPx: 1080 },
  'image-bytes': { maxBytes: 512_000 },
  'image-still': {},
  'file-count': { max: 5 },
  'pictures-distinct': {},
  'picture-not-empty': {},
  'picture-sharp': { leastSteepness: 0.5, mostEnlargement: 1.4 },
  'picture-proportions': { mostRatio: 1.08 },
  'picture-compression': { leastQuality: 30, mostSpecks: 0.55 },
  'picture-filled': { leastDetailShare: 0.015 },
  'picture-codes': {},
  'logo-corners': { radiusPx: 16, tolerancePx: 6 },
  'logo-mark-size': { wantedPx: 96, leastPx: 80, mostPx: 108 },
  'logo-centred': { mostPx: 8 },
  'logo-contrast': { leastRatio: 1.6, leastDifference: 28 },
  'logo-outline': {},
  'logo-badge': {},
  'logo-ground': { mostTransparentShare: 0.06 },
};

function judge(inspected: readonly FileInspection[]): number {
  const situation = {
    document: { schema: 'yinqi/dossier@1', platform: 'p', categories: [] },
    rulebook: { wordLists: new Map() },
    inspections: new Map(inspected.map((one) => [one.path, one])),
    today: '2026-11-22',
  } as const;
  let count = 0;
  for (const check of fileChecks) {
    const given = parameters[check.name];
    if (given === undefined) continue;
    const subject = { kind: 'files', requirement: 'r', files: inspected } as const;
    count += check.run(subject, given, {
      ...situation,
      document: { ...situation.document, categories: [] },
    }).length;
  }
  return count;
}

interface Cost {
  readonly wallMs: number;
  /** Of all threads, user and system: what other programs on the machine do hardly changes it. */
  readonly cpuMs: number;
}

const none: Cost = { wallMs: Number.NaN, cpuMs: Number.NaN };

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The middle ones of alternating runs, after some to warm up. */
async function costs(runs: readonly (() => Promise<unknown>)[], rounds = 21): Promise<readonly Cost[]> {
  const seen = runs.map((): { wallMs: number[]; cpuMs: number[] } => ({ wallMs: [], cpuMs: [] }));
  for (let round = -8; round < rounds; round += 1) {
    for (const [index, run] of runs.entries()) {
      const [start, cpu] = [performance.now(), process.cpuUsage()];
      await run();
      const { user, system } = process.cpuUsage(cpu);
      if (round < 0) continue;
      seen[index]?.wallMs.push(performance.now() - start);
      seen[index]?.cpuMs.push((user + system) / 1000);
    }
  }
  return seen.map(({ wallMs, cpuMs }) => ({ wallMs: middle(wallMs), cpuMs: middle(cpuMs) }));
}

const look = (path: string, name = 'x.png'): Promise<FileInspection> =>
  // A new inspector remembers nothing.
  createInspector().inspect({ absolutePath: path, name }, name, 'picture');

process.stdout.write(
  '                                            bare decode: wall   CPU    all checks: wall   CPU ms    ratio: wall   CPU\n',
);
for (const [title, path] of Object.entries(files)) {
  const bytes = readFileSync(path);
  // Four others of the field, measured before: each is compared with all of them.
  const others = await Promise.all(
    [files['preview PNG, grainy'], files['preview JPEG'], files['mobile preview PNG'], files.logo].map(
      (other, index) => look(other, `${index}.png`),
    ),
  );
  const [bare = none, all = none] = await costs([
    // The floor gives its own pixels back, as measuring does: collecting them later would be laid to whatever runs then.
    async () => dropPixels({ data: await sharp(bytes).raw().toBuffer() }),
    async () => judge([...others, await look(path)]),
  ]);
  const columns = [bare.wallMs, bare.cpuMs, all.wallMs, all.cpuMs].map((ms) => ms.toFixed(1).padStart(12));
  const ratios = [all.wallMs / bare.wallMs, all.cpuMs / bare.cpuMs].map((ratio) =>
    ratio.toFixed(2).padStart(9),
  );
  process.stdout.write(`${title.padEnd(44)}${columns.join('')}${ratios.join('')}\n`);
}

const many = 120;
const previews = [files['preview PNG, true colour'], files['preview JPEG']];
const manyFolder = join(folder, 'many');
mkdirSync(manyFolder);
for (let index = 0; index < many; index += 1) {
  writeFileSync(join(manyFolder, `${index}.bin`), readFileSync(previews[index % 2] ?? ''));
}
const one = inspectFolder(manyFolder, 'picture', 1);
const two = inspectFolder(manyFolder, 'picture', 2);
process.stdout.write(
  `\n${many} previews, each time in a process of their own: one after the other ${one.ms.toFixed(0)} ms, two at once ${two.ms.toFixed(0)} ms (${(one.ms / two.ms).toFixed(2)} times as fast)\n` +
    `longest that the main thread was held up: ${two.heldMs.toFixed(0)} ms; memory of the process at its most ${(two.peakBytes / 1e6).toFixed(0)} MB\n`,
);
rmSync(folder, { recursive: true, force: true });
process.exit(0);
