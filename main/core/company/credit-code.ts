/** The 31 characters of GB 32100-2015 in the order of their values: digits and letters without I, O, S, V, Z. */
export const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The check character of the first 17 characters of a credit code; null where one is outside the alphabet. */
export function creditCodeCheckCharacter(first17: string): string | null {
  if (first17.length !== 17) return null;
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = creditCodeAlphabet.indexOf(first17.charAt(index));
    if (value < 0) return null;
    sum += value * weight;
  }
  return creditCodeAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** Whether 18 characters form a unified social credit code: alphabet, six digits of the region, check character. */
export function isCreditCode(code: string): boolean {
  return (
    /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/.test(code) && creditCodeCheckCharacter(code.slice(0, 17)) === code[17]
  );
}

const lookAlikes: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2', V: 'U' };

/** What is wrong with a credit code, and the code it was probably meant to be where that one verifies. */
export type CreditCodeFault =
  | { readonly kind: 'length'; readonly found: number }
  | { readonly kind: 'spelling'; readonly meant: string }
  | { readonly kind: 'letters'; readonly found: readonly string[]; readonly meant?: string }
  | { readonly kind: 'region'; readonly found: string }
  | { readonly kind: 'check-character' };

/** The code in capital half-width letters without spaces and hyphens. */
const tidied = (code: string): string => code.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();

/** Finds the first fault of a credit code; null for a code that verifies. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  const tidy = tidied(code);
  if (tidy !== code && isCreditCode(tidy)) return { kind: 'spelling', meant: tidy };
  if (tidy.length !== 18) return { kind: 'length', found: [...tidy].length };
  const odd = [...new Set(tidy)].filter((letter) => !creditCodeAlphabet.includes(letter));
  if (odd.length > 0) {
    const meant = [...tidy].map((letter) => lookAlikes[letter] ?? letter).join('');
    return { kind: 'letters', found: odd, ...(isCreditCode(meant) ? { meant } : {}) };
  }
  const region = tidy.slice(2, 8);
  if (!/^\d{6}$/.test(region)) return { kind: 'region', found: region };
  return isCreditCode(tidy) ? null : { kind: 'check-character' };
}
