import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorld } from '../inspection/open-world.ts';
import { randomOf } from '../inspection/drawing/random.ts';
import { openStudio } from '../inspection/drawing/studio.ts';
import { companySeal, stamped } from '../inspection/scans/clean-scans.ts';
import { mm, page, rows, type Paper } from '../inspection/scans/paper.ts';
import { asJpeg } from '../inspection/scans/scan-files.ts';
import { takeScan } from '../inspection/scans/take-scan.ts';
import { newFolder } from './run-yinqi.ts';

/**
 * Scans of stamped papers with these titles for a made-up company, as a flatbed takes them, each with words of its own; answers
 * title → path.
 */
export async function drawPapers(
  titles: readonly string[],
  company: string,
): Promise<ReadonlyMap<string, string>> {
  const world = openWorld();
  try {
    const studio = await openStudio(world);
    const folder = newFolder();
    const paths = new Map<string, string>();
    for (const title of titles) {
      const random = randomOf(title);
      const heading = studio.lettering.text(title, {
        x: mm(105),
        y: mm(48),
        size: mm(6.4),
        face: 'serif-bold',
        anchor: 'middle',
      });
      const lines = Array.from(
        { length: random.whole(11, 16) },
        (_, n) => `${n + 1}. ${title}：样例文字第 ${random.whole(100, 999)} 项，${company}，仅作演示。`,
      );
      const { body } = rows(studio, lines, 26, 70, 4.2, random.between(8.4, 9.6));
      const paper: Paper = {
        pages: [await page(`${heading}${body}`)],
        widthMm: 210,
        heightMm: 297,
        sealAt: { page: 0, xMm: 140, yMm: 236 },
        slot: '',
      };
      const [sheet] = await stamped(paper, [companySeal(paper, random)], studio, random);
      if (sheet === undefined) throw new Error('a paper has a page');
      const scan = await takeScan(sheet, { by: 'flatbed', dpi: 200 }, random);
      const path = join(folder, `${title.replaceAll(/[《》/]/g, '')}.jpg`);
      writeFileSync(path, await asJpeg(scan, 80));
      paths.set(title, path);
    }
    return paths;
  } finally {
    world.close();
  }
}
