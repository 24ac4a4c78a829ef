import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made by hand, every field free to lie. */
export interface CraftedEntry {
  readonly name: string | Uint8Array;
  readonly content?: Uint8Array | string;
  readonly deflate?: boolean;
  readonly flags?: number;
  readonly mode?: number;
  readonly declaredSize?: number;
  readonly declaredCompressedSize?: number;
  readonly declaredCrc?: number;
  readonly localName?: string;
  /** Uses the offset of the entry with this index instead of its own. */
  readonly sharesBytesOf?: number;
  readonly method?: number;
}

/** The bytes of a zip, written from APPNOTE.TXT and not from any library. */
export function craftZip(entries: readonly CraftedEntry[], countInEndRecord = entries.length): Buffer {
  const records: Buffer[] = [];
  const offsets: number[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : Buffer.from(entry.name);
    const content = Buffer.from(entry.content ?? '');
    const packed = entry.deflate ? deflateRawSync(content) : content;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0x800, 2);
    fields.writeUInt16LE(entry.method ?? (entry.deflate ? 8 : 0), 4);
    fields.writeUInt16LE(0x5a8b, 8);
    fields.writeUInt32LE(entry.declaredCrc ?? crc32(content), 10);
    fields.writeUInt32LE(entry.declaredCompressedSize ?? packed.length, 14);
    fields.writeUInt32LE(entry.declaredSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const localName = Buffer.from(entry.localName ?? name);
    const local = Buffer.concat([signature(0x04034b50), fields, localName, packed]);
    local.writeUInt16LE(localName.length, 26);
    if (entry.sharesBytesOf === undefined) records.push(local);
    offsets.push(entry.sharesBytesOf === undefined ? offset : (offsets[entry.sharesBytesOf] ?? 0));
    if (entry.sharesBytesOf === undefined) offset += local.length;
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(offsets.at(-1) ?? 0, 10);
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([63, 3]), fields, rest, name]));
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(countInEndRecord, 0xffff), 4);
  end.writeUInt16LE(Math.min(countInEndRecord, 0xffff), 6);
  end.writeUInt32LE(
    directory.reduce((sum, one) => sum + one.length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...records, ...directory, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
