import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifierPage } from './verifier-page.ts';

// Writes the page that goes into every bundle; a test proves that the committed file is current.
const target = join(import.meta.dirname, '..', 'resources', 'verifier', 'verify.html');
await writeFile(target, await verifierPage());
