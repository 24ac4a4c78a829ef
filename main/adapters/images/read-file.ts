import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileProblem } from '../../contract/files.ts';
import { headBytes } from './sniff-type.ts';

/** A file cannot be looked at; `detail` is what the system said. */
export class FileTrouble extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem, detail: string) {
    super(detail);
    this.name = 'FileTrouble';
    this.problem = problem;
  }
}

/** Looks at what stands at a path without opening it: a pipe or device that is opened may block for ever. */
export async function statFile(absolutePath: string): Promise<Stats> {
  const found = await stat(absolutePath).catch((error: unknown) => {
    throw asFileTrouble(error);
  });
  if (!found.isFile()) throw new FileTrouble('not-a-file', kindOf(found));
  return found;
}

const kindOf = (stats: Stats): string => {
  if (stats.isDirectory()) return 'folder';
  if (stats.isFIFO()) return 'pipe';
  if (stats.isSocket()) return 'socket';
  return 'device';
};

/** The first and the last bytes of a file, by which its type is told. */
export async function readEnds(
  absolutePath: string,
  sizeBytes: number,
): Promise<{ readonly head: Uint8Array; readonly tail: Uint8Array }> {
  const head = await readPart(absolutePath, 0, Math.min(sizeBytes, headBytes));
  if (head.length === sizeBytes) return { head, tail: head };
  return { head, tail: await readPart(absolutePath, sizeBytes - headBytes, headBytes) };
}

/** A part of a file, shorter where the file ends before. */
export async function readPart(absolutePath: string, start: number, length: number): Promise<Uint8Array> {
  if (length <= 0) return new Uint8Array(0);
  const file = await open(absolutePath, 'r').catch((error: unknown) => {
    throw asFileTrouble(error);
  });
  try {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } catch (error) {
    throw asFileTrouble(error);
  } finally {
    await file.close();
  }
}

/** What the system says on reading, as a problem of the file; anything that is no answer of the system is a bug and stays one. */
export function asFileTrouble(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  switch (error.code) {
    case 'ABORT_ERR':
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return new FileTrouble('missing', error.message);
    case 'EISDIR':
      return new FileTrouble('not-a-file', error.message);
    default:
      return new FileTrouble('unreadable', error.message);
  }
}
