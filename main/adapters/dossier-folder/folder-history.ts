import { link, mkdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import {
  byHash,
  historyDamaged,
  historyPath,
  linesOf,
  readHistory,
  writeHistory,
  type KeptHistory,
} from '../../core/history/history-lines.ts';
import type { HistoryShelf } from '../../world/history.ts';
import { writeAtomically } from '../disk/atomic-write.ts';
import { writeFailure } from '../disk/disk-failure.ts';
import { eraseFile } from '../disk/erase-file.ts';
import { holdFolder } from '../disk/hold-folder.ts';
import { partialName } from '../disk/partial-files.ts';
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
  // What was read last: a run looks at the entry before it, then adds its own, and a comparison asks for text after text.
  let last: (KeptHistory & { readonly content: string }) | undefined;
  const read = async (ref: string): Promise<KeptHistory & { readonly content: string }> => {
    const content = await readHistoryText(resolve(ref));
    if (last?.content !== content) last = { ...readHistory(content, join(ref, historyPath)), content };
    return last;
  };
  return {
    list: async (ref) => (await read(ref)).entries,
    async text(ref, sha256) {
      const text = (await read(ref)).texts.get(sha256);
      if (text === undefined) throw historyDamaged(join(ref, historyPath), 0);
      return text;
    },
    ownTexts: async (ref) => (await read(ref)).texts,
    mask(ref, texts) {
      const folder = resolve(ref);
      return inTurn(folder, async () => {
        const target = join(folder, historyPath);
        await requireRealInside(folder, dirname(target), historyPath);
        await holdFolder(dirname(target), lockName, async () => {
          const before = await read(ref);
          const masked = new Map(
            [...before.texts].map(([sha256, text]) => [sha256, texts.get(sha256) ?? text]),
          );
          // A second name for what stands there, so that its bytes can be overwritten when they have no name any more.
          const old = join(dirname(target), partialName('history'));
          const isHeld = await link(target, old).then(
            () => true,
            () => false,
          );
          await writeAtomically(target, new TextEncoder().encode(writeHistory({ ...before, texts: masked })));
          if (isHeld) eraseFile(old);
        });
      });
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
          const added = linesOf(entry, byHash(texts), (sha256) => before.texts.has(sha256));
          const gap = before.content === '' || before.content.endsWith('\n') ? '' : '\n';
          await writeAtomically(target, new TextEncoder().encode(`${before.content}${gap}${added}`));
        });
      });
    },
  };
}
