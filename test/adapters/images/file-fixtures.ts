import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import type { LocalFile } from '../../../main/world/local-file.ts';
import { numbersFrom } from './draw-scan.ts';

/** A folder of its own under the system's temporary folder. */
export interface TestFolder {
  readonly path: string;
  /** Writes a file under a name, which may hold folders. */
  put(name: string, bytes: Uint8Array | string): LocalFile;
  remove(): void;
}

export function makeFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'yinqi-files-'));
  return {
    path,
    put(name, bytes) {
      const absolutePath = join(path, name);
      mkdirSync(dirname(absolutePath), { recursive: true });
      writeFileSync(absolutePath, bytes);
      return { absolutePath, name: name.split('/').at(-1) ?? name };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A picture with detail everywhere: soft patches of colour, the same for the same seed. */
export function patches(width: number, height: number, seed = 5): Sharp {
  const next = numbersFrom(seed);
  const small = Buffer.from(Array.from({ length: 24 * 18 * 3 }, () => Math.floor(next() * 256)));
  return sharp(small, { raw: { width: 24, height: 18, channels: 3 } }).resize(width, height, {
    fit: 'fill',
    kernel: 'cubic',
  });
}

/** A GIF of so many even frames. */
export async function animation(colours: readonly string[]): Promise<Buffer> {
  const frames = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
}

/** A PDF of A4 pages of text. */
export async function textPdf(pages: number): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let page = 1; page <= pages; page += 1) {
    const sheet = pdf.addPage([595.28, 841.89]);
    for (let line = 0; line < 20; line += 1) {
      sheet.drawText(`Page ${page}, line ${line} of a plain text`, {
        x: 70,
        y: 770 - line * 18,
        size: 12,
        font,
      });
    }
  }
  return Buffer.from(await pdf.save());
}

function pngChunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of a few kilobytes whose header says it is this large. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 6;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(2_000_000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
