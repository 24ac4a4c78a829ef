import { createHash } from 'node:crypto';
import type { DossierDocument } from '../../contract/dossier.ts';
import { tagManifestPath } from './bag-name.ts';
import { bagInfoTxt, bagitTxt, manifestTxt, type HashedPath } from './write-bag.ts';

/** A tag file to write. */
export interface TagFile {
  /** Relative to the bag's folder. */
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * The tag files that close a bag, made of what was really written: `written` holds every payload file and any tag file
 * that is there already, by its path inside the bag. `more` are tag files
 * that could be made only now. The tag manifest comes last and lists every tag file but itself.
 */
export function closeBag(
  written: ReadonlyMap<string, { readonly sha256: string; readonly sizeBytes: number }>,
  facts: {
    readonly document: DossierDocument;
    readonly platformTitle: string;
    readonly date: string;
    readonly isDraft: boolean;
    readonly isRedacted?: boolean | undefined;
    readonly software: { readonly name: string; readonly version: string };
  },
  more: readonly TagFile[] = [],
): readonly TagFile[] {
  const hashed = [...written].map(([path, { sha256 }]): HashedPath => ({ path, sha256 }));
  const isPayload = ({ path }: HashedPath) => path.startsWith('data/');
  const payload = hashed.filter(isPayload);
  const sizeBytes = payload.reduce((sum, { path }) => sum + (written.get(path)?.sizeBytes ?? 0), 0);
  const tags = [
    tagFile('bagit.txt', bagitTxt),
    tagFile('bag-info.txt', bagInfoTxt({ ...facts, payload: { sizeBytes, files: payload.length } })),
    tagFile('manifest-sha256.txt', manifestTxt(payload)),
    ...more,
  ];
  const listed = [
    ...hashed.filter((one) => !isPayload(one)),
    ...tags.map(({ path, content }) => ({
      path,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  ];
  return [...tags, tagFile(tagManifestPath, manifestTxt(listed))];
}

const tagFile = (path: string, text: string): TagFile => ({ path, content: Buffer.from(text, 'utf8') });
