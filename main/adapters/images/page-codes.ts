import { formatPageCode } from '../../core/letters/page-code.ts';
import type { PageCodes } from '../../world/page-codes.ts';

let loading: Promise<typeof import('qr')> | undefined;

/** Makes page codes: QR codes of error correction M (a seal over a corner still reads), as rows of 0 and 1 without quiet zone. Same code, same rows. */
export function createPageCodes(): PageCodes {
  return {
    async encode(code) {
      // Asked for again each time, it is looked for among all modules each time.
      const { default: encodeQr } = await (loading ??= import('qr'));
      const rows = encodeQr(formatPageCode(code), 'raw', { ecc: 'medium', border: 1 });
      // The package draws a border of one place at the least.
      return rows.slice(1, -1).map((row) =>
        row
          .slice(1, -1)
          .map((isDark) => (isDark ? '1' : '0'))
          .join(''),
      );
    },
  };
}
