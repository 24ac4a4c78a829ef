import type { PageCode } from '../contract/files.ts';

/** The code on printed pages. */
export interface PageCodes {
  /** Rows of 0 and 1, without quiet zone. */
  encode(code: PageCode): Promise<readonly string[]>;
}
