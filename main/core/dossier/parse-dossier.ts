import type { DossierDocument } from '../../contract/dossier.ts';
import { Failure, Failures } from '../../contract/failure.ts';
import { judgeDocument } from './document-faults.ts';
import { requireDossierSize } from './dossier-text.ts';
import { faultFailure } from './fault.ts';
import { readYamlTree, type PlacedFault, type YamlTree } from './yaml-tree.ts';

const byteOrderMark = '\uFEFF';

/** A dossier.yaml that was read: the document and the tree that it was written as. */
export interface ReadDossier {
  readonly document: DossierDocument;
  readonly tree: YamlTree;
}

/**
 * Reads a dossier.yaml and keeps its tree for editing. Throws Failures with every fault at once, each naming file,
 * line and field.
 */
export function readDossier(yamlText: string, fileName: string): ReadDossier {
  requireDossierSize(new TextEncoder().encode(yamlText).length, fileName);
  const text = yamlText.startsWith(byteOrderMark) ? yamlText.slice(1) : yamlText;
  refuseBinary(text, fileName);
  const tree = readYamlTree(text);
  const judged = judgeDocument(tree.data ?? {});
  if (judged.document !== null && tree.faults.length === 0) return { document: judged.document, tree };
  const placed =
    tree.data === undefined && tree.faults.length === 0 ? [nothingInIt] : placeFaults(tree, judged);
  const [first, ...rest] = placed.map(({ fault, line }) => faultFailure(fault, fileName, line));
  if (first === undefined) throw new Error('A dossier without faults was refused');
  throw new Failures([first, ...rest]);
}

/**
 * Reads a dossier.yaml. Throws Failures with every fault at once, each naming file, line and field: `dossier-syntax`,
 * `dossier-unknown-field`, `dossier-wrong-type`, `dossier-missing-field`, `dossier-bad-value`.
 */
export function parseDossier(yamlText: string, fileName: string): DossierDocument {
  return readDossier(yamlText, fileName).document;
}

const nothingInIt: PlacedFault = {
  line: 1,
  fault: {
    code: 'dossier-syntax',
    path: [],
    text: { zh: '文件里没有内容', en: 'the file holds nothing' },
    hint: {
      zh: '运行 yinqi init 可以生成带说明的案卷模板',
      en: 'Run yinqi init for a commented dossier to fill in',
    },
  },
};

/** Faults by line. After broken YAML only what stands before the break can be trusted. */
function placeFaults(tree: YamlTree, judged: ReturnType<typeof judgeDocument>): readonly PlacedFault[] {
  const broken = tree.document.errors.filter((error) => error.code !== 'DUPLICATE_KEY');
  const trusted = broken.length === 0 ? Infinity : Math.min(...tree.faults.map((fault) => fault.line));
  const ofData = judged.faults
    .map((fault) => ({ fault, line: tree.lineOf(fault.path) }))
    .filter(
      ({ fault, line }) => line < trusted && (trusted === Infinity || fault.code !== 'dossier-missing-field'),
    );
  // One slip makes the parser complain several times; the first complaint of a line says it.
  const ofSyntax = tree.faults.filter(
    ({ line }, index) => tree.faults.findIndex((one) => one.line === line) === index,
  );
  return [...ofSyntax, ...ofData].sort((one, other) => one.line - other.line);
}

function refuseBinary(text: string, fileName: string): void {
  const offset = text.indexOf('\0');
  if (offset === -1) return;
  const line = text.slice(0, offset).split('\n').length;
  throw new Failure(
    'dossier-syntax',
    {
      zh: `${fileName} 第 ${line} 行：含有空字符（U+0000），这不是文本文件`,
      en: `${fileName}, line ${line}: it holds a NUL character (U+0000), so it is not a text file`,
    },
    {
      zh: '请确认没有选错文件；文件可能已损坏，请从备份恢复',
      en: 'Check that it is the right file; it may be damaged: restore it from a backup',
    },
  );
}
