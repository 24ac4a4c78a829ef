import { readFile, stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Failure } from '../../contract/failure.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Parts } from './pack-parts.ts';
import { wordFailure } from './word-failure.ts';

const maxFileBytes = 20_000_000;
const maxEntries = 2_000;
/** A contract of a hundred pages takes 2 MB; reading 16 MB took 10 seconds and 1.7 GB of memory. */
const maxPartBytes = 4_000_000;
/** Tags that such a contract has take 160,000; a file of nothing but tags would take over a gigabyte of memory. */
const maxTags = 250_000;
const maxTotalBytes = 100_000_000;
const bombBytes = 1_000_000;
const bombRatio = 200;

/** What a Word file from before 2007, and an encrypted one of today, begin with. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const zipFile = Buffer.from('504b0304', 'hex');

/** The parts that hold text and its looks: pictures and embedded files stay packed. */
const wanted = /^(\[Content_Types\]\.xml|.*\.rels|word\/[^/]+\.xml|docProps\/[^/]+\.xml)$/;

/** A Word file's XML parts, and which of them is the document. */
export interface WordPackage {
  readonly parts: Parts;
  readonly main: string;
}

/**
 * Opens a .docx: what it claims to hold is judged before anything is unpacked, and only its XML parts are. Throws one
 * Failure, see {@link wordFailure}.
 */
export async function openPackage(file: LocalFile, signal: AbortSignal): Promise<WordPackage> {
  const bytes = await readWhole(file);
  if (bytes.subarray(0, 8).equals(compoundFile)) {
    throw wordFailure(bytes.includes(encryptedPackage) ? 'word-encrypted' : 'word-old-format', file);
  }
  if (!bytes.subarray(0, 4).equals(zipFile)) throw wordFailure('not-a-word-file', file);
  try {
    const { fromBufferPromise } = await import('yauzl');
    // yauzl's own check of sizes would stop at an encrypted entry before it is known for one.
    const zip = await fromBufferPromise(bytes, { validateEntrySizes: false });
    const entries = await judgedEntries(zip, file, signal);
    const parts = new Map<string, Uint8Array>();
    for (const entry of entries.filter(({ fileName }) => wanted.test(fileName))) {
      signal.throwIfAborted();
      parts.set(entry.fileName, await unpack(zip, entry));
    }
    if (tagsIn(parts) > maxTags) throw wordFailure('word-too-large', file);
    const main = mainPart(parts, entries, file);
    for (const part of parts.values()) {
      // No Word file has a document type; entities of one can grow without end.
      if (Buffer.from(part).includes('<!DOCTYPE')) throw wordFailure('word-unsafe', file);
    }
    return { parts, main };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) throw error;
    throw wordFailure('word-damaged', file, error);
  }
}

async function readWhole(file: LocalFile): Promise<Buffer> {
  try {
    const { size } = await stat(file.absolutePath);
    if (size > maxFileBytes) throw wordFailure('word-too-large', file);
    return await readFile(file.absolutePath);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw wordFailure(isGone ? 'file-missing' : 'unreadable-file', file, error);
  }
}

/** Every entry of the directory, if none of them speaks against unpacking. */
async function judgedEntries(zip: ZipFile, file: LocalFile, signal: AbortSignal): Promise<readonly Entry[]> {
  if (zip.entryCount > maxEntries) throw wordFailure('word-unsafe', file);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    signal.throwIfAborted();
    const { fileName, compressedSize, uncompressedSize } = entry;
    // Bit 0: encrypted; 6: strong encryption; 13: encrypted directory.
    if ((entry.generalPurposeBitFlag & 0x2041) !== 0) throw wordFailure('word-encrypted', file);
    total += uncompressedSize;
    const isBomb = uncompressedSize > bombBytes && uncompressedSize > compressedSize * bombRatio;
    if (isBomb || names.has(fileName)) throw wordFailure('word-unsafe', file);
    const isTooMuch = total > maxTotalBytes || (wanted.test(fileName) && uncompressedSize > maxPartBytes);
    if (isTooMuch) throw wordFailure('word-too-large', file);
    names.add(fileName);
    entries.push(entry);
  }
  return entries;
}

/** How many tags all parts hold together: each becomes an object. */
function tagsIn(parts: Parts): number {
  let count = 0;
  for (const part of parts.values()) {
    for (const byte of part) if (byte === 0x3c) count += 1;
  }
  return count;
}

/** Unpacks one entry, no further than the size that was judged. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  // Safe: a stream without an encoding gives Buffers.
  let size = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    pieces.push(piece as Buffer);
    size += (piece as Buffer).length;
    // Leaving the loop closes the stream.
    if (size > entry.uncompressedSize) break;
  }
  if (size !== entry.uncompressedSize)
    throw new Error(`the size of ${entry.fileName} is not the declared one`);
  const bytes = Buffer.concat(pieces);
  if (crc32(bytes) !== entry.crc32) throw new Error(`the CRC-32 of ${entry.fileName} does not match`);
  return bytes;
}

function mainPart(parts: Parts, entries: readonly Entry[], file: LocalFile): string {
  const types = Buffer.from(parts.get('[Content_Types].xml') ?? []).toString('utf8');
  const hasMacros =
    /macroEnabled/i.test(types) || entries.some(({ fileName }) => /vba(Project|Data)/i.test(fileName));
  if (hasMacros) throw wordFailure('word-macros', file);
  const override =
    /<Override\b[^<>]{0,500}wordprocessingml\.(?:document|template)\.main\+xml[^<>]{0,500}>/.exec(
      types,
    )?.[0] ?? '';
  const main = /PartName="\/([^"]+)"/.exec(override)?.[1];
  if (main === undefined || !parts.has(main)) throw wordFailure('not-a-word-file', file);
  return main;
}
