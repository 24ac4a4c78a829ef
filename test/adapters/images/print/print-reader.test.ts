import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPrintReader } from '../../../../main/adapters/images/print/print-reader.ts';
import { createPictures } from '../../../../main/adapters/images/pictures.ts';
import { paperKindOf } from '../../../../main/core/reading/paper-kind.ts';
import { readParticulars } from '../../../../main/core/reading/read-particulars.ts';
import { drawReadablePaper } from './draw-readable-paper.ts';
import { readablePapers } from './readable-papers.ts';

const pictures = createPictures();
const reader = createPrintReader();
const signal = (): AbortSignal => new AbortController().signal;

async function readPaper(jpeg: Uint8Array) {
  const { png } = await pictures.picture(jpeg, { page: 0, maxPx: 2000 });
  const { pieces, codes, turn } = await reader.read(png, { signal: signal() });
  const kind = paperKindOf(pieces);
  return { kind, codes, turn, particulars: readParticulars(pieces, kind, 0) };
}

/** Particulars that other papers and the form are compared with: a wrong one sends a user looking. */
const mustBeRight = [
  'credit-code',
  'icp-number',
  'identity-number',
  'domain',
  'established-on',
  'valid-until',
];

describe('twenty drawn papers, some askew and coarsely saved', () => {
  const read: { wanted: string; got: string | undefined; particular: string; paper: string }[] = [];
  const kinds: string[] = [];
  const codes: string[] = [];
  beforeAll(async () => {
    for (const { name, paper, wanted } of readablePapers) {
      const result = await readPaper(await drawReadablePaper(paper));
      kinds.push(result.kind);
      codes.push(...result.codes.map(({ text }) => text));
      for (const [particular, value] of Object.entries(wanted)) {
        const got = result.particulars.find((one) => one.particular === particular)?.value;
        read.push({ paper: name, particular, wanted: value, got });
      }
    }
  }, 240_000);

  test('are told apart by kind', () => {
    const wanted = readablePapers.map(({ paper }) => kindOf[paper.kind]);
    expect(kinds).toEqual(wanted);
  });

  test('give codes, numbers, days and domains right', () => {
    const wrong = read.filter((one) => mustBeRight.includes(one.particular) && one.got !== one.wanted);
    expect(wrong).toEqual([]);
  });

  test('give nine particulars in ten to the character, and names of companies and people always', () => {
    const names = ['company-name', 'copyright-owner', 'legal-representative', 'person-name'];
    expect(read.filter((one) => names.includes(one.particular) && one.got !== one.wanted)).toEqual([]);
    const right = read.filter((one) => one.got === one.wanted).length;
    console.log(
      `text recognition: ${right} of ${read.length} particulars on ${readablePapers.length} papers to the character`,
    );
    expect(right / read.length).toBeGreaterThanOrEqual(0.9);
  });

  test('show their QR codes as text', () => {
    expect(codes).toEqual(readablePapers.flatMap(({ paper }) => (paper.qr === undefined ? [] : [paper.qr])));
  });
});

const kindOf = {
  'licence-landscape': 'business-licence',
  'licence-portrait': 'business-licence',
  'icp-licence': 'icp-licence',
  copyright: 'software-copyright-certificate',
  'identity-front': 'identity-document',
  'identity-back': 'identity-document',
  filing: 'icp-filing',
} as const;

test.each([90, 180, 270])('a licence turned by %i° is read as if it stood upright', async (degrees) => {
  const [licence] = readablePapers;
  if (licence === undefined) throw new Error('no paper');
  const upright = await drawReadablePaper(licence.paper);
  const turned = await readPaper(await sharp(upright).rotate(degrees).jpeg({ quality: 85 }).toBuffer());
  expect(turned.turn).toBe(360 - degrees);
  const code = turned.particulars.find(({ particular }) => particular === 'credit-code');
  expect(code?.value).toBe(licence.wanted['credit-code']);
  // Where the code stands on the drawing: left, its base line at 275 px.
  expect(code?.box.leftPx).toBeGreaterThan(130);
  expect(code?.box.leftPx).toBeLessThan(160);
  expect(Math.abs((code?.box.topPx ?? 0) - 250)).toBeLessThan(15);
});

test('an empty page gives nothing', async () => {
  const blank = await sharp({ create: { width: 800, height: 1100, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  expect(await reader.read(blank, { signal: signal() })).toEqual({ turn: 0, pieces: [], codes: [] });
});

test('reading stops when it is cancelled, and the next page is read all the same', async () => {
  const [first] = readablePapers;
  if (first === undefined) throw new Error('no paper');
  const png = await sharp(await drawReadablePaper(first.paper))
    .png()
    .toBuffer();
  const controller = new AbortController();
  const reading = reader.read(png, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('cancelled by the user')), 50);
  await expect(reading).rejects.toThrow('cancelled by the user');
  const { pieces } = await reader.read(png, { signal: signal() });
  expect(pieces.length).toBeGreaterThan(5);
});

test('bytes that are no picture are refused', async () => {
  await expect(reader.read(Buffer.from('no picture'), { signal: signal() })).rejects.toThrow();
});
