import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readUpright } from '../../../../main/adapters/images/print/read-upright.ts';
import type { PrintedPiece } from '../../../../main/contract/read-paper.ts';

const [width, height] = [600, 900];

/** A page that grows lighter from its top, so that a reader can tell of any part of it how it is turned. */
const shades = Uint8Array.from({ length: width * height }, (_, at) => Math.floor(at / width / 4));
const page = await sharp(shades, { raw: { width, height, channels: 1 } })
  .png()
  .toBuffer();

const line = (text: string, confidence: number, topPx: number): PrintedPiece => ({
  text,
  confidence,
  box: { leftPx: 20, topPx, widthPx: 500, heightPx: 20 },
});

/** Thirty lines over a page that is so high. */
const lines = (high: number, text: string, confidence: number): PrintedPiece[] =>
  Array.from({ length: 30 }, (_, index) => line(text, confidence, Math.round((index * high) / 30)));

/** Reads with a reader that answers by a picture's size and by where it is darkest; keeps how many pixels it was given. */
async function readWith(
  png: Uint8Array,
  answer: (seen: { high: number; darkest: 'top' | 'bottom' | 'left' | 'right' | 'none' }) => PrintedPiece[],
) {
  const areas: number[] = [];
  const found = await readUpright(png, async (given) => {
    const { data, info } = await sharp(given).greyscale().raw().toBuffer({ resolveWithObject: true });
    areas.push((info.width * info.height) / (width * height));
    const at = (x: number, y: number): number => data[y * info.width + x]!;
    const [middleX, middleY] = [info.width >> 1, info.height >> 1];
    const ends = {
      top: at(middleX, 0),
      bottom: at(middleX, info.height - 1),
      left: at(0, middleY),
      right: at(info.width - 1, middleY),
    };
    const [first, second] = Object.entries(ends).toSorted((a, b) => a[1] - b[1]);
    const darkest = first![1] === second![1] ? 'none' : (first![0] as keyof typeof ends);
    return answer({ high: info.height, darkest });
  });
  return { ...found, areas };
}

describe('a page that makes no sense as it stands', () => {
  test('is not read four times over when no other way makes sense either', async () => {
    const { turn, pieces, areas } = await readWith(page, ({ high }) =>
      lines(high, '天辟间得必奸各有其', 0.11),
    );
    expect(turn).toBe(0);
    expect(pieces).toHaveLength(30);
    expect(areas[0]).toBe(1);
    expect(areas.reduce((sum, area) => sum + area, 0)).toBeLessThan(2.3);
  });

  test.each([90, 180, 270] as const)('is read whole the way it makes sense, turned by %d°', async (turn) => {
    const turned = await sharp(page)
      .rotate(360 - turn)
      .png()
      .toBuffer();
    const found = await readWith(turned, ({ high, darkest }) =>
      darkest === 'top' ? lines(high, '统一社会信用代码', 0.95) : lines(high, '乱半可将有小', 0.2),
    );
    expect(found.turn).toBe(turn);
    expect(found.pieces.every(({ text }) => text === '统一社会信用代码')).toBe(true);
    expect(found.areas.at(-1)).toBe(1);
  });

  test('is turned whole where nothing at all was read, and stays as it is where that finds nothing', async () => {
    const { turn, pieces, areas } = await readWith(page, () => []);
    expect([turn, pieces]).toEqual([0, []]);
    expect(areas).toEqual([1, 1, 1, 1]);
  });
});

test('a page that makes sense is read once', async () => {
  const { turn, areas } = await readWith(page, ({ high }) => lines(high, '营业执照', 0.9));
  expect([turn, areas]).toEqual([0, [1]]);
});
