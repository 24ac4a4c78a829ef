import type { DossierDocument } from '../../contract/dossier.ts';
import { Failure } from '../../contract/failure.ts';
import { usedFiles } from '../dossier/fields.ts';
import { requireInside } from '../dossier/dossier-path.ts';
import { comparedPath } from '../files/same-path.ts';
import type { DossierFiles } from './dossier-files.ts';
import type { EnclosedReport } from './enclosed-report.ts';

/** One file to take out of a bag: its path there, its path in the dossier, and its lower-case hex hash. */
export interface RestoredFile {
  readonly inBag: string;
  readonly path: string;
  readonly sha256: string;
}

/**
 * What of a verified bundle becomes which file of the dossier: each once, under the path it had. `notInBundle` names the dossier's files that
 * it does not hold: left out, or missing already when it was exported. Throws `outside-folder` and `bundle-contradictory` for what Yinqi
 * never writes.
 */
export function planRestore(bundle: {
  readonly report: Pick<EnclosedReport, 'files'>;
  readonly kept: DossierFiles | null;
  readonly document: DossierDocument;
}): { readonly files: readonly RestoredFile[]; readonly notInBundle: readonly string[] } {
  const found = new Map<string, RestoredFile>();
  const add = (inBag: string, path: string, sha256: string): void => {
    requireInside(path);
    const key = comparedPath(path);
    const other = found.get(key);
    if (key === 'dossier.yaml' || (other !== undefined && other.sha256 !== sha256)) throw contradictory(path);
    if (other === undefined) found.set(key, { inBag, path, sha256 });
  };
  for (const { path, from, sha256 } of bundle.report.files) {
    if (from !== undefined) add(path.normalize('NFC'), from, sha256);
  }
  for (const { path, from, sha256 } of bundle.kept?.files ?? []) add(path.normalize('NFC'), from, sha256);
  const named = [
    ...usedFiles(bundle.document).map(({ path }) => path),
    ...(bundle.kept?.leftOut ?? []).map(({ from }) => from),
  ];
  const missing = named.filter((path) => !found.has(comparedPath(path)));
  return { files: [...found.values()], notInBundle: [...new Set(missing)] };
}

const contradictory = (path: string): Failure =>
  new Failure(
    'bundle-contradictory',
    {
      zh: `材料包自相矛盾：「${path}」指向两个不同的文件；没有导入任何文件`,
      en: `The bundle contradicts itself: “${path}” stands for two different files; nothing was imported`,
    },
    { zh: '请让对方重新导出', en: 'Ask for a new export' },
  );
