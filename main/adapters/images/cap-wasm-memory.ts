/** A page of WebAssembly's memory. */
const pageBytes = 65_536;
/** A HEIC photograph of 50 million pixels, the most that phones make, takes nine bytes for each. */
const mostBytes = 512_000_000;

/**
 * Lets no WebAssembly of this thread grow over 512 MB: a thread's own limits do not count it, and a PDF of a kilobyte can ask for
 * two gigabytes. A decoder that asks for more is told that there is none, and fails.
 */
export function capWasmMemory(): void {
  // Taken off its object on purpose: it is called on each memory in turn below.
  const grow = Reflect.get(WebAssembly.Memory.prototype, 'grow') as WebAssembly.Memory['grow'];
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * pageBytes > mostBytes)
      throw new RangeError('over the memory of a reader');
    return grow.call(this, pages);
  };
}
