import type { Localized } from '../../contract/language.ts';

/** Names near to a mistyped one as a sentence with a blank after it; empty where there are none. */
export function didYouMean(near: readonly string[]): { readonly [L in keyof Localized]: string } {
  if (near.length === 0) return { zh: '', en: '' };
  return {
    zh: `是否想写${near.map((name) => `「${name}」`).join('或')}？`,
    en: `Did you mean ${near.map((name) => `“${name}”`).join(' or ')}? `,
  };
}
