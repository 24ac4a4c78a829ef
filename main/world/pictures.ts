import type { FileInspection, InspectionDepth } from '../contract/files.ts';
import type { PictureBox, PrintedPiece, Turn } from '../contract/read-paper.ts';
import type { SheetCorners } from '../core/files/planned-repair.ts';
import type { LocalFile } from './local-file.ts';

/** Looks at files: type by content, decoded pixels, pages, text. Never throws for a bad file: it says so in `problem`. */
export interface Inspector {
  inspect(
    file: LocalFile,
    path: string,
    depth: InspectionDepth,
    signal?: AbortSignal,
  ): Promise<FileInspection>;
}

/** A new picture of a scan. */
export interface MadePicture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The colour of what is drawn on a picture, and how little it lets through: 1 is nothing. */
export interface OverlayInk {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly opacity: number;
}

/** Makes pictures: thumbnails of files, pages of PDFs, repaired logos and previews. */
export interface Pictures {
  /** A PNG of an image file or of one page of a PDF file or bytes. Throws `unreadable-file`. */
  picture(
    source: LocalFile | Uint8Array,
    options: { readonly page: number; readonly maxPx?: number; readonly dpi?: number },
  ): Promise<{ readonly png: Uint8Array; readonly widthPx: number; readonly heightPx: number }>;
  /**
   * A new still picture of exactly this size within `maxBytes`, without metadata, in that of the types and at that quality in
   * which it comes closest to the source; null when none fits without visible harm. With `cornerRadiusPx` its corners are made round,
   * transparent outside. Throws `unreadable-file`, and the signal's reason.
   */
  fit(
    source: LocalFile,
    options: {
      readonly widthPx: number;
      readonly heightPx: number;
      readonly types: readonly ('png' | 'jpeg')[];
      readonly maxBytes: number;
      readonly cornerRadiusPx?: number | undefined;
    },
    signal?: AbortSignal,
  ): Promise<{
    readonly bytes: Uint8Array;
    readonly type: 'png' | 'jpeg';
    readonly enlargedBy: number;
    /** Of a JPEG, 1 to 100. */
    readonly quality?: number;
    /** Of a PNG with a palette; absent where it has all its colours. */
    readonly colours?: number;
  } | null>;
  /**
   * A scan laid straight: drawn out to a rectangle by the corners of its sheet, with a margin around them, or turned whole by
   * `degrees` clockwise; never coarser than it is. A JPEG at a quality at which no difference shows, else a PNG. Throws
   * `unreadable-file`, and the signal's reason.
   */
  straighten(
    source: LocalFile,
    how: {
      readonly corners: SheetCorners | null;
      readonly degrees: number;
      readonly dpi: number | null;
    },
    signal?: AbortSignal,
  ): Promise<MadePicture>;
  /** How clearly lines of print run across a page: the larger, the straighter the same page lies. Throws `unreadable-file`. */
  lineClarity(source: LocalFile | Uint8Array, options: { readonly page: number }): Promise<number>;
  /** The same picture without EXIF, XMP, comments and the like: its compressed pixels as they are, its colour profile and orientation kept. Throws `unreadable-file`. */
  withoutMetadata(
    source: LocalFile,
  ): Promise<{ readonly bytes: Uint8Array; readonly type: 'png' | 'jpeg' | 'webp' }>;
  /** The same picture as another type, pixel for pixel, upright, on white, in sRGB, without metadata. Throws `unreadable-file`. */
  convert(source: LocalFile, type: 'png' | 'jpeg'): Promise<MadePicture>;
  /**
   * The same picture, upright, with what a PDF of one page shows drawn over it in one ink: `draw` makes that PDF, black on nothing, for the
   * picture's size in px. Never coarser; a JPEG at a quality at which no difference shows, else a PNG, without metadata. Throws
   * `unreadable-file`, and the signal's reason.
   */
  overlay(
    source: LocalFile,
    ink: OverlayInk,
    draw: (size: { readonly width: number; readonly height: number }) => Promise<Uint8Array>,
    signal?: AbortSignal,
  ): Promise<MadePicture>;
  /**
   * One page of a picture for a place on paper, upright, without transparency, no finer than `dpi` there: the very bytes of a
   * JPEG that is so already, else encoded anew. Throws `unreadable-file`.
   */
  forPaper(
    source: LocalFile | Uint8Array,
    options: { readonly page: number; readonly widthMm: number; readonly dpi: number },
  ): Promise<{ readonly bytes: Uint8Array; readonly type: 'png' | 'jpeg' }>;
}

/** Reads print by machine, on this computer. */
export interface PrintReader {
  /**
   * The pieces of print on a PNG, in reading order, with boxes on the picture turned upright, and the QR codes, with boxes on the picture as it
   * is, which are never opened. What it says is a suggestion: rare
   * characters come out wrong with high confidence. Throws the signal's reason when cancelled.
   */
  read(
    png: Uint8Array,
    context: { readonly signal: AbortSignal },
  ): Promise<{
    readonly turn: Turn;
    readonly pieces: readonly PrintedPiece[];
    readonly codes: readonly { readonly text: string; readonly box: PictureBox }[];
  }>;
}
