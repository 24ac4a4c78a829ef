// Run as a process of its own: adds entries to a folder's history one after the other, and says each once it is kept.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createFolderHistory } from '../../../main/adapters/dossier-folder/folder-history.ts';
import { historyEntrySchema } from '../../../main/contract/history.ts';

const [folder = '', letter = '', count = '0'] = process.argv.slice(2);
const history = createFolderHistory({ exceptBelow: '/nowhere' });
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
for (let number = 0; number < Number(count); number += 1) {
  const id = `${letter}${number.toString(16).padStart(11, '0')}`;
  const texts = [`app: ${id}\n`, 'rules', '[]'];
  const [dossier = '', rules = '', requirements = ''] = texts.map(hash);
  const entry = historyEntrySchema.parse({
    id,
    kind: 'letters',
    at: '2026-11-22T08:00:00.000Z',
    by: letter,
    rulebook: { id: 'tencent-meeting', version: '1', sha256: hash('rulebook') },
    kept: { dossier, rules, requirements },
    files: [],
    letters: [],
  });
  await history.add(folder, entry, texts);
  writeSync(1, `${id}\n`);
}
