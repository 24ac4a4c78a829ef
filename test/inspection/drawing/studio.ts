import { readFile } from 'node:fs/promises';
import { packageFile } from '../../../main/adapters/images/package-file.ts';
import type { World } from '../../../main/world.ts';
import { openLettering, type Lettering } from './lettering.ts';

/** What every drawing of the corpus is made with. */
export interface Studio {
  readonly lettering: Lettering;
  /** The product's own world: for its letters, its PDF writer and its pictures of pages. */
  readonly world: World;
  /** A QR code as the data of an SVG path on a grid of modules, and how many there are on a side. */
  qr(text: string): Promise<{ readonly path: string; readonly modules: number }>;
}

/** Opens fonts and code writer once. */
export async function openStudio(world: World): Promise<Studio> {
  const [{ prepareZXingModule, writeBarcode }, wasm, lettering] = await Promise.all([
    import('zxing-wasm/writer'),
    readFile(packageFile('zxing-wasm/writer/zxing_writer.wasm')),
    openLettering(),
  ]);
  // Safe: readFile gives a Buffer over an ArrayBuffer of its own, whose part it is cut out of here.
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  return {
    lettering,
    world,
    async qr(text) {
      const { symbol } = await writeBarcode(text, {
        format: 'QRCode',
        ecLevel: 'M',
        scale: 1,
        addQuietZones: false,
      });
      let path = '';
      for (let at = 0; at < symbol.data.length; at += 1) {
        if ((symbol.data[at] ?? 255) < 128)
          path += `M${at % symbol.width} ${Math.floor(at / symbol.width)}h1v1h-1z`;
      }
      return { path, modules: symbol.width };
    },
  };
}
