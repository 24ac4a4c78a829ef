import { deflateSync } from 'node:zlib';

/** Compresses bytes with zlib's own middle way: its best takes a third more time and saves a hundredth of a letter. */
export const deflateBytes = (bytes: Uint8Array): Buffer => deflateSync(bytes, { level: 6 });
