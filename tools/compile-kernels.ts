import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

const root = join(import.meta.dirname, '..');

/**
 * The module of the program that holds the WebAssembly of `kernels/`, the same for the same sources: text, so that every bundle takes it
 * along. Throws what the compiler says of a fault.
 */
export async function compileKernels(): Promise<string> {
  const written: (string | Uint8Array)[] = [];
  const { error, stderr } = await main(
    [
      'kernels/index.ts',
      '--baseDir',
      root,
      '-O3',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--noAssert',
      '--outFile',
      'pixel-kernels.wasm',
    ],
    { writeFile: (_name, contents) => void written.push(contents) },
  );
  const [module] = written;
  if (error !== null || !(module instanceof Uint8Array))
    throw new Error(`kernels/ cannot be compiled: ${stderr.toString()}`);
  const base64 = Buffer.from(module).toString('base64');
  return `/** The WebAssembly of kernels/, base64; written by npm run kernels. */\nexport const pixelKernelsModule =\n  '${base64}';\n`;
}
