import { Failure } from '../contract/failure.ts';
import type { LibraryManifest } from '../contract/library.ts';
import { requireInside } from '../core/dossier/dossier-path.ts';
import { sameFileKey } from '../core/dossier/safe-file-name.ts';
import {
  damaged,
  historyName,
  manifestName,
  notALibrary,
  readManifest,
  yamlName,
} from '../core/library/library-file.ts';
import type { ReceivedDossier } from '../core/library/plan-dossier-merge.ts';
import type { ReceivedKept } from '../core/library/plan-kept-merge.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { LocalFile } from '../world/local-file.ts';

/** A `.yinqi` file that was read and is whole. */
export interface ReceivedLibrary {
  readonly manifest: LibraryManifest;
  readonly dossiers: readonly (ReceivedDossier & { readonly history: string })[];
  readonly kept: readonly ReceivedKept[];
  /** Where its entries can be unpacked from. */
  readonly zip: LocalFile;
}

/** How much text a dossier.yaml or a history may be, in bytes, to be read whole. */
const maxTextBytes = 64_000_000;

/**
 * Reads a `.yinqi` file, decrypted into a private folder when need be, and gives it to `work` with that folder. Throws `passphrase-needed`,
 * `passphrase-wrong`, `not-a-library`, `library-damaged`.
 */
export async function withLibrary<T>(
  world: World,
  input: { readonly file: string; readonly passphrase?: string | undefined },
  caller: CallContext,
  work: (library: ReceivedLibrary, folder: string) => Promise<T>,
): Promise<T> {
  const file = world.grants.resolve(input.file);
  const label = { zh: '正在核对', en: 'Reading' }[caller.language];
  const context: CallContext = {
    ...caller,
    onProgress: ({ done, total }) => caller.onProgress({ done, total, label }),
  };
  return world.artifacts.inPrivate(async (folder) => {
    const zip = await plainZip(world, file, input.passphrase, folder, context);
    const { entries, kept } = await world.zip
      .read(zip, (name) => name === manifestName, context)
      .catch((error: unknown) => {
        throw error instanceof Failure && error.code === 'not-a-zip' ? notALibrary : error;
      });
    const manifest = readManifest(kept.get(manifestName), entries);
    const names = manifest.dossiers.flatMap(({ id, history }) => [
      yamlName(id),
      ...(history === undefined ? [] : [historyName(id)]),
    ]);
    const large = entries.find(({ name, sizeBytes }) => names.includes(name) && sizeBytes > maxTextBytes);
    if (large !== undefined) throw damaged(large.name, { zh: '大得不合理', en: 'it is far too large' });
    const unpacked = await world.zip.unpack(zip, new Map(names.map((name) => [name, null])), context);
    const textOf = (name: string): string => decode(name, unpacked.get(name)?.bytes ?? new Uint8Array());
    const dossiers = manifest.dossiers.map(({ id, changedAt, archivedAt, files, states, edits }) => {
      requirePaths(id, files);
      return {
        id,
        changedAt,
        archivedAt: archivedAt ?? null,
        files: files.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
        states,
        edits,
        yamlText: textOf(yamlName(id)),
        history: unpacked.has(historyName(id)) ? textOf(historyName(id)) : '',
      };
    });
    const received = manifest.kept.map(({ id, changedAt, states, ...content }) => ({
      id,
      changedAt,
      states,
      content,
    }));
    return work({ manifest, dossiers, kept: received, zip }, folder);
  });
}

/** The file itself, or what it holds when it is encrypted. */
async function plainZip(
  world: World,
  file: LocalFile,
  passphrase: string | undefined,
  folder: string,
  context: CallContext,
): Promise<LocalFile> {
  if (!(await world.zip.isEncrypted(file))) return file;
  if (passphrase === undefined || passphrase === '') {
    throw new Failure(
      'passphrase-needed',
      {
        zh: `「${file.name}」是加密的，需要口令`,
        en: `“${file.name}” is encrypted: its passphrase is needed`,
      },
      {
        zh: '请输入对方另行告诉您的口令',
        en: 'Enter the passphrase that the sender told you by another way',
      },
    );
  }
  const absolutePath = `${folder}/plain.zip`;
  await world.zip.decrypt(file, absolutePath, passphrase, context);
  return { absolutePath, name: file.name };
}

/** A text with its byte order mark, where it has one. */
function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw damaged(name, { zh: '不是 UTF-8 文本', en: 'it is no text in UTF-8' }, cause);
  }
}

/** Refuses files that would leave the dossier or fall together on some file system. */
function requirePaths(id: string, files: readonly { readonly path: string }[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    requireInside(path);
    const key = sameFileKey(path);
    if (seen.has(key) || key === 'dossier.yaml') {
      throw damaged(`${yamlName(id)}: ${path}`, { zh: '文件名重复', en: 'its name is there twice' });
    }
    seen.add(key);
  }
}
