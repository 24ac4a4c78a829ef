import { readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A code that was read, with its corners as they lie in the picture. */
export interface FoundCode {
  readonly text: string;
  readonly position: {
    readonly topLeft: Point;
    readonly topRight: Point;
    readonly bottomLeft: Point;
    readonly bottomRight: Point;
  };
}

/** Grey pixels, one byte each, rows from the top. */
export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Reads QR codes with zxing; synchronous WebAssembly, so only within a worker. Nothing is fetched. */
export function createCodeReader(): {
  read(grey: Grey): Promise<readonly FoundCode[]>;
  heldBytes(): number;
} {
  let loading: ReturnType<typeof load> | null = null;
  let largest = 0;
  let pixels = new Uint32Array(0);
  return {
    async read({ data, width, height }) {
      const { readBarcodes } = await (loading ??= load());
      largest = Math.max(largest, width * height);
      // One buffer for all: each new one would wait for the engine to clear it.
      if (pixels.length < width * height) pixels = new Uint32Array(width * height);
      for (let index = 0; index < width * height; index += 1)
        pixels[index] = 0xff000000 | ((data[index] ?? 0) * 0x010101);
      const rgba = new Uint8ClampedArray(pixels.buffer, 0, width * height * 4);
      const found = await readBarcodes(
        { data: rgba, width, height, colorSpace: 'srgb' },
        { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, maxNumberOfSymbols: 8 },
      );
      return found.filter((one) => one.isValid).map(({ text, position }) => ({ text, position }));
    },
    // Its pixels, their luminance and what it works with: the module does not say.
    heldBytes: () => largest * 6,
  };
}

async function load() {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  const wasm = readFileSync(packageFile('zxing-wasm/reader/zxing_reader.wasm'));
  // Safe: readFileSync gives a Buffer over an ArrayBuffer.
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  return { readBarcodes };
}
