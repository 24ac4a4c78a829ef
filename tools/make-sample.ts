import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { LaidOutDocument } from '../main/contract/laid-out-document.ts';
import { parseDossier } from '../main/core/dossier/parse-dossier.ts';
import { layOut } from '../main/core/letters/lay-out.ts';
import { composeWorld } from '../main/hosts/compose-world.ts';
import { locateInstall } from '../main/hosts/install.ts';
import { makeLetter } from '../main/methods/needed-letters.ts';
import { drawAssets } from './sample/draw-assets.ts';
import { drawPapers } from './sample/draw-papers.ts';
import { scanLetter, type SealPlace } from './sample/scan-letters.ts';

/** The middle of the seal guide of a laid-out letter, not of the seal across its pages' edges; throws for a letter without one. */
function sealPlace(letter: LaidOutDocument): SealPlace {
  for (const [page, { items, widthMm }] of letter.pages.entries()) {
    const guide = items
      .filter((item) => item.kind === 'ellipse')
      .find((item) => item.xMm >= 0 && item.xMm + item.widthMm <= widthMm);
    if (guide !== undefined) {
      return { page, xMm: guide.xMm + guide.widthMm / 2, yMm: guide.yMm + guide.heightMm / 2 };
    }
  }
  throw new Error(`${letter.title} has no seal guide`);
}

const root = join(import.meta.dirname, '..');
const sample = join(root, 'resources', 'sample');
const scratch = mkdtempSync(join(tmpdir(), 'yinqi-sample-'));
const install = locateInstall(root);
const world = composeWorld({
  kind: 'folder',
  host: 'command-line',
  version: install.version,
  dataFolder: scratch,
  scratchFolder: scratch,
  resourcesFolder: install.resourcesFolder,
  fontsFolder: install.fontsFolder,
  today: '2026-11-22',
});
const dossier = parseDossier(readFileSync(join(sample, 'dossier.yaml'), 'utf8'), 'dossier.yaml');
const made = new Map([...(await drawAssets(world)), ...(await drawPapers(world, dossier))]);
for (const letter of ['publishing-commitment', 'authorisation-letter']) {
  const { filled } = await makeLetter(world, dossier, letter);
  if (filled.kind !== 'filled') throw new Error(`The sample lacks data for ${letter}`);
  const pages = await layOut(filled.tree, await world.fonts(), (code) => world.codes.encode(code));
  const pdf = await world.pdf.write(pages);
  const scan = await scanLetter(world, pdf, pages.pages.length, sealPlace(pages));
  made.set(`papers/${letter}-signed.pdf`, scan);
}
for (const [path, bytes] of made) {
  writeFileSync(join(sample, path), bytes);
  process.stdout.write(`${path}  ${(bytes.length / 1000).toFixed(1)} KB\n`);
}
world.close();
rmSync(scratch, { recursive: true, force: true });
