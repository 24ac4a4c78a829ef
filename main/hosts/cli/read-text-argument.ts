import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { Session } from './command.ts';
import { plain } from './page.ts';

/** The text of a file that the command line names. Throws `file-missing`, and `faultCode` for what is no UTF-8. */
export async function readTextArgument(path: string, session: Session, faultCode: string): Promise<string> {
  try {
    const bytes = await readFile(resolve(session.workingFolder, path));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // The decoder throws a TypeError; anything else is the disk's.
    const isText = !(error instanceof TypeError);
    throw new Failure(
      isText ? 'file-missing' : faultCode,
      isText
        ? { zh: `「${plain(path)}」无法读取`, en: `“${plain(path)}” cannot be read` }
        : { zh: `「${plain(path)}」不是 UTF-8 文本`, en: `“${plain(path)}” is no text in UTF-8` },
      isText
        ? { zh: '请检查路径是否写对', en: 'Check the path' }
        : { zh: '请另存为 UTF-8 编码的文本文件', en: 'Save it as a text file in UTF-8' },
      { cause: error },
    );
  }
}
