import process from 'node:process';
import sharp from 'sharp';
import { measureDecoded } from '../main/adapters/images/measure-picture.ts';
import { decodePicture } from '../main/adapters/images/decode-picture.ts';
import type { DossierDocument } from '../main/contract/dossier.ts';
import type { FileInspection } from '../main/contract/files.ts';
import { readLikeness } from '../main/core/files/compare-likeness.ts';
import { comparePictures } from '../main/methods/compare-pictures.ts';

// Every preview of a field is compared with every other: 130 different screens of one app, whose dark menu makes all of them much alike, beside a floor that
// reads the same pairs of likenesses once; and how long others wait meanwhile.
const count = 130;

/** A screen with a bar, a menu and rows of its own, told apart by `seed`. */
async function screen(seed: number): Promise<FileInspection> {
  let state = seed * 7919 + 1;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const rows = Array.from({ length: 24 }, (_, row) => {
    const [width, height] = [100 + next() * 900, 10 + next() * 12];
    const colour = ['#333', '#888', '#2a7', '#e05'][Math.floor(next() * 4)];
    return `<rect x="320" y="${120 + row * 38}" width="${width}" height="${height}" fill="${colour}"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="1080"><rect width="1920" height="1080" fill="#fff"/><rect width="280" height="1080" fill="#223"/><rect width="1920" height="64" fill="#0f766e"/>${rows.join('')}</svg>`;
  const bytes = await sharp(Buffer.from(drawing)).png({ compressionLevel: 1 }).toBuffer();
  const { picture } = await measureDecoded(await decodePicture(bytes, 'png'), null);
  return { path: `${seed}.png`, sizeBytes: bytes.length, type: 'png', sha256: `${seed}`, picture };
}

const files: FileInspection[] = [];
for (let seed = 0; seed < count; seed += 1) files.push(await screen(seed));
const document: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'p',
  categories: [],
  app: { previews: { desktop: files.map(({ path }) => path) } },
};
const pairs = (count * (count - 1)) / 2;

const shades = files.map(({ picture }) => readLikeness(picture?.likeness ?? ''));
let [floorStart, sum] = [performance.now(), 0];
for (const [index, one] of shades.entries()) {
  for (const other of shades.slice(0, index)) {
    for (let at = 0; at < one.values.length; at += 1) sum += (one.values[at] ?? 0) * (other.values[at] ?? 0);
  }
}
const floorMs = performance.now() - floorStart;

let [longestMs, last, isOver] = [0, performance.now(), false];
const turn = (): void => {
  longestMs = Math.max(longestMs, performance.now() - last);
  last = performance.now();
  if (!isOver) setImmediate(turn);
};
setImmediate(turn);
floorStart = performance.now();
await comparePictures(
  document,
  new Map(files.map((file) => [file.path, file])),
  new AbortController().signal,
);
const ms = performance.now() - floorStart;
isOver = true;
process.stdout.write(
  `${pairs} pairs of ${count} screens: ${ms.toFixed(0)} ms, ${((ms * 1000) / pairs).toFixed(0)} µs a pair; floor ${floorMs.toFixed(0)} ms (${(ms / floorMs).toFixed(1)} times, checked ${Math.sign(sum)})\n` +
    `others wait ${longestMs.toFixed(0)} ms at most\n`,
);
