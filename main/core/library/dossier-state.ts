import { createHash } from 'node:crypto';

interface State {
  readonly yamlText: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly archivedAt: string | null;
}

/** Names what a dossier is at one time, its text to the byte, its files and whether it is put away: the same on every computer. SHA-256, lower-case hex. */
export function stateOf({ yamlText, files, archivedAt }: State): string {
  const listed = files.map(({ path, sha256 }) => `${sha256} ${path}`).toSorted();
  return hashOf(JSON.stringify([hashOf(yamlText), ...listed, ...(archivedAt === null ? [] : ['archived'])]));
}

/** The SHA-256 of a text in UTF-8 or of bytes, lower-case hex. */
export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
