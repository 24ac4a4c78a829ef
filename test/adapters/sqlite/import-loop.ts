// Run as a process of its own by the kill test: imports a folder again and again and says when each is done.
import { writeSync } from 'node:fs';
import { createSqliteStore } from '../../../main/adapters/sqlite/sqlite-store.ts';

const [dataFolder = '', folder = '', start = '0'] = process.argv.slice(2);
let count = Number(start);
const store = createSqliteStore({
  dataFolder,
  newId: () => `id-${(count += 1)}`,
  now: () => new Date().toISOString(),
});
writeSync(1, 'ready\n');
for (;;) {
  await store.importFolder({ absolutePath: folder, name: 'x' });
  writeSync(1, `${count}\n`);
}
