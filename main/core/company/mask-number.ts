/** An identity number as lists show it: its ends, enough to be recognised by those who know it. */
export function maskNumber(number: string): string {
  const characters = [...number.trim()];
  const shown = characters.length >= 12 ? 4 : characters.length >= 6 ? 2 : 0;
  if (characters.length === 0) return '';
  const hidden = characters.length - 2 * shown;
  return [...characters.slice(0, shown), '*'.repeat(hidden), ...characters.slice(shown + hidden)].join('');
}
