import { join } from 'node:path';
import { build } from 'vite';

/** Bundles `one-process.ts` as the product's build bundles the command line, into `out/bench`; answers the file to run. */
export async function buildOneProcess(root: string): Promise<string> {
  const outDir = join(root, 'out', 'bench');
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: {
      noExternal: [
        'liquidjs',
        'markdown-it',
        'yaml',
        'zod',
        /^(entities|linkify-it|mdurl|punycode.*|uc\.micro)$/,
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      ssr: join(root, 'bench', 'letters', 'one-process.ts'),
      target: 'node22',
      rolldownOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  return join(outDir, 'one-process.mjs');
}
