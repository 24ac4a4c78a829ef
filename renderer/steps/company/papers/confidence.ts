/** How clearly something was read, for words: `clear` from 0.85, `fair` from 0.65 of 1, else `faint`. Our own steps. */
export function clarityOf(confidence: number): 'clear' | 'fair' | 'faint' {
  if (confidence >= 0.85) return 'clear';
  return confidence >= 0.65 ? 'fair' : 'faint';
}
