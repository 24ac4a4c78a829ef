import { z } from 'zod';
import { pageCodeSchema, type PageCodeChoice } from './dossier.ts';
import { letterFieldKinds } from './letter-field.ts';
import { staleReasonSchema } from './stale-reason.ts';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
}

/** A position for a seal or a fingerprint: a guide drawn light, never an imitation; `suggested` where no source demands it. */
export interface SealGuide {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly label: string;
  readonly suggested?: boolean;
}

/** Where a numbered block stands: its level, 1 to 5 and deeper, and its number there. The number is the beginning of its runs as well. */
export interface ItemNumber {
  readonly level: number;
  readonly value: number;
}

/** One block of a document tree: what fill makes of a template and what lay-out places on pages. */
export type Block =
  /** A line break in the text is one on the page. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'salutation'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4;
      readonly runs: readonly Run[];
      readonly number?: ItemNumber;
    }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly Run[];
      readonly indent: boolean;
      readonly align?: 'justify' | 'centre' | 'end';
      readonly number?: ItemNumber;
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
      readonly kind: 'handwritten';
      /** Each is copied by hand onto ruled lines of its own; the words stand small and grey in the margin beside them. */
      readonly copies: readonly string[];
      /** Whether room for the date follows. */
      readonly isDated: boolean;
    }
  | {
      readonly kind: 'signature';
      /** The party that signs, printed over the date. */
      readonly party: string;
      /** Lines to sign on, each with its label, that a source demands. */
      readonly lines: readonly string[];
      /** Lines to sign on, after those, that are our suggestion and said to be. */
      readonly suggested?: readonly string[];
      /** Already formatted; null prints 　年　月　日 to be written by hand. */
      readonly date: string | null;
      readonly seal: SealGuide | null;
      /** Where a fingerprint goes, after the lines to sign on. */
      readonly fingerprint?: SealGuide;
    };

/** Shipped with the app, or a team's own. */
export const templateOriginSchema = z.enum(['app', 'team']);

/** Which wording a letter is made from. */
export interface TemplateVersion {
  readonly version: string;
  readonly origin: z.infer<typeof templateOriginSchema>;
}

/** A document before it has pages. `title` is also the PDF's title. */
export interface DocumentTree {
  readonly title: string;
  readonly author: string;
  readonly language: 'zh-CN';
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Printed on every page by machine and readably, or with `pageCode: off` in the document's properties alone; null leaves it off. */
  readonly code: { readonly dossier: string; readonly letter: string; readonly revision: string } | null;
  readonly pageCode?: PageCodeChoice;
  /** The version of the wording that it was made from, printed small beside the code and kept with the document. */
  readonly template?: TemplateVersion;
  /** Marks every page 草稿. */
  readonly isDraft: boolean;
  /** `letter`: GB/T 9704 house style; `checklist`: small type and tables. */
  readonly style: 'letter' | 'checklist';
}

/** How guides print: seals and fingerprints light or not at all; with `crossPageSeal`, one across the pages' edges too. `pageCode: off` leaves page codes off every page. */
export const printGuidesSchema = z.strictObject({
  guides: z.enum(['light', 'none']).optional(),
  crossPageSeal: z.boolean().optional(),
  pageCode: z.literal('off').optional(),
});
export type PrintGuides = z.infer<typeof printGuidesSchema>;

/** The state of one letter of a dossier. */
export const letterSummarySchema = z.strictObject({
  letter: z.string(),
  /** Absent for a notice that belongs to none, or to none that this dossier asks for. */
  requirement: z.string().optional(),
  title: z.string(),
  /** Asked for outright; only if a question is answered so; listed by the source without being demanded; or a notice, made when there is occasion. */
  need: z.enum(['required', 'open', 'optional', 'notice']),
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
    fields: z.record(z.string(), z.string()).optional(),
    pageCode: pageCodeSchema.optional(),
    wording: z.literal('own').optional(),
  }),
  /** Whether its pages bear a page code, by what the dossier and the template say. */
  pageCode: pageCodeSchema,
  asks: z.array(z.enum(['date', 'validFrom', 'validUntil'])),
  /** What else is typed into it, in the order of the template; it stands in `entry.fields`. */
  fields: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      kind: z.enum(letterFieldKinds),
      required: z.boolean(),
      hint: z.string().optional(),
    }),
  ),
  /** Who signs and seals it, once nothing is missing; `isSuggested` where no source demands it. Empty on the platform's form. */
  signing: z.array(z.strictObject({ text: z.string(), isSuggested: z.boolean() })),
  /** What the signed scan on file is: none yet, of this revision, of an older one, or not recognised. */
  scan: z.enum(['none', 'current', 'outdated', 'unrecognised']),
  /** Why the scan on file is out of date, or should be looked at again, as far as it can be known; empty where it need not be. */
  stale: z.array(staleReasonSchema),
  /** The wording that it is made from. */
  templateVersion: z.string(),
  templateOrigin: templateOriginSchema,
  /** What is wrong with newer versions of the team's wording, which were passed over. */
  templateFaults: z.array(z.string()),
  /** The platform's form that it is made on; absent in our own wording. */
  form: z
    .strictObject({
      version: z.number(),
      sha256: z.string(),
      fileName: z.string(),
      importedOn: z.string(),
      pages: z.number(),
    })
    .optional(),
  /** Why newer forms, or all of them, were passed over: no fields placed yet, faults. */
  formFaults: z.array(z.string()).optional(),
  /** The platform has a form for it and our wording is used: what is said of that, the rule under which a person settles it, its clauses. */
  ownWording: z
    .strictObject({ rule: z.string(), text: z.string(), cites: z.array(z.string()), attested: z.boolean() })
    .optional(),
});
export type LetterSummary = z.infer<typeof letterSummarySchema>;
