import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { companyDossier, letterSetting, root, type Setting } from './letter-setting.ts';

const { newFolder, makeWorld, setUp: setUpWith } = letterSetting('templates');
/** New folders of this test file alone, removed after it; the folder of the project. */
export { newFolder, root };

/** The letter whose template the team changes. */
export const letter = 'publishing-commitment';
/** The app's own wording of it. */
export const shipped = readFileSync(join(root, 'resources/letters', letter, 'template.md'), 'utf8');
/** The version of the app's own wording. */
export const shippedVersion = /^version: (.*)$/m.exec(shipped)?.[1] ?? '';
/** The app's wording under another version, with a sentence of the team's own. */
export const ours = (version: string, more = '本团队另作如下声明。'): string =>
  shipped.replace(/^version: .*$/m, `version: ${version}`).replace(/^(## .*)$/m, `${more}\n\n$1`);

/** The dossier as it is written into its folder. */
export const dossierText = companyDossier({ id: 'templates-test' });

/** A dossier, and the folder of the team's templates. */
export type TeamSetting = Setting & { readonly team: string };
/** The dossier in a world of its own, with no templates of a team yet. */
export function setUp(): TeamSetting {
  const dataFolder = newFolder();
  return { ...setUpWith(dossierText, makeWorld(dataFolder)), team: join(dataFolder, 'templates') };
}

/** Puts a version into the team's folder by hand. */
export function put(team: string, version: string, text: string, id = letter): void {
  mkdirSync(join(team, id, version), { recursive: true });
  writeFileSync(join(team, id, version, 'template.md'), text);
}

/** The letter as the list of letters shows it. */
export const listed = async ({ app, dossier }: TeamSetting, id = letter) =>
  (await app.call('letters.list', { dossier })).letters.find((one) => one.letter === id);
