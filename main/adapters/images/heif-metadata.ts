/** EXIF of cameras takes up to 64 KB, with a small picture in it; XMP less. */
const mostBytes = 1_000_000;

/** A box of an ISO base media file: its name, and where its content begins and ends in the file. */
interface Box {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Where the parts of an item lie: in the file, or in the box `idat`. */
interface ItemPlace {
  readonly isInBox: boolean;
  readonly parts: readonly { readonly offset: number; readonly length: number }[];
}

/**
 * The EXIF block, a TIFF directory, and the XMP text of a HEIC photograph, which are items of its `meta` box (ISO/IEC 14496-12, 8.11, and 23008-12, annex A);
 * undefined where it has none that can be read.
 */
export function heifMetadata(bytes: Uint8Array): {
  readonly exif?: Uint8Array | undefined;
  readonly xmp?: Uint8Array | undefined;
} {
  try {
    return new HeifItems(bytes).metadata();
  } catch (error) {
    // A file that ends amid a box: whether its picture is whole is the decoder's to say.
    if (error instanceof RangeError) return {};
    throw error;
  }
}

class HeifItems {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  metadata(): { readonly exif?: Uint8Array | undefined; readonly xmp?: Uint8Array | undefined } {
    const meta = this.#find('meta', 0, this.#bytes.length);
    if (meta === undefined) return {};
    const inside = [...this.#boxes(meta.start + 4, meta.end)];
    const box = (name: string): Box | undefined => inside.find((one) => one.name === name);
    const [names, places, data] = [box('iinf'), box('iloc'), box('idat')];
    if (names === undefined || places === undefined) return {};
    const kinds = this.#kindsOf(names);
    const read = (kind: 'exif' | 'xmp'): Buffer | undefined => {
      const id = kinds.get(kind);
      const place = id === undefined ? undefined : this.#placeOf(id, places);
      return place === undefined ? undefined : this.#contentOf(place, data);
    };
    const exif = read('exif');
    // The first four bytes say how far behind them the TIFF directory begins.
    return { exif: exif?.subarray(4 + exif.readUInt32BE(0)), xmp: read('xmp') };
  }

  #find(name: string, start: number, end: number): Box | undefined {
    for (const box of this.#boxes(start, end)) if (box.name === name) return box;
    return undefined;
  }

  *#boxes(start: number, end: number): Generator<Box> {
    for (let at = start; at + 8 <= end;) {
      const short = this.#view.getUint32(at);
      // One stands for a longer number behind the name, none for all the rest.
      const length = short === 1 ? this.#number(at + 8, 8) : short === 0 ? end - at : short;
      const head = short === 1 ? 16 : 8;
      if (length < head) return;
      yield { name: this.#name(at + 4), start: at + head, end: Math.min(end, at + length) };
      at += length;
    }
  }

  /** The items that are EXIF and XMP, by the box `iinf`. */
  #kindsOf({ start, end }: Box): ReadonlyMap<'exif' | 'xmp', number> {
    const found = new Map<'exif' | 'xmp', number>();
    const counted = this.#view.getUint8(start) === 0 ? 2 : 4;
    for (const box of this.#boxes(start + 4 + counted, end)) {
      const version = box.name === 'infe' ? this.#view.getUint8(box.start) : 0;
      if (version < 2) continue;
      const idLength = version === 2 ? 2 : 4;
      const id = this.#number(box.start + 4, idLength);
      const nameAt = box.start + 4 + idLength + 2;
      const name = this.#name(nameAt);
      const rest = Buffer.from(this.#bytes.subarray(nameAt + 4, box.end)).toString('latin1');
      if (name === 'Exif' && !found.has('exif')) found.set('exif', id);
      if (name === 'mime' && rest.split('\0')[1] === 'application/rdf+xml') found.set('xmp', id);
    }
    return found;
  }

  /** Where an item lies, by the box `iloc`; undefined where that does not say or names another file. */
  #placeOf(wanted: number, { start }: Box): ItemPlace | undefined {
    const version = this.#view.getUint8(start);
    const sizes = this.#view.getUint16(start + 4);
    const [offsetSize, lengthSize] = [sizes >> 12, (sizes >> 8) & 15];
    const [baseSize, indexSize] = [(sizes >> 4) & 15, version === 0 ? 0 : sizes & 15];
    const idSize = version < 2 ? 2 : 4;
    let at = start + 6;
    const take = (size: number): number => {
      const value = this.#number(at, size);
      at += size;
      return value;
    };
    for (let left = take(idSize); left > 0; left -= 1) {
      const id = take(idSize);
      const method = version === 0 ? 0 : take(2) & 15;
      const source = take(2);
      const base = take(baseSize);
      const parts: { offset: number; length: number }[] = [];
      for (let partsLeft = take(2); partsLeft > 0; partsLeft -= 1) {
        at += indexSize;
        parts.push({ offset: base + take(offsetSize), length: take(lengthSize) });
      }
      if (id === wanted) return method < 2 && source === 0 ? { isInBox: method === 1, parts } : undefined;
    }
    return undefined;
  }

  #contentOf({ isInBox, parts }: ItemPlace, data: Box | undefined): Buffer | undefined {
    const all = parts.reduce((sum, { length }) => sum + length, 0);
    if (all > mostBytes || (isInBox && data === undefined)) return undefined;
    const from = isInBox ? (data?.start ?? 0) : 0;
    return Buffer.concat(
      parts.map(({ offset, length }) => this.#bytes.subarray(from + offset, from + offset + length)),
    );
  }

  #name(at: number): string {
    return Buffer.from(this.#bytes.subarray(at, at + 4)).toString('latin1');
  }

  /** A number of so many bytes, 0 for none. Throws RangeError beyond the file. */
  #number(at: number, size: number): number {
    let value = 0;
    for (let index = 0; index < size; index += 1) value = value * 256 + this.#view.getUint8(at + index);
    return value;
  }
}
