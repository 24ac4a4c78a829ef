/**
 * The segments of a path that a page gives to an upload, safe to join to a folder on any system; null for one
 * that is empty, absolute, leaves its folder, holds control characters or is of no use as a file name.
 */
export function uploadPath(given: string): readonly string[] | null {
  if (given.length > 1000) return null;
  const segments = given.normalize('NFC').split(/[/\\]/);
  return segments.every(isSafeSegment) ? segments : null;
}

const isSafeSegment = (segment: string): boolean =>
  segment !== '' &&
  !/^\.{1,2}$/.test(segment) &&
  !/[\p{Cc}:]/u.test(segment) &&
  Buffer.byteLength(segment) <= 255;
