import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles `kill-work.ts` as the product's build bundles the command line, its worker programs beside it, into `out/kills`;
 * answers the file to run. Throws when the product itself is not built.
 */
export async function buildKillWork(root: string): Promise<string> {
  if (!existsSync(join(root, 'out', 'rulebook')) || !existsSync(join(root, 'out', 'fonts'))) {
    throw new Error('Build the program first: npm run build');
  }
  const outDir = join(root, 'out', 'kills');
  const adapters = join(root, 'main', 'adapters', 'images');
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: {
      noExternal: [
        'chinese-days',
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
      ssr: true,
      target: 'node22',
      rolldownOptions: {
        input: {
          'kill-work': join(root, 'test', 'long', 'kills', 'kill-work.ts'),
          'file-worker': join(adapters, 'file-worker-program.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return join(outDir, 'kill-work.js');
}
