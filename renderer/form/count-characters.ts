const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Characters as people count them: an emoji or a letter with its accents is one; edges of white space do not count. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text.trim())) count += 1;
  return count;
}
