/** Lengths that every common file system takes, with room for a number: characters, and bytes in UTF-8. */
const maxCharacters = 120;
const maxBytes = 200;

const reservedOnWindows = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
const notAllowed =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001F\u007F-\u009F<>:"/\\|?*\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF\p{Surrogate}]/gu;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function cut(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  const stem = Array.from(ending === '' ? name : name.slice(0, dot));
  const fits = (): boolean => {
    const whole = stem.join('') + ending;
    return Array.from(whole).length <= maxCharacters && bytesOf(whole) <= maxBytes;
  };
  while (stem.length > 1 && !fits()) stem.pop();
  return stem.join('').trimEnd() + ending;
}

/**
 * A file name close to the wanted one that Windows, macOS and Linux take: NFC, no reserved name or character, not
 * hidden, at most 120 characters and 200 bytes with its ending kept. Never empty.
 */
export function safeFileName(wanted: string): string {
  const cleaned = wanted
    .normalize('NFC')
    .replaceAll(notAllowed, '_')
    .replace(/^[\s.~]+/, '')
    .replace(/[\s.]+$/, '');
  const named =
    cleaned === '' || cleaned === 'node_modules' ? `file${cleaned === '' ? '' : `-${cleaned}`}` : cleaned;
  return cut(reservedOnWindows.test(named) ? `_${named}` : named);
}

/** A relative path of safe names: parts that are empty or mean a folder above are left out. */
export function safeFilePath(wanted: string): string {
  const parts = wanted.split('/').filter((part) => !/^[\s.]*$/.test(part));
  const safe = (parts.length === 0 ? [''] : parts).map((part) => safeFileName(part)).join('/');
  return sameFileKey(safe) === 'dossier.yaml' ? 'dossier-file.yaml' : safe;
}

/** Equal for paths that some file system takes for one and the same. */
export const sameFileKey = (path: string): string => path.normalize('NFC').toLowerCase();

/** The path with a number before its ending: `logo.png` and 2 make `logo-2.png`. Number 1 is the path itself. */
export function numberedPath(path: string, number: number): string {
  if (number === 1) return path;
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  return dot > slash + 1 ? `${path.slice(0, dot)}-${number}${path.slice(dot)}` : `${path}-${number}`;
}
