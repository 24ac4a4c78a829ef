/** The faces that ship with the app. */
export type FontId = 'serif' | 'serif-bold' | 'sans';

/** What stands on a page, in millimetres from its top left corner. */
export type PageItem =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly font: FontId;
      readonly sizePt: number;
      readonly xMm: number;
      readonly baselineMm: number;
      /** The advance of each code point, so that justified text needs no second measuring. */
      readonly advancesMm: readonly number[];
      /** 0 is black, 1 white. */
      readonly grey: number;
      /** `margin`: small print beside the type area, in the margin. */
      readonly role: 'body' | 'footer' | 'guide' | 'draft' | 'margin';
      /** Which of the document's elements it belongs to, by index; left out for what is no part of the reading. */
      readonly element?: number;
    }
  | {
      readonly kind: 'line';
      readonly x1Mm: number;
      readonly y1Mm: number;
      readonly x2Mm: number;
      readonly y2Mm: number;
      readonly widthPt: number;
      readonly grey: number;
      readonly dashed?: boolean;
      readonly role: 'body' | 'guide';
    }
  | {
      readonly kind: 'ellipse';
      readonly xMm: number;
      readonly yMm: number;
      readonly widthMm: number;
      readonly heightMm: number;
      readonly widthPt: number;
      readonly grey: number;
      readonly dashed?: boolean;
      /** Only what lies to the right of this is drawn. */
      readonly clipLeftMm?: number;
      /** `edge`: the guide for a seal across the edges of several pages. */
      readonly role: 'guide' | 'edge';
    }
  | {
      readonly kind: 'box';
      readonly xMm: number;
      readonly yMm: number;
      readonly widthMm: number;
      readonly heightMm: number;
      readonly widthPt: number;
      readonly grey: number;
      readonly role: 'body';
    }
  /** A square code: rows of 0 and 1, dark is 1. */
  | {
      readonly kind: 'matrix';
      readonly xMm: number;
      readonly yMm: number;
      readonly sizeMm: number;
      readonly modules: readonly string[];
    };

/** What a stretch of text is, in the standard's names for tagged PDF, and what it stands in: a document's elements are in reading order. */
export interface PageElement {
  readonly tag:
    'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD';
  /** The index of the element that holds it; null at the top. */
  readonly parent: number | null;
}

/** The platform's own form as it lies beneath what is written on it. */
export interface FormBeneath {
  readonly pdf: Uint8Array;
  /** Where something is written: a field of the PDF's own below it is left out, so that nothing stands there twice. Pages from 0. */
  readonly covered: readonly {
    readonly page: number;
    readonly xMm: number;
    readonly yMm: number;
    readonly widthMm: number;
    readonly heightMm: number;
  }[];
  /** A draft's mark lets the form's own words through. */
  readonly isDraft: boolean;
}

/** Pages as plain data: positions decided, nothing measured again when written. */
export interface LaidOutDocument {
  /** The PDF over whose pages these are written, page on page; left out for pages of our own. */
  readonly form?: FormBeneath;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly subject: string;
  /** Embedded as document information: dossier, letter, revision. */
  readonly keywords: readonly string[];
  /** What a screen reader gets, in its order; left out for pages that are not tagged. */
  readonly elements?: readonly PageElement[];
  readonly pages: readonly {
    readonly widthMm: number;
    readonly heightMm: number;
    readonly items: readonly PageItem[];
  }[];
}

/** Characters, sorted, that many documents have in common, by the face that shows them. */
export type SharedCharacters = Readonly<Partial<Record<FontId, readonly number[]>>>;

/** The measures of one face, in shares of the em. */
export interface FontMetrics {
  has(codePoint: number): boolean;
  advance(codePoint: number): number;
  readonly ascent: number;
  readonly descent: number;
}
export type FontSet = Readonly<Record<FontId, FontMetrics>>;
