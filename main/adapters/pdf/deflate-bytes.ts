import { deflateSync } from 'node:zlib';

/** Compresses bytes as well as zlib can. */
export const deflateBytes = (bytes: Uint8Array): Buffer => deflateSync(bytes, { level: 9, memLevel: 9 });
