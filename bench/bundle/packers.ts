import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, readSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { BundleFile } from './bundle-files.ts';

/** Packs files into `target` and makes the SHA-256 of each: how many it made. */
export type Packer = (
  files: readonly BundleFile[],
  target: string,
  place: { readonly root: string; readonly peersFolder: string },
) => Promise<number>;

/** Reads every byte, takes CRC-32 and SHA-256, writes it out: one process, one megabyte after the other. */
const floor: Packer = async (files, target) => {
  const memory = Buffer.allocUnsafeSlow(1 << 20);
  const out = openSync(target, 'w');
  let hashes = 0;
  for (const { absolutePath } of files) {
    const source = openSync(absolutePath, 'r');
    const hash = createHash('sha256');
    let crc = 0;
    for (;;) {
      const read = readSync(source, memory, 0, memory.length, null);
      if (read === 0) break;
      const bytes = memory.subarray(0, read);
      crc = crc32(bytes, crc);
      hash.update(bytes);
      for (let done = 0; done < read;) done += writeSync(out, bytes, done, read - done);
    }
    closeSync(source);
    if (hash.digest('hex').length === 64 && crc >= 0) hashes += 1;
  }
  closeSync(out);
  return hashes;
};

/** The product: `world.zip.write` as `bundle.export` calls it, flush and rename included. */
const ours: Packer = async (files, target) => {
  const { createZip } = await import('../../main/adapters/zip/zip.ts');
  let hashes = 0;
  await createZip().write(
    target,
    files.map(({ absolutePath, path }) => ({ path, content: { absolutePath, name: path } })),
    (written) => {
      hashes = written.size;
      return [];
    },
    { date: '2026-11-22', signal: new AbortController().signal, onProgress: () => undefined },
  );
  return hashes;
};

/** Not a packer: reads a zip back as `bundle.verify` does, every entry unpacked and hashed. */
const verify: Packer = async (_, target) => {
  const { createZip } = await import('../../main/adapters/zip/zip.ts');
  const { entries } = await createZip().read({ absolutePath: target, name: target }, () => false, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return entries.filter(({ sha256 }) => sha256 !== null).length;
};

/** yazl as it comes, each file's stream hashed on its way in. */
const yazl: Packer = async (files, target, { root }) => {
  const { ZipFile } = createRequire(join(root, 'package.json'))('yazl') as typeof import('yazl');
  const zip = new ZipFile();
  const drained = pipeline(zip.outputStream, createWriteStream(target));
  let hashes = 0;
  for (const { absolutePath, path } of files) {
    const { stream, hash } = hashed(createReadStream(absolutePath));
    zip.addReadStream(stream, path, { compress: false });
    await finished(stream);
    if (hash.digest('hex').length === 64) hashes += 1;
  }
  zip.end();
  await drained;
  return hashes;
};

/** What is used of archiver 8. */
interface Archive extends Readable {
  append(source: Readable, data: { readonly name: string; readonly store: boolean }): unknown;
  finalize(): Promise<void>;
}

/** archiver as it comes, each file's stream hashed on its way in. */
const archiver: Packer = async (files, target, { peersFolder }) => {
  // Safe: archiver has no types of its own; this is its documented constructor.
  const { ZipArchive } = createRequire(join(peersFolder, 'package.json'))('archiver') as {
    readonly ZipArchive: new (options: { readonly store: boolean; readonly zlib?: object }) => Archive;
  };
  const archive = new ZipArchive({ store: true });
  const drained = pipeline(archive, createWriteStream(target));
  let hashes = 0;
  for (const { absolutePath, path } of files) {
    const { stream, hash } = hashed(createReadStream(absolutePath));
    archive.append(stream, { name: path, store: true });
    await finished(stream);
    if (hash.digest('hex').length === 64) hashes += 1;
  }
  await archive.finalize();
  await drained;
  return hashes;
};

function hashed(source: Readable): { readonly stream: Transform; readonly hash: Hash } {
  const hash = createHash('sha256');
  const stream = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece);
      done(null, piece);
    },
  });
  source.on('error', (error) => stream.destroy(error));
  source.pipe(stream);
  return { stream, hash };
}

/** Loads what each is made of before the clock starts: a program that packs is running already. */
export const modules: Readonly<
  Record<string, (place: { readonly root: string; readonly peersFolder: string }) => unknown>
> = {
  ours: () => import('../../main/adapters/zip/zip.ts'),
  verify: async () => [await import('../../main/adapters/zip/zip.ts'), await import('yauzl')],
  yazl: ({ root }) => createRequire(join(root, 'package.json'))('yazl') as unknown,
  archiver: ({ peersFolder }) => createRequire(join(peersFolder, 'package.json'))('archiver') as unknown,
};

/** Everyone that runs in a process of Node. */
export const packers: Readonly<Record<string, Packer>> = {
  floor,
  ours,
  yazl,
  archiver,
  verify,
};
