import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildPackOnce } from './bundle/build-pack-once.ts';
import { makeBundleFiles, type BundleFile } from './bundle/bundle-files.ts';
import { commands, freeTarget, packByCommand, packInNode, type PackTime } from './bundle/commands.ts';
import { packers } from './bundle/packers.ts';
import { requireSame } from './bundle/require-same.ts';
import { median, say } from './letters/table.ts';
import { installPeers } from './peers/install-peers.ts';

// A bundle of 200 files and 300 MB, and one of 2 GB, packed by everyone in turn: see README.md. BENCH_ROUNDS sets how often;
// `node bench/bundle.ts small|large` runs one part.
const root = join(import.meta.dirname, '..');
const peersFolder = installPeers(root, 'archiver');
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const [part = 'all'] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'yinqi-bench-bundle-'));
const program = await buildPackOnce(root);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** Everyone packs in turn, `rounds` times; the first outputs are read back and compared. */
function measure(files: readonly BundleFile[], folder: string, who: readonly string[], times: number) {
  const list = join(scratch, 'list.json');
  writeFileSync(list, JSON.stringify(files));
  const all = new Map<string, PackTime[]>(who.map((name) => [name, []]));
  for (let round = 0; round < times; round += 1) {
    // Another begins each round: what the disk still has to do falls on everyone in turn.
    for (let turn = 0; turn < who.length; turn += 1) {
      const name = who[(turn + round) % who.length] ?? '';
      const target = freeTarget(scratch, name);
      const command = commands[name];
      const time =
        command === undefined
          ? packInNode(program, name, { root, peersFolder, list, target })
          : packByCommand(command(target)[0], command(target).slice(1), folder, files);
      if (round === 0 && name !== 'floor') requireSame(target, files);
      rmSync(target);
      all.get(name)?.push(time);
    }
  }
  return all;
}

function report(all: ReadonlyMap<string, readonly PackTime[]>): void {
  const of = (name: string, value: (time: PackTime) => number): number =>
    median((all.get(name) ?? []).map(value));
  const floor = of('floor', ({ ms }) => ms);
  const floorCpu = of('floor', ({ cpuMs }) => cpuMs);
  for (const name of all.keys()) {
    const ms = of(name, (time) => time.ms);
    const cpu = of(name, ({ cpuMs }) => cpuMs);
    const bare = of(name, (time) => time.ms - time.flushMs);
    const peak = Math.max(...(all.get(name) ?? []).map(({ peakBytes }) => peakBytes ?? 0));
    const without =
      name === 'ours' ? `, ${bare.toFixed(0)} ms (${(bare / floor).toFixed(2)}) without the flush` : '';
    const memory = peak === 0 ? '' : `, peak ${megabytes(peak)}`;
    say(
      `${name.padEnd(10)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / floor).toFixed(2)} of the floor${without}; processor ${cpu.toFixed(0)} ms, ${(cpu / floorCpu).toFixed(2)}${memory}`,
    );
  }
  const ours = of('ours', ({ ms }) => ms);
  const targets: readonly (readonly [text: string, isWithin: boolean])[] = [
    ['at most 1.5 of the floor', ours <= 1.5 * floor],
    ...['yazl', 'archiver', 'zip -0'].map(
      (name) => [`faster than ${name}`, ours < of(name, ({ ms }) => ms)] as const,
    ),
    ['at most 1.6 of 7z -mx=0', ours <= 1.6 * of('7z -mx=0', ({ ms }) => ms)],
    [
      'peak under 150 MB',
      Math.max(...(all.get('ours') ?? []).map(({ peakBytes }) => peakBytes ?? 0)) < 150e6,
    ],
  ];
  for (const [text, isWithin] of targets) say(`${isWithin ? 'within' : 'OVER  '}  ${text}`);
}

try {
  const day = new Date().toISOString().slice(0, 10);
  if (part !== 'large') {
    const folder = join(scratch, 'small');
    const files = makeBundleFiles(folder, 200, 300_000_000);
    say(
      `${day}: 200 files, 300 MB, medians of ${rounds} rounds, everyone in turn, SHA-256 of each file made by all`,
    );
    report(
      measure(
        files,
        folder,
        [...Object.keys(packers).filter((name) => name !== 'verify'), ...Object.keys(commands)],
        rounds,
      ),
    );
    rmSync(folder, { recursive: true });
  }
  if (part !== 'small') {
    for (const [name, totalBytes] of [
      ['20 MB', 20_000_000],
      ['2 GB', 2_000_000_000],
    ] as const) {
      const folder = join(scratch, 'large');
      const files = makeBundleFiles(folder, 200, totalBytes);
      const list = join(scratch, 'list.json');
      writeFileSync(list, JSON.stringify(files));
      const target = freeTarget(scratch, 'ours');
      const packed = packInNode(program, 'ours', { root, peersFolder, list, target });
      const verified = packInNode(program, 'verify', { root, peersFolder, list, target });
      say(
        `${name}: packed in ${(packed.ms / 1000).toFixed(1)} s, peak ${megabytes(packed.peakBytes ?? 0)}; read back and verified in ${(verified.ms / 1000).toFixed(1)} s, peak ${megabytes(verified.peakBytes ?? 0)}`,
      );
      rmSync(folder, { recursive: true });
      rmSync(target);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
