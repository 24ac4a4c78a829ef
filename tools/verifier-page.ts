import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { z } from 'zod';
import { enclosedReportSchema } from '../main/core/bundle/enclosed-report.ts';

const folder = join(import.meta.dirname, '..', 'verifier');

/**
 * The page verify.html as one file: its style and its program inside, each allowed by its hash and nothing else. Not minified, so that
 * who gets a bundle can read what it does. Same sources, same text.
 */
export async function verifierPage(): Promise<string> {
  const [page, style, script] = await Promise.all([
    readFile(join(folder, 'verify.html'), 'utf8'),
    readFile(join(folder, 'verify.css'), 'utf8'),
    bundledScript(),
  ]);
  const inside = { style: `\n${style}`, script: `\n${script}` };
  if (/<\/script/i.test(inside.script)) throw new Error('The program would end its own element');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(inside.script)}`,
    `style-src ${hashOf(inside.style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return Object.entries({
    '{{policy}}': policy,
    '<link rel="stylesheet" href="verify.css" />': `<style>${inside.style}</style>`,
    '<script src="page.js"></script>': `<script>${inside.script}</script>`,
  }).reduce((text, [place, content]) => {
    if (!text.includes(place)) throw new Error(`verify.html lacks ${place}`);
    return text.replace(place, () => content);
  }, page);
}

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

async function bundledScript(): Promise<string> {
  // The page needs no address of the schema’s own language, and names none.
  const { $schema: _address, ...schema } = z.toJSONSchema(enclosedReportSchema, { io: 'input' });
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: folder,
    publicDir: false,
    define: { reportSchema: JSON.stringify(schema) },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      lib: { entry: join(folder, 'page.ts'), formats: ['iife'], name: 'verifyBundlePage' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('Nothing was built');
  const [chunk] = output.output;
  return chunk.code;
}
