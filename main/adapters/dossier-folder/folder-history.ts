import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import {
  historyDamaged,
  historyPath,
  linesOf,
  readHistory,
  type KeptHistory,
} from '../../core/history/history-lines.ts';
import type { HistoryShelf } from '../../world/history.ts';
import { writeAtomically } from '../disk/atomic-write.ts';
import { writeFailure } from '../disk/disk-failure.ts';
import { holdFolder } from '../disk/hold-folder.ts';
import { readHistoryText } from '../disk/read-history.ts';
import { requireRealInside } from '../disk/real-inside.ts';
import { createQueue } from './queue.ts';

/** Beside the history while one process adds to it. */
const lockName = '.history.lock';

/**
 * The histories of dossier folders, in `.yinqi/history.jsonl` of each: what is added is there whole or not at all.
 * Nothing is kept of a dossier below `exceptBelow`: the sample that ships with the app is nobody's application.
 */
export function createFolderHistory(options: { readonly exceptBelow: string }): HistoryShelf {
  const inTurn = createQueue();
  const except = resolve(options.exceptBelow);
  const read = async (ref: string): Promise<KeptHistory & { readonly content: string }> => {
    const content = await readHistoryText(resolve(ref));
    return { ...readHistory(content, join(ref, historyPath)), content };
  };
  return {
    list: async (ref) => (await read(ref)).entries,
    async text(ref, sha256) {
      const text = (await read(ref)).texts.get(sha256);
      if (text === undefined) throw historyDamaged(join(ref, historyPath), 0);
      return text;
    },
    add(ref, entry, texts) {
      const folder = resolve(ref);
      return inTurn(folder, async () => {
        if (folder === except || folder.startsWith(`${except}${sep}`)) return;
        const target = join(folder, historyPath);
        await mkdir(dirname(target), { recursive: true }).catch((error: unknown) => {
          throw writeFailure(error, dirname(target));
        });
        await requireRealInside(folder, dirname(target), historyPath);
        // Another process may add to it too: what it added since is read before all of it is written.
        await holdFolder(dirname(target), lockName, async () => {
          const before = await read(ref);
          if (before.entries.some(({ id }) => id === entry.id)) return;
          const added = linesOf(entry, texts, (sha256) => before.texts.has(sha256));
          const gap = before.content === '' || before.content.endsWith('\n') ? '' : '\n';
          await writeAtomically(target, new TextEncoder().encode(`${before.content}${gap}${added}`));
        });
      });
    },
  };
}
