import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

/**
 * Three builds. main: the Electron host and the command line, ESM, packages left outside. preload: one bundled
 * CommonJS file, as a sandboxed window needs it. renderer: static files that both window and browser load.
 */
export default defineConfig({
  main: {
    build: {
      outDir: join(root, 'out', 'main'),
      target: 'node22.14',
      // Node cannot see the named exports of its CommonJS build; its ES build, which bundlers take, has them.
      externalizeDeps: { exclude: ['chinese-days', 'liquidjs', 'markdown-it', 'yaml', 'zod'] },
      rolldownOptions: {
        input: {
          electron: join(root, 'main', 'hosts', 'electron', 'main.ts'),
          // Only what starts it: tools/build-command-line.ts writes the command line itself.
          yinqi: join(root, 'main', 'hosts', 'cli', 'built-yinqi.ts'),
          // The program of the threads that look at files: file-workers.ts finds it by this name.
          'file-worker': join(root, 'main', 'adapters', 'images', 'file-worker-program.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: join(root, 'out', 'preload'),
      target: 'node22.14',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(root, 'main', 'hosts', 'electron', 'preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: join(root, 'out', 'renderer'),
      emptyOutDir: true,
      // Browsers that people use the browser host with are older than Electron's own Chromium.
      target: 'chrome109',
      minify: true,
      rolldownOptions: { input: join(root, 'renderer', 'index.html') },
    },
  },
});
