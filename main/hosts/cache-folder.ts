import { posix, win32 } from 'node:path';
import type { Surroundings } from './data-folder.ts';

const filled = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === '' ? undefined : value;

/**
 * The folder of what can be made again at any time and may be deleted: the system's own place for it, beside no data.
 * XDG_CACHE_HOME counts only when absolute, as the XDG specification says.
 */
export function cacheFolderFor({ platform, env, homeFolder }: Surroundings): string {
  if (platform === 'win32') {
    const local = filled(env['LOCALAPPDATA']) ?? win32.join(homeFolder, 'AppData', 'Local');
    return win32.join(local, 'Yinqi', 'Cache');
  }
  if (platform === 'darwin') return posix.join(homeFolder, 'Library', 'Caches', 'Yinqi');
  const xdg = filled(env['XDG_CACHE_HOME']);
  return xdg !== undefined && posix.isAbsolute(xdg)
    ? posix.join(xdg, 'yinqi')
    : posix.join(homeFolder, '.cache', 'yinqi');
}
