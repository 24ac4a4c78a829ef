import type { InspectionDepth } from '../../main/contract/files.ts';

/** What the program under test is asked to look at. */
export interface LookRequest {
  readonly index: number;
  readonly folder: string;
  readonly name: string;
  readonly field: string;
  /** Whether its print is read by machine too. */
  readonly isRead: boolean;
}

/** One thing that the product does with a file. */
export type Step = InspectionDepth | 'drawing' | 'judging' | 'reading';

/** What came of it. */
export interface LookAnswer {
  readonly index: number;
  /** By inspection at its field's depth: null for a clean one. */
  readonly problem: string | null;
  /** Pages that were measured, at most. */
  readonly pages: number;
  readonly steps: readonly { readonly step: Step; readonly cpuMs: number; readonly wallMs: number }[];
  /** Largest memory of the process during the try. */
  readonly peakBytes: number;
  /** What broke a promise; empty where all was kept. */
  readonly faults: readonly string[];
}
