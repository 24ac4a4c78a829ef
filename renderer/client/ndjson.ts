/**
 * Reads lines of UTF-8 text from a byte stream, whatever way the bytes were cut: a line, and even a character,
 * may arrive in pieces. Empty lines are left out, a last line without a line feed counts.
 */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        const text = line.trim();
        if (text !== '') yield text;
      }
      if (done) return;
    }
  } finally {
    reader.releaseLock();
  }
}
