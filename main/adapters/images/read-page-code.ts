import type { PageCode } from '../../contract/files.ts';
import { parsePageCode } from '../../core/letters/page-code.ts';
import type { FoundCode, Grey } from './scans/code-reader.ts';

/** Reads the codes in grey pixels. */
export type CodeReader = (grey: Grey) => Promise<readonly FoundCode[]>;

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
];
const whole: Region = { left: 0, top: 0, width: 1, height: 1 };
/** A large picture is read in nine parts that overlap by more than a code is wide: the reader takes nine bytes a pixel. */
const parts: readonly Region[] = [0, 0.3, 0.6].flatMap((top) =>
  [0, 0.3, 0.6].map((left) => ({ left, top, width: 0.4, height: 0.4 })),
);
const mostAtOnce = 3_000_000;

/** Reading needs two to three pixels a module, no more: a larger region is halved until it has at most so many pixels. */
const mostReadPixels = 16_000_000;

/** Looks for a page code: in the four corners first, which takes a fifth of the time, then on the whole page. */
export async function readPageCode(read: CodeReader, page: Grey): Promise<ReadCode | null> {
  const small = halveTo(page, mostReadPixels);
  const rest = small.width * small.height > mostAtOnce ? parts : [whole];
  for (const region of [...regions, ...rest]) {
    for (const found of await read(cut(small, region))) {
      const code = parsePageCode(found.text);
      if (code !== null) return { code, rotated: quarterTurn(found) };
    }
  }
  return null;
}

/** The direction of the code's upper edge, to the nearest right angle; the y axis points down, so clockwise is positive. */
function quarterTurn({ position: { topLeft, topRight } }: FoundCode): number {
  const degrees = (Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x) * 180) / Math.PI;
  return (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
}

function cut({ data, width, height }: Grey, region: Region): Grey {
  const left = Math.floor(region.left * width);
  const top = Math.floor(region.top * height);
  const cutWidth = Math.max(1, Math.min(width - left, Math.ceil(region.width * width)));
  const cutHeight = Math.max(1, Math.min(height - top, Math.ceil(region.height * height)));
  if (cutWidth === width && cutHeight === height) return { data, width, height };
  const result = new Uint8Array(cutWidth * cutHeight);
  for (let y = 0; y < cutHeight; y += 1) {
    const start = (top + y) * width + left;
    result.set(data.subarray(start, start + cutWidth), y * cutWidth);
  }
  return { data: result, width: cutWidth, height: cutHeight };
}

function halveTo(grey: Grey, mostPixels: number): Grey {
  let result = grey;
  while (result.width * result.height > mostPixels && Math.min(result.width, result.height) > 1) {
    result = halve(result);
  }
  return result;
}

function halve({ data, width, height }: Grey): Grey {
  const halfWidth = Math.floor(width / 2);
  const halfHeight = Math.floor(height / 2);
  const result = new Uint8Array(halfWidth * halfHeight);
  for (let y = 0; y < halfHeight; y += 1) {
    for (let x = 0; x < halfWidth; x += 1) {
      const from = 2 * y * width + 2 * x;
      const sum =
        (data[from] ?? 0) + (data[from + 1] ?? 0) + (data[from + width] ?? 0) + (data[from + width + 1] ?? 0);
      result[y * halfWidth + x] = sum >> 2;
    }
  }
  return { data: result, width: halfWidth, height: halfHeight };
}
