import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

/** The built app's server over a data folder, in a process of its own. */
export interface BuiltServer {
  /** With the token that signs a browser in. */
  readonly address: string;
  readonly pid: number;
  stop(): void;
}

/** Starts the built server on a free port, its day the one that the sample was made for. Throws where it ends before it is ready. */
export function serveBuilt(dataFolder: string): Promise<BuiltServer> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../out/main/yinqi.js'), 'serve', '--port', '0', '--today', '2026-11-22'],
    { env: { ...process.env, YINQI_DATA: dataFolder }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((found, failed) => {
    child.stdout.on('data', (piece: Buffer) => {
      const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(piece.toString('utf8'));
      if (match !== null && child.pid !== undefined)
        found({ address: match[0], pid: child.pid, stop: () => child.kill() });
    });
    child.once('exit', (code) => failed(new Error(`yinqi serve ended with ${code}`)));
  });
}
