import type { Localized } from '../../contract/language.ts';

const reservedOnWindows = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
// Control characters, and marks that turn the direction of what follows so that a name reads as another one.
const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Whether Windows keeps this name (of one file or folder, whatever its ending) for a device. */
export function isReservedName(name: string): boolean {
  return reservedOnWindows.test((name.split('.')[0] ?? '').trimEnd());
}

/**
 * Why a path inside an archive must not be unpacked anywhere; null when it is harmless on Windows, macOS and Linux.
 * Paths are relative with forward slashes; one that ends in a slash names a folder.
 */
export function unsafeNameReason(path: string): Localized | null {
  if (path === '') return { zh: '名称为空', en: 'its name is empty' };
  if (path.includes('\\')) return { zh: '名称含反斜杠', en: 'its name holds a backslash' };
  if (path.startsWith('/')) return { zh: '是绝对路径', en: 'it is an absolute path' };
  if (/^[a-z]:/i.test(path)) return { zh: '带有盘符', en: 'it names a drive' };
  if (invisible.test(path))
    return { zh: '名称含控制字符或方向控制符', en: 'its name holds control or direction characters' };
  const segments = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  for (const segment of segments) {
    if (segment === '..') return { zh: '路径跳出文件包', en: 'its path leaves the archive' };
    if (segment === '' || segment === '.')
      return { zh: '路径含空的或「.」层级', en: 'its path has an empty or “.” step' };
    if (isReservedName(segment))
      return { zh: `「${segment}」是 Windows 保留名称`, en: `“${segment}” is a reserved name on Windows` };
    if (/[. ]$/.test(segment))
      return {
        zh: `「${segment}」以点或空格结尾，Windows 无法保存`,
        en: `“${segment}” ends in a dot or space, which Windows cannot keep`,
      };
    if (/[<>:"|?*]/.test(segment))
      return {
        zh: `「${segment}」含 Windows 不允许的字符`,
        en: `“${segment}” holds a character that Windows does not allow`,
      };
  }
  return null;
}

/** The name as file systems that ignore case and Unicode form compare it. */
export function foldedName(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}
