import { posix, win32 } from 'node:path';

/** What decides where data lives. */
export interface Surroundings {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
}

const filled = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === '' ? undefined : value;

/**
 * The folder of the database and its files: YINQI_DATA where it is set, otherwise the system's own place for an
 * app's data. XDG_DATA_HOME counts only when absolute, as the XDG specification says.
 */
export function dataFolderFor({ platform, env, homeFolder }: Surroundings): string {
  const path = platform === 'win32' ? win32 : posix;
  const chosen = filled(env['YINQI_DATA']);
  if (chosen !== undefined) return path.resolve(chosen);
  if (platform === 'win32') {
    return path.join(filled(env['APPDATA']) ?? path.join(homeFolder, 'AppData', 'Roaming'), 'Yinqi');
  }
  if (platform === 'darwin') return path.join(homeFolder, 'Library', 'Application Support', 'Yinqi');
  const xdg = filled(env['XDG_DATA_HOME']);
  return xdg !== undefined && path.isAbsolute(xdg)
    ? path.join(xdg, 'yinqi')
    : path.join(homeFolder, '.local', 'share', 'yinqi');
}
