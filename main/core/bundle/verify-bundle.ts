import type { JudgedVerification, UnpackedEntry } from './difference.ts';
import { parseEnclosedReport } from './enclosed-report.ts';
import { judgeBag } from './judge-bag.ts';

/** Decides whether what was read of a zip is one whole, unchanged bundle; see {@link judgeBag}. */
export function verifyBundle(zip: {
  readonly entries: readonly UnpackedEntry[];
  readonly kept: ReadonlyMap<string, Uint8Array>;
}): JudgedVerification {
  return judgeBag(zip, parseEnclosedReport);
}
