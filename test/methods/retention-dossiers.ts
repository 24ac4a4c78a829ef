import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import type { Computer } from './library-world.ts';

/** Lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** What stands in the copy of the identity card, twice in each dossier. */
export const secret = '身份证复印件的内容';

/** A dossier.yaml with a copy of an identity card and a licence; `more` stands at its end. */
export const yamlOf = (id: string, more = ''): string => `schema: yinqi/dossier@1
id: ${id}
platform: tencent-meeting
track: listing
categories: [general/other]
documents:
  agent-id-copy: 证件/李四.png
  business-licence: 证件/执照.pdf
${more}`;

/** Its acceptance, and what is erased after it. */
export const accepted = (on: string, more: string): string =>
  `acceptance: { on: ${on} }\nretention: ${more}\n`;

/** Writes the dossier and its files into a folder that is there. */
export function writeDossier(folder: string, yaml: string): void {
  mkdirSync(join(folder, '证件'), { recursive: true });
  writeFileSync(join(folder, 'dossier.yaml'), yaml);
  writeFileSync(join(folder, '证件/李四.png'), secret);
  writeFileSync(join(folder, '证件/又一份.png'), secret);
  writeFileSync(join(folder, '证件/执照.pdf'), '执照');
}

/** Imports such a dossier; answers its id. */
export async function importOne({ app, grant }: Computer, yaml: string): Promise<string> {
  const folder = temporaryFolder();
  writeDossier(folder, yaml);
  return (await app.call('dossiers.importFolder', { folder: grant(folder) })).dossier;
}
