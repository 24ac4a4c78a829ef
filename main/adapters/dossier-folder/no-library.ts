import { Failure } from '../../contract/failure.ts';
import type { Library } from '../../world/library.ts';

/** The library of a world of folders, which has none: every call throws `not-for-folders`. */
export function createNoLibrary(): Library {
  const refuse = (): Promise<never> => Promise.reject(notForFolders());
  return {
    dossiers: refuse,
    kept: refuse,
    content: () => {
      throw notForFolders();
    },
    noteStates: refuse,
    apply: refuse,
    records: () => Promise.resolve([]),
  };
}

const notForFolders = (): Failure =>
  new Failure(
    'not-for-folders',
    {
      zh: '案卷是文件夹时没有案卷库可以交接',
      en: 'Where dossiers are folders there is no library to hand over',
    },
    {
      zh: '请在应用里，或用 yinqi library，对数据文件夹里的案卷操作；文件夹可以直接复制',
      en: 'Do it in the app, or with yinqi library, on the dossiers of the data folder; a folder can simply be copied',
    },
  );
