import { randomBytes } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new random identifier: 20 lower-case letters and digits, about 103 bits. */
export function newId(): string {
  let id = '';
  while (id.length < 20) {
    // 252 is the largest multiple of 36 in a byte: what is above would favour the first letters.
    for (const byte of randomBytes(32)) {
      if (byte < 252 && id.length < 20) id += letters[byte % 36];
    }
  }
  return id;
}
