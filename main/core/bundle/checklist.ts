import type { Block, DocumentTree } from '../../contract/letters.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { printableTexts } from '../letters/printable-texts.ts';
import { houseRules } from '../review/house-rules.ts';
import { heading, note, table } from './checklist-blocks.ts';
import type { ChecklistInput } from './checklist-input.ts';
import { otherBlocks, sectionBlocks } from './checklist-rows.ts';

/** Where the checklist lies inside the bag. */
export const checklistPath = 'data/材料清单.pdf';

/** The printable checklist 材料清单 as a document tree: file by file, the form's field that each goes to. */
export function checklist(input: ChecklistInput): DocumentTree {
  const app = input.document.app?.name ?? '（应用名称未填写）';
  const tree: DocumentTree = {
    title: '材料清单',
    author: input.document.company?.name ?? '',
    language: 'zh-CN',
    subject: `${input.rulebook.platform.title.zh}：${app}`,
    blocks: [
      { kind: 'title', text: '材料清单' },
      particulars(input, app),
      ...draftNote(input),
      ...redactionNotes(input),
      ...input.contents.sections.flatMap((section) => sectionBlocks(section, input)),
      ...otherBlocks(input),
      ...attestationBlocks(input),
      ...openBlocks(input),
      ...findingBlocks(input),
      ...sourceBlocks(input.rulebook),
      ...closingNotes(input),
    ],
    code: null,
    isDraft: input.isDraft,
    style: 'checklist',
  };
  return printableTexts(tree, input.canPrint);
}

function particulars({ document, rulebook, report, date }: ChecklistInput, app: string): Block {
  const { platform } = rulebook;
  const track = platform.tracks.find(({ id }) => id === document.track)?.title.zh;
  const categories = document.categories.map(
    (id) => rulebook.categories.find((category) => category.id === id)?.title.zh ?? id,
  );
  const { error, warning, notice } = report.counts;
  return {
    kind: 'particulars',
    rows: [
      { label: '申请公司', value: document.company?.name ?? '（未填写）' },
      { label: '应用名称', value: app },
      { label: '申请事项', value: [platform.title.zh, ...(track === undefined ? [] : [track])].join('　') },
      { label: '业务类目', value: categories.join('、') },
      { label: '导出日期', value: date },
      { label: '规则库', value: `${report.rulebook.id}　版本 ${report.rulebook.version}` },
      { label: '检查结果', value: `错误 ${error} 项，提醒 ${warning} 项，提示 ${notice} 项` },
    ],
  };
}

function draftNote({ isDraft, contents }: ChecklistInput): readonly Block[] {
  if (!isDraft) return [];
  const count = contents.blockers.length;
  const why = count === 0 ? '' : `仍有 ${count} 项错误尚未解决，见「检查发现」。`;
  return [note(`本清单为草稿，仅供核对，请勿据此提交。${why}`)];
}

/** What named persons stated, and apart from it the findings that they looked at and accepted, with their reasons. */
function attestationBlocks({ document, rulebook }: ChecklistInput): readonly Block[] {
  const rows = Object.entries(document.attestations ?? {}).map(([id, { by, on, note }]) => {
    const rule = rulebook.rules.find((one) => one.id === id);
    const isFinding = rule?.kind === 'check';
    const title = rule?.kind === 'attestation' ? rule.statement.zh : (rule?.title.zh ?? id);
    return { isFinding, cells: [title, by, on, note ?? (isFinding ? '（未写理由）' : '')] };
  });
  const blocksOf = (
    title: string,
    columns: readonly [string, string],
    isFinding: boolean,
  ): readonly Block[] => {
    const own = rows.filter((row) => row.isFinding === isFinding).map(({ cells }) => cells);
    if (own.length === 0) return [];
    const shares = [
      ['事项', isFinding ? 0.4 : 0.54],
      [columns[0], 0.12],
      ['日期', 0.14],
      [columns[1], isFinding ? 0.34 : 0.2],
    ] as const;
    return [heading(title), table(shares, own)];
  };
  return [
    ...blocksOf('声明', ['声明人', '说明'], false),
    ...blocksOf('已接受的检查发现', ['接受人', '理由'], true),
  ];
}

/** What a redacted bundle is without. */
function redactionNotes({ redaction }: ChecklistInput): readonly Block[] {
  if (redaction === undefined) return [];
  const { leftOut, masked } = redaction.told();
  return [
    note('本材料包为脱敏版，仅供查看，请勿据此提交。扫描件中印有的内容未作改动。'),
    note(`未收入：${leftOut.join('；')}。${masked.length === 0 ? '' : `已遮盖：${masked.join('；')}。`}`),
  ];
}

/** What still hangs on an answer or on a person's statement, which is printed in full to be confirmed by hand. */
function openBlocks({ report, rulebook }: ChecklistInput): readonly Block[] {
  const questions = new Map(rulebook.facts.map(({ id, question }) => [id, question.zh]));
  const open = report.requirements.flatMap(({ id, title, status, facts, optional, cites }) => {
    if (status === 'open') {
      const asked = (facts ?? []).map((fact) => questions.get(fact) ?? fact);
      return [[title.zh, `取决于尚未回答的问题：${asked.join('；')}\n依据：${cites.join('、')}`]];
    }
    const rule = rulebook.rules.find((one) => one.id === id);
    if (rule?.kind !== 'attestation' || status !== 'missing' || optional) return [];
    return [[title.zh, `尚无人确认并署名：${rule.statement.zh}\n依据：${cites.join('、')}`]];
  });
  if (open.length === 0) return [];
  return [
    heading('尚待确认'),
    table(
      [
        ['事项', 0.2],
        ['情况与依据', 0.8],
      ],
      open,
    ),
  ];
}

/** The findings that are left, gravest first, without the statements that stand under 尚待确认 already. */
function findingBlocks({ report, rulebook }: ChecklistInput): readonly Block[] {
  const statements = new Set(rulebook.rules.filter(({ kind }) => kind === 'attestation').map(({ id }) => id));
  const left = report.findings.filter(({ rule }) => !statements.has(rule));
  if (left.length === 0) return [];
  const levels = { error: '错误', warning: '提醒', notice: '提示' } as const;
  const order = Object.keys(levels);
  const titles = new Map(
    [...rulebook.rules, ...Object.values(houseRules)].map(({ id, title }) => [id, title.zh]),
  );
  return [
    heading('检查发现'),
    table(
      [
        ['级别', 0.08],
        ['事项', 0.17],
        ['位置', 0.17],
        ['说明', 0.38],
        ['依据', 0.2],
      ],
      [...left]
        .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
        .map(({ level, rule, at, message, cites }) => [
          levels[level],
          titles.get(rule) ?? rule,
          at,
          message.zh,
          cites.join('\n'),
        ]),
    ),
  ];
}

function sourceBlocks({ sources }: Rulebook): readonly Block[] {
  if (sources.length === 0) return [];
  return [
    heading('规则来源'),
    table(
      [
        ['来源', 0.2],
        ['文件', 0.5],
        ['文件所载日期', 0.3],
      ],
      sources.map(({ id, title, dated }) => [id, title.zh, dated ?? '（未注明日期）']),
    ),
  ];
}

function closingNotes({ software }: ChecklistInput): readonly Block[] {
  return [
    note(
      '印齐只对照上列规则整理和检查材料，不作审核决定；本清单的任何内容都不表示申请会获通过，结果以平台审核为准。',
    ),
    note('印齐与腾讯没有关联，未获其授权或认可。规则可能已更新，提交前请以平台最新公布的内容为准。'),
    note(`由 ${software.name} ${software.version} 在本机生成。`),
  ];
}
