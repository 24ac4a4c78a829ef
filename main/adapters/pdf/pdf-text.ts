/** A text string of a PDF in UTF-16, which says so itself: any characters, `<FEFF5370…>`. */
export function pdfText(text: string): string {
  const units = Buffer.from(text, 'utf16le').swap16();
  return `<FEFF${units.toString('hex').toUpperCase()}>`;
}

/** A number as PDF writes it, to so many digits: no exponent, no needless zeros. */
export function pdfNumber(value: number, digits = 3): string {
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits;
  // Below this, JavaScript would write an exponent.
  if (Math.abs(rounded) < 1e-6) return '0';
  return String(rounded);
}
