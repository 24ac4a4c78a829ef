import type { DossierDocument } from '../../contract/dossier.ts';

/** What a masked number stands for. */
export type PrivateKind = 'identity-number' | 'phone' | 'email';

/** A value that is masked wherever it stands. */
export interface PrivateValue {
  readonly kind: PrivateKind;
  readonly value: string;
}

/** The numbers of people that a dossier's fields hold; the company's own customer-service phone is public and not among them. */
export function privateValues({ company, parties = [] }: DossierDocument): readonly PrivateValue[] {
  const found: readonly (readonly [PrivateKind, string | undefined])[] = [
    ['identity-number', company?.legalRepresentative?.idNumber],
    ['identity-number', company?.agent?.idNumber],
    ['phone', company?.agent?.phone],
    ['email', company?.agent?.email],
    ...parties
      .filter(({ kind }) => kind === 'individual')
      .map(({ identifier }) => ['identity-number', identifier] as const),
  ];
  const values = found.flatMap(([kind, value]): readonly PrivateValue[] => {
    const tidy = value?.trim() ?? '';
    return tidy.length < 4 || tidy === company?.phone?.trim() ? [] : [{ kind, value: tidy }];
  });
  // Longer ones first: one may hold another.
  return [...values].sort((a, b) => b.value.length - a.value.length);
}

/** The first three and the last four characters of a long number, fewer of a shorter one; of an address, what follows the @. */
export function maskValue({ kind, value }: PrivateValue): string {
  if (kind === 'email' && value.includes('@')) {
    const at = value.lastIndexOf('@');
    return `${value.slice(0, 1)}***${value.slice(at)}`;
  }
  const signs = Array.from(value);
  const [before, after] = signs.length >= 11 ? [3, 4] : signs.length >= 8 ? [2, 2] : [1, 1];
  const hidden = signs.length - before - after;
  return `${signs.slice(0, before).join('')}${'*'.repeat(hidden)}${signs.slice(signs.length - after).join('')}`;
}

// Bounded by what is no letter or digit, so that hashes and credit codes stay as they are.
const identityNumber =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;
const mobilePhone = /(?<![0-9A-Za-z])1[3-9]\d(?:[ -]?\d{4}){2}(?![0-9A-Za-z])/g;

/** Masks the given values, and whatever else has the form of a resident identity number. */
export function maskIdentityNumbers(text: string, values: readonly PrivateValue[]): string {
  const masked = values.reduce((left, one) => left.replaceAll(one.value, maskValue(one)), text);
  return masked.replace(identityNumber, (value) => maskValue({ kind: 'identity-number', value }));
}

/**
 * Masks the given values, and whatever else has the form of a resident identity number or a mobile phone number. `kept` are
 * public numbers that stay, such as the company's credit code and customer-service phone. `onMasked` hears of each place.
 */
export function maskText(
  text: string,
  values: readonly PrivateValue[],
  kept: ReadonlySet<string>,
  onMasked: (kind: PrivateKind) => void,
): string {
  let masked = text;
  for (const one of values) {
    masked = masked.replaceAll(one.value, () => {
      onMasked(one.kind);
      return maskValue(one);
    });
  }
  for (const [kind, pattern] of [
    ['identity-number', identityNumber],
    ['phone', mobilePhone],
  ] as const) {
    masked = masked.replace(pattern, (value) => {
      if (kept.has(value)) return value;
      onMasked(kind);
      return maskValue({ kind, value });
    });
  }
  return masked;
}
