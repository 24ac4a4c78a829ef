import { z } from 'zod';
import { localizedSchema } from './language.ts';
import { conditionSchema } from './condition.ts';

const nameOrNames = z.union([z.string(), z.array(z.string()).min(1)]);

/**
 * One way in which a text can say something. `says` and the others name word groups of the same file, or recognisers
 * (`@phone`, `@email`, `@url`, `@date`, `@duration`, `@path`, `@company`, `@sdk`).
 */
export const passageTestSchema = z.strictObject({
  /** A place where a word of one of these stands. */
  says: nameOrNames,
  /** Beside it, a word of each of these (of one of several). */
  and: z.array(nameOrNames).optional(),
  /**
   * How far “beside” reaches: the paragraph or table row unless said otherwise. A `statement` is a sentence, with the
   * other of a paragraph of two that it begins; a `chapter` the outermost section below the title.
   */
  within: z.enum(['sentence', 'statement', 'block', 'section', 'chapter']).optional(),
  /** The place is in a heading, and `and` holds of what stands under it. */
  asHeading: z.literal(true).optional(),
  /** A heading above the place, or its own paragraph’s opening, says one of these. */
  under: nameOrNames.optional(),
  /** No heading above the place says any of these. */
  notUnder: nameOrNames.optional(),
  /** The sentence of the place says none of these. */
  unless: nameOrNames.optional(),
  /** The sentence of the place says none of these before it. */
  unlessBefore: nameOrNames.optional(),
  /** The place stands out: bold, underlined, coloured, starred, or under a heading of its own. */
  marked: z.literal(true).optional(),
});
export type PassageTest = z.infer<typeof passageTestSchema>;

/** One thing that a text must say. */
export const textPointSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  title: localizedSchema,
  cites: z.array(z.string()),
  /** When it must be said; always without it. */
  applies: conditionSchema.optional(),
  /** The rule that judges it, where that is not one that names this point. */
  rule: z.string().optional(),
  /** No clause asks for it: it is our own advice, told in the report and no finding. */
  advice: z.literal(true).optional(),
  /** A field of the dossier whose value must stand in the text, however its brackets and blanks are written. */
  value: z.string().optional(),
  /** Any of them: a passage is found. */
  find: z.array(passageTestSchema),
  /** Any of them, where none is found: something is said, but not whole; a person reads it. */
  unclear: z.array(passageTestSchema).optional(),
  /** What to add. */
  add: localizedSchema,
});
export type TextPoint = z.infer<typeof textPointSchema>;

/** What a policy or an agreement must say: texts/<id>.yaml of a rulebook, items in the order of the source. */
export const textStandardSchema = z.strictObject({
  id: z.string(),
  title: localizedSchema,
  /** The field that holds the text. */
  field: z.enum(['app.privacyPolicy', 'app.terms']),
  items: z
    .array(
      z.strictObject({
        id: z.string(),
        title: localizedSchema,
        /** What no machine sees: the statement of a person that answers for it. */
        statement: z.string().optional(),
        /** Rules of other checks that speak of the item as a whole. */
        rules: z.array(z.string()).optional(),
        points: z.array(textPointSchema),
      }),
    )
    .min(1),
  /**
   * Groups of words. `…` stands for up to 20 characters of the same sentence, `(甲|乙)` for one of these; case, width,
   * blanks and traditional characters do not matter.
   */
  words: z.record(z.string(), z.array(z.string().min(1)).min(1)),
});
export type TextStandard = z.infer<typeof textStandardSchema>;
