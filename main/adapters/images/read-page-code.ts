import type { PageCode } from '../../contract/files.ts';
import { parsePageCode } from '../../core/letters/page-code.ts';
import type { Pixels } from './measure-pixels.ts';
import type { FoundCode, ScanWorker } from './scan-worker.ts';

/** A page code, and how far its page is turned clockwise: 0, 90, 180 or 270 degrees. */
export interface ReadCode {
  readonly code: PageCode;
  readonly rotated: number;
}

/** A region of the page in shares of its width and height. */
interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const corner = { width: 0.45, height: 0.4 } as const;
/** The code stands at the bottom right of a page: where that corner is after 0, 90, 180 and 270 degrees, then anywhere. */
const regions: readonly Region[] = [
  { left: 1 - corner.width, top: 1 - corner.height, ...corner },
  { left: 0, top: 1 - corner.height, ...corner },
  { left: 0, top: 0, ...corner },
  { left: 1 - corner.width, top: 0, ...corner },
  { left: 0, top: 0, width: 1, height: 1 },
];

/** Reading needs two to three pixels a module, no more: a larger region is halved until it has at most so many pixels. */
const mostReadPixels = 16_000_000;

/** Looks for a page code: in the four corners first, which takes a fifth of the time, then on the whole page. */
export async function readPageCode(worker: ScanWorker, pixels: Pixels): Promise<ReadCode | undefined> {
  for (const region of regions) {
    for (const found of await worker.codes(halveTo(cut(pixels, region), mostReadPixels))) {
      const code = parsePageCode(found.text);
      if (code !== null) return { code, rotated: quarterTurn(found) };
    }
  }
  return undefined;
}

/** The direction of the code's upper edge, to the nearest right angle; the y axis points down, so clockwise is positive. */
function quarterTurn({ position: { topLeft, topRight } }: FoundCode): number {
  const degrees = (Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x) * 180) / Math.PI;
  return (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
}

function cut({ data, width, height }: Pixels, region: Region): Pixels {
  const left = Math.floor(region.left * width);
  const top = Math.floor(region.top * height);
  const cutWidth = Math.max(1, Math.min(width - left, Math.ceil(region.width * width)));
  const cutHeight = Math.max(1, Math.min(height - top, Math.ceil(region.height * height)));
  const result = new Uint8Array(cutWidth * cutHeight * 4);
  for (let y = 0; y < cutHeight; y += 1) {
    const start = ((top + y) * width + left) * 4;
    result.set(data.subarray(start, start + cutWidth * 4), y * cutWidth * 4);
  }
  return { data: result, width: cutWidth, height: cutHeight };
}

function halveTo(pixels: Pixels, mostPixels: number): Pixels {
  let result = pixels;
  while (result.width * result.height > mostPixels && Math.min(result.width, result.height) > 1) {
    result = halve(result);
  }
  return result;
}

function halve({ data, width, height }: Pixels): Pixels {
  const halfWidth = Math.floor(width / 2);
  const halfHeight = Math.floor(height / 2);
  const result = new Uint8Array(halfWidth * halfHeight * 4);
  for (let y = 0; y < halfHeight; y += 1) {
    for (let x = 0; x < halfWidth; x += 1) {
      const from = (2 * y * width + 2 * x) * 4;
      const to = (y * halfWidth + x) * 4;
      for (let channel = 0; channel < 4; channel += 1) {
        const sum =
          (data[from + channel] ?? 0) +
          (data[from + 4 + channel] ?? 0) +
          (data[from + width * 4 + channel] ?? 0) +
          (data[from + width * 4 + 4 + channel] ?? 0);
        result[to + channel] = sum >> 2;
      }
    }
  }
  return { data: result, width: halfWidth, height: halfHeight };
}
