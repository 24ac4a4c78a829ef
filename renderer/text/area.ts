/** The texts of one area in Chinese: flat keys, `{{name}}` where a value goes. */
export type Area = Readonly<Record<string, string>>;

/**
 * The same texts in another language: every key of the Chinese area, or the compiler names the missing one. For a
 * text with `{{count}}`, `<key>_one` may say it for one.
 */
export type Translated<A extends Area> = { readonly [K in keyof A]: string } & {
  readonly [K in `${keyof A & string}_one`]?: string;
};
