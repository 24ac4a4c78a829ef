import { z } from 'zod';
import { contentEnding } from './content-ending.ts';
import { entryName } from './entry-name.ts';

/** Where the list lies inside the bag, as a tag file. */
export const dossierFilesPath = 'dossier-files.json';
const folder = 'dossier-files';

const keptFileSchema = z.strictObject({
  /** Inside the bag: dossier-files/… */
  path: z.string(),
  /** The path in the dossier. */
  from: z.string(),
  /** Lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.number().int().nonnegative(),
});
export type KeptFile = z.infer<typeof keptFileSchema>;

/**
 * `dossier-files.json`: the dossier's files that no field uses, which a bundle carries beside data/ so that an import restores all of the
 * dossier, and those that it is without.
 */
export const dossierFilesSchema = z.strictObject({
  schema: z.literal('yinqi/dossier-files@1'),
  files: z.array(keptFileSchema),
  leftOut: z.array(z.strictObject({ from: z.string(), sizeBytes: z.number().int().nonnegative() })),
});
export type DossierFiles = z.infer<typeof dossierFilesSchema>;

/** The places of unused files in the bag: numbered, under names that every system keeps. */
export function keptFilePaths(paths: readonly string[]): readonly string[] {
  const digits = String(paths.length).length;
  return paths.map((path, index) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const ending = contentEnding({ type: 'unknown', path: name });
    const stem = entryName(name.replace(/\.[a-z0-9]{1,8}$/i, ''), 60, 'file');
    return `${folder}/${String(index + 1).padStart(digits, '0')}-${stem}.${ending}`.normalize('NFC');
  });
}

/** The bytes of dossier-files.json: two spaces of indent, LF. */
export const writeDossierFiles = (list: DossierFiles): Uint8Array =>
  Buffer.from(`${JSON.stringify(list, null, 2)}\n`, 'utf8');

/** Reads dossier-files.json; null for what is none. */
export function parseDossierFiles(bytes: Uint8Array): DossierFiles | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return dossierFilesSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
