import type { Passage } from '../../../../main/contract/text-review.ts';

/** A stretch of a text: marked where a passage covers it. `start` is in UTF-16 units. */
export interface TextSegment {
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts a text at its passages, which may overlap or lie beyond its end. Joined again, the segments are the text. */
export function textSegments(
  text: string,
  passages: readonly Pick<Passage, 'start' | 'end'>[],
): readonly TextSegment[] {
  const segments: TextSegment[] = [];
  let place = 0;
  for (const { start, end } of passages.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(place, Math.min(start, text.length));
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > place) segments.push({ start: place, text: text.slice(place, from), isMarked: false });
    const last = segments.at(-1);
    if (last?.isMarked === true && from === place) {
      segments[segments.length - 1] = { ...last, text: last.text + text.slice(from, to) };
    } else segments.push({ start: from, text: text.slice(from, to), isMarked: true });
    place = to;
  }
  if (place < text.length) segments.push({ start: place, text: text.slice(place), isMarked: false });
  return segments;
}
