import { readFile } from 'node:fs/promises';
import type { PictureCode } from '../../contract/picture-measure.ts';
import { packageFile } from './package-file.ts';
import { shadeOf, type DecodedPixels, type Pixels } from './pixels.ts';
import type { FinderPlace } from './edge-reader.ts';
import { KernelRoom } from './pixel-kernels.ts';
import { EdgeTally } from './scan-edges.ts';

const mostText = 500;
const mostPlaces = 400;
const leastRingContrast = 40;

/**
 * Reads the QR codes of a picture, where its rows gave places for three of their finder patterns: a reader run over a
 * whole screenshot would take ten times as long as decoding it. Nothing that a code says is followed.
 */
export async function readPictureCodes(
  pixels: DecodedPixels,
  places: readonly FinderPlace[],
): Promise<{ readonly codes: PictureCode[]; readonly finders: number }> {
  const finders = mergeFinders(foundFinders(pixels, places.slice(0, mostPlaces)));
  const regions = regionsOf(finders, pixels);
  if (regions.length === 0) return { codes: [], finders: finders.length };
  const read = await loadReader();
  const codes: PictureCode[] = [];
  for (const region of regions) {
    const cut = cutOut(pixels, region);
    const found = await read(
      { data: new Uint8ClampedArray(cut.data), width: cut.width, height: cut.height, colorSpace: 'srgb' },
      { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: true, maxNumberOfSymbols: 4 },
    );
    for (const { isValid, format, text, position } of found) {
      if (!isValid) continue;
      const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
      const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
      const share = (value: number, of: number): number => Math.round((value / of) * 1000) / 1000;
      const code = {
        format,
        text: text.slice(0, mostText),
        at: {
          left: share(region.left + Math.min(...xs), pixels.width),
          top: share(region.top + Math.min(...ys), pixels.height),
          width: share(Math.max(...xs) - Math.min(...xs), pixels.width),
          height: share(Math.max(...ys) - Math.min(...ys), pixels.height),
        },
      };
      if (!codes.some((one) => one.text === code.text && Math.abs(one.at.left - code.at.left) < 0.02))
        codes.push(code);
    }
  }
  return { codes, finders: finders.length };
}

let reader: Promise<typeof import('zxing-wasm/reader').readBarcodes> | undefined;

async function loadReader() {
  reader ??= (async () => {
    const [{ prepareZXingModule, readBarcodes }, wasm] = await Promise.all([
      import('zxing-wasm/reader'),
      readFile(packageFile('zxing-wasm/reader/zxing_reader.wasm')),
    ]);
    // Safe: readFile gives a Buffer over an ArrayBuffer of its own, whose part it is cut out of here.
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
    prepareZXingModule({ overrides: { wasmBinary } });
    return readBarcodes;
  })();
  return reader;
}

interface Finder {
  readonly x: number;
  readonly y: number;
  readonly lengthPx: number;
}

/** The shade of a pixel. */
function shadeAt({ data, width, channels }: DecodedPixels, x: number, y: number): number {
  const at = (y * width + x) * channels;
  return shadeOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
}

/** The places that are a square within a ring, where the column through them reads like a finder pattern of the same size too. */
function foundFinders(pixels: DecodedPixels, places: readonly FinderPlace[]): readonly FinderPlace[] {
  if (places.length === 0) return [];
  const room = new KernelRoom();
  const tally = new EdgeTally(room, pixels.height);
  const column = room.reserve(pixels.height);
  return places.filter(({ middlePx, lengthPx, y }) => {
    const x = Math.min(pixels.width - 1, Math.round(middlePx));
    const reach = Math.ceil(lengthPx * 1.2);
    const top = Math.max(0, y - reach);
    const bottom = Math.min(pixels.height, y + reach + 1);
    const line = room.u8(column, bottom - top);
    for (let row = top; row < bottom; row += 1) line[row - top] = shadeAt(pixels, x, row);
    const same = tally.walk(column, bottom - top).findLast((hit) => {
      const ratio = hit.lengthPx / lengthPx;
      return ratio > 0.65 && ratio < 1.55 && Math.abs(hit.middlePx + top - y) < lengthPx / 2;
    });
    return (
      same !== undefined && isRinged(pixels, { x: middlePx, y: same.middlePx + top, module: lengthPx / 7 })
    );
  });
}

/**
 * Whether all around a dark middle there is light. However the code is turned, 1.2 modules from the middle is inside the dark square,
 * 2.3 in the light ring.
 */
function isRinged(
  pixels: DecodedPixels,
  { x, y, module }: { readonly x: number; readonly y: number; readonly module: number },
): boolean {
  const around = (modules: number): number[] =>
    Array.from({ length: 8 }, (_, turn) => {
      const angle = (turn * Math.PI) / 4;
      const column = Math.round(x + Math.cos(angle) * modules * module);
      const row = Math.round(y + Math.sin(angle) * modules * module);
      const isInside = column >= 0 && row >= 0 && column < pixels.width && row < pixels.height;
      return isInside ? shadeAt(pixels, column, row) : 255;
    });
  const [dark, light] = [around(1.2).sort((a, b) => a - b), around(2.3).sort((a, b) => a - b)];
  // One place each may be hit by a blended edge or a spot.
  return (light[1] ?? 0) - (dark[6] ?? 255) >= leastRingContrast;
}

function mergeFinders(places: readonly FinderPlace[]): readonly Finder[] {
  const merged: Finder[] = [];
  for (const { middlePx, y, lengthPx } of places) {
    const known = merged.some(
      (one) => Math.hypot(one.x - middlePx, one.y - y) < Math.max(one.lengthPx, lengthPx) / 2,
    );
    if (!known) merged.push({ x: middlePx, y, lengthPx });
  }
  return merged;
}

interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The largest code has 177 modules, its finder patterns 7 each. */
const farthestInFinders = 26;

/** Boxes around finder patterns of one size that may belong to one code; two are enough, a third may have been missed. */
function regionsOf(finders: readonly Finder[], { width, height }: DecodedPixels): readonly Region[] {
  const isTaken = new Set<Finder>();
  const regions: Region[] = [];
  for (const finder of finders) {
    if (isTaken.has(finder)) continue;
    const group = finders.filter((other) => {
      const ratio = other.lengthPx / finder.lengthPx;
      const distance = Math.max(Math.abs(other.x - finder.x), Math.abs(other.y - finder.y));
      return ratio > 0.7 && ratio < 1.4 && distance < farthestInFinders * finder.lengthPx;
    });
    if (group.length < 2) continue;
    for (const one of group) isTaken.add(one);
    const xs = group.map(({ x }) => x);
    const ys = group.map(({ y }) => y);
    const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    // With only two of the three corners known the code may lie to either side of them.
    const margin = group.length >= 3 ? 1.5 * finder.lengthPx : span + 1.5 * finder.lengthPx;
    const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
    const top = Math.max(0, Math.floor(Math.min(...ys) - margin));
    regions.push({
      left,
      top,
      width: Math.min(width, Math.ceil(Math.max(...xs) + margin)) - left,
      height: Math.min(height, Math.ceil(Math.max(...ys) + margin)) - top,
    });
  }
  return regions;
}

/** A region as RGBA, which the reader takes. */
function cutOut({ data, width, channels }: DecodedPixels, region: Region): Pixels {
  const cut = new Uint8Array(region.width * region.height * 4).fill(255);
  let to = 0;
  for (let y = 0; y < region.height; y += 1) {
    let at = ((region.top + y) * width + region.left) * channels;
    for (let x = 0; x < region.width; x += 1, at += channels, to += 4) {
      for (let channel = 0; channel < channels; channel += 1) cut[to + channel] = data[at + channel] ?? 0;
    }
  }
  return { data: cut, width: region.width, height: region.height };
}
