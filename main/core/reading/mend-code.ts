import { creditCodeAlphabet, isCreditCode } from '../company/credit-code.ts';
import { identityCheckCharacter } from '../company/identity-number.ts';

/** What print is misread as, by what it may have been: a credit code has no I, O, S, V, Z. */
const misread: Readonly<Record<string, readonly string[]>> = {
  I: ['1'], L: ['1'], '|': ['1'], O: ['0'], D: ['0'], Q: ['0'], S: ['5'], Z: ['2'], V: ['W', 'Y', 'U'], B: ['8'], '8': ['B'], G: ['6'], '6': ['G'],
  '0': ['D', 'Q'], '5': ['S'], '1': ['L', 'T'], U: ['W'], W: ['U'], Y: ['T'], T: ['Y', '7'], '7': ['T'], K: ['X'], X: ['K'], M: ['N'], N: ['M'], A: ['4'], '4': ['A'], E: ['F'], F: ['E'], P: ['R'], R: ['P'],
}; // prettier-ignore

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z|]/gu, '');

/**
 * The credit code that a machine most likely saw: as read when it verifies, else the only one within reach (signs outside
 * the alphabet replaced, one look-alike changed, or one or two strays dropped) whose check character fits. Null where none or several do.
 */
export function mendCreditCode(read: string): { readonly code: string; readonly asRead: boolean } | null {
  const plain = tidy(read);
  // A longer run is no code with a stray or two: somewhere in it a check character would fit by chance.
  if (plain.length < 18 || plain.length > 20) return null;
  for (let at = 0; at + 18 <= plain.length; at += 1) {
    const code = plain.slice(at, at + 18);
    if (isCreditCode(code)) return { code, asRead: true };
  }
  const spellings = withoutStrays(plain).flatMap(lettersReplaced);
  const candidates = new Set(spellings.filter(isCreditCode));
  // A look-alike within the alphabet is thought of only when nothing simpler fits: the check character alone proves little.
  if (candidates.size === 0)
    for (const one of spellings)
      for (const near of oneChanged(one)) if (isCreditCode(near)) candidates.add(near);
  const [code] = candidates;
  return code !== undefined && candidates.size === 1 ? { code, asRead: false } : null;
}

/** The text brought to 18 characters, strays dropped that are not of the alphabet where there are such, else any. */
function withoutStrays(text: string): readonly string[] {
  let texts = [text];
  for (let extra = text.length - 18; extra > 0; extra -= 1) {
    texts = texts.flatMap((one) => {
      const odd = [...one].flatMap((sign, at) => (creditCodeAlphabet.includes(sign) ? [] : [at]));
      const places = odd.length > 0 ? odd : [...one].map((_, at) => at);
      return places.map((at) => one.slice(0, at) + one.slice(at + 1));
    });
  }
  return [...new Set(texts)];
}

function lettersReplaced(text: string): readonly string[] {
  let texts = [''];
  for (const sign of text) {
    const options = creditCodeAlphabet.includes(sign)
      ? [sign]
      : (misread[sign] ?? []).filter((option) => creditCodeAlphabet.includes(option));
    texts = texts.flatMap((start) => options.map((option) => start + option));
    if (texts.length > 64) return [];
  }
  return texts;
}

const oneChanged = (text: string): readonly string[] =>
  [...text].flatMap((sign, at) =>
    (misread[sign] ?? [])
      .filter((option) => creditCodeAlphabet.includes(option))
      .map((option) => text.slice(0, at) + option + text.slice(at + 1)),
  );

/** The resident identity number within what a machine read, its check character verified; null where none fits. */
export function findIdentityNumber(read: string): string | null {
  const plain = read
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9X]/gu, '');
  for (let at = 0; at + 18 <= plain.length; at += 1) {
    const number = plain.slice(at, at + 18);
    if (/^\d{17}[\dX]$/.test(number) && identityCheckCharacter(number) === number[17]) return number;
  }
  return null;
}
