import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const endings = ['png', 'jpg', 'pdf', 'docx'] as const;

/** A file to pack: where it is, and its name in the zip. */
export interface BundleFile {
  readonly absolutePath: string;
  readonly path: string;
}

/**
 * Files as a large bundle holds them: `count` pictures, scans and papers of `totalBytes` together, from a tenth of the mean
 * to twice as much, their bytes pseudo-random (a hash run in counter mode), the same on every run.
 */
export function makeBundleFiles(folder: string, count: number, totalBytes: number): readonly BundleFile[] {
  mkdirSync(folder, { recursive: true });
  const weights = Array.from({ length: count }, (_, index) => 0.1 + 1.9 * ((index * 0.618034) % 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const stream = pseudoRandom(20_261_122);
  return weights.map((weight, index) => {
    const number = String(index + 1).padStart(3, '0');
    const name = `${number}-材料.${endings[index % endings.length] ?? 'png'}`;
    const absolutePath = join(folder, name);
    const file = openSync(absolutePath, 'w');
    for (let left = Math.round((totalBytes * weight) / sum); left > 0;) {
      const bytes = stream(Math.min(left, 1 << 20));
      writeSync(file, bytes);
      left -= bytes.length;
    }
    closeSync(file);
    return { absolutePath, path: `包/data/${String(1 + (index % 9)).padStart(2, '0')}-资料/${name}` };
  });
}

/** Bytes without pattern from a seed: one block of a megabyte, shifted and masked anew for each piece. */
function pseudoRandom(seed: number): (count: number) => Buffer {
  const block = Buffer.alloc(1 << 20);
  for (let at = 0; at < block.length; at += 32) {
    createHash('sha256').update(`${seed} ${at}`).digest().copy(block, at);
  }
  let piece = 0;
  return (count) => {
    const mask = createHash('sha256')
      .update(`${seed} piece ${(piece += 1)}`)
      .digest();
    const bytes = Buffer.from(block.subarray(0, count));
    for (let at = 0; at < count; at += 1) bytes[at] = (bytes[at] ?? 0) ^ (mask[at & 31] ?? 0);
    return bytes;
  };
}
