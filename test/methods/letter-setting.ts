import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createApp, type App } from '../../main/app.ts';
import type { MethodOutput } from '../../main/contract/api.ts';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import type { World } from '../../main/world.ts';
import { makeFontsFolder } from '../adapters/pdf/fonts-folder.ts';

export const root = join(import.meta.dirname, '../..');

/** A dossier in a folder, and the app over it. */
export interface Setting {
  readonly app: App;
  readonly world: World;
  readonly dossier: string;
}

/** The real world of the command line on 22 November 2026 in folders of this test file alone, which are removed after it. */
export function letterSetting(name: string) {
  const fontsFolder = makeFontsFolder();
  const folder = mkdtempSync(join(tmpdir(), `yinqi-${name}-`));
  afterAll(() => {
    rmSync(fontsFolder, { recursive: true });
    rmSync(folder, { recursive: true });
  });
  const newFolder = (): string => mkdtempSync(join(folder, 't-'));
  const makeWorld = (dataFolder = newFolder()): World =>
    composeWorld({
      kind: 'folder',
      host: 'command-line',
      version: '0.1.0',
      dataFolder,
      scratchFolder: newFolder(),
      resourcesFolder: join(root, 'resources'),
      fontsFolder,
      today: '2026-11-22',
    });
  const setUp = (yaml: string, world = makeWorld()): Setting => {
    const dossier = newFolder();
    writeFileSync(join(dossier, 'dossier.yaml'), yaml);
    return { app: createApp(world), world, dossier };
  };
  return { folder, newFolder, makeWorld, setUp };
}

/** A dossier of a fictitious company whose letters lack nothing; `after` follows the company, `more` the rest. */
export const companyDossier = (given: {
  readonly id: string;
  readonly name?: string;
  readonly after?: string;
  readonly facts?: string;
  readonly more?: string;
}): string => `# 案卷
schema: yinqi/dossier@1
id: ${given.id}
platform: tencent-meeting
track: listing
categories: [general/other]
company:
  name: ${given.name ?? '深圳市样例科技有限公司'}
  uscc: 91440300MA5YANGL1W
  legalRepresentative: { name: 张三 }
  agent: { name: 李四, idType: resident, idNumber: "440301190002020027", phone: "13800000000", email: lisi@example.com }
  address: 深圳市样例区样例路 1 号
${given.after ?? ''}app: { name: 样例纪要 }
facts: { ${given.facts ?? 'game: none, icp-holder: self, software-copyright-holder: self, programme-or-periodical: false'} }
${given.more ?? ''}`;

/** The letters that the rulebook asks for; notices are always there. */
export const withoutNotices = ({ letters }: MethodOutput<'letters.list'>) =>
  letters.filter(({ need }) => need !== 'notice');
