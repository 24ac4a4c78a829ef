/** The parts of a package by their names inside it. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** The local time whose form in a zip is noon of this day everywhere. */
const fixedTime = new Date(2020, 0, 1, 12);

/** Packs parts as a zip: the list of types first, as Word writes it, the others by name, all at one fixed time. */
export async function packParts(parts: Parts, options: { readonly compress: boolean }): Promise<Buffer> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const first = '[Content_Types].xml';
  const names = [...parts.keys()].toSorted((a, b) =>
    a === first ? -1 : b === first ? 1 : a < b ? -1 : a > b ? 1 : 0,
  );
  for (const name of names) {
    const bytes = parts.get(name) ?? new Uint8Array();
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
      mtime: fixedTime,
      mode: 0o100644,
      compress: options.compress,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  const pieces: Buffer[] = [];
  // Safe: a stream without an encoding gives Buffers.
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Unpacks a zip that this program has just made: nothing of it is checked. */
export async function unpackParts(zip: Buffer): Promise<Parts> {
  const { fromBufferPromise } = await import('yauzl');
  const file = await fromBufferPromise(zip);
  const parts = new Map<string, Uint8Array>();
  for await (const entry of file.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await file.openReadStreamPromise(entry)) pieces.push(piece as Buffer); // As above.
    parts.set(entry.fileName, Buffer.concat(pieces));
  }
  return parts;
}
