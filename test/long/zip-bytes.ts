import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip that is written by hand. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The unpacked size that is claimed, where it is not the true one. */
  readonly claims?: number;
}

/** A zip of these parts, packed, whose directory may lie about sizes. */
export function zipBytes(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claims } of parts) {
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name, 'utf8');
    // Version 20, UTF-8 names, deflate, 1 January 2020, CRC-32, sizes, length of the name.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(0x5021, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims ?? bytes.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, nameBytes]);
    local.push(head, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, place, nameBytes);
    offset += head.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length & 0xffff, 8);
  end.writeUInt16LE(parts.length & 0xffff, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, listed, end]);
}

const types =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const links =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The XML of a Word document with this body. */
export const wordXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

/** One paragraph of such a body. */
export const wordParagraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A Word file of this document.xml, with more parts and with lies where they are given. */
export function wordBytes(
  documentXml: string | Uint8Array,
  more: readonly ZipPart[] = [],
  claims?: number,
): Buffer {
  const document = typeof documentXml === 'string' ? Buffer.from(documentXml, 'utf8') : documentXml;
  return zipBytes([
    ...(more.some(({ name }) => name === '[Content_Types].xml')
      ? []
      : [{ name: '[Content_Types].xml', bytes: Buffer.from(types) }]),
    { name: '_rels/.rels', bytes: Buffer.from(links) },
    { name: 'word/document.xml', bytes: document, ...(claims === undefined ? {} : { claims }) },
    ...more,
  ]);
}
