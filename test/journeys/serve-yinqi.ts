import { spawn } from 'node:child_process';
import { openAsBlob, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/api.ts';
import { builtCommand, newFolder, today } from './run-yinqi.ts';

const replySchema = z.union([
  z.object({ progress: z.unknown() }),
  z.object({ result: z.unknown() }),
  z.object({ failure: z.object({ code: z.string(), message: z.string(), hint: z.string() }) }),
  z.object({ bug: z.unknown() }),
]);

/** A served app in a process of its own, spoken to over HTTP as a script would. */
export interface ServedYinqi {
  readonly address: string;
  readonly dataFolder: string;
  call<N extends MethodName>(name: N, input: MethodInput<N>): Promise<MethodOutput<N>>;
  /** Uploads a file; answers its grant. */
  upload(path: string): Promise<string>;
  /** Uploads every file of a folder; answers the folder's grant. */
  uploadFolder(folder: string): Promise<string>;
  download(artifact: string): Promise<Buffer>;
  /** Ends the process, by default as Ctrl+C does; answers its exit code, null when it was killed. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `yinqi serve` on a free port and waits for its address. */
export async function serveYinqi(dataFolder = newFolder()): Promise<ServedYinqi> {
  const child = spawn(
    process.execPath,
    [builtCommand, 'serve', '--port', '0', '--format', 'json', '--today', today],
    { env: { ...process.env, YINQI_DATA: dataFolder }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (code) => done(code));
  });
  const address = await new Promise<string>((found, failed) => {
    let said = '';
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(said);
      if (match !== null) found(match[0]);
    });
    child.once('exit', (code) =>
      failed(new Error(`yinqi serve ended with ${code} before it was ready: ${said}`)),
    );
  });
  const url = new URL(address);
  const headers = { Authorization: `Bearer ${url.searchParams.get('token')}`, Origin: url.origin };
  const post = async (path: string, body: string | Blob): Promise<string> => {
    const type = {
      'Content-Type': typeof body === 'string' ? 'application/json' : 'application/octet-stream',
    };
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: { ...headers, ...type },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return text;
  };
  const grantSchema = z.object({ grant: z.string() });

  return {
    address,
    dataFolder,
    async call(name, input) {
      const lines = (await post('/api/call', JSON.stringify({ name, input, language: 'zh' })))
        .trim()
        .split('\n');
      const last = replySchema.parse(JSON.parse(lines.at(-1) ?? ''));
      // Safe: the host parses each result with the schema of its method before it answers.
      if ('result' in last) return last.result as MethodOutput<typeof name>;
      throw new Error('failure' in last ? last.failure.code : JSON.stringify(last));
    },
    async upload(path) {
      const query = new URLSearchParams({ name: basename(path) });
      return grantSchema.parse(JSON.parse(await post(`/api/upload?${query}`, await openAsBlob(path)))).grant;
    },
    async uploadFolder(folder) {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      for (const name of files.filter((one) => statSync(join(folder, one)).isFile())) {
        const query = new URLSearchParams({ name: `案卷/${name}`, folder: 'f1' });
        await post(`/api/upload?${query}`, await openAsBlob(join(folder, name)));
      }
      return grantSchema.parse(JSON.parse(await post('/api/upload-folder/finish?folder=f1', '{}'))).grant;
    },
    async download(artifact) {
      const response = await fetch(new URL(`/artifact/${artifact}?download=1`, url), { headers });
      if (!response.ok) throw new Error(`artifact: ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
    stop(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
  };
}
