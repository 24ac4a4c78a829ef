import type { DossierDocument } from '../../contract/dossier.ts';
import { Failure } from '../../contract/failure.ts';
import { usedFiles } from '../dossier/fields.ts';
import { requireInside } from '../dossier/dossier-path.ts';
import { comparedPath } from '../files/same-path.ts';
import type { DossierFiles } from './dossier-files.ts';
import type { EnclosedReport } from './enclosed-report.ts';
import { enclosedReportPath } from './enclosed-report-path.ts';

/** One file to take out of a bag: its path there, its path in the dossier, and its lower-case hex hash. */
export interface RestoredFile {
  readonly inBag: string;
  readonly path: string;
  readonly sha256: string;
}

/** What an import takes out of a bundle, and what it cannot or does not. */
export interface PlannedRestore {
  readonly files: readonly RestoredFile[];
  /** The dossier's files that the bundle does not hold: left out, or missing already when it was exported. */
  readonly notInBundle: readonly string[];
  /** Those of them that were left out on purpose. */
  readonly leftOut: readonly string[];
  /** Payload files that Yinqi made for the bundle and makes anew with the next: the checklist, texts to fill in, the report. */
  readonly notTaken: readonly string[];
}

/**
 * What of a verified bundle becomes which file of the dossier: each once, under the path it had. Throws `outside-folder` and `bundle-contradictory` for what Yinqi
 * never writes.
 */
export function planRestore(bundle: {
  readonly report: Pick<EnclosedReport, 'files'>;
  readonly kept: DossierFiles | null;
  readonly document: DossierDocument;
}): PlannedRestore {
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
  const lacks = (path: string): boolean => !found.has(comparedPath(path));
  const leftOut = [...new Set((bundle.kept?.leftOut ?? []).map(({ from }) => from).filter(lacks))];
  const used = usedFiles(bundle.document).map(({ path }) => path);
  const made = bundle.report.files.filter(({ from }) => from === undefined);
  return {
    files: [...found.values()],
    notInBundle: [...new Set([...used.filter(lacks), ...leftOut])],
    leftOut,
    notTaken: [...made.map(({ path }) => path), enclosedReportPath],
  };
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
