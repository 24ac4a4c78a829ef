import type { FileProblem, ImageMeasure, ScanPage } from '../../contract/files.ts';
import type { PictureMeasure, PictureMetadata } from '../../contract/picture-measure.ts';
import type { ScanMeasure } from '../../contract/scan-measure.ts';
import type { DecodedType } from './decoded-type.ts';
import type { ReadCode } from './read-page-code.ts';
import type { FoundCode } from './scans/code-reader.ts';
import type { HeifPixels } from './scans/heif-reader.ts';
import type { DrawnPage, DrawnSize } from './scans/page-drawer.ts';

/** A file by its place, or its bytes. */
export type FileSource = { readonly path: string } | { readonly bytes: Uint8Array };

/** Pixels of a picture to be measured, with what its file says of it. */
export interface PictureToMeasure {
  /** RGB rows, made smaller `shrink` times. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly shrink: number;
  readonly full: Pick<ImageMeasure, 'widthPx' | 'heightPx' | 'frames' | 'hasAlpha'>;
  readonly metadataDpi?: number;
  /** Whether the page code is read from the same pixels. */
  readonly readsCode: boolean;
}

/** What looking at a page gives. */
export interface LookedAtPage {
  readonly measure: ImageMeasure;
  readonly scan: ScanMeasure;
  /** Whether a finer picture might show it otherwise. */
  readonly isDoubtful: boolean;
  readonly code: ReadCode | null;
}

/** A picture of a type that is decoded: what it is, and what all its checks need or why it could not be measured. */
export type LookedAtPicture = {
  readonly identity: { readonly sizeBytes: number; readonly sha256: string; readonly type: DecodedType };
} & (
  | { readonly measured: { readonly image: ImageMeasure; readonly picture: PictureMeasure } }
  | { readonly problem: FileProblem; readonly problemDetail: string }
);

/** What looking at a file as a picture gives: nothing for a type that is not decoded. */
export type LookedAtFile = LookedAtPicture | { readonly isOther: true };

/** What a worker does, one job at a time: each with its input and its answer. */
export interface FileJobs {
  /** Fails with what the system says on reading. */
  lookAtFile(file: { readonly path: string }): Promise<LookedAtFile>;
  open(source: FileSource): Promise<{ readonly pages: number }>;
  close(input: Record<string, never>): Promise<{ readonly isSpent: boolean }>;
  draw(input: { readonly index: number; readonly size: DrawnSize }): Promise<DrawnPage>;
  text(input: { readonly maxCharacters: number; readonly maxPages: number }): Promise<string>;
  lookAtPage(input: {
    readonly index: number;
  }): Promise<
    LookedAtPage & Pick<ScanPage, 'hasText'> & { readonly widthPt: number; readonly heightPt: number }
  >;
  lookAtPicture(picture: PictureToMeasure): Promise<LookedAtPage>;
  /** Grey rows of a whole picture. */
  readCode(grey: {
    readonly data: Uint8Array;
    readonly width: number;
    readonly height: number;
  }): Promise<ReadCode | null>;
  /** RGBA rows. */
  codes(pixels: {
    readonly data: Uint8Array;
    readonly width: number;
    readonly height: number;
  }): Promise<readonly FoundCode[]>;
  lookAtHeif(source: FileSource): Promise<LookedAtPage & { readonly metadata: PictureMetadata | undefined }>;
  decodeHeif(source: FileSource): Promise<HeifPixels>;
  /** What checks of logos and previews want. */
  measureHeif(
    source: FileSource,
  ): Promise<{ readonly image: ImageMeasure; readonly picture: PictureMeasure }>;
}

/** A message to a worker, and its answer. */
export interface JobMessage {
  readonly id: number;
  readonly job: keyof FileJobs;
  readonly input: never;
}
export interface JobAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: JobError;
}

/** What a job failed with; `code` is the system's own word, such as ENOENT, which errors lose on their way between threads. */
export interface JobError {
  readonly message: string;
  readonly code?: string;
}
