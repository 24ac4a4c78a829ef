/** What is wrong with the number of a resident identity card (GB 11643). */
export type IdentityFault =
  | { readonly kind: 'length'; readonly found: number }
  | { readonly kind: 'first-generation' }
  | { readonly kind: 'letters' }
  | { readonly kind: 'region'; readonly found: string }
  | { readonly kind: 'date'; readonly found: string }
  | { readonly kind: 'future'; readonly found: string }
  | { readonly kind: 'check-character'; readonly found: string };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The provinces, municipalities and regions of GB/T 2260 by their first two digits. */
const provinces: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 ' +
    '61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

/** The check character of 17 digits: 0 to 9 or X. */
export function identityCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return '10X98765432'.charAt(sum % 11);
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return year >= 1850 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Finds the first fault of a resident identity number; null for one that verifies. `today` is YYYY-MM-DD. */
export function identityFault(number: string, today: string): IdentityFault | null {
  const tidy = number.trim();
  if (/^\d{15}$/.test(tidy)) return { kind: 'first-generation' };
  if (tidy.length !== 18) return { kind: 'length', found: [...tidy].length };
  if (!/^\d{17}[\dXx]$/.test(tidy)) return { kind: 'letters' };
  if (!provinces.has(tidy.slice(0, 2))) return { kind: 'region', found: tidy.slice(0, 6) };
  const date = `${tidy.slice(6, 10)}-${tidy.slice(10, 12)}-${tidy.slice(12, 14)}`;
  if (!isDay(date)) return { kind: 'date', found: date };
  if (date > today) return { kind: 'future', found: date };
  const wanted = identityCheckCharacter(tidy);
  return tidy.slice(17).toUpperCase() === wanted
    ? null
    : { kind: 'check-character', found: tidy.slice(17).toUpperCase() };
}
