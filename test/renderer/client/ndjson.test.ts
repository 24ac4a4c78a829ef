import { expect, test } from 'vitest';
import { readLines } from '../../../renderer/client/ndjson.ts';

/** The text as a stream that hands out `size` bytes at a time. */
function streamOf(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

async function linesOf(text: string, size: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(streamOf(text, size))) lines.push(line);
  return lines;
}

test.each([1, 2, 3, 7, 1000])('lines come whole from pieces of %i bytes, Chinese included', async (size) => {
  expect(await linesOf('{"a":"印齐"}\n{"b":2}\n', size)).toEqual(['{"a":"印齐"}', '{"b":2}']);
});

test('a last line without a line feed counts, empty lines do not', async () => {
  expect(await linesOf('\r\none\r\n\n\ntwo', 4)).toEqual(['one', 'two']);
});

test('an empty stream has no lines', async () => {
  expect(await linesOf('', 4)).toEqual([]);
});
