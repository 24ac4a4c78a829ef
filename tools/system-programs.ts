import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The full path of the first of these programs on PATH; undefined when there is none. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
    .find(isExecutable);
}

/** A Chromium to test in: CHROMIUM_PATH, the system's, or Playwright's own; undefined when there is none. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) {
      throw new Error(
        `CHROMIUM_PATH names “${named}”, which cannot be run. Correct it, or unset it to use the system's.`,
      );
    }
    return named;
  }
  const system = findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  if (system !== undefined) return system;
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return isExecutable(own) ? own : undefined;
}

const mayInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get') !== undefined;

/** Installs Debian packages when this user may; answers whether it did. */
function installDebianPackages(packages: readonly string[]): boolean {
  if (!mayInstall()) return false;
  process.stderr.write(`Installing from Debian: ${packages.join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: readonly string[]): boolean =>
    spawnSync('apt-get', ['-qq', '-o=Dpkg::Use-Pty=0', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0;
  return run('update') && run('install', '-y', '--no-install-recommends', ...packages);
}

/** Finds a Chromium, installing Debian's when there is none and it may. Throws with what to do when there is still none. */
export async function requireChromium(): Promise<string> {
  const found =
    (await findChromium()) ?? (installDebianPackages(['chromium']) ? await findChromium() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium to test in. Install one (Debian: apt-get install chromium; anywhere: npx playwright install chromium) or set CHROMIUM_PATH.',
  );
}

/** The independent programs that tests read our files back with, and the Debian package of each. */
const witnesses: Readonly<Record<string, string>> = {
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  unzip: 'unzip',
  bsdtar: 'libarchive-tools',
  '7z': 'p7zip-full',
  python3: 'python3',
};

/** Makes sure that every witness is there, installing from Debian when it may. Throws naming what is missing. */
export function requireWitnesses(): void {
  const missing = (): string[] => Object.keys(witnesses).filter((name) => findProgram(name) === undefined);
  if (missing().length === 0) return;
  installDebianPackages([...new Set(missing().map((name) => witnesses[name] ?? name))]);
  const still = missing();
  if (still.length > 0) {
    const packages = [...new Set(still.map((name) => witnesses[name] ?? name))].join(' ');
    throw new Error(
      `Missing programs that the tests read files back with: ${still.join(', ')}. Debian: apt-get install ${packages}`,
    );
  }
}

/** The first line that a program prints about its version. */
export const versionLine = (program: string): string =>
  execFileSync(program, ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? '';
