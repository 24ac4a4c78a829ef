import type { ScanPoint } from '../../../contract/scan-measure.ts';

/** A seal in cells of the grid it was looked for in. */
export interface FoundSeal {
  readonly shape: 'round' | 'oval' | 'square';
  /** The ring's whole axes, the longer one first. */
  readonly long: number;
  readonly short: number;
  readonly centre: ScanPoint;
  readonly inkShare: number;
  /** Share of the outline that lies in the grid. */
  readonly inGrid: number;
  readonly outline: readonly ScanPoint[];
}
