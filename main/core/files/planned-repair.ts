import type { Localized } from '../../contract/language.ts';
import type { ScanPoint } from '../../contract/scan-measure.ts';

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
  readonly warning?: Localized;
  /** The names of the checks that are content with what it makes. */
  readonly mends: readonly string[];
  /** See Repair. */
  readonly isAlone: boolean;
}

/** What every repair that makes a new file says: where it goes, and which fields then point to it. */
interface FileRepairBase extends RepairBase {
  /** The fields that hold the file. */
  readonly fields: readonly string[];
  /** Where the new file goes, '' for the top, and its name without ending. */
  readonly folder: string;
  readonly stem: string;
}

/** A new picture beside the original, to which the fields then point. */
export interface PictureRepair extends FileRepairBase {
  readonly kind: 'picture';
  /** Exactly this size, at most so many bytes, in that of these types in which it looks best. */
  readonly fit: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly types: readonly ('png' | 'jpeg')[];
    readonly maxBytes: number;
    /** Makes the corners round, transparent outside. */
    readonly cornerRadiusPx?: number;
  };
}

/** The corners of a sheet: upper left, upper right, lower right, lower left. */
export type SheetCorners = readonly [ScanPoint, ScanPoint, ScanPoint, ScanPoint];

/** How one page of a PDF is laid straight; boxes in shares of the page as it is shown. */
export interface PageTurn {
  /** From 0. */
  readonly index: number;
  /** Turned clockwise by so many degrees. */
  readonly degrees: number;
  /** The sheet on it, to which the page is cut; the whole page where absent. */
  readonly corners?: SheetCorners;
}

/** A scan laid straight: a picture by its sheet's corners or its angle, a PDF page by page without touching its pictures. */
export interface ScanRepair extends FileRepairBase {
  readonly kind: 'scan';
  readonly straighten:
    | {
        readonly of: 'picture';
        /** In px of the picture; null to turn the whole picture. */
        readonly corners: SheetCorners | null;
        readonly degrees: number;
        /** Of the original, to be written into the new file; null where unknown. */
        readonly dpi: number | null;
      }
    | { readonly of: 'pdf'; readonly pages: readonly PageTurn[] };
}

/** The same picture under a new file: pixel for pixel without metadata, byte for byte under another name, or as another type. */
export interface CopyRepair extends FileRepairBase {
  readonly kind: 'copy';
  readonly as:
    | { readonly what: 'without-metadata' }
    | { readonly what: 'renamed'; readonly ending: string }
    | { readonly what: 'type'; readonly type: 'png' | 'jpeg' };
}

/** A field written anew. */
export interface TextRepair extends RepairBase {
  readonly kind: 'text';
  readonly value: string;
}

export type FileRepair = PictureRepair | ScanRepair | CopyRepair;
export type PlannedRepair = FileRepair | TextRepair;
