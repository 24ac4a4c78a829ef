import { loadSharp } from './decode-picture.ts';

/** Ink is darker than the paper by this much of it. */
const inkShade = 0.75;
/** The rim is left out: there are edges of sheets and lids. */
const rimShare = 0.08;

/**
 * How clearly lines of print run across a picture: the changes of ink from row to row, by the ink there is. The paper is taken for
 * the shade that three quarters of the picture do not exceed.
 */
export async function lineClarity(png: Uint8Array): Promise<number> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const [left, top] = [Math.round(width * rimShare), Math.round(height * rimShare)];
  const shades = Uint8Array.from(data).sort();
  const threshold = (shades[Math.floor(shades.length * 0.75)] ?? 255) * inkShade;
  const rows: number[] = [];
  for (let y = top; y < height - top; y += 1) {
    let ink = 0;
    for (let x = left; x < width - left; x += 1) if ((data[y * width + x] ?? 255) < threshold) ink += 1;
    rows.push(ink);
  }
  const total = rows.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 0;
  const changes = rows.reduce((sum, one, at) => sum + (one - (rows[at - 1] ?? one)) ** 2, 0);
  return Math.sqrt(changes) / Math.sqrt(total);
}
