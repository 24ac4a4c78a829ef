import process from 'node:process';
import { Failure } from '../../contract/failure.ts';

/** More than this is no reviewer's words. */
const mostBytes = 1_000_000;

/** All of standard input as UTF-8 text. Throws `not-text` for other bytes, and for more than 1 MB. */
export async function readStandardInput(input: AsyncIterable<Uint8Array> = process.stdin): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input) {
    size += piece.length;
    if (size > mostBytes) throw notText({ zh: '超过 1 MB', en: 'is more than 1 MB' });
    pieces.push(piece);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw notText({ zh: '不是 UTF-8 文本', en: 'is no text in UTF-8' });
  }
}

const notText = (why: { readonly zh: string; readonly en: string }): Failure =>
  new Failure(
    'not-text',
    { zh: `标准输入${why.zh}`, en: `Standard input ${why.en}` },
    {
      zh: '请用 UTF-8 编码的文字，或把它存成文件再用 --words 文件',
      en: 'Give text in UTF-8, or save it as a file and name that',
    },
  );
