import type { Verification } from '../../contract/bundle.ts';
import type { Localized } from '../../contract/language.ts';

/** One way in which a bundle is not what it says, before its language is chosen. */
export type Difference = Omit<Verification['differences'][number], 'message'> & {
  readonly message: Localized;
};

/** What {@link verifyBundle} concludes, before its language is chosen. */
export type JudgedVerification = Omit<Verification, 'differences'> & {
  readonly differences: readonly Difference[];
};

/** One entry of a zip as it was unpacked in memory. */
export interface UnpackedEntry {
  readonly name: string;
  readonly sizeBytes: number;
  /** Lower-case hex; null when it was refused. */
  readonly sha256: string | null;
  readonly refused: Localized | null;
  readonly fault?: 'unsafe' | 'damaged';
}

/** Makes a difference. */
export function difference(code: Difference['code'], path: string, zh: string, en: string): Difference {
  return { code, path, message: { zh, en } };
}
