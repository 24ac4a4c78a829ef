import { chmod, copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'electron-vite';
import { compileRulebook } from '../main/adapters/rulebook/compiled-rulebook.ts';
import { createRulebookShelf } from '../main/adapters/rulebook/rulebook-shelf.ts';
import { buildCommandLine } from './build-command-line.ts';
import { prepareFonts } from './prepare-fonts.ts';

const root = join(import.meta.dirname, '..');

/** What the program needs of the font packages: three faces and their licences. */
const fontFiles: readonly (readonly [from: string, to: string])[] = [
  ['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', 'NotoSerifSC_700Bold.ttf'],
  ['noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf', 'NotoSansSC_500Medium.ttf'],
  ['noto-serif-sc/LICENSE_FONT', 'NotoSerifSC_LICENSE.txt'],
  ['noto-sans-sc/LICENSE_FONT', 'NotoSansSC_LICENSE.txt'],
];

/** Copies a file unless the copy is already there with the same size and is not older. */
async function copyIfNewer(from: string, to: string): Promise<void> {
  const source = await stat(from);
  const copy = await stat(to).catch(() => null);
  if (copy !== null && copy.size === source.size && copy.mtimeMs >= source.mtimeMs) return;
  await copyFile(from, to);
}

const fonts = join(root, 'out', 'fonts');
await mkdir(fonts, { recursive: true });
for (const [from, to] of fontFiles) {
  await copyIfNewer(join(root, 'node_modules', '@expo-google-fonts', from), join(fonts, to));
}
await prepareFonts(root, fonts);

// YAML is for people; the program loads the same rulebooks as JSON.
const shelf = createRulebookShelf(join(root, 'resources'));
const compiled = join(root, 'out', 'rulebook');
await rm(compiled, { recursive: true, force: true });
await mkdir(compiled, { recursive: true });
for (const platform of await shelf.list()) {
  await writeFile(join(compiled, `${platform}.json`), compileRulebook(await shelf.load(platform)));
}

process.chdir(root);
try {
  await build({ root, logLevel: 'warn' });
  await buildCommandLine(root, join(root, 'out', 'main'));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
await chmod(join(root, 'out', 'main', 'yinqi.js'), 0o755);

process.stdout.write('Built: out/main, out/preload, out/renderer, out/fonts, out/rulebook\n');
