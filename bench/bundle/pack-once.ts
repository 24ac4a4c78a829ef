import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import process from 'node:process';
import type { BundleFile } from './bundle-files.ts';
import { modules, packers } from './packers.ts';

// A process of its own that packs once: `node pack-once.mjs ROOT PEERS WHO LIST TARGET`, LIST a JSON file of the files. It prints
// the milliseconds of the clock and of the processor without the start of Node and of the packer's modules, how many were spent waiting for flushed files, and the peak of its memory.
const [root = '', peersFolder = '', who = '', list = '', target = ''] = process.argv.slice(2);
const pack = packers[who];
if (pack === undefined) throw new Error(`there is no packer ${who}`);

let flushMs = 0;
const anyFile = await open(list, 'r');
// Safe: every handle has this prototype; `sync` is timed and otherwise left as it is.
const handles = Object.getPrototypeOf(anyFile) as { sync: () => Promise<void> };
await anyFile.close();
const { sync } = handles;
handles.sync = async function timed(this: object) {
  const start = performance.now();
  await sync.call(this);
  flushMs += performance.now() - start;
};

// Safe: the bench that starts this process wrote it.
const files = JSON.parse(readFileSync(list, 'utf8')) as readonly BundleFile[];
await modules[who]?.({ root, peersFolder });
const cpuBefore = process.cpuUsage();
const start = performance.now();
const hashes = await pack(files, target, { root, peersFolder });
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(cpuBefore);
const cpuMs = (user + system) / 1000;
if (hashes !== files.length) throw new Error(`${who} made ${hashes} hashes of ${files.length}`);
const peakKb = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]);
process.stdout.write(JSON.stringify({ ms, cpuMs, flushMs, peakBytes: peakKb * 1024 }));
