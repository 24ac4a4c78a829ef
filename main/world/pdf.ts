import type { Progress } from '../contract/api.ts';
import type { LaidOutDocument, SharedCharacters } from '../contract/laid-out-document.ts';
import type { PageTurn } from '../core/files/planned-repair.ts';
import type { PlacedPicture } from '../core/letters/pack-geometry.ts';
import type { LocalFile } from './local-file.ts';

/** Writes laid-out pages as PDF: fonts embedded and subset, same input same bytes. */
export interface PdfWriter {
  /**
   * `shared`, the same object for all letters of a template: characters that are in every one of its documents' fonts and are
   * compressed once. It changes the bytes and nothing that is seen.
   */
  write(document: LaidOutDocument, shared?: SharedCharacters): Promise<Uint8Array>;
}

/** Writes print packs. */
export interface PackWriter {
  /**
   * Writes laid-out pages as PDF with pictures and pages of other PDFs beneath their text; same input, same bytes. `target` is the
   * old file or the new one, never half. Throws `unreadable-file`, and the signal's reason.
   */
  write(
    target: string,
    pack: {
      readonly document: LaidOutDocument;
      /** With the page, from 0, that each stands on. */
      readonly placed: readonly (PlacedPicture & { readonly onPage: number })[];
      /** The files behind the pictures' sources. */
      readonly files: ReadonlyMap<string, LocalFile>;
    },
    context: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<{ readonly sizeBytes: number }>;
}

/** Scanned PDFs taken apart, joined and laid straight without touching the pictures in them. Same input, same bytes. */
export interface PdfPages {
  /** A PDF of these pages (from 0) of another, in this order. Throws `pdf-not-taken` for one that is encrypted or damaged. */
  take(source: LocalFile, pages: readonly number[]): Promise<Uint8Array>;
  /**
   * One PDF of files in order: PDFs page by page, JPEGs with their very bytes, upright; other pictures pixel for pixel. `dpi` of a picture
   * gives its page a size, A4 without it. Throws `pdf-not-taken`, `unreadable-file`, and the signal's reason.
   */
  join(
    sources: readonly { readonly file: LocalFile; readonly dpi: number | null }[],
    context: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<Uint8Array>;
  /** The same PDF with some pages turned by a few degrees, and cut to their sheets. Throws `pdf-not-taken`. */
  straighten(source: LocalFile, pages: readonly PageTurn[]): Promise<Uint8Array>;
}

/** Makes copies that say what they are for. */
export interface PurposeLines {
  /**
   * The same paper with the words across it, half transparent, slanting and repeated: a PDF page by page with all else in it untouched, a
   * picture as a JPEG or PNG of its size. Same input, same bytes; the source stays as it is. Throws `pdf-not-taken`, `unreadable-file`, and
   * the signal's reason.
   */
  draw(
    source: LocalFile,
    words: string,
    signal?: AbortSignal,
  ): Promise<{ readonly bytes: Uint8Array; readonly type: 'pdf' | 'png' | 'jpeg' }>;
}
