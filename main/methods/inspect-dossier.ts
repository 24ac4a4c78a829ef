import { Failure } from '../contract/failure.ts';
import type { FileInspection, FileProblem, InspectionDepth } from '../contract/files.ts';
import { usedFiles } from '../core/dossier/fields.ts';
import { comparedPath } from '../core/files/same-path.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';

/** What the inspector looks at one after the other, for its decoders take much memory: PDFs and photographs of phones. */
const decodedInTurn = /\.(?:pdf|hei[cf])$/iu;

/** How closely a file is looked at, by the field that holds it. */
export function depthOfField(field: string): InspectionDepth {
  if (field.startsWith('documents.')) return 'scan';
  return field === 'app.privacyPolicy' || field === 'app.terms' ? 'text' : 'picture';
}

/**
 * Looks at every file of a dossier, by its path as the dossier writes it: those in use by what they are used for, the
 * others by type and size. A file that is missing or cannot be read is there with its problem. Reports progress;
 * throws the signal's reason when cancelled.
 */
export async function inspectDossier(
  world: World,
  open: OpenDossier,
  context: CallContext,
): Promise<ReadonlyMap<string, FileInspection>> {
  const depths = new Map<string, Set<InspectionDepth>>();
  for (const { field, path } of usedFiles(open.document)) {
    depths.set(path, (depths.get(path) ?? new Set()).add(depthOfField(field)));
  }
  const used = new Set([...depths.keys()].map(comparedPath));
  for (const { path } of open.files)
    if (!used.has(comparedPath(path))) depths.set(path, new Set(['identity']));

  // Two at once keep both cores busy, more only take memory: one goes through them from the start, where those are that wait for each
  // other, and one from the end.
  const jobs = [...depths].sort(([a], [b]) => Number(decodedInTurn.test(b)) - Number(decodedInTurn.test(a)));
  const left = [...jobs];
  const found = new Map<string, FileInspection>();
  const work = async (take: () => (typeof jobs)[number] | undefined): Promise<void> => {
    for (let job = take(); job !== undefined; job = take()) {
      context.signal.throwIfAborted();
      const [path, wanted] = job;
      const label = { zh: `正在检查 ${path}`, en: `Looking at ${path}` }[context.language];
      context.onProgress({ done: found.size, total: jobs.length, label });
      found.set(path, await inspectFile(world, open.ref, path, [...wanted], context.signal));
    }
  };
  await Promise.all([work(() => left.shift()), work(() => left.pop())]);
  const label = { zh: '文件检查完毕', en: 'All files looked at' }[context.language];
  context.onProgress({ done: jobs.length, total: jobs.length, label });
  return new Map(
    [...depths.keys()].flatMap((path) => {
      const inspection = found.get(path);
      return inspection === undefined ? [] : [[path, inspection] as const];
    }),
  );
}

/** Looks at one file of a dossier at all the wanted depths together. */
export async function inspectFile(
  world: World,
  ref: string,
  path: string,
  depths: readonly InspectionDepth[],
  signal: AbortSignal,
): Promise<FileInspection> {
  let file: LocalFile;
  try {
    file = await world.dossiers.locate(ref, path);
  } catch (error) {
    const problem = error instanceof Failure ? problems[error.code] : undefined;
    if (problem === undefined) throw error;
    const isFolder = error instanceof Failure && error.code === 'is-a-folder';
    return {
      path,
      sizeBytes: 0,
      type: 'unknown',
      problem,
      ...(isFolder ? { problemDetail: 'folder' } : {}),
    };
  }
  let result: FileInspection | undefined;
  for (const depth of depths) {
    result = { ...result, ...(await world.inspector.inspect(file, path, depth, signal)) };
  }
  if (result === undefined) throw new Error(`no depth was given for ${path}`);
  return result;
}

/** What a store's refusal to say where a file is means for that file. */
const problems: Readonly<Record<string, FileProblem>> = {
  'file-missing': 'missing',
  'outside-folder': 'outside-folder',
  'not-a-file': 'not-a-file',
  'is-a-folder': 'not-a-file',
  'not-readable': 'unreadable',
  'disk-error': 'unreadable',
};
