import { numberedPath } from '../core/dossier/safe-file-name.ts';
import type { LocalFile } from '../world/local-file.ts';

/** Every scan under a name of its own: two files called scan.pdf are scan.pdf and scan-2.pdf. */
export function nameScans(
  files: readonly LocalFile[],
): readonly { readonly source: string; readonly file: LocalFile }[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let number = 1;
    while (taken.has(numberedPath(file.name, number))) number += 1;
    const source = numberedPath(file.name, number);
    taken.add(source);
    return { source, file };
  });
}
