import { array, assert, constantFrom, integer, property, record, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlockMeansReader } from '../../../main/adapters/images/block-means.ts';
import { KernelRoom, stripsOf } from '../../../main/adapters/images/pixel-kernels.ts';
import type { DecodedPixels } from '../../../main/adapters/images/pixels.ts';
import { pictures } from './small-pictures.ts';
import {
  plainBends,
  plainEdges,
  plainFrequencies,
  plainMean,
  plainShade,
  plainSpecks,
} from './plain-measures.ts';

/** The rows of a picture in the kernels' memory, all at once. */
function put(room: KernelRoom, { data }: DecodedPixels): number {
  const at = room.reserve(data.length);
  room.u8(at, data.length).set(data);
  return at;
}

/** The first eight rows, or none. */
const eightRows = (pixels: DecodedPixels): DecodedPixels | null =>
  pixels.height < 8
    ? null
    : { ...pixels, height: 8, data: pixels.data.subarray(0, 8 * pixels.width * pixels.channels) };

describe('the kernels measure what the plain words say, of', () => {
  test('means of blocks, cut ones and every size', () => {
    assert(
      property(pictures, integer({ min: 1, max: 90 }), (pixels, longSide) => {
        const room = new KernelRoom();
        const reader = new BlockMeansReader(room, pixels, longSide);
        for (const strip of stripsOf(room, pixels)) reader.read(strip);
        const { columns, rows, rgb, shades, alpha } = reader.means();
        const side = Math.ceil(Math.max(pixels.width, pixels.height) / longSide);
        for (let block = 0; block < columns * rows; block += 1) {
          const at = { left: (block % columns) * side, top: Math.floor(block / columns) * side };
          const wanted = plainMean(pixels, { ...at, side, step: side >= 8 ? 2 : 1 });
          const [r = 0, g = 0, b = 0] = wanted.rgb;
          const found = room.f32(rgb, columns * rows * 3).subarray(block * 3, block * 3 + 3);
          wanted.rgb.forEach((value, which) => expect(found[which]).toBeCloseTo(value, 3));
          expect(room.f32(alpha, columns * rows)[block]).toBeCloseTo(wanted.alpha, 3);
          expect(room.f32(shades, columns * rows)[block]).toBeCloseTo(0.299 * r + 0.587 * g + 0.114 * b, 3);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('shades of rows and of bands of columns', () => {
    assert(
      property(pictures, integer({ min: 16, max: 70 }), (pixels, everyPx) => {
        const { width, height, channels } = pixels;
        const room = new KernelRoom();
        const at = put(room, pixels);
        const row = room.reserve(width);
        const columns = room.reserve(width * height);
        for (let y = 0; y < height; y += 1) {
          room.run.readShades(at + y * width * channels, width, channels, row);
          expect([...room.u8(row, width)]).toEqual(
            Array.from({ length: width }, (_, x) => plainShade(pixels, x, y)),
          );
        }
        room.run.readBands(at, 0, height, width, channels, everyPx, height, columns);
        const places = Array.from({ length: width }, (_, x) => x).filter((x) => x % everyPx < 16);
        const wanted = places.flatMap((x) =>
          Array.from({ length: height }, (_, y) => plainShade(pixels, x, y)),
        );
        expect([...room.u8(columns, wanted.length)]).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  });

  test('edges and finder patterns of a line', () => {
    const runs = array(
      record({ px: integer({ min: 1, max: 24 }), shade: constantFrom(0, 10, 60, 128, 129, 200, 255) }),
      { minLength: 1, maxLength: 30 },
    );
    const finder = record({ module: integer({ min: 2, max: 6 }) }).map(({ module }) =>
      [2, 1, 1, 3, 1, 1, 2].map((modules, index) => ({
        px: modules * module,
        shade: index % 2 === 0 ? 255 : 0,
      })),
    );
    assert(
      property(runs, finder, runs, integer({ min: 0, max: 3 }), (before, middle, after, blur) => {
        const sharp = [...before, ...middle, ...after].flatMap(({ px, shade }) =>
          Array.from({ length: px }, () => shade),
        );
        const line = sharp.map((_, x) => {
          const around = sharp.slice(Math.max(0, x - blur), x + blur + 1);
          return Math.round(around.reduce((sum, one) => sum + one, 0) / around.length);
        });
        const room = new KernelRoom();
        const at = room.reserve(line.length);
        room.u8(at, line.length).set(line);
        const steepness = room.reserve(65 * 4);
        const steps = room.reserve((line.length + 1) * 4);
        const finders = room.reserve(line.length * 16);
        const count = room.run.walkLine(at, line.length, steepness, steps, finders);
        const wanted = plainEdges(line);
        const bins = Array.from(
          { length: 65 },
          (_, bin) => wanted.steepness.filter((one) => one === bin).length,
        );
        expect([...room.u32(steepness, 65)]).toEqual(bins);
        expect([...room.u32(steps, line.length)].flatMap((one, x) => (one === 0 ? [] : [x]))).toEqual(
          wanted.steps,
        );
        expect(count).toBe(wanted.finders.length);
        wanted.finders.forEach(({ middlePx, lengthPx }, index) => {
          expect(room.f64(finders, count * 2)[index * 2]).toBeCloseTo(middlePx, 6);
          expect(room.f64(finders, count * 2)[index * 2 + 1]).toBeCloseTo(lengthPx, 6);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('specks on white and the frequencies of a former JPEG', () => {
    assert(
      property(pictures, (pixels) => {
        const rows = eightRows(pixels);
        if (rows === null) return;
        const { width, channels } = rows;
        const room = new KernelRoom();
        const at = put(room, rows);
        const counts = room.run.addSpecks(at, width, channels);
        expect({ blocks: counts >>> 16, strewn: counts & 0xffff }).toEqual(plainSpecks(rows));
        const found = room.reserve((width >> 3) * 20);
        const told = room.run.addFormerJpeg(at, width, channels, found);
        const wanted = plainFrequencies(rows);
        expect(told * 5).toBe(wanted.length);
        [...room.i32(found, wanted.length)].forEach((value, index) =>
          expect(Math.abs(value - wanted[index]!)).toBeLessThanOrEqual(0.5 + 1e-9),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('bends along both directions, across strips', () => {
    assert(
      property(pictures, (pixels) => {
        const { width, height, channels } = pixels;
        const room = new KernelRoom();
        const lineBytes = width + 48;
        const lines = room.reserve(34 * lineBytes);
        const sumsPx = width + 16;
        const across = room.reserve(8 * sumsPx);
        const down = room.reserve(8 * height);
        for (const { at, top, rows } of stripsOf(room, pixels)) {
          room.run.addBends(at, top, rows, width, height, channels, lines, lineBytes, across, sumsPx, down);
        }
        const inner = Math.max(0, width - 1);
        const wanted = { across: plainBends(pixels, 'across'), down: plainBends(pixels, 'down') };
        expect([...room.u32(across, inner)]).toEqual(wanted.across.sums.slice(0, inner));
        expect([...room.u32(across + 4 * sumsPx, inner)]).toEqual(wanted.across.counts.slice(0, inner));
        expect([...room.u32(down, height)]).toEqual(wanted.down.sums);
        expect([...room.u32(down + 4 * height, height)]).toEqual(wanted.down.counts);
      }),
      { numRuns: 200 },
    );
  });

  test('sums of values times cosines and sines', () => {
    const values = array(integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 60 });
    assert(
      property(values, values, (sums, others) => {
        const half = Math.min(sums.length, others.length) - 1;
        const angles = [0.1, 0.7, 1.9, Math.PI];
        const room = new KernelRoom();
        const place = (numbers: readonly number[]): number => {
          const at = room.reserve(numbers.length * 8);
          room.f64(at, numbers.length).set(numbers);
          return at;
        };
        const [a, b] = [place(sums), place(others)];
        const [cosines, sines] = [place(angles.map(Math.cos)), place(angles.map(Math.sin))];
        const [real, imaginary] = [room.reserve(32), room.reserve(32)];
        room.run.fourierSums(a, b, half, cosines, sines, 4, real, imaginary);
        angles.forEach((angle, index) => {
          let [x, y] = [0, 0];
          for (let at = 0; at <= half; at += 1) {
            x += sums[at]! * Math.cos(angle * at);
            y += others[at]! * Math.sin(angle * at);
          }
          expect(room.f64(real, 4)[index]).toBeCloseTo(x, 5);
          expect(room.f64(imaginary, 4)[index]).toBeCloseTo(y, 5);
        });
      }),
    );
  });

  test('colours, their tint, their spread and what is drawn', () => {
    assert(
      property(
        uint8Array({ minLength: 12, maxLength: 120 }),
        integer({ min: 1, max: 6 }),
        integer({ min: 0, max: 255 }),
        constantFrom(null, 0, 1, 2),
        (random, columns, least, faint) => {
          // Faint pictures differ by eight levels in one channel.
          const bytes =
            faint === null ? random : random.map((byte, at) => 100 + (at % 3 === faint ? (byte & 1) * 8 : 0));
          const rows = Math.floor(bytes.length / 3 / columns);
          const count = columns * rows;
          if (count === 0) return;
          const cells = Array.from({ length: count }, (_, at) => [...bytes.subarray(at * 3, at * 3 + 3)]);
          const room = new KernelRoom();
          const rgb = room.reserve(count * 12);
          room.f32(rgb, count * 3).set(cells.flat());
          const shades = room.reserve(count * 4);
          room.run.readLuminance(rgb, count, shades);
          const wanted = cells.map(([r = 0, g = 0, b = 0]) => Math.fround(0.299 * r + 0.587 * g + 0.114 * b));
          expect([...room.f32(shades, count)]).toEqual(wanted);
          const histogram = room.reserve(1024);
          room.run.countShades(shades, count, histogram);
          [...room.u32(histogram, 256)].forEach((found, shade) =>
            expect(found).toBe(wanted.filter((one) => Math.floor(one) === shade).length),
          );
          const sums = room.reserve(24);
          const bright = cells.filter((_, at) => wanted[at]! >= least);
          expect(room.run.sumBright(rgb, shades, count, least, sums)).toBe(bright.length);
          expect([...room.f64(sums, 3)]).toEqual(
            [0, 1, 2].map((which) => bright.reduce((sum, cell) => sum + cell[which]!, 0)),
          );
          const counts = room.reserve(8);
          room.run.countColours(rgb, count, 1, 0.5, 2, 24, 30, counts);
          const tinted = cells.map(([r = 0, g = 0, b = 0]) => [r, g / 2, b * 2] as const);
          expect([...room.u32(counts, 2)]).toEqual([
            tinted.filter((cell) => Math.max(...cell) - Math.min(...cell) > 24).length,
            tinted.filter(([r, g, b]) => r - Math.max(g, b) > 30).length,
          ]);
          const sum = wanted.reduce((all, one) => all + one, 0);
          expect(room.run.sumOf(shades, count)).toBeCloseTo(sum, 3);
          const squares = wanted.reduce((all, one) => all + (one - 100) ** 2, 0);
          expect(room.run.squaresOf(shades, count, 100) / (squares + 1)).toBeCloseTo(
            squares / (squares + 1),
            9,
          );
          const differs = (one: number, other: number): boolean =>
            cells[one]!.some((value, which) => Math.abs(value - cells[other]![which]!) > 7);
          const drawn = cells.filter(
            (_, at) =>
              at % columns < columns - 1 &&
              at < count - columns &&
              (differs(at, at + 1) || differs(at, at + columns)),
          );
          expect(room.run.countDrawn(rgb, columns, rows, 7)).toBe(drawn.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
