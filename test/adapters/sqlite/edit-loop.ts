// Run as a process of its own by the kill test: edits a dossier without end and says each edit once it is saved.
import { writeSync } from 'node:fs';
import { createSqliteStore } from '../../../main/adapters/sqlite/sqlite-store.ts';

const [dataFolder = '', ref = '', start = '0'] = process.argv.slice(2);
const store = createSqliteStore({
  dataFolder,
  newId: () => 'unused',
  now: () => new Date().toISOString(),
});
let { revision } = await store.open(ref);
for (let count = Number(start); ; count += 1) {
  ({ revision } = await store.edit(ref, revision, [{ path: ['app', 'version'], value: String(count) }]));
  writeSync(1, `${count}\n`);
}
