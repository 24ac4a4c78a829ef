import type { WriteStream } from 'node:tty';

/** One of the two streams of a command. */
export interface Stream {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width of the terminal; undefined for pipes and files. */
  readonly columns: number | undefined;
}

/**
 * Wraps standard output or standard error. A reader that went away (`yinqi rules | head`) ends nothing and is no
 * error: what follows is dropped. `finish` waits until everything is out and answers false when it could not be
 * written, for example because the disk is full.
 */
export function createStream(
  stream: NodeJS.WriteStream & Partial<Pick<WriteStream, 'columns'>>,
): Stream & { finish(): Promise<boolean> } {
  let isOpen = true;
  let isFaulty = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false;
    if (error.code !== 'EPIPE') isFaulty = true;
  });
  return {
    write(text) {
      if (isOpen && text !== '') stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY === true ? stream.columns : undefined;
    },
    finish: () =>
      new Promise((done) => {
        if (!isOpen) {
          done(!isFaulty);
          return;
        }
        stream.once('error', () => setImmediate(() => done(!isFaulty)));
        stream.write('', (error) => {
          if (!(error instanceof Error)) done(true);
        });
      }),
  };
}
