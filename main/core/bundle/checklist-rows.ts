import type { Block } from '../../contract/letters.ts';
import { heading, table, tablePt } from './checklist-blocks.ts';
import type { ChecklistInput } from './checklist-input.ts';
import { fillInName, textToFillIn } from './fill-in-text.ts';
import { alternativesTo } from './group-choice.ts';
import type { PlannedFile, PlannedRow, PlannedSection } from './plan-bundle.ts';

/** One section of the form as a table: each material, its file, the field it goes to. */
export function sectionBlocks(section: PlannedSection, input: ChecklistInput): readonly Block[] {
  if (section.rows.length === 0) return [];
  return [
    // One block: a heading stays with its table, a line between them would not.
    heading(`${section.title.zh}　（文件夹 data/${section.folder}）`),
    {
      kind: 'table',
      sizePt: tablePt,
      columns: [
        { title: '序号', share: 0.06 },
        { title: '材料', share: 0.17 },
        { title: '文件', share: 0.27 },
        { title: '填到表单何处', share: 0.15 },
        { title: isIndividual(input) ? '签署' : '签字盖章', share: 0.15 },
        { title: '依据', share: 0.2 },
      ],
      rows: section.rows.map((row) => [
        row.number,
        row.requirement.title.zh,
        filesOf(row, input),
        row.field.zh,
        signatureOf(row, isIndividual(input)),
        row.requirement.cites.join('\n'),
      ]),
    },
  ];
}

function filesOf({ requirement, files }: PlannedRow, input: ChecklistInput): string {
  const { document, report, rulebook, redaction } = input;
  if (redaction?.leftOut.has(requirement.id) === true) return '脱敏版不含此项';
  if (requirement.kind === 'text') {
    if (textToFillIn(requirement, document, rulebook) !== '') return fillInName;
  } else if (requirement.kind === 'attestation') {
    return requirement.status === 'ok' ? '见「声明」' : '尚未声明';
  } else if (files.length > 0) {
    return files.map(({ path }) => baseName(path)).join('\n');
  }
  if (requirement.files.length > 0) return `文件无法读取，未收入：${requirement.files.join('、')}`;
  if (requirement.status === 'open') return '是否需要尚待确认，未提供';
  const group = report.requirements.find(({ id }) => id === requirement.partOf);
  if (group?.needs !== undefined && alternativesTo(requirement.id, group.needs).length > 0) {
    return `未提供（「${group.title.zh}」任选其一）`;
  }
  return requirement.optional ? '选填，未提供' : '未提供';
}

const isIndividual = ({ document }: ChecklistInput): boolean => document.applicant?.kind === 'individual';

/** What is to be seen to on a paper; an individual has no company seal. */
function signatureOf({ requirement, files }: PlannedRow, hasNoSeal: boolean): string {
  const wanted = hasNoSeal ? '须签署' : '须签字盖章';
  switch (requirement.kind) {
    case 'letter':
      return files.length > 0 ? `${wanted}\n☐ 扫描件已核对` : `${wanted}\n缺扫描件`;
    case 'document':
      return files.length > 0 ? '☐ 已按依据核对' : '—';
    case 'asset':
    case 'text':
    case 'attestation':
      return '—';
    default:
      return assertNever(requirement.kind);
  }
}

/** Files without a field of the form, and files that could not be taken along. */
export function otherBlocks({ contents, redaction }: ChecklistInput): readonly Block[] {
  const { others } = contents;
  const inRows = new Set(
    contents.sections.flatMap(({ rows }) => rows.flatMap(({ requirement }) => requirement.files)),
  );
  const unreadable = contents.unreadable.filter(({ from }) => !inRows.has(from));
  if (others.length === 0 && unreadable.length === 0) return [];
  const file = ({ path, requirementTitle, from }: PlannedFile) => [
    requirementTitle.zh,
    path.slice('data/'.length),
    redaction === undefined ? `案卷中的 ${from}；表单没有对应栏目，无需上传` : '表单没有对应栏目，无需上传',
  ];
  const missing = ({ from, slot }: { readonly from: string; readonly slot: string }) => [
    slot,
    '（未收入）',
    `案卷中的 ${from} 缺失或无法读取`,
  ];
  return [
    heading('其他材料'),
    table(
      [
        ['用途', 0.24],
        ['文件', 0.38],
        ['说明', 0.38],
      ],
      [...others.map(file), ...unreadable.map(missing)],
    ),
  ];
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function assertNever(value: never): never {
  throw new Error(`Unexpected kind: ${String(value)}`);
}
