import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import sharp from 'sharp';
import { dossiersFilesEdits } from '../../../main/adapters/sqlite/migrations/0001-dossiers-files-edits.ts';

const sample = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample');

/** The folders of one kind of work, made anew. */
export interface KillPlace {
  readonly root: string;
  readonly dataFolder: string;
  /** A dossier folder to import, copy or work on. */
  readonly folder: string;
  readonly out: string;
  /** Where the killed programs keep what lives only as long as they do. */
  readonly temporary: string;
  remove(): void;
}

/** Scans and previews take seconds to look at, which has nothing to do with what is killed. */
const slowLines =
  /^ {2}(?:[a-z-]+: (papers\/.+\.(?:jpg|pdf))\n|previews:\n {4}desktop: .+\n {4}mobile: .+\n)/gm;
const previews = ['desktop-1', 'desktop-2', 'mobile-1', 'mobile-2'].map((name) => `assets/${name}.png`);

/** Makes the folders with a copy of the sample whose logo is too large, so that there is something to repair, and whose scans and previews are left out. */
export async function makeKillPlace(): Promise<KillPlace> {
  const root = mkdtempSync(join(tmpdir(), 'yinqi-kills-'));
  const [dataFolder, folder, out, temporary] = ['data', '案卷', 'out', 'tmp'].map((name) => join(root, name));
  if (dataFolder === undefined || folder === undefined || out === undefined || temporary === undefined) {
    throw new Error('four names give four folders');
  }
  mkdirSync(out);
  mkdirSync(temporary);
  cpSync(sample, folder, { recursive: true });
  const yaml = join(folder, 'dossier.yaml');
  const text = readFileSync(yaml, 'utf8');
  const papers = [...text.matchAll(slowLines)].flatMap(([, paper]) => paper ?? []);
  for (const path of [...papers, ...previews]) rmSync(join(folder, path));
  writeFileSync(yaml, text.replaceAll(slowLines, ''));
  const logo = join(folder, 'assets', 'app-logo.png');
  const large = await sharp(readFileSync(logo))
    .resize(700, 700)
    .flatten({ background: '#fff' })
    .jpeg()
    .toBuffer();
  writeFileSync(logo, large);
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  return { root, dataFolder, folder, out, temporary, remove };
}

/** A paper of that many bytes without pattern, which the dossier names: packing it takes a while. */
export function addLargePaper(folder: string, sizeBytes: number): void {
  const block = Buffer.alloc(1 << 20);
  for (let at = 0, value = 20_261_122; at < block.length; at += 4) {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;
    block.writeUInt32LE(value, at);
  }
  const bytes = Buffer.alloc(sizeBytes);
  for (let at = 0; at < sizeBytes; at += block.length) block.copy(bytes, at);
  writeFileSync(join(folder, 'papers', 'large.pdf'), bytes);
  const yaml = join(folder, 'dossier.yaml');
  const text = readFileSync(yaml, 'utf8');
  const named = text.replace(
    '  icp-filing-proof: papers/icp-filing-proof.png',
    '  icp-filing-proof: [papers/icp-filing-proof.png, papers/large.pdf]',
  );
  if (named === text) throw new Error('the sample has no documents to add to');
  writeFileSync(yaml, named);
}

/** How many dossiers an old database holds. */
export const oldDossiers = 40;

/** A data folder as the first version left it: so many dossiers, none of what came with later migrations. */
export function makeOldDatabase(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const database = new SqliteDatabase(join(dataFolder, 'yinqi.sqlite'));
  database.pragma('journal_mode = WAL');
  database.exec(dossiersFilesEdits.statements);
  database.pragma('user_version = 1');
  const insert = database.prepare('INSERT INTO dossiers VALUES (?, 1, ?, ?, NULL)');
  database.transaction(() => {
    for (let index = 0; index < oldDossiers; index += 1)
      insert.run(`old-${index}`, oldText(index), '2026-01-31');
  })();
  database.close();
}

/** What the old dossier with that number says. */
export const oldText = (index: number): string =>
  `schema: yinqi/dossier@1\nplatform: tencent-meeting\ncategories: [general/other]\napp: { name: 旧案卷 ${index} }\n`;
