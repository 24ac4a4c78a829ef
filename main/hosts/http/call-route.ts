import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { api } from '../../contract/api.ts';
import { Failure } from '../../contract/failure.ts';
import { replyTo, type CallRequest } from '../reply.ts';
import { commonHeaders } from '../served/page-headers.ts';
import type { HttpHostParts } from './host-parts.ts';
import { readJson } from './request-body.ts';

/** Requests are field edits and ids; files come by upload. */
const jsonLimitBytes = 5_000_000;

const callSchema = z.strictObject({ name: z.string(), input: z.unknown(), language: z.unknown().optional() });

/**
 * POST /api/call: answers application/x-ndjson, lines of `{"progress"}` and one last line `{"result"}`, `{"failure"}`
 * or `{"bug"}`. When the page closes the request, the call's signal is aborted; only edits of fields go on, so that
 * what was typed last is saved.
 */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  parts: HttpHostParts,
): Promise<void> {
  const parsed = callSchema.safeParse(await readJson(request, jsonLimitBytes));
  if (!parsed.success || !Object.hasOwn(api, parsed.data.name)) throw unknownCall(parsed.data?.name ?? '');
  const call: CallRequest = { ...parsed.data, input: parsed.data.input, language: parsed.data.language };
  const abort = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished && !parts.saves.includes(parsed.data.name)) abort.abort();
  });
  const write = (line: unknown): void => {
    if (!response.destroyed) response.write(`${JSON.stringify(line)}\n`);
  };
  response.writeHead(200, {
    ...commonHeaders,
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  const reply = await parts.saves.follow(
    parsed.data.name,
    replyTo(parts.app, call, {
      signal: abort.signal,
      onProgress: (progress) => write({ progress }),
      reportBug: parts.reportBug,
    }),
  );
  if (reply.ok) write({ result: reply.value });
  else if ('failure' in reply) write({ failure: reply.failure });
  else write({ bug: reply.bug });
  response.end();
}

const unknownCall = (name: string): Failure =>
  new Failure(
    'unknown-method',
    { zh: `没有名为「${name}」的功能`, en: `There is no method named “${name}”` },
    { zh: '请更新程序后重试', en: 'Update the program and try again' },
  );
