import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Writes `command-line.cjs` into a folder: the command line with all that it may load in one script, the packages that are not bundled
 * left outside. Its first line is a hash of the rest, by which main/hosts/cli/load-program.ts knows what V8 compiled of it.
 */
export async function buildCommandLine(root: string, folder: string): Promise<void> {
  const bundled = ['chinese-days', 'liquidjs', 'markdown-it', 'minisearch', 'qr', 'yaml', 'zod'];
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: [...bundled, /^(entities|linkify-it|mdurl|punycode.*|uc\.micro)$/u] },
    build: {
      write: false,
      ssr: join(root, 'main', 'hosts', 'cli', 'start-command-line.ts'),
      target: 'node22.14',
      minify: false,
      rolldownOptions: {
        output: {
          format: 'cjs',
          codeSplitting: false,
          // Short, yet its functions keep their names for those who report an error.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...others] = chunks.filter((one) => one.type === 'chunk');
  if (chunk === undefined || others.length > 0) throw new Error('The command line is not one script');
  // A script run by itself cannot import: what loads it does.
  const code = chunk.code.replaceAll(/\bimport\((?=(["'`])[@\w./-]+\1\))/gu, 'importPackage(');
  if (/\bimport\(/u.test(code)) throw new Error('The command line imports what is no package by its name');
  const script = `(function(exports,require,importPackage,__filename,__dirname){${code}\n})\n`;
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 16);
  await writeFile(join(folder, 'command-line.cjs'), `// ${hash}\n${script}`);
}
