import { onTestFinished } from 'vitest';
import { createSqliteStore } from '../../../main/adapters/sqlite/sqlite-store.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

/** The least that a dossier can say. */
export const document = {
  schema: 'yinqi/dossier@1' as const,
  platform: 'tencent-meeting',
  categories: ['general/other'],
};

let ids = 0;
/** A store over a data folder of the running test, closed when it ends. */
export function openStore(dataFolder = temporaryFolder()) {
  const store = createSqliteStore({
    dataFolder,
    newId: () => `id${(ids += 1).toString().padStart(18, '0')}`,
    now: () => new Date().toISOString(),
  });
  onTestFinished(() => store.close());
  return { store, dataFolder };
}

/** The bytes of a text. */
export const text = (value: string): Uint8Array => new TextEncoder().encode(value);
