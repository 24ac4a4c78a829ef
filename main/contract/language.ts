import { z } from 'zod';

/** The languages of every message: Chinese is the default. */
export const languageSchema = z.enum(['zh', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** A text in both languages. Core and the rulebook speak in these; methods answer in one language. */
export const localizedSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Localized = Readonly<z.infer<typeof localizedSchema>>;

/** The shape of `T` with every {@link Localized} replaced by a plain string. */
export type InLanguage<T> = T extends Localized
  ? string
  : T extends readonly (infer U)[]
    ? InLanguage<U>[]
    : T extends object
      ? { [K in keyof T]: InLanguage<T[K]> }
      : T;

const isLocalized = (value: object): value is Localized =>
  'zh' in value && 'en' in value && Object.keys(value).length === 2;

/** Replaces every {@link Localized} inside plain data (objects and arrays) by its text in `language`. */
export function inLanguage<T>(value: T, language: Language): InLanguage<T> {
  // Safe: the branches below mirror the branches of InLanguage one by one.
  if (Array.isArray(value)) return value.map((item: unknown) => inLanguage(item, language)) as InLanguage<T>;
  if (value === null || typeof value !== 'object') return value as InLanguage<T>;
  if (isLocalized(value)) return value[language] as InLanguage<T>;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, inLanguage(item as unknown, language)]),
  ) as InLanguage<T>;
}
