/** Whether a text is an ISBN of thirteen digits with the right check digit (ISO 2108); hyphens, blanks and the word ISBN are passed over. */
export function isIsbn(text: string): boolean {
  const digits = text
    .normalize('NFKC')
    .replace(/^\s*ISBN[\s:]*/i, '')
    .replaceAll(/[\s\-‐‑–]/g, '');
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  const sum = Array.from(digits, (digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 3)).reduce(
    (total, one) => total + one,
    0,
  );
  return sum % 10 === 0;
}
