import type { AppClient } from './app-client.ts';
import type { FolderFile, Granted } from './bridge.ts';

/** What a drop held: folders, how many things beside them, and the first of these that is called a zip. */
export interface DroppedFolders {
  readonly folders: readonly {
    readonly name: string;
    readonly entry: FileSystemDirectoryEntry;
    readonly file: File | null;
  }[];
  readonly others: number;
  readonly zip: File | null;
}

/** Whether something from outside the page is being dragged that may be a folder. */
export const holdsFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') === true;

/** Reads a drop at once: its items are gone when the event is over. */
export function foldersOf(data: DataTransfer): DroppedFolders {
  const folders: DroppedFolders['folders'][number][] = [];
  let others = 0;
  let zip: File | null = null;
  for (const item of data.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    if (entry !== null && isDirectory(entry))
      folders.push({ name: entry.name, entry, file: item.getAsFile() });
    else {
      others += 1;
      const file = item.getAsFile();
      if (zip === null && file !== null && /\.zip$/i.test(file.name)) zip = file;
    }
  }
  return { folders, others, zip };
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** All files of a folder, each with its path from the folder's own name on. */
async function filesIn(folder: FileSystemDirectoryEntry, path: string): Promise<readonly FolderFile[]> {
  const reader = folder.createReader();
  const files: FolderFile[] = [];
  for (;;) {
    // A reader answers a part at a time, and none when it is through.
    const entries = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (entries.length === 0) return files;
    for (const entry of entries) {
      const at = `${path}/${entry.name}`;
      if (isDirectory(entry)) files.push(...(await filesIn(entry, at)));
      else if (isFile(entry)) {
        files.push({ path: at, file: await new Promise<File>((done, failed) => entry.file(done, failed)) });
      }
    }
  }
}

/** Hands a dropped folder to the host: the desktop program reads it itself, a browser sends every file. */
export async function grantDropped(
  client: AppClient,
  { name, entry, file }: DroppedFolders['folders'][number],
): Promise<Granted> {
  if (client.bridge.kind === 'electron') {
    if (file === null) throw new Error(`The folder ${name} came without a file`);
    return { grant: await client.grantFile(file), name };
  }
  return { grant: await client.grantFolder(await filesIn(entry, name)), name };
}
