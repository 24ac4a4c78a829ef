import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { bitmap } from '../../long/sound-files.ts';
import { animation, hugePng, makeFolder, patches, textPdf } from './file-fixtures.ts';
import { inspectIn } from './inspect-in.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const { inspect, at } = inspectIn(folder);

const png = await patches(320, 200).png().toBuffer();
const jpeg = await patches(320, 200).jpeg().toBuffer();
const pdf = await textPdf(2);
const gif = await animation(['red', 'blue']);
const webp = await patches(320, 200).webp().toBuffer();

describe('a picture', () => {
  test('is measured from its decoded pixels', async () => {
    const { image, problem, sha256 } = await inspect('whole.png', png, 'picture');
    expect(problem).toBeUndefined();
    expect(sha256).toHaveLength(64);
    expect(image).toMatchObject({ widthPx: 320, heightPx: 200, frames: 1, hasAlpha: false });
    expect(sha256).toBe(createHash('sha256').update(png).digest('hex'));
    expect(image?.pixelSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['CMYK JPEG', patches(60, 40).toColourspace('cmyk').jpeg(), 'jpeg', 60, 40],
    ['16-bit PNG', patches(60, 40).toColourspace('rgb16').png(), 'png', 60, 40],
    ['greyscale PNG', patches(60, 40).greyscale().png(), 'png', 60, 40],
    ['palette PNG', patches(60, 40).png({ palette: true }), 'png', 60, 40],
    ['progressive JPEG', patches(60, 40).jpeg({ progressive: true }), 'jpeg', 60, 40],
    ['WebP', patches(60, 40).webp(), 'webp', 60, 40],
    ['TIFF', patches(60, 40).tiff(), 'tiff', 60, 40],
    ['EXIF-turned JPEG', patches(60, 40).withMetadata({ orientation: 6 }).jpeg(), 'jpeg', 40, 60],
  ] as const)(
    'of kind %s comes out with its size as it is seen',
    async (name, source, type, widthPx, heightPx) => {
      const found = await inspect(`kinds/${name}`, await source.toBuffer(), 'picture');
      expect(found).toMatchObject({ type, image: { widthPx, heightPx, frames: 1 } });
      expect(found.problem).toBeUndefined();
    },
  );

  test('knows its frames and whether it has transparency', async () => {
    expect((await inspect('two.gif', await animation(['red', 'blue']), 'picture')).image?.frames).toBe(2);
    const clear = await patches(30, 30).ensureAlpha(0.5).png().toBuffer();
    expect((await inspect('clear.png', clear, 'picture')).image?.hasAlpha).toBe(true);
  });

  test('that is cut off anywhere is damaged', async () => {
    const whole: [string, Buffer][] = [
      ['png', png],
      ['jpg', jpeg],
      ['gif', gif],
      ['webp', webp],
    ];
    for (const [ending, bytes] of whole) {
      for (const length of [
        100,
        bytes.length >> 1,
        Math.floor(bytes.length * 0.95),
        bytes.length - 9,
        bytes.length - 1,
      ]) {
        const found = await inspect(`cut/${length}.${ending}`, bytes.subarray(0, length), 'picture');
        // A JPEG may lose the last byte of its end mark without losing anything.
        if (ending === 'jpg' && length === bytes.length - 1 && found.problem === undefined) continue;
        expect(`${ending} ${length} ${found.problem}`).toBe(`${ending} ${length} damaged`);
        expect(found.problemDetail).not.toBe('');
        expect(found.sha256).toHaveLength(64);
      }
    }
  });

  test('with a large gap inside is damaged though its header is fine', async () => {
    const holed = Buffer.concat([jpeg.subarray(0, 700), jpeg.subarray(jpeg.length - 300)]);
    expect(await inspect('holed.jpg', holed, 'picture')).toMatchObject({ type: 'jpeg', problem: 'damaged' });
  });

  test('that claims 3.6 billion pixels is refused by its header', async () => {
    for (const depth of ['picture', 'scan'] as const) {
      expect(await inspect(`huge-${depth}.png`, hugePng(60_000, 60_000), depth)).toMatchObject({
        type: 'png',
        problem: 'too-large',
      });
    }
  });

  test('over 100 MB is too large to open', async () => {
    execFileSync('truncate', ['-s', '100000001', folder.put('vast.png', png).absolutePath]);
    expect(await at('vast.png', 'picture')).toMatchObject({
      problem: 'too-large',
      sizeBytes: 100_000_001,
      type: 'png',
    });
  });

  test('is not what SVG, PDF, BMP, Word and text files are', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>';
    expect(await inspect('drawn.svg', svg, 'picture')).toMatchObject({ type: 'svg', problem: 'unsupported' });
    expect(await inspect('drawn.png', svg, 'picture')).toMatchObject({
      type: 'svg',
      namedType: 'png',
      problem: 'unsupported',
    });
    expect(await inspect('paper.pdf', pdf, 'picture')).toMatchObject({ type: 'pdf', problem: 'unsupported' });
    expect(await inspect('paint.bmp', bitmap(128, 128), 'picture')).toMatchObject({
      type: 'bmp',
      namedType: 'bmp',
      problem: 'unsupported',
    });
    expect(await inspect('words.txt', '你好', 'picture')).toMatchObject({
      type: 'text',
      problem: 'unsupported',
    });
  });
});
