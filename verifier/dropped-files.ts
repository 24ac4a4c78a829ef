import type { FolderFile } from './read-folder.ts';

/** What was dropped: one file, the files of one folder, or neither. */
export type Dropped =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'folder'; readonly files: readonly FolderFile[] }
  | { readonly kind: 'other' };

/** What Chromium and Safari give for a dropped item; other browsers and TypeScript do not know it. */
type HandleItem = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> };

/**
 * What lies in a drop, read while the event still holds it. Pages opened from a disk get no files out of a dropped folder by the older way
 * of `webkitGetAsEntry` in Chromium, so that the newer one goes first.
 */
export async function droppedFiles(data: DataTransfer): Promise<Dropped> {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const [item] = items;
  if (items.length !== 1 || item === undefined) return { kind: 'other' };
  // Safe: the method is asked for before it is called.
  const handleItem = item as HandleItem;
  const file = item.getAsFile();
  const entry = item.webkitGetAsEntry();
  const handle = await (handleItem.getAsFileSystemHandle?.() ?? null);
  if (handle instanceof FileSystemDirectoryHandle) {
    return { kind: 'folder', files: await filesOfHandle(handle, handle.name) };
  }
  if (handle === null && entry !== null && entry.isDirectory) {
    // Safe: an entry that says it is a folder is one.
    return { kind: 'folder', files: await filesOfEntry(entry as FileSystemDirectoryEntry, entry.name) };
  }
  return file === null ? { kind: 'other' } : { kind: 'file', file };
}

/** Walks a folder; TypeScript does not know that its handle can be iterated. */
type IterableFolder = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };

async function filesOfHandle(folder: FileSystemDirectoryHandle, path: string): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  // Safe: every browser that gives the handle can iterate it.
  for await (const child of (folder as IterableFolder).values()) {
    const name = `${path}/${child.name}`;
    if (child instanceof FileSystemDirectoryHandle) files.push(...(await filesOfHandle(child, name)));
    else if (child instanceof FileSystemFileHandle) files.push({ path: name, file: await child.getFile() });
  }
  return files;
}

async function filesOfEntry(folder: FileSystemDirectoryEntry, path: string): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  const reader = folder.createReader();
  for (;;) {
    // A folder comes in parts; an empty one says that there are no more.
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0) return files;
    for (const child of part) {
      const name = `${path}/${child.name}`;
      if (child.isDirectory) {
        // Safe: see above, and below.
        files.push(...(await filesOfEntry(child as FileSystemDirectoryEntry, name)));
      } else {
        const file = await new Promise<File>((done, fail) => (child as FileSystemFileEntry).file(done, fail));
        files.push({ path: name, file });
      }
    }
  }
}
