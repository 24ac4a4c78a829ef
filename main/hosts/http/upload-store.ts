import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeFailure } from '../../adapters/disk/disk-failure.ts';
import { Failure } from '../../contract/failure.ts';
import type { Grants } from '../../world/exchange.ts';
import { tooLarge } from './request-body.ts';
import { uploadPath } from './upload-path.ts';

/** Keeps what pages upload in the scratch folder and hands it to the app as grants. */
export interface UploadStore {
  /** Streams one file to the disk; answers its grant. */
  takeFile(request: IncomingMessage, name: string): Promise<string>;
  /** Adds one file to a folder that the page gathers under an id of its own. */
  takeIntoFolder(request: IncomingMessage, relativePath: string, folder: string): Promise<void>;
  /** Ends gathering: answers the grant of the folder, or of the one folder in it when there is no file beside that. */
  finishFolder(folder: string): Promise<string>;
}

/** Makes the store. A body over `limitBytes` throws `too-large`; what could not be taken whole is removed. */
export function createUploadStore(
  scratchFolder: string,
  grants: Pick<Grants, 'offer'>,
  limitBytes: number,
): UploadStore {
  const folders = new Map<string, string>();

  async function stream(request: IncomingMessage, target: string): Promise<void> {
    let size = 0;
    let isOver = Number(request.headers['content-length'] ?? 0) > limitBytes;
    async function* limited(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const piece of source) {
        size += piece.length;
        isOver ||= size > limitBytes;
        // What is too much is read to its end and dropped, so that the answer reaches the page.
        if (!isOver) yield piece;
      }
    }
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await pipeline(request, limited, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      if (!isExisting(error)) await rm(target, { force: true });
      throw isExisting(error) ? sentTwice() : writeFailure(error, target);
    }
    if (isOver) {
      await rm(target, { force: true });
      throw tooLarge(limitBytes);
    }
  }

  return {
    async takeFile(request, name) {
      const path = uploadPath(name);
      if (path?.length !== 1) throw badName(name);
      // On disk it has a name of ours; the name that the user gave is what is shown and kept.
      const target = join(scratchFolder, 'uploads', randomBytes(12).toString('hex'));
      await stream(request, target);
      return grants.offer(target, path[0]);
    },
    async takeIntoFolder(request, relativePath, folder) {
      const path = uploadPath(relativePath);
      if (path === null || !/^[A-Za-z0-9-]{1,64}$/.test(folder)) throw badName(relativePath);
      const root = folders.get(folder) ?? join(scratchFolder, 'folders', randomBytes(12).toString('hex'));
      folders.set(folder, root);
      await stream(request, join(root, ...path));
    },
    async finishFolder(folder) {
      const root = folders.get(folder);
      if (root === undefined) throw nothingGathered();
      folders.delete(folder);
      const entries = await readdir(root, { withFileTypes: true });
      const [only] = entries;
      const isWrapped = entries.length === 1 && only?.isDirectory() === true;
      return isWrapped ? grants.offer(join(root, only.name), only.name) : grants.offer(root);
    },
  };
}

const isExisting = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

const badName = (name: string): Failure =>
  new Failure(
    'bad-upload-name',
    { zh: `不能用这个文件名：「${name}」`, en: `This file name cannot be used: “${name}”` },
    { zh: '请改名后重试', en: 'Rename the file and try again' },
  );

const sentTwice = (): Failure =>
  new Failure(
    'sent-twice',
    { zh: '同一个文件传了两次', en: 'The same file was sent twice' },
    { zh: '请重新选择文件夹', en: 'Choose the folder again' },
  );

const nothingGathered = (): Failure =>
  new Failure(
    'empty-folder',
    { zh: '文件夹里没有收到任何文件', en: 'No file of the folder has arrived' },
    { zh: '请选择一个有文件的文件夹', en: 'Choose a folder with files in it' },
  );
