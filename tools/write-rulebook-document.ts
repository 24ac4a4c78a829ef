import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRulebookShelf } from '../main/adapters/rulebook/rulebook-shelf.ts';
import { rulebookDocument } from './rulebook-document.ts';

// Writes docs/rulebook.md; a test proves that the committed file is current.
const root = join(import.meta.dirname, '..');
const shelf = createRulebookShelf(join(root, 'resources'));
const rulebooks = await Promise.all((await shelf.list()).map((platform) => shelf.load(platform)));
await writeFile(join(root, 'docs', 'rulebook.md'), rulebookDocument(rulebooks));
