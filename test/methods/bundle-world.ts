import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import { bundleMethods } from '../../main/methods/bundle.ts';
import type { World } from '../../main/world.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { rulebook } from '../core/bundle/example.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinqi-bundle-'));
/** Removes every folder made here. */
export const removeFolders = (): void => rmSync(folder, { recursive: true, force: true });
/** A new empty folder, removed with the others by {@link removeFolders}. */
export const newFolder = () => mkdtempSync(join(folder, 't-'));
const root = join(import.meta.dirname, '../..');

/** The fonts as a build lays them out. */
const fontsFolder = newFolder();
for (const file of [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
]) {
  symlinkSync(
    join(root, 'node_modules/@expo-google-fonts', file),
    join(fontsFolder, file.split('/').at(-1) ?? ''),
  );
}

/** The real world, but for a small rulebook of its own: no letters, no checks. */
export function makeWorld(changes: Partial<World> = {}): World {
  const world = composeWorld({
    kind: 'folder',
    host: 'command-line',
    version: '0.1.0',
    dataFolder: newFolder(),
    scratchFolder: newFolder(),
    resourcesFolder: join(root, 'resources'),
    fontsFolder,
    today: '2026-11-22',
  });
  const rules = rulebook.rules.filter(({ kind }) => kind !== 'letter');
  const rulebooks: World['rulebooks'] = {
    list: () => Promise.resolve([rulebook.platform.id]),
    load: () => Promise.resolve({ ...rulebook, rules }),
  };
  return { ...world, rulebooks, ...changes };
}

/** The text of the dossier, with more fields at its end. */
export const yaml = (more = ''): string => `# 案卷，附注释
schema: yinqi/dossier@1
id: example
platform: tencent-meeting
track: listing
categories: [general/other]
company: { name: 深圳市样例科技有限公司 }
app:
  name: 样例纪要
  description: "第一行\\n第二行"
  logo: assets/图标.png
  previews: { desktop: [assets/d1.png, assets/d2.png] }
  privacyPolicy: texts/privacy.md
documents: { business-licence: papers/执照.png }
attestations: { icon-is-ours: { by: 王五, on: 2026-11-01 } }
${more}`;

/** A dossier folder with real pictures; answers its path. */
export async function makeDossier(text = yaml()): Promise<string> {
  const { default: sharp } = await import('sharp');
  const place = newFolder();
  writeFileSync(join(place, 'dossier.yaml'), text);
  for (const [index, path] of [
    'assets/图标.png',
    'assets/d1.png',
    'assets/d2.png',
    'papers/执照.png',
  ].entries()) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    const background = { r: 40 * index, g: 90, b: 160 };
    await sharp({ create: { width: 64, height: 48, channels: 3, background } })
      .png()
      .toFile(join(place, path));
  }
  mkdirSync(join(place, 'texts'));
  writeFileSync(join(place, 'texts/privacy.md'), '# 隐私政策\n');
  return place;
}

/** The context of a call that nobody watches. */
export const context = (changes: Partial<CallContext> = {}): CallContext => ({
  language: 'zh',
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...changes,
});

/** Exports to a path. */
export const exporting = (world: World, dossier: string, target: string, draft = false, call = context()) =>
  bundleMethods['bundle.export'](world, { dossier, target: world.grants.offer(target), draft }, call);
/** Verifies a file. */
export const verifying = (world: World, file: string, call = context()) =>
  bundleMethods['bundle.verify'](world, { file: world.grants.offer(file) }, call);
/** Runs a script. */
export const python = (script: string, ...args: string[]) => spawnSync('python3', ['-c', script, ...args]);
