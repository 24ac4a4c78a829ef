const unsafe = /[\0\\]|%(?:2f|5c|00)/i;

/**
 * The file inside a served folder that a URL's path names, as a relative path with forward slashes; `/` is
 * index.html. Null for a path that would leave the folder, hides something (a segment with a leading dot) or cannot be decoded.
 */
export function assetPath(urlPath: string): string | null {
  if (!urlPath.startsWith('/') || unsafe.test(urlPath)) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (decoded === '/') return 'index.html';
  const segments = decoded.slice(1).split('/');
  const isSafe = segments.every((segment) => /^[^.:\\\0][^:\\\0]*$/.test(segment));
  return isSafe ? segments.join('/') : null;
}
