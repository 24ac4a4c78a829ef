import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BenchLetter } from './bench-letter.ts';

/** Something else that makes letters: ready to work, and let go of in the end. */
export interface Peer {
  make(letter: BenchLetter): Promise<Uint8Array>;
  close?(): Promise<void>;
}

/** Starts a peer: `peersFolder` has its package, `fontFile` is the one face that it sets in. */
export type StartPeer = (place: {
  readonly peersFolder: string;
  readonly fontFile: string;
  readonly scratch: string;
}) => Promise<Peer>;

/** Loads a package of the peers' own folder, which the product does not depend on. */
export function loadPeer(peersFolder: string, name: string): unknown {
  return createRequire(join(peersFolder, 'package.json'))(name);
}
