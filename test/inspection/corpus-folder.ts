import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { dossierText } from './base-dossier.ts';
import type { CorpusCase, Role } from './corpus-case.ts';
import { randomOf } from './drawing/random.ts';
import type { Studio } from './drawing/studio.ts';

const here = import.meta.dirname;
/** The folders whose sources decide what the files of a role look like. */
const sourcesOf: Readonly<Record<Role, readonly string[]>> = {
  logo: ['drawing', 'logos', 'heic'],
  preview: ['drawing', 'previews', 'heic'],
  paper: ['drawing', 'scans', 'heic'],
  policy: ['drawing', 'texts'],
  agreement: ['drawing', 'texts'],
  fields: ['drawing', 'texts'],
};

/** Where made cases are kept between runs; outside the repository. */
export const corpusRoot = process.env['YINQI_CORPUS'] ?? join(tmpdir(), 'yinqi-corpus');

const hashes = new Map<Role, string>();
function sourceHash(role: Role): string {
  const known = hashes.get(role);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(readFileSync(join(here, 'base-dossier.ts')));
  hash.update(dossierText({}));
  for (const folder of sourcesOf[role]) {
    for (const file of readdirSync(join(here, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|md|heic)$/.test(path))
      .sort())
      hash.update(file).update(readFileSync(join(here, folder, file)));
  }
  const made = hash.digest('hex').slice(0, 16);
  hashes.set(role, made);
  return made;
}

/** The dossier folder of a case: made once for each state of its generator's sources, whole or not at all. */
export async function makeCase(one: CorpusCase, studio: Studio): Promise<string> {
  const folder = join(corpusRoot, `${one.role}-${sourceHash(one.role)}`, one.id.replaceAll('/', '--'));
  if (existsSync(folder)) return folder;
  const { fields, files } = await one.make(studio, randomOf(one.id));
  const unfinished = `${folder}.${process.pid}-unfinished`;
  mkdirSync(unfinished, { recursive: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(unfinished, path)), { recursive: true });
    writeFileSync(join(unfinished, path), bytes);
  }
  writeFileSync(join(unfinished, 'dossier.yaml'), dossierText(fields));
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return folder;
}
