import { join } from 'node:path';
import { build } from 'vite';

/** Bundles `pack-once.ts` as the product's build bundles the command line, into `out/bench-bundle`; answers the file to run. */
export async function buildPackOnce(root: string): Promise<string> {
  const outDir = join(root, 'out', 'bench-bundle');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      ssr: join(root, 'bench', 'bundle', 'pack-once.ts'),
      target: 'node22',
      rolldownOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  return join(outDir, 'pack-once.mjs');
}
