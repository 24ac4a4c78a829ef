import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const packages = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts');

/** Makes a flat folder of the three faces, as a build lays them out. The caller removes it. */
export function makeFontsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yinqi-fonts-'));
  for (const file of [
    'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  ]) {
    symlinkSync(join(packages, file), join(folder, basename(file)));
  }
  return folder;
}
