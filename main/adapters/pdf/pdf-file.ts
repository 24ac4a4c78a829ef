import { deflateBytes } from './deflate-bytes.ts';

/** A reference to an object of a PDF, as PDF writes it. */
export type PdfRef = `${number} 0 R`;

/** What objects are put into: a file that is being written, or one that pdf-lib has opened. */
export interface PdfObjects {
  /** Adds an object as PDF writes it, a byte a character. */
  add(object: string): PdfRef;
  /** Adds a stream. `entries` are those of its dictionary but the length: `/Type /XObject /Filter /DCTDecode`. */
  addStream(entries: string, bytes: Uint8Array): PdfRef;
}

/** Where an object lies: at a byte of the file, or at a place in a stream of objects. */
type Place =
  | { readonly kind: 'byte'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** As many objects go into one stream of objects: readers unpack the whole of it for each. */
const packedTogether = 200;

/** The number of the object that a reference names. */
export const numberOf = (ref: PdfRef): number => Number.parseInt(ref, 10);

/** Writes a PDF 1.7 from its beginning to its end, so that streams need not stay in memory: `take` gives what is written so far. */
export class PdfFile implements PdfObjects {
  readonly #places: (Place | null)[] = [null];
  readonly #waiting: { readonly number: number; readonly object: string }[] = [];
  #pieces: Uint8Array[] = [];
  #length = 0;

  constructor() {
    // Four bytes beyond ASCII say to those who copy it that it is no text.
    this.#write(Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'));
  }

  add(object: string): PdfRef {
    const ref = this.reserve();
    this.put(ref, object);
    return ref;
  }

  addStream(entries: string, bytes: Uint8Array): PdfRef {
    const ref = this.reserve();
    this.#writeStream(numberOf(ref), entries, bytes);
    return ref;
  }

  /** A reference to an object that is put there later. */
  reserve(): PdfRef {
    return `${this.#places.push(null) - 1} 0 R`;
  }

  /** How many objects there are: the highest number of one. */
  get count(): number {
    return this.#places.length - 1;
  }

  /** Puts an object as PDF writes it, a byte a character, where a reference leads. */
  put(ref: PdfRef, object: string): void {
    this.#waiting.push({ number: numberOf(ref), object });
    if (this.#waiting.length === packedTogether) this.#pack();
  }

  /** Puts an object of any bytes, be it a stream, where a reference leads. */
  putBytes(ref: PdfRef, object: Uint8Array): void {
    this.#begin(numberOf(ref));
    this.#write(object);
    this.#write(Buffer.from('\nendobj\n', 'latin1'));
  }

  /** The bytes that were written since the last time. */
  take(): readonly Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  /** Ends the file. `id` is 32 hexadecimal digits. Throws where a reference leads nowhere. */
  finish({ root, info, id }: { readonly root: PdfRef; readonly info: PdfRef; readonly id: string }): void {
    this.#pack();
    const offset = this.#length;
    const number = numberOf(this.reserve());
    this.#places[number] = { kind: 'byte', offset };
    const table = Buffer.alloc(this.#places.length * 7);
    for (const [index, place] of this.#places.entries()) {
      const at = index * 7;
      if (index === 0) table.writeUInt16BE(0xffff, at + 5);
      else if (place === null) throw new Error(`the PDF has no object ${index}`);
      else if (place.kind === 'byte') {
        table.writeUInt8(1, at);
        table.writeUInt32BE(place.offset, at + 1);
      } else {
        table.writeUInt8(2, at);
        table.writeUInt32BE(place.stream, at + 1);
        table.writeUInt16BE(place.index, at + 5);
      }
    }
    const entries = `/Type /XRef /Size ${this.#places.length} /W [1 4 2] /Root ${root} /Info ${info} /ID [<${id}> <${id}>] /Filter /FlateDecode`;
    this.#writeStream(number, entries, deflateBytes(table));
    this.#write(Buffer.from(`startxref\n${offset}\n%%EOF\n`, 'latin1'));
  }

  /** Writes the waiting objects as one stream of objects (ISO 32000-1, 7.5.7). */
  #pack(): void {
    const objects = this.#waiting.splice(0);
    if (objects.length === 0) return;
    const stream = numberOf(this.reserve());
    const directory: string[] = [];
    let offset = 0;
    for (const [index, { number, object }] of objects.entries()) {
      this.#places[number] = { kind: 'packed', stream, index };
      directory.push(`${number} ${offset}`);
      offset += object.length + 1;
    }
    const head = `${directory.join(' ')}\n`;
    const text = `${head}${objects.map(({ object }) => object).join('\n')}\n`;
    const entries = `/Type /ObjStm /N ${objects.length} /First ${head.length} /Filter /FlateDecode`;
    this.#writeStream(stream, entries, deflateBytes(Buffer.from(text, 'latin1')));
  }

  #writeStream(number: number, entries: string, bytes: Uint8Array): void {
    this.#begin(number);
    this.#write(Buffer.from(`<<${entries} /Length ${bytes.length}>>\nstream\n`, 'latin1'));
    this.#write(bytes);
    this.#write(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  #begin(number: number): void {
    this.#places[number] = { kind: 'byte', offset: this.#length };
    this.#write(Buffer.from(`${number} 0 obj\n`, 'latin1'));
  }

  #write(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.#length += bytes.length;
  }
}
