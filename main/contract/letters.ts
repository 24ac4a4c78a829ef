import { z } from 'zod';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
}

/** A position for a seal or a fingerprint: a guide drawn light, never an imitation. */
export interface SealGuide {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly label: string;
}

/** One block of a document tree: what fill makes of a template and what lay-out places on pages. */
export type Block =
  /** A line break in the text is one on the page. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'salutation'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly runs: readonly Run[] }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly Run[];
      readonly indent: boolean;
      readonly align?: 'justify' | 'centre' | 'end';
    }
  | {
      readonly kind: 'particulars';
      readonly rows: readonly { readonly label: string; readonly value: string }[];
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly title: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
      readonly sizePt?: number;
    }
  | { readonly kind: 'note'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'signature';
      /** The party that signs, printed over the date. */
      readonly party: string;
      /** Lines to sign on, each with its label. */
      readonly lines: readonly string[];
      /** Already formatted; null prints 　年　月　日 to be written by hand. */
      readonly date: string | null;
      readonly seal: SealGuide | null;
      /** Where a fingerprint goes, after the lines to sign on. */
      readonly fingerprint?: SealGuide;
    };

/** A document before it has pages. `title` is also the PDF's title. */
export interface DocumentTree {
  readonly title: string;
  readonly author: string;
  readonly language: 'zh-CN';
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Printed on every page by machine and readably; null leaves it off. */
  readonly code: { readonly dossier: string; readonly letter: string; readonly revision: string } | null;
  /** Marks every page 草稿. */
  readonly isDraft: boolean;
  /** `letter`: GB/T 9704 house style; `checklist`: small type and tables. */
  readonly style: 'letter' | 'checklist';
}

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
      readonly role: 'body' | 'footer' | 'guide' | 'draft';
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
      readonly role: 'guide';
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

/** Pages as plain data: positions decided, nothing measured again when written. */
export interface LaidOutDocument {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly subject: string;
  /** Embedded as document information: dossier, letter, revision. */
  readonly keywords: readonly string[];
  readonly pages: readonly {
    readonly widthMm: number;
    readonly heightMm: number;
    readonly items: readonly PageItem[];
  }[];
}

/** The measures of one face, in shares of the em. */
export interface FontMetrics {
  has(codePoint: number): boolean;
  advance(codePoint: number): number;
  readonly ascent: number;
  readonly descent: number;
}
export type FontSet = Readonly<Record<FontId, FontMetrics>>;

/** The state of one letter of a dossier. */
export const letterSummarySchema = z.strictObject({
  letter: z.string(),
  requirement: z.string(),
  title: z.string(),
  /** Asked for outright; only if a question is answered so; or listed by the source without being demanded. */
  need: z.enum(['required', 'open', 'optional']),
  /** Why it is asked for, or what it hangs on. */
  because: z.string(),
  /** `missing-data`: fields must be filled in first; `ready`: can be printed. */
  state: z.enum(['missing-data', 'ready']),
  missingFields: z.array(z.strictObject({ field: z.string(), title: z.string() })),
  /** Characters in the data that the fonts cannot print, each once. */
  unprintable: z.array(z.string()),
  /** Of the wording and data together; absent while data is missing. */
  revision: z.string().optional(),
  /** The clauses that its wording rests on. */
  cites: z.array(z.string()),
  /** Our wording is not the platform's own form: said wherever the letter is shown. */
  notice: z.string(),
  entry: z.strictObject({
    date: z.string().optional(),
    validFrom: z.string().optional(),
    validUntil: z.string().optional(),
  }),
  asks: z.array(z.enum(['date', 'validFrom', 'validUntil'])),
  /** What the signed scan on file is: none yet, of this revision, of an older one, or not recognised. */
  scan: z.enum(['none', 'current', 'outdated', 'unrecognised']),
});
export type LetterSummary = z.infer<typeof letterSummarySchema>;

/** `yinqi file` (interface section 5). */
export const filingSchema = z.strictObject({
  schema: z.literal('yinqi/filing@1'),
  pages: z.array(
    z.strictObject({
      source: z.string(),
      index: z.number().int().nonnegative(),
      letter: z.string(),
      revision: z.string(),
      page: z.number().int().positive(),
      pages: z.number().int().positive(),
      state: z.enum(['current', 'outdated', 'foreign']),
      rotated: z.number(),
    }),
  ),
  unfiled: z.array(
    z.strictObject({ source: z.string(), index: z.number().int().nonnegative(), why: z.string() }),
  ),
  letters: z.array(
    z.strictObject({ id: z.string(), complete: z.boolean(), missing: z.array(z.number().int().positive()) }),
  ),
});
export type Filing = z.infer<typeof filingSchema>;
