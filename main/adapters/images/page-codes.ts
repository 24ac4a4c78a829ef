import { readFile } from 'node:fs/promises';
import { formatPageCode } from '../../core/letters/page-code.ts';
import type { PageCodes } from '../../world.ts';
import { packageFile } from './package-file.ts';

/**
 * Makes page codes: QR codes of error correction M or better (a seal over a corner still reads), as rows of
 * 0 and 1 without quiet zone. Same code, same rows. Nothing is fetched: the wasm comes from the package.
 */
export function createPageCodes(): PageCodes {
  let writer: ReturnType<typeof loadWriter> | undefined;
  return {
    async encode(code) {
      writer ??= loadWriter();
      const { writeBarcode } = await writer;
      const { symbol, error } = await writeBarcode(formatPageCode(code), {
        format: 'QRCode',
        ecLevel: 'M',
        scale: 1,
        addQuietZones: false,
      });
      if (error !== '') throw new Error(`The page code could not be made: ${error}`);
      return Array.from({ length: symbol.height }, (_, row) =>
        Array.from(symbol.data.subarray(row * symbol.width, (row + 1) * symbol.width), (shade) =>
          shade < 128 ? '1' : '0',
        ).join(''),
      );
    },
  };
}

async function loadWriter() {
  const [{ prepareZXingModule, writeBarcode }, wasm] = await Promise.all([
    import('zxing-wasm/writer'),
    readFile(packageFile('zxing-wasm/writer/zxing_writer.wasm')),
  ]);
  // Safe: readFile gives a Buffer over an ArrayBuffer of its own, whose part it is cut out of here.
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  return { writeBarcode };
}
