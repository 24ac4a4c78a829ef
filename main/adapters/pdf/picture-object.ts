import type { PdfObjects, PdfRef } from './pdf-file.ts';

/** A picture as PDF takes it over: its data as it is, and what is said of it. Sizes in px. */
export interface PdfPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly colourSpace: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK';
  readonly filter: 'DCTDecode' | 'FlateDecode';
  /** Of a PNG's data: how many colours its rows hold. */
  readonly colours?: number;
}

interface PictureBytes {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpeg';
}

/** A JPEG (one, three or four channels) or a PNG (8 bits, grey or RGB, not interlaced) for a PDF. Throws for any other. */
export function pdfPicture({ bytes, type }: PictureBytes): PdfPicture {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return type === 'jpeg' ? jpegPicture(data) : pngPicture(data);
}

/** Adds a picture as an image, its data as it is. */
export function pictureObject(objects: PdfObjects, picture: PictureBytes): PdfRef {
  const { data, width, height, colourSpace, filter, colours } = pdfPicture(picture);
  const parameters =
    colours === undefined
      ? ''
      : ` /DecodeParms <</Predictor 15 /Colors ${colours} /BitsPerComponent 8 /Columns ${width}>>`;
  return objects.addStream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /${colourSpace}` +
      ` /BitsPerComponent 8 /Filter /${filter}${parameters}`,
    data,
  );
}

const colourSpaceOf = (channels: number): PdfPicture['colourSpace'] =>
  channels === 1 ? 'DeviceGray' : channels === 4 ? 'DeviceCMYK' : 'DeviceRGB';

function jpegPicture(data: Buffer): PdfPicture {
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
      return {
        data,
        height: data.readUInt16BE(at + 5),
        width: data.readUInt16BE(at + 7),
        colourSpace: colourSpaceOf(data.readUInt8(at + 9)),
        filter: 'DCTDecode',
      };
    }
    at += 2 + data.readUInt16BE(at + 2);
  }
  throw new Error('a JPEG without a frame header');
}

/** PDF decodes the data of a PNG itself: it is taken over as it is, without being unpacked. */
function pngPicture(data: Buffer): PdfPicture {
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const [depth, colour, interlace] = [data.readUInt8(24), data.readUInt8(25), data.readUInt8(28)];
  if (depth !== 8 || (colour !== 0 && colour !== 2) || interlace !== 0) {
    throw new Error(`a PNG of depth ${depth}, colour type ${colour}, interlace ${interlace}`);
  }
  const colours = colour === 0 ? 1 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= data.length;) {
    const length = data.readUInt32BE(at);
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(data.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return {
    data: Buffer.concat(parts),
    width,
    height,
    colourSpace: colourSpaceOf(colours),
    filter: 'FlateDecode',
    colours,
  };
}
