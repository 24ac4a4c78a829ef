import type { IdentityRowId, Spelling } from '../../contract/identity.ts';

/** How two values compare: the same, the same but for ways of writing, or different. */
export type Comparison =
  | { readonly state: 'same' | 'different'; readonly spellings: readonly [] }
  | { readonly state: 'spelling'; readonly spellings: readonly Spelling[] };

const openings = /[（〔［【｛([{〈《]/g;
const closings = /[）〕］】｝)\]}〉》]/g;

/** What makes each way of writing the same; a full-width bracket is a matter of brackets alone. */
const levelled: readonly (readonly [Spelling, (text: string) => string])[] = [
  ['brackets', (text) => text.replaceAll(openings, '(').replaceAll(closings, ')')],
  ['width', (text) => text.replaceAll(/[^（）［］｛｝]+/g, (part) => part.normalize('NFKC'))],
  ['spaces', (text) => text.replaceAll(/[\s\p{Zs}\p{Cf}]+/gu, '')],
  ['case', (text) => text.toLowerCase()],
];

const level = (text: string, without?: Spelling): string =>
  levelled.reduce((so, [spelling, apply]) => (spelling === without ? so : apply(so)), text);

/** A version without its V and the zeros at its end: V1.0 and 1.0.0 are the same release. */
const releaseOf = (version: string): string =>
  level(version)
    .replace(/^(?:version|ver|v|版本号?|版)[.:：]?/i, '')
    .replace(/版$/, '')
    .replace(/(?:\.0+)+$/, '');

const secondLevel = new Set(['com', 'net', 'org', 'gov', 'edu', 'ac', 'co']);

/** The name under which a host was registered: its last two labels, three under such as com.cn. */
export function registeredDomain(host: string): string {
  const labels = level(host).replace(/\.$/, '').split('.');
  const isSecond =
    labels.length > 2 && secondLevel.has(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(isSecond ? -3 : -2).join('.');
}

/** The host of an address; the text itself where it is a bare host; null for neither. */
export function hostOf(address: string): string | null {
  const text = level(address);
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@)?([^/:?#]+)/.exec(text)?.[1] ?? '';
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host) ? host : null;
}

/** Compares a value with a reference as its row does: names letter by letter, versions as releases, domains as registered. */
export function compareValues(row: IdentityRowId, reference: string, value: string): Comparison {
  const [one, other] = [reference.trim(), value.trim()];
  if (one === other) return { state: 'same', spellings: [] };
  if (row === 'domain') {
    const [host, otherHost] = [hostOf(one) ?? level(one), hostOf(other) ?? level(other)];
    const isSame = registeredDomain(host) === registeredDomain(otherHost);
    return { state: isSame ? 'same' : 'different', spellings: [] };
  }
  if (level(one) === level(other)) {
    const needed = levelled
      .map(([spelling]) => spelling)
      .filter((spelling) => level(one, spelling) !== level(other, spelling));
    const changed = levelled
      .filter(([, apply]) => apply(one) !== one || apply(other) !== other)
      .map(([spelling]) => spelling);
    return { state: 'spelling', spellings: needed.length > 0 ? needed : changed };
  }
  if (row === 'version' && releaseOf(one) === releaseOf(other))
    return { state: 'spelling', spellings: ['zeros'] };
  return { state: 'different', spellings: [] };
}
