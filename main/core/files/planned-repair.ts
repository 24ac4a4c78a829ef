import type { Localized } from '../../contract/language.ts';

interface RepairBase {
  /** Stable: the repair and the place; checks whose findings it mends offer it under this id. */
  readonly id: string;
  /** The rule that wants it. */
  readonly rule: string;
  /** The file or field. */
  readonly at: string;
  readonly summary: Localized;
  readonly before: Localized;
  readonly after: Localized;
}

/** A new picture beside the original, to which the fields then point. */
export interface PictureRepair extends RepairBase {
  readonly kind: 'picture';
  /** The fields that hold the file. */
  readonly fields: readonly string[];
  /** Exactly this size, at most so many bytes, in the first of these types in which that is possible. */
  readonly fit: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly types: readonly ('png' | 'jpeg')[];
    readonly maxBytes: number;
  };
  /** Where the new file goes, '' for the top, and its name without ending. */
  readonly folder: string;
  readonly stem: string;
}

/** A field written anew. */
export interface TextRepair extends RepairBase {
  readonly kind: 'text';
  readonly value: string;
}

export type PlannedRepair = PictureRepair | TextRepair;
