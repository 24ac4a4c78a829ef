/** Pixels to be measured: rows from the top, 3 (RGB) or 4 bytes (RGBA, opaque) each. */
export interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/** Means of square blocks of a raster: three bytes a cell and their luminance. */
export interface Cells {
  readonly rgb: Uint8Array;
  readonly luma: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Side of a cell in px of the raster. */
  readonly px: number;
}

/** A raster with its cells at two sizes. */
export interface Planes {
  readonly raster: Raster;
  /** 600 to 1,000 cells on the long side of a page: fine enough for strokes and rings. */
  readonly fine: Cells;
  /** Twice as coarse: for light, colour and the sheet. */
  readonly coarse: Cells;
}

/** Luminance of a colour, 0 to 255. */
export const lumaOf = (r: number, g: number, b: number): number => (r * 77 + g * 150 + b * 29) >> 8;

/** Everything later steps read, from one pass over the pixels. */
export function planesOf(raster: Raster): Planes {
  const px = Math.max(1, Math.round(Math.max(raster.width, raster.height) / 900));
  const fine = cellsOf(raster, px);
  return { raster, fine, coarse: halved(fine) };
}

/** Means of blocks of `px` by `px`; what is left at the right and bottom goes with the last block. */
function cellsOf({ data, width, height, channels }: Raster, px: number): Cells {
  const columns = Math.max(1, Math.floor(width / px));
  const rows = Math.max(1, Math.floor(height / px));
  const rgb = new Uint8Array(columns * rows * 3);
  const luma = new Uint8Array(columns * rows);
  const area = px * px;
  const line = width * channels;
  let to = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, to += 1) {
      let start = row * px * line + column * px * channels;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let y = 0; y < px; y += 1, start += line) {
        const end = start + px * channels;
        for (let at = start; at < end; at += channels) {
          r += data[at] ?? 0;
          g += data[at + 1] ?? 0;
          b += data[at + 2] ?? 0;
        }
      }
      r = (r / area) | 0;
      g = (g / area) | 0;
      b = (b / area) | 0;
      rgb[to * 3] = r;
      rgb[to * 3 + 1] = g;
      rgb[to * 3 + 2] = b;
      luma[to] = lumaOf(r, g, b);
    }
  }
  return { rgb, luma, width: columns, height: rows, px };
}

/** The luminance of a raster's part, one byte a pixel; black beyond the raster. */
export function greyPart(
  { data, width, height, channels }: Raster,
  part: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  into = new Uint8Array(part.width * part.height),
): Uint8Array {
  const right = Math.min(width, part.left + part.width);
  const bottom = Math.min(height, part.top + part.height);
  for (let y = part.top; y < bottom; y += 1) {
    let to = (y - part.top) * part.width;
    let at = (y * width + part.left) * channels;
    for (let x = part.left; x < right; x += 1, at += channels, to += 1) {
      into[to] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
    }
  }
  return into;
}

/** Means of two by two cells; an odd last row or column goes with itself. */
export function halved(cells: Cells): Cells {
  const width = Math.max(1, cells.width >> 1);
  const height = Math.max(1, cells.height >> 1);
  const { rgb: from } = cells;
  const rgb = new Uint8Array(width * height * 3);
  const luma = new Uint8Array(width * height);
  const right = cells.width > 1 ? 3 : 0;
  const below = cells.height > 1 ? cells.width * 3 : 0;
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    let at = 2 * y * cells.width * 3;
    for (let x = 0; x < width; x += 1, to += 1, at += 6) {
      const r =
        ((from[at] ?? 0) +
          (from[at + right] ?? 0) +
          (from[at + below] ?? 0) +
          (from[at + below + right] ?? 0) +
          2) >>
        2;
      const g =
        ((from[at + 1] ?? 0) +
          (from[at + right + 1] ?? 0) +
          (from[at + below + 1] ?? 0) +
          (from[at + below + right + 1] ?? 0) +
          2) >>
        2;
      const b =
        ((from[at + 2] ?? 0) +
          (from[at + right + 2] ?? 0) +
          (from[at + below + 2] ?? 0) +
          (from[at + below + right + 2] ?? 0) +
          2) >>
        2;
      rgb[to * 3] = r;
      rgb[to * 3 + 1] = g;
      rgb[to * 3 + 2] = b;
      luma[to] = (r * 77 + g * 150 + b * 29) >> 8;
    }
  }
  return { rgb, luma, width, height, px: cells.px * 2 };
}

/** The value under which a share of numbers lies; 0 for none. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))] ?? 0;
}
