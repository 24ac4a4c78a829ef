import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks on the terminal for one line that is not shown while it is typed; null where nobody is there to be asked. */
export async function askSecret(question: string, signal: AbortSignal): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return null;
  // What is typed goes to this stream in place of the screen.
  const silent = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: true });
  try {
    stderr.write(question);
    return await lines.question('', { signal });
  } finally {
    lines.close();
    stderr.write('\n');
  }
}
