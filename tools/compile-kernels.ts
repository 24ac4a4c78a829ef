import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

const root = join(import.meta.dirname, '..');

/** The WebAssembly of `kernels/`, the same bytes for the same sources; throws what the compiler says of a fault. */
export async function compileKernels(): Promise<Uint8Array> {
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
  return module;
}
