import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import { corpus } from '../test/inspection/corpus.ts';
import { randomOf } from '../test/inspection/drawing/random.ts';
import { openStudio } from '../test/inspection/drawing/studio.ts';
import { heicPath, heicPlans } from '../test/inspection/heic/heic-cases.ts';
import { openWorld } from '../test/inspection/open-world.ts';

// Draws the pictures of the corpus that are kept as HEIC and has heif-enc (Debian's libheif-examples) write them, each at the best
// quality within 30 KB. Only who changes them needs that program.

const mostBytes = 30_000;
const qualities = [90, 80, 70, 60, 50, 45, 40, 35, 30, 26, 23, 20, 18, 16];

const world = openWorld();
const studio = await openStudio(world);
const scratch = mkdtempSync(join(tmpdir(), 'yinqi-heic-'));
const [png, heic] = [join(scratch, 'a.png'), join(scratch, 'a.heic')];
try {
  for (const plan of heicPlans) {
    const one = corpus.find(({ id }) => id === plan.of);
    const [bytes] = (await one?.make(studio, randomOf(plan.of)))?.files.values() ?? [];
    if (bytes === undefined) throw new Error(`no case ${plan.of} with a picture`);
    await sharp(bytes).autoOrient().removeAlpha().png().toFile(png);
    const quality = qualities.find((tried) => {
      execFileSync('heif-enc', ['-q', String(tried), png, '-o', heic]);
      return statSync(heic).size <= mostBytes;
    });
    if (quality === undefined) throw new Error(`${plan.of} is over ${mostBytes} bytes at any quality`);
    copyFileSync(heic, heicPath(plan));
    process.stdout.write(`${plan.of}: quality ${quality}, ${statSync(heic).size} bytes\n`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
  world.close();
}
