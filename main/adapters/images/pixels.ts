/** Decoded pixels: RGBA, rows from the top, 4 bytes each. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The pixels of a picture as they are measured: rows from the top, red, green and blue, and opacity where it has any. */
export interface DecodedPixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Bytes of a pixel. */
  readonly channels: 3 | 4;
}

/** The shade of a colour, 0 to 255: green counts twice. */
export const shadeOf = (red: number, green: number, blue: number): number => (red + 2 * green + blue) >> 2;

/** Whether a picture has so many pixels, 400,000, that some of them tell as much as all. */
export const isLarge = ({ width, height }: Pick<Pixels, 'width' | 'height'>): boolean =>
  width * height > 400_000;

/**
 * Gives megabytes of pixels back at once, which nobody reads any more: the collector, which sees only a small object that holds them,
 * would wait for many.
 */
export function dropPixels({ data }: { readonly data: Uint8Array }): void {
  if (data.buffer instanceof ArrayBuffer) data.buffer.transfer(0);
}
