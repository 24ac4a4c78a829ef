import { dirname } from 'node:path';
import type { Zip } from '../../world/zip.ts';
import { decryptFile, isEncryptedFile } from './decrypt-file.ts';
import { encryptFile } from './encrypt-file.ts';
import { readZip } from './read-zip.ts';
import { unpackZip } from './unpack-zip.ts';
import { writeZip } from './write-zip.ts';

/** Writes and encrypts zips itself, reads them with yauzl and the directories of encrypted ones with zip.js; both are loaded when first needed. `noteFolder` hears where it will write. */
export function createZip(noteFolder: (folder: string) => Promise<void> = () => Promise.resolve()): Zip {
  return {
    async write(target, ...rest) {
      await noteFolder(dirname(target));
      return writeZip(target, ...rest);
    },
    read: readZip,
    async encrypt(file, target, ...rest) {
      await noteFolder(dirname(target));
      return encryptFile(file, target, ...rest);
    },
    decrypt: decryptFile,
    isEncrypted: isEncryptedFile,
    unpack: unpackZip,
  };
}
