import { z } from 'zod';
import { artifactRef as artifact, dossierRef as dossier, grantRef as grant, method } from './api-method.ts';

/** A rectangle on a page as it is looked at: millimetres from its top left corner. */
const rectangle = {
  /** From 1. */
  page: z.number().int().positive(),
  xMm: z.number(),
  yMm: z.number(),
  widthMm: z.number().positive(),
  heightMm: z.number().positive(),
};

/** The name of a field or guide, unique on its form. */
const placeIdSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u);

/** A condition on the dossier: a variable, and what it must be; a yes-no answer is `true` or `false`. */
const whenSchema = z.strictObject({ variable: z.string(), is: z.union([z.string(), z.boolean()]) });

/** A place on a form where something is written. */
export const formFieldSchema = z.strictObject({
  id: placeIdSchema,
  ...rectangle,
  /** A variable of the letter language, such as company.name or letter.date. Either this or `text`. */
  variable: z.string().optional(),
  /** Fixed words of the team's own. */
  text: z.string().min(1).max(2000).optional(),
  /** Of a date: all of it in Chinese without this. */
  part: z.enum(['year', 'month', 'day', 'iso']).optional(),
  /** Written only where this holds: the mark in one of several boxes to tick. */
  when: whenSchema.optional(),
  /** May stay empty: what the dossier lacks for it is not asked for. */
  optional: z.boolean().optional(),
  /** Serif without it. */
  font: z.enum(['serif', 'serif-bold', 'sans']).optional(),
  /** In points, 12 without it. */
  sizePt: z.number().min(4).max(72).optional(),
  /** What is too long is set smaller, down to this; without it, it is a finding at once. */
  leastSizePt: z.number().min(4).max(72).optional(),
  /** At the left without it. */
  align: z.enum(['left', 'centre', 'right']).optional(),
  /** In the middle of its height without it. */
  vertical: z.enum(['top', 'middle', 'bottom']).optional(),
  /** How many lines it may take, spread over its height; one without it. */
  lines: z.number().int().min(1).max(60).optional(),
  /** One character in each of so many boxes of the same width. */
  boxes: z.number().int().min(2).max(60).optional(),
});
export type FormField = z.infer<typeof formFieldSchema>;

/** Where people sign, seal, date or press a finger: printed light, a guide and never a check. */
export const formGuideSchema = z.strictObject({
  id: placeIdSchema,
  ...rectangle,
  kind: z.enum(['seal', 'signature', 'date', 'fingerprint']),
  /** What is printed small with it; its kind's own words without it. */
  label: z.string().min(1).max(40).optional(),
});
export type FormGuide = z.infer<typeof formGuideSchema>;

/** What is written where on a form: fields.yaml. */
export const formPlacementSchema = z.strictObject({
  schema: z.literal('yinqi/form-fields@1'),
  letter: z.string(),
  /** SHA-256 of the PDF that they were placed on. */
  form: z.string().regex(/^[0-9a-f]{64}$/),
  fields: z.array(formFieldSchema).max(500),
  guides: z.array(formGuideSchema).max(100).default([]),
});
export type FormPlacement = z.infer<typeof formPlacementSchema>;

/** One imported PDF of a letter's official form. */
export const formVersionSchema = z.strictObject({
  letter: z.string(),
  /** From 1, higher is newer. */
  version: z.number().int().positive(),
  sha256: z.string(),
  /** The name it was imported by. */
  fileName: z.string(),
  importedOn: z.string(),
  sizeBytes: z.number(),
  /** As they are looked at, turned and cropped. */
  pages: z.array(z.strictObject({ widthMm: z.number(), heightMm: z.number() })),
  /** Of the fields placed on it; 0 while none ever were: then it is not used yet. */
  revision: z.number().int().nonnegative(),
  fieldCount: z.number().int().nonnegative(),
  /** Why it cannot be used as it lies there. */
  faults: z.array(z.string()),
});
export type FormVersion = z.infer<typeof formVersionSchema>;

/** A field of the PDF's own, offered as a place. */
export const suggestedFieldSchema = z.strictObject({
  /** Its full name in the PDF. */
  name: z.string(),
  /** What the PDF says of it to people, where it says something. */
  tooltip: z.string().optional(),
  kind: z.enum(['text', 'tick', 'choice', 'signature']),
  ...rectangle,
  /** What stands in it already. */
  value: z.string().optional(),
  /** Ready to be placed: with the variable that its name or tooltip suggests where there is one, else without variable and text. */
  field: formFieldSchema.or(formGuideSchema),
});
export type SuggestedField = z.infer<typeof suggestedFieldSchema>;

/** A place in a PDF where its own viewer lets people type: millimetres from the top left of the page (from 0) as it is looked at. */
export interface FormPdfField {
  readonly name: string;
  readonly tooltip?: string;
  readonly kind: 'text' | 'tick' | 'choice' | 'signature';
  readonly value?: string;
  readonly isMultiline: boolean;
  readonly boxes?: number;
  readonly sizePt?: number;
  readonly page: number;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** What can be written into a field, with what people call it. */
export const formVariableSchema = z.strictObject({
  variable: z.string(),
  title: z.string(),
  isDate: z.boolean(),
});

/** What looking at placed fields found: at which field, or at line and field of a YAML. */
export const formFaultSchema = z.strictObject({ message: z.string(), hint: z.string() });

/** One field that does not take what would be written into it. */
export const formMisfitSchema = z.strictObject({
  field: z.string(),
  page: z.number(),
  text: z.string(),
  message: z.string(),
});

/** A form filled with one set of data. */
export const formTrialSchema = z.strictObject({
  data: z.enum(['sample', 'longest', 'shortest']),
  fits: z.boolean(),
  misfits: z.array(formMisfitSchema),
  /** Characters that no face prints. */
  unprintable: z.array(z.string()),
});

const version = z.number().int().positive();
const picture = z.strictObject({ artifact, widthPx: z.number(), heightPx: z.number() });

/** The methods on the platform's own forms. */
export const formsApi = {
  /** Every letter that can have a form, with the forms it has, newest first. */
  'forms.list': method(
    z.strictObject({}),
    z.strictObject({
      schema: z.literal('yinqi/forms@1'),
      forms: z.array(
        z.strictObject({
          letter: z.string(),
          title: z.string(),
          /** The version that letters are filled on; null for our own wording. */
          inUse: version.nullable(),
          versions: z.array(formVersionSchema),
        }),
      ),
    }),
  ),
  /**
   * Takes in a PDF as a letter's newest form; the same PDF again is the version that is there. With `keepFields` what was
   * placed on the version before is placed on this one (`form-pages-differ` where its pages are others). Throws `form-not-a-pdf`,
   * `form-encrypted`, `form-damaged`, `form-too-large`, `form-no-pages`, `form-signed`, `form-xfa` and others that begin with form-.
   */
  'forms.import': method(
    z.strictObject({ letter: z.string(), file: grant, keepFields: z.boolean().optional() }),
    z.strictObject({ ...formVersionSchema.shape, isNew: z.boolean(), remarks: z.array(z.string()) }),
  ),
  /** A version, the one in use or else the newest without it: what is placed on it, as data and as YAML, and what may be. */
  'forms.open': method(
    z.strictObject({ letter: z.string(), version: version.optional() }),
    z.strictObject({
      ...formVersionSchema.shape,
      title: z.string(),
      placement: formPlacementSchema,
      /** The same as YAML, with the comments of whoever wrote it. */
      text: z.string(),
      suggestions: z.array(suggestedFieldSchema),
      /** The suggestions as YAML to edit and place. */
      suggestedText: z.string(),
      variables: z.array(formVariableSchema),
    }),
  ),
  /** A picture of one page (from 1) with nothing written on it. */
  'forms.page': method(
    z.strictObject({
      letter: z.string(),
      version: version.optional(),
      page: z.number().int().positive(),
      maxPx: z.number().int().min(100).max(4000).optional(),
    }),
    z.strictObject({ ...picture.shape, widthMm: z.number(), heightMm: z.number() }),
  ),
  /**
   * Places fields, as data or as YAML, whole or not at all. `baseRevision` is the revision they were changed from: when another
   * window has saved since, nothing is saved (`form-edit-conflict`). Throws every fault at once, `form-fault`, of YAML with file and line.
   */
  'forms.place': method(
    z.strictObject({
      letter: z.string(),
      version: version.optional(),
      baseRevision: z.number().int().nonnegative().optional(),
      placement: formPlacementSchema.optional(),
      yaml: z.strictObject({ text: z.string(), fileName: z.string() }).optional(),
    }),
    formVersionSchema,
  ),
  /** Fills a form with the sample, the longest and the shortest data. `placement` stands for what is saved. */
  'forms.check': method(
    z.strictObject({
      letter: z.string(),
      version: version.optional(),
      placement: formPlacementSchema.optional(),
    }),
    z.strictObject({
      schema: z.literal('yinqi/form-check@1'),
      letter: z.string(),
      version,
      /** Faults of the placement itself: then nothing was filled. */
      faults: z.array(formFaultSchema),
      /** What is allowed and worth a look: fields that lie over each other. */
      remarks: z.array(z.string()),
      trials: z.array(formTrialSchema),
    }),
  ),
  /** The filled form with pictures of its pages: with a dossier, marked as draft where it lacks something, or with made-up data. */
  'forms.preview': method(
    z.strictObject({
      letter: z.string(),
      version: version.optional(),
      placement: formPlacementSchema.optional(),
      dossier: dossier.optional(),
      data: z.enum(['sample', 'longest', 'shortest']).optional(),
      dpi: z.number().int().min(60).max(300).optional(),
      /** Only the PDF without it. */
      pictures: z.boolean().optional(),
      /** Writes the PDF into this folder under `fileName` instead of keeping it as an artifact. */
      folder: grant.optional(),
      fileName: z.string().optional(),
    }),
    z.strictObject({
      artifact: artifact.optional(),
      fileName: z.string(),
      isDraft: z.boolean(),
      missingFields: z.array(z.strictObject({ field: z.string(), title: z.string() })),
      unprintable: z.array(z.string()),
      pages: z.array(picture),
    }),
  ),
  /** Takes a version out of use; its files stay and `forms.restore` brings it back. */
  'forms.remove': method(
    z.strictObject({ letter: z.string(), version }),
    z.strictObject({ inUse: version.nullable() }),
  ),
  'forms.restore': method(z.strictObject({ letter: z.string(), version }), formVersionSchema),
} as const;
