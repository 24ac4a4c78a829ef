import { readFileSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { BenchLetter } from './bench-letter.ts';
import { company } from './companies.ts';
import { peers } from './peers.ts';

// A process of its own that makes letters: `node one-process.js ROOT FONT own|typst|… COUNT FOLDER`, FOLDER with the words in
// letters.json. It makes COUNT letters to files and ends; for COUNT `asked` it stays, and answers each line `FROM TO` with the
// milliseconds that those letters took and the size of the largest. It is bundled before it is measured, as the product is.
const [root = '', fontFile = '', who = '', count = '1', folder = ''] = process.argv.slice(2);

// As the product does; the round that warms up fills it.
module.enableCompileCache(join(root, 'out', 'bench', 'compiled'));

interface Maker {
  make(index: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

async function maker(): Promise<Maker> {
  if (who === 'own') {
    const { startOwnEngine } = await import('./own-engine.ts');
    const make = await startOwnEngine(root);
    return { make: (index) => make(company(index)), close: async () => {} };
  }
  const found = peers.find(({ id }) => id === who);
  if (found === undefined) throw new Error(`there is no peer ${who}`);
  const peer = await found.start({ peersFolder: join(root, 'bench', 'peers'), fontFile, scratch: folder });
  // Safe: the bench that starts this process wrote it.
  const letters = JSON.parse(readFileSync(join(folder, 'letters.json'), 'utf8')) as readonly BenchLetter[];
  return {
    make: async (index) =>
      peer.make(letters[index % letters.length] ?? { title: '', paragraphs: [], signature: [] }),
    close: async () => peer.close?.(),
  };
}

const { make, close } = await maker();
if (count === 'asked') {
  for await (const line of createInterface({ input: process.stdin })) {
    const [from = 0, to = 0] = line.split(' ').map(Number);
    let mostBytes = 0;
    const start = performance.now();
    for (let index = from; index < to; index += 1) {
      const bytes = await make(index);
      mostBytes = Math.max(mostBytes, bytes.length);
      if (index === 0) writeFileSync(join(folder, `${who}.pdf`), bytes);
    }
    process.stdout.write(`${performance.now() - start} ${mostBytes}\n`);
  }
} else {
  for (let index = 0; index < Number(count); index += 1) {
    writeFileSync(join(folder, `${index}.pdf`), await make(index));
  }
}
await close();
