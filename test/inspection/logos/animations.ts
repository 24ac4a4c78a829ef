import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Pictures of one size as an animation. */
export async function animated(frames: readonly Buffer[], type: 'gif' | 'webp'): Promise<Buffer> {
  const joined = sharp([...frames], { join: { animated: true } });
  return type === 'gif' ? joined.gif().toBuffer() : joined.webp({ lossless: true }).toBuffer();
}

function chunk(name: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), ...parts]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
  return bytes;
};

/** An animated PNG (APNG 1.0): to programs that know nothing of it a still picture of the first frame. */
export async function animatedPng(frames: readonly Buffer[]): Promise<Buffer> {
  const header = words(128, 128);
  const chunks: Buffer[] = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header, Buffer.from([8, 6, 0, 0, 0])),
    chunk('acTL', words(frames.length, 0)),
  ];
  let sequence = 0;
  for (const [index, frame] of frames.entries()) {
    const { data, info } = await sharp(frame).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const rows = Buffer.concat(
      Array.from({ length: info.height }, (_, y) =>
        Buffer.concat([Buffer.from([0]), data.subarray(y * info.width * 4, (y + 1) * info.width * 4)]),
      ),
    );
    const packed = deflateSync(rows, { level: 9 });
    chunks.push(
      chunk('fcTL', words(sequence++, info.width, info.height, 0, 0), Buffer.from([0, 20, 0, 100, 0, 0])),
    );
    chunks.push(index === 0 ? chunk('IDAT', packed) : chunk('fdAT', words(sequence++), packed));
  }
  return Buffer.concat([...chunks, chunk('IEND')]);
}
