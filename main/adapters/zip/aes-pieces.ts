import { createCipheriv, createHmac, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

const blockBytes = 16;
/** What stands behind the bytes of an entry: the first bytes of an HMAC-SHA1 over them. */
export const codeBytes = 10;
/** What stands before them, after the salt: two bytes by which most wrong passphrases are told. */
export const checkBytes = 2;

/** How many bytes salt and key have at a strength of WinZip's AES: 1, 2 and 3 are 128, 192 and 256 bits. */
export const aesSizes = (strength: 1 | 2 | 3) => ({
  saltBytes: 4 + strength * 4,
  keyBytes: 8 + strength * 8,
});

/** WinZip's AES over the pieces of one entry. */
export interface AesPieces {
  readonly check: Buffer;
  /** Encrypts a piece in its own memory; all but the last are whole blocks of 16 bytes. */
  encrypt(piece: Buffer): void;
  /** Decrypts a piece in its own memory; all but the last are whole blocks of 16 bytes. */
  decrypt(piece: Buffer): void;
  /** The authentication code of all that was encrypted or decrypted. */
  code(): Buffer;
}

/**
 * WinZip's AES (AE-1 and AE-2): keys by PBKDF2 with HMAC-SHA1 and a thousand rounds, AES in counter mode with a counter that counts from one,
 * its least byte first. OpenSSL's counter mode counts from the other end, so that blocks of counters are encrypted and laid over the bytes.
 */
export async function aesPieces(
  passphrase: string,
  salt: Uint8Array,
  strength: 1 | 2 | 3,
  largestPiece: number,
): Promise<AesPieces> {
  const { keyBytes } = aesSizes(strength);
  const keys = await promisify(pbkdf2)(passphrase, salt, 1000, 2 * keyBytes + checkBytes, 'sha1');
  const cipher = createCipheriv(`aes-${keyBytes * 8}-ecb`, keys.subarray(0, keyBytes), null).setAutoPadding(
    false,
  );
  const hmac = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes));
  const counters = Buffer.alloc(Math.ceil(largestPiece / blockBytes) * blockBytes);
  let block = 1;
  const layOver = (piece: Buffer): void => {
    const blocks = Math.ceil(piece.length / blockBytes);
    for (let index = 0; index < blocks; index += 1, block += 1) {
      counters.writeUInt32LE(block >>> 0, index * blockBytes);
      counters.writeUInt32LE(Math.floor(block / 0x1_0000_0000), index * blockBytes + 4);
    }
    const stream = cipher.update(counters.subarray(0, blocks * blockBytes));
    const isAligned = piece.byteOffset % 4 === 0 && stream.byteOffset % 4 === 0;
    const words = isAligned ? piece.length >> 2 : 0;
    const over = new Uint32Array(piece.buffer, isAligned ? piece.byteOffset : 0, words);
    const key = new Uint32Array(stream.buffer, isAligned ? stream.byteOffset : 0, words);
    for (let at = 0; at < words; at += 1) over[at] = (over[at] ?? 0) ^ (key[at] ?? 0);
    for (let at = words * 4; at < piece.length; at += 1) piece[at] = (piece[at] ?? 0) ^ (stream[at] ?? 0);
    // Each piece has a new one: given back now, they do not pile up until memory is cleared.
    if (stream.buffer.byteLength === stream.length) stream.buffer.transfer(0);
  };
  return {
    check: keys.subarray(2 * keyBytes),
    encrypt(piece) {
      layOver(piece);
      hmac.update(piece);
    },
    decrypt(piece) {
      hmac.update(piece);
      layOver(piece);
    },
    code: () => hmac.digest().subarray(0, codeBytes),
  };
}
