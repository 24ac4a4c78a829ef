import type { IncomingMessage } from 'node:http';
import { Failure } from '../../contract/failure.ts';

/** A request that carries more than it may. */
export const tooLarge = (limitBytes: number): Failure =>
  new Failure(
    'too-large',
    {
      zh: `内容超过上限 ${Math.floor(limitBytes / 1_000_000)} MB`,
      en: `The content is over the limit of ${Math.floor(limitBytes / 1_000_000)} MB`,
    },
    { zh: '请换成较小的文件', en: 'Use a smaller file' },
  );

const badBody = (detail: string): Failure =>
  new Failure(
    'bad-request',
    { zh: `请求的内容读不懂：${detail}`, en: `The request cannot be understood: ${detail}` },
    { zh: '请刷新页面后重试', en: 'Reload the page and try again' },
  );

/** Lets the rest of a body go by unread, so that the answer arrives before the connection ends. */
export function discard(request: IncomingMessage): Promise<void> {
  return new Promise((done) => {
    if (request.readableEnded || request.destroyed) {
      done();
      return;
    }
    request.once('end', done).once('close', done).resume();
  });
}

/** Reads a JSON body of at most `limitBytes`. Throws the Failures `too-large` and `bad-request`. */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw badBody(`Content-Type ${type}`);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    // Safe: a request without an encoding gives Buffers.
    const bytes = piece as Buffer;
    size += bytes.length;
    if (size <= limitBytes) pieces.push(bytes);
  }
  if (size > limitBytes) throw tooLarge(limitBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  } catch (error) {
    throw badBody(error instanceof Error ? error.message : String(error));
  }
}
