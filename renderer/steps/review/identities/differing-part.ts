/** A value cut where it begins and ends to differ from another. */
export interface DifferingPart {
  readonly before: string;
  readonly part: string;
  readonly after: string;
}

/** What of `value` differs from `reference`: all between their common beginning and end. Characters outside the BMP stay whole. */
export function differingPart(value: string, reference: string): DifferingPart {
  const own = [...value];
  const other = [...reference];
  const most = Math.min(own.length, other.length);
  let start = 0;
  while (start < most && own[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && own.at(-1 - end) === other.at(-1 - end)) end += 1;
  return {
    before: own.slice(0, start).join(''),
    part: own.slice(start, own.length - end).join(''),
    after: own.slice(own.length - end).join(''),
  };
}

/** Spaces as signs that can be seen: an ordinary one as an open box, a full-width one as an empty square. */
export const visibleSpaces = (text: string): string =>
  text.replaceAll('\u3000', '□').replaceAll(/[^\S\u3000]/gu, '␣');
