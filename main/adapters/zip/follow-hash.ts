import { Worker } from 'node:worker_threads';

/** Hashes a file while it is being written, in a thread of its own that reads what is final already. */
export interface FollowingHash {
  /** Says that every byte below this offset is as it will stay. */
  advance(finalBytes: number): void;
  /** Says how long the file is and waits: its SHA-256, lower-case hex. Throws what the disk says. */
  finish(sizeBytes: number): Promise<string>;
  /** Ends the thread; harmless when it has ended. */
  stop(): Promise<void>;
}

/**
 * The program of that thread. It is text because a bundler finds no second entry in text; it reads what was written, so
 * that the hash is of the file and not of what was meant to be in it.
 */
const program = `'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { openSync, readSync, closeSync } = require('node:fs');
let file;
const hash = createHash('sha256');
const memory = Buffer.allocUnsafeSlow(workerData.pieceBytes);
let at = 0;
parentPort.on('message', ({ upTo, isEnd }) => {
  file ??= openSync(workerData.path, 'r');
  while (at < upTo) {
    const read = readSync(file, memory, 0, Math.min(memory.length, upTo - at), at);
    if (read === 0) throw new Error('the file that was being written was cut short');
    hash.update(memory.subarray(0, read));
    at += read;
  }
  if (!isEnd) return;
  closeSync(file);
  parentPort.postMessage(hash.digest('hex'));
  parentPort.close();
});
`;

/** Starts a thread to follow a file, which must be there when it is first said to advance. */
export function followHash(path: string): FollowingHash {
  const worker = new Worker(program, {
    eval: true,
    name: 'yinqi-zip-hash',
    workerData: { path, pieceBytes: 1 << 20 },
    resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 },
  });
  const digest = new Promise<string>((resolve, reject) => {
    // Safe: only the program above posts, and it posts one text.
    worker.once('message', (text: string) => resolve(text));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the hashing thread ended before the file')));
  });
  // Heard by finish; when writing fails first, nobody waits for it.
  digest.catch(() => undefined);
  const say = (upTo: number, isEnd: boolean): void => {
    worker.postMessage({ upTo, isEnd }, []);
  };
  return {
    advance: (finalBytes) => say(finalBytes, false),
    async finish(sizeBytes) {
      say(sizeBytes, true);
      return digest;
    },
    async stop() {
      await worker.terminate();
    },
  };
}
