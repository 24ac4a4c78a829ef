import type { PdfObjects, PdfRef } from './pdf-file.ts';

/** Adds a JPEG (one or three channels) or a PNG (8 bits, grey or RGB, not interlaced) as an image, its data as it is. */
export function pictureObject(
  objects: PdfObjects,
  { bytes, type }: { readonly bytes: Uint8Array; readonly type: 'png' | 'jpeg' },
): PdfRef {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return type === 'jpeg' ? jpegObject(objects, data) : pngObject(objects, data);
}

function imageStream(
  objects: PdfObjects,
  data: Uint8Array,
  picture: { readonly width: number; readonly height: number; readonly channels: number },
  decoding: string,
): PdfRef {
  const { width, height, channels } = picture;
  return objects.addStream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${channels === 1 ? 'DeviceGray' : 'DeviceRGB'}` +
      ` /BitsPerComponent 8 ${decoding}`,
    data,
  );
}

function jpegObject(objects: PdfObjects, data: Buffer): PdfRef {
  let at = 2;
  while (at + 9 < data.length) {
    if (data[at] !== 0xff) throw new Error('a JPEG without a frame header');
    const marker = data.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const picture = {
        height: data.readUInt16BE(at + 5),
        width: data.readUInt16BE(at + 7),
        channels: data.readUInt8(at + 9),
      };
      return imageStream(objects, data, picture, '/Filter /DCTDecode');
    }
    at += 2 + data.readUInt16BE(at + 2);
  }
  throw new Error('a JPEG without a frame header');
}

/** PDF decodes the data of a PNG itself: it is taken over as it is, without being unpacked. */
function pngObject(objects: PdfObjects, data: Buffer): PdfRef {
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const [depth, colour, interlace] = [data.readUInt8(24), data.readUInt8(25), data.readUInt8(28)];
  if (depth !== 8 || (colour !== 0 && colour !== 2) || interlace !== 0) {
    throw new Error(`a PNG of depth ${depth}, colour type ${colour}, interlace ${interlace}`);
  }
  const channels = colour === 0 ? 1 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= data.length;) {
    const length = data.readUInt32BE(at);
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(data.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return imageStream(
    objects,
    Buffer.concat(parts),
    { width, height, channels },
    `/Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors ${channels} /BitsPerComponent 8 /Columns ${width}>>`,
  );
}
