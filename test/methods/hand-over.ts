import { join } from 'node:path';
import type { FieldEdit } from '../../main/contract/dossier.ts';
import type { LibraryPlan } from '../../main/contract/library.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { openComputer, type Computer } from './library-world.ts';

/** Makes a dossier whose app has this name. */
export async function newDossier({ app }: Computer, name: string): Promise<string> {
  const made = await app.call('dossiers.create', {
    platform: 'tencent-meeting',
    track: 'listing',
    categories: ['general/other'],
  });
  await edit({ app }, made.dossier, [{ path: ['app', 'name'], value: name }]);
  return made.dossier;
}

/** Edits a dossier on its latest revision. */
export async function edit(
  { app }: Pick<Computer, 'app'>,
  dossier: string,
  edits: readonly FieldEdit[],
): Promise<void> {
  const { revision } = await app.call('dossiers.open', { dossier });
  await app.call('dossiers.edit', { dossier, baseRevision: revision, edits: [...edits] });
}

export const setName = (value: string): FieldEdit => ({ path: ['app', 'name'], value });
export const setPhone = (value: string | null): FieldEdit => ({ path: ['company', 'phone'], value });

/** Exports from one computer; answers where the file is. */
export async function handOver(
  from: Computer,
  options: { readonly by?: string; readonly passphrase?: string } = {},
) {
  const path = join(temporaryFolder(), '交接.yinqi');
  const given = options.passphrase === undefined ? { plain: true } : { passphrase: options.passphrase };
  const result = await from.app.call('library.export', {
    target: from.grant(path),
    by: options.by ?? '小王',
    ...given,
  });
  return { path, result };
}

/** What merging the file would do. */
export const planOf = (to: Computer, path: string): Promise<LibraryPlan> =>
  to.app.call('library.plan', { file: to.grant(path) });

export const documentOf = async ({ app }: Computer, dossier: string) =>
  (await app.call('dossiers.open', { dossier })).document;

/** Two computers with the same dossier: handed over once. */
export async function twoSides(): Promise<{ here: Computer; there: Computer; dossier: string }> {
  const here = openComputer();
  const there = openComputer();
  const dossier = await newDossier(here, '晨光');
  await edit(here, dossier, [setPhone('0755-1')]);
  const { path } = await handOver(here);
  await there.app.call('library.merge', { file: there.grant(path) });
  return { here, there, dossier };
}
