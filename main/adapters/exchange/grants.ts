import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { Grants } from '../../world/exchange.ts';
import type { LocalFile } from '../../world/local-file.ts';

/** Files, folders and targets handed over by the user, named by 128 random bits until the program ends. */
export function createGrants(): Grants {
  const granted = new Map<string, LocalFile>();
  return {
    offer(absolutePath, name) {
      const grant = randomBytes(16).toString('hex');
      const path = resolve(absolutePath);
      granted.set(grant, { absolutePath: path, name: name ?? basename(path) });
      return grant;
    },
    resolve(grant) {
      const file = granted.get(grant);
      if (file !== undefined) return file;
      throw new Failure(
        'unknown-grant',
        {
          zh: '这个文件或文件夹没有交给本程序，或已失效',
          en: 'No such file or folder was handed over, or no longer',
        },
        { zh: '请重新选择文件或文件夹', en: 'Choose the file or folder again' },
      );
    },
  };
}
