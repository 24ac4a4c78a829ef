/** Decoded pixels: RGBA, rows from the top, 4 bytes each. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
