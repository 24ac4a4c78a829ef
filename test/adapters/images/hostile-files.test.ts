import { afterAll, expect, test } from 'vitest';
import { PDFDocument } from 'pdf-lib';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import { createPictures } from '../../../main/adapters/images/pictures.ts';
import { Failure } from '../../../main/contract/failure.ts';
import { drawSheet, numbersFrom } from './draw-scan.ts';
import { animation, makeFolder, patches, textPdf } from './file-fixtures.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

const inspector = createInspector();
const pictures = createPictures();

/** Flips bits, cuts the end off, doubles or zeroes a stretch: what disks, mailers and attackers do. */
function spoil(bytes: Uint8Array, next: () => number): Uint8Array {
  const spoilt = Uint8Array.from(bytes);
  const at = (): number => Math.floor(next() * spoilt.length);
  const flips = 1 + Math.floor(next() * 12);
  for (let flip = 0; flip < flips; flip += 1) {
    const place = at();
    spoilt[place] = (spoilt[place] ?? 0) ^ (1 << Math.floor(next() * 8));
  }
  const how = next();
  if (how < 0.3) return spoilt.subarray(0, at());
  if (how < 0.5) spoilt.fill(Math.floor(next() * 256), at(), at());
  if (how < 0.6) return Uint8Array.from([...spoilt, ...spoilt]);
  return spoilt;
}

test('300 spoilt files of every kind are answered, never thrown at, at every depth', async () => {
  const embedded = await PDFDocument.create();
  const scan = await drawSheet({ dpi: 60 });
  embedded
    .addPage([595, 842])
    .drawImage(await embedded.embedPng(scan), { x: 0, y: 0, width: 595, height: 842 });
  const sources: [string, Uint8Array][] = [
    ['png', await patches(200, 150).png().toBuffer()],
    ['jpg', await patches(200, 150).jpeg().toBuffer()],
    ['gif', await animation(['red', 'green', 'blue'])],
    ['webp', await patches(200, 150).webp().toBuffer()],
    ['tif', await patches(200, 150).tiff({ compression: 'lzw' }).toBuffer()],
    ['pdf', await textPdf(2)],
    ['pdf', await embedded.save()],
    ['txt', Buffer.from('隐私政策 privacy policy\n'.repeat(40))],
    ['html', Buffer.from('<!doctype html><p>隐私政策</p>')],
  ];
  const next = numbersFrom(20_261_101);
  const depths = ['picture', 'scan', 'text', 'identity'] as const;
  const seen = new Map<string, number>();
  for (let round = 0; round < 300; round += 1) {
    const [ending, bytes] = sources[round % sources.length] ?? ['', new Uint8Array()];
    const name = `spoilt-${round}.${ending}`;
    const file = folder.put(name, spoil(bytes, next));
    const depth = depths[Math.floor(next() * 10)] ?? (ending === 'pdf' ? 'scan' : 'picture');
    const found = await inspector.inspect(file, name, depth);
    expect(found.path).toBe(name);
    const outcome = found.problem ?? 'sound';
    seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    if (round % 5 === 0) {
      const drawn = await pictures.picture(file, { page: 0, maxPx: 64 }).catch((error: unknown) => error);
      expect(drawn instanceof Failure ? drawn.code : typeof drawn).toBe(
        drawn instanceof Failure ? 'unreadable-file' : 'object',
      );
      expect(drawn instanceof Error && !(drawn instanceof Failure)).toBe(false);
    }
  }
  expect(seen.get('damaged')).toBeGreaterThan(60);
  expect(seen.get('sound')).toBeGreaterThan(20);
}, 120_000);

test('a page that draws itself for ever, and one of endless nested forms, end with an answer', async () => {
  const object = (number: number, body: string): string => `${number} 0 obj\n${body}\nendobj\n`;
  const form = (number: number, calls: string): string =>
    object(
      number,
      `<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /A 5 0 R /B 6 0 R >> >> /Length ${calls.length} >>\nstream\n${calls}\nendstream`,
    );
  const page = '/A Do /B Do';
  const pdf = `%PDF-1.4\n${object(1, '<< /Type /Catalog /Pages 2 0 R >>')}${object(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>')}${object(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /A 5 0 R /B 6 0 R >> >> >>')}${object(4, `<< /Length ${page.length} >>\nstream\n${page}\nendstream`)}${form(5, '/A Do /B Do /A Do')}${form(6, '/B Do /A Do /B Do')}trailer << /Root 1 0 R /Size 7 >>\n%%EOF`;
  const found = await inspector.inspect(folder.put('endless.pdf', pdf), 'endless.pdf', 'scan');
  expect(found.type).toBe('pdf');
  expect(found.pages !== undefined || found.problem !== undefined).toBe(true);
  const kids =
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF';
  const looped = await inspector.inspect(folder.put('looped.pdf', kids), 'looped.pdf', 'scan');
  expect(looped.problem).toBe('damaged');
}, 120_000);
