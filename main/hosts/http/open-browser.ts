import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** What decides whether and how a browser can be opened. */
export interface BrowserSurroundings {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The full path of a program on PATH. */
  readonly find: (program: string) => string | undefined;
}

/** The command that opens an address in the user's browser; null where there is no display or no browser. */
export function browserCommand(
  address: string,
  { platform, env, find }: BrowserSurroundings,
): { readonly program: string; readonly args: readonly string[] } | null {
  if (platform === 'darwin') return { program: 'open', args: [address] };
  if (platform === 'win32') {
    return { program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', address] };
  }
  if ((env['DISPLAY'] ?? '') === '' && (env['WAYLAND_DISPLAY'] ?? '') === '') return null;
  const program = ['xdg-open', 'chromium', 'chromium-browser', 'google-chrome', 'firefox']
    .map(find)
    .find((path) => path !== undefined);
  return program === undefined ? null : { program, args: [address] };
}

/** Opens an address in the user's browser where there is one. Never fails: the address was printed. */
export function openInBrowser(address: string): void {
  const command = browserCommand(address, { platform: process.platform, env: process.env, find: findOnPath });
  if (command === null) return;
  const child = spawn(command.program, command.args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function findOnPath(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
