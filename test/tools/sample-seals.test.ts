import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';

const papers = join(import.meta.dirname, '../../resources/sample/papers');

test.each(['publishing-commitment', 'authorisation-letter'])(
  'the sample’s %s bears the seal beside the name on its last page',
  async (letter) => {
    const made = spawnSync(
      'pdftoppm',
      ['-r', '30', '-f', '2', '-l', '2', '-png', join(papers, `${letter}-signed.pdf`)],
      { maxBuffer: 10_000_000 },
    );
    expect(made.status).toBe(0);
    const { data, info } = await sharp(made.stdout).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const red = Array.from({ length: info.width * info.height }, (_, at) => at).filter((at) => {
      const [r = 0, g = 0, b = 0] = data.subarray(at * 3, at * 3 + 3);
      return r > 120 && r - Math.max(g, b) > 50;
    });
    // The line at the head that says it is a sample is red too.
    const seal = red.filter((at) => Math.floor(at / info.width) > info.height * 0.1);
    const columns = seal.map((at) => at % info.width);
    const widthMm = ((Math.max(...columns) - Math.min(...columns) + 1) / info.width) * 210;
    expect(widthMm).toBeGreaterThan(36);
    expect(widthMm).toBeLessThan(46);
    expect(Math.max(...columns) / info.width).toBeLessThan(0.95);
  },
);
