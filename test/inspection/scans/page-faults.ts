import { drawRaster, fromRaster, throughSharp, toRaster, type Raster } from '../drawing/raster.ts';
import { drawPaper } from './draw-paper.ts';
import { asJpeg, asPdf, asPng } from './scan-files.ts';
import { faultsOf, sealedPage, taken, type ScanFault } from './scan-fault.ts';
import { takeScan } from './take-scan.ts';

const sheet = (): Promise<Raster> => drawRaster(1654, 2339, '<rect width="1654" height="2339" fill="#fff"/>');
const blank = [
  ...faultsOf(
    ['white', 'flatbed', 'photo', 'dust', 'shadow', 'show-through', 'folded', 'grey desk'] as const,
    (how): ScanFault => ({
      kind: 'scan-blank',
      as: how,
      paper: 'letter',
      slot: 'authorisation-letter',
      make: async (studio, random) => {
        const page = await sheet();
        switch (how) {
          case 'white':
            return [await asJpeg(page, 90)];
          case 'flatbed':
            return [await asJpeg(await takeScan(page, { by: 'flatbed' }, random))];
          case 'photo':
            return [await asJpeg(await takeScan(page, { by: 'photo', desk: 'wood' }, random))];
          case 'grey desk':
            return [await asJpeg(await takeScan(page, { by: 'photo', desk: 'dark', fill: 0.9 }, random))];
          case 'shadow':
            return [
              await asJpeg(await takeScan(page, { by: 'flatbed', light: (x) => 0.6 + 0.4 * x }, random)),
            ];
          case 'dust': {
            const specks = Array.from(
              { length: 40 },
              () =>
                `<circle cx="${random.whole(0, 1654)}" cy="${random.whole(0, 2339)}" r="${random.between(0.6, 2.2)}" fill="#555"/>`,
            ).join('');
            return [
              await asJpeg(
                await takeScan(
                  await drawRaster(1654, 2339, `<rect width="1654" height="2339" fill="#fff"/>${specks}`),
                  { by: 'flatbed' },
                  random,
                ),
              ),
            ];
          }
          case 'folded':
            return [
              await asJpeg(
                await takeScan(
                  await drawRaster(
                    1654,
                    2339,
                    '<rect width="1654" height="2339" fill="#fff"/><rect y="1165" width="1654" height="5" fill="#d9d9d6"/><rect x="820" width="4" height="2339" fill="#e3e3e0"/>',
                  ),
                  { by: 'flatbed' },
                  random,
                ),
              ),
            ];
          case 'show-through': {
            // The print of the other side, as it shows through thin paper.
            const back = (await drawPaper('letter', 1, studio)).pages[0];
            if (back === undefined) throw new Error('no page');
            const faint = await throughSharp(back, (image) => image.flop().blur(2.2).linear(0.05, 242));
            return [await asJpeg(await takeScan(faint, { by: 'flatbed' }, random))];
          }
        }
      },
    }),
  ),
  ...faultsOf([0, 1, 2] as const, (at): ScanFault => ({
    kind: 'scan-blank',
    as: `page ${at + 1} of a pdf`,
    paper: 'letter',
    ending: 'pdf',
    slot: 'authorisation-letter',
    make: async (studio, random) => {
      const pages = [];
      for (let n = 0; n < 3; n += 1) {
        const paper = await drawPaper('letter', n, studio);
        const page = n === at ? await sheet() : await sealedPage(paper, studio, random);
        pages.push({
          picture: await asJpeg(await takeScan(page, { by: 'flatbed' }, random)),
          widthMm: 210,
          heightMm: 297,
        });
      }
      return [await asPdf(pages)];
    },
  })),
];

/** One scan under two papers. */
const twice = [
  ...faultsOf(
    [
      ['legal-representative-id-copy', 'agent-id-copy', 'identity'],
      ['business-licence', 'computer-software-copyright-certificate', 'licence'],
      ['publishing-commitment', 'authorisation-letter', 'letter'],
      ['icp-filing', 'business-licence', 'filing'],
    ] as const,
    ([slot, other, paper]): ScanFault => ({
      kind: 'paper-twice-exact',
      as: `${slot} and ${other}`,
      paper,
      slot,
      second: { slot: other, path: 'papers/second.jpg' },
      make: async (studio, random, variant) => {
        const [bytes] = await taken(paper, { take: { by: 'flatbed' } })(studio, random, variant);
        return bytes === undefined ? [] : [bytes, bytes];
      },
    }),
  ),
  ...faultsOf(['jpeg again', 'png', 'pdf', 'smaller', 'cut a little'] as const, (how): ScanFault => ({
    kind: 'paper-twice-reencoded',
    as: how,
    paper: 'identity',
    slot: 'legal-representative-id-copy',
    second: {
      slot: 'agent-id-copy',
      path: `papers/second.${how === 'png' ? 'png' : how === 'pdf' ? 'pdf' : 'jpg'}`,
    },
    make: async (studio, random, variant) => {
      const [bytes] = await taken('identity', { take: { by: 'flatbed' } })(studio, random, variant);
      if (bytes === undefined) return [];
      const raster = await toRaster(bytes);
      switch (how) {
        case 'jpeg again':
          return [bytes, await fromRaster(raster).jpeg({ quality: 70 }).toBuffer()];
        case 'png':
          return [bytes, await asPng(raster)];
        case 'pdf':
          return [bytes, await asPdf([{ picture: Buffer.from(bytes), widthMm: 210, heightMm: 297 }])];
        case 'smaller':
          return [bytes, await fromRaster(raster).resize(1240).jpeg({ quality: 82 }).toBuffer()];
        case 'cut a little':
          return [
            bytes,
            await fromRaster(raster)
              .extract({ left: 20, top: 26, width: raster.width - 40, height: raster.height - 52 })
              .jpeg({ quality: 82 })
              .toBuffer(),
          ];
      }
    },
  })),
];

/** Blank pages, and one scan under two papers. */
export const pageFaults: readonly ScanFault[] = [...blank, ...twice];
