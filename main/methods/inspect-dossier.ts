import { Failure } from '../contract/failure.ts';
import type { FileInspection, FileProblem, InspectionDepth } from '../contract/files.ts';
import { usedFiles } from '../core/dossier/fields.ts';
import { comparedPath } from '../core/files/same-path.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';

/** As many files are looked at at once: two keep both cores busy, more only take memory. */
const atOnce = 2;

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

  const jobs = [...depths];
  const found = new Map<string, FileInspection>();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let job = jobs[next]; job !== undefined; job = jobs[next]) {
      next += 1;
      context.signal.throwIfAborted();
      const [path, wanted] = job;
      const label = { zh: `正在检查 ${path}`, en: `Looking at ${path}` }[context.language];
      context.onProgress({ done: found.size, total: jobs.length, label });
      found.set(path, await inspectFile(world, open.ref, path, [...wanted], context.signal));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const label = { zh: '文件检查完毕', en: 'All files looked at' }[context.language];
  context.onProgress({ done: jobs.length, total: jobs.length, label });
  return new Map(
    jobs.flatMap(([path]) => {
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
