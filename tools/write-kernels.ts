import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileKernels } from './compile-kernels.ts';

// Writes what pictures are measured with; a test proves that the committed file is current.
const target = join(import.meta.dirname, '..', 'main', 'adapters', 'images', 'pixel-kernels-module.ts');
await writeFile(target, await compileKernels());
