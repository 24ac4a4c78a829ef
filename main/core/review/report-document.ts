import type { DossierDocument } from '../../contract/dossier.ts';
import { fieldTitles } from '../../contract/field-titles.ts';
import type { Language, Localized } from '../../contract/language.ts';
import type { Block, DocumentTree } from '../../contract/letters.ts';
import type { Level, Rulebook } from '../../contract/rulebook.ts';
import { printableTexts } from '../letters/printable-texts.ts';
import type { JudgedDeadline } from './deadlines.ts';
import { houseRules } from './house-rules.ts';
import type { JudgedReport } from './judged-report.ts';

/** What the report to print is made of. */
export interface ReportDocumentInput {
  readonly document: DossierDocument;
  readonly report: JudgedReport;
  readonly rulebook: Rulebook;
  readonly deadlines: readonly JudgedDeadline[];
  readonly language: Language;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly software: { readonly name: string; readonly version: string };
  /** Whether the fonts have a character; what they lack is printed as □. */
  readonly canPrint: (character: string) => boolean;
}

type Say = (text: Localized) => string;

const levelTitles: Readonly<Record<Level, Localized>> = {
  error: { zh: '错误：解决后才能正式导出', en: 'Errors: to be settled before the bundle can be exported' },
  warning: { zh: '提醒：请逐项看过', en: 'Warnings: to be looked at one by one' },
  notice: { zh: '说明', en: 'Notices' },
};

const heading = (text: string): Block => ({ kind: 'heading', level: 1, runs: [{ text }] });
const note = (text: string): Block => ({ kind: 'note', runs: [{ text }] });
const table = (
  columns: readonly (readonly [title: string, share: number])[],
  rows: readonly (readonly string[])[],
): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          sizePt: 8.5,
          columns: columns.map(([title, share]) => ({ title, share })),
          rows,
        },
      ];

/** The review as a document tree: verdict, findings by level, statements, deadlines and sources. */
export function reportDocument(input: ReportDocumentInput): DocumentTree {
  const { document, rulebook, language, canPrint } = input;
  // The faces are Chinese: curly quotes would stand as wide as a character between Latin letters.
  const say: Say = (text) =>
    language === 'zh' ? text.zh : text.en.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
  const title = say({ zh: '检查报告', en: 'Review report' });
  const tree: DocumentTree = {
    title,
    author: document.company?.name ?? '',
    language: 'zh-CN',
    subject: `${say(rulebook.platform.title)} ${document.app?.name ?? ''}`.trim(),
    blocks: [
      { kind: 'title', text: title },
      particulars(input, say),
      ...findingBlocks(input, say),
      ...statementBlocks(input, say),
      ...deadlineBlocks(input, say),
      ...sourceBlocks(input, say),
      note(
        say({
          zh: '印齐只对照上列规则检查材料，不作审核决定，不保证通过；结果以平台审核为准。印齐与腾讯没有关联，未获其授权或认可。',
          en: 'Yinqi compares papers with the rules above, decides nothing and promises nothing; the platform’s reviewers decide. Yinqi is not affiliated with Tencent.',
        }),
      ),
      note(`${input.software.name} ${input.software.version}`),
    ],
    code: null,
    isDraft: false,
    style: 'checklist',
  };
  return printableTexts(tree, canPrint);
}

function particulars({ document, rulebook, report, date }: ReportDocumentInput, say: Say): Block {
  const { platform } = rulebook;
  const blank = say({ zh: '（未填写）', en: '(not filled in)' });
  const track = platform.tracks.find(({ id }) => id === document.track);
  const categories = document.categories.map((id) => {
    const found = rulebook.categories.find((category) => category.id === id);
    return found === undefined ? id : say(found.title);
  });
  const { error, warning, notice } = report.counts;
  const counted = report.requirements.filter((one) => !one.optional && one.partOf === undefined);
  const sure = counted.filter((one) => one.status !== 'open');
  const there = sure.filter((one) => one.status === 'ok');
  const row = (label: Localized, value: string) => ({ label: say(label), value });
  return {
    kind: 'particulars',
    rows: [
      row({ zh: '申请公司', en: 'Company' }, document.company?.name ?? blank),
      row({ zh: '应用名称', en: 'App' }, document.app?.name ?? blank),
      row(
        { zh: '申请事项', en: 'Applied for' },
        [say(platform.title), ...(track === undefined ? [] : [say(track.title)])].join('　'),
      ),
      row(
        { zh: '业务类目', en: 'Category' },
        categories.length === 0 ? blank : categories.join(say({ zh: '、', en: ', ' })),
      ),
      row({ zh: '检查日期', en: 'Day of review' }, date),
      row(
        { zh: '规则库', en: 'Rulebook' },
        say({
          zh: `${report.rulebook.id}　版本 ${report.rulebook.version}`,
          en: `${report.rulebook.id}, version ${report.rulebook.version}`,
        }),
      ),
      row(
        { zh: '检查结果', en: 'Result' },
        say({
          zh: `错误 ${error} 项，提醒 ${warning} 项，说明 ${notice} 项`,
          en: `errors ${error}, warnings ${warning}, notices ${notice}`,
        }),
      ),
      row(
        { zh: '材料', en: 'Papers' },
        say({
          zh: `必交 ${sure.length} 项，已齐 ${there.length} 项；视回答而定的 ${counted.length - sure.length} 项`,
          en: `${there.length} of ${sure.length} required are there; ${counted.length - sure.length} hang on open questions`,
        }),
      ),
    ],
  };
}

/** What people call the place of a finding: the field's own title, a requirement's, or the path. */
function placeOf(at: string, { report, rulebook }: ReportDocumentInput, say: Say): string {
  // Safe: asked with hasOwn first.
  if (Object.hasOwn(fieldTitles, at)) return say(fieldTitles[at as keyof typeof fieldTitles]);
  const requirement = report.requirements.find(
    (one) => one.fields.includes(at) || one.files.includes(at) || at === `attestations.${one.id}`,
  );
  if (requirement !== undefined) {
    const title = say(requirement.title);
    return at.includes('/') ? `${title}\n${at}` : title;
  }
  const fact = at.startsWith('facts.') ? rulebook.facts.find(({ id }) => `facts.${id}` === at) : undefined;
  return fact === undefined ? at : say(fact.question);
}

function findingBlocks(input: ReportDocumentInput, say: Say): readonly Block[] {
  const { report, rulebook } = input;
  const statements = new Set(rulebook.rules.filter(({ kind }) => kind === 'attestation').map(({ id }) => id));
  const titles = new Map(
    [...rulebook.rules, ...Object.values(houseRules)].map(({ id, title }) => [id, say(title)]),
  );
  const left = report.findings.filter(({ rule }) => !statements.has(rule));
  if (left.length === 0) {
    return [
      heading(say({ zh: '检查发现', en: 'Findings' })),
      note(say({ zh: '机器能查的没有发现问题。', en: 'Nothing was found that a machine can find.' })),
    ];
  }
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const found = left.filter((one) => one.level === level);
    if (found.length === 0) return [];
    return [
      heading(
        say({
          zh: `${levelTitles[level].zh}（${found.length}）`,
          en: `${levelTitles[level].en} (${found.length})`,
        }),
      ),
      ...table(
        [
          [say({ zh: '位置', en: 'Where' }), 0.2],
          [say({ zh: '规则', en: 'Rule' }), 0.18],
          [say({ zh: '发现与怎么做', en: 'What was found and what to do' }), 0.42],
          [say({ zh: '依据', en: 'Clauses' }), 0.2],
        ],
        found.map(({ rule, at, message, cites }) => [
          placeOf(at, input, say),
          titles.get(rule) ?? rule,
          say(message),
          cites.join('\n'),
        ]),
      ),
    ];
  });
}

function statementBlocks({ document, report, rulebook }: ReportDocumentInput, say: Say): readonly Block[] {
  const attested = document.attestations ?? {};
  const rows = report.requirements.flatMap(({ id, kind, status, optional }) => {
    const rule = rulebook.rules.find((one) => one.id === id);
    if (kind !== 'attestation' || rule?.kind !== 'attestation' || optional || status === 'open') return [];
    const made = attested[id];
    return [[say(rule.statement), made?.by ?? '', made?.on ?? '', made?.note ?? '']];
  });
  if (rows.length === 0) return [];
  return [
    heading(say({ zh: '由人确认的事项', en: 'Statements by people' })),
    ...table(
      [
        [say({ zh: '事项', en: 'Statement' }), 0.58],
        [say({ zh: '确认人', en: 'By' }), 0.12],
        [say({ zh: '日期', en: 'On' }), 0.13],
        [say({ zh: '备注', en: 'Remark' }), 0.17],
      ],
      rows,
    ),
  ];
}

function deadlineBlocks({ deadlines }: ReportDocumentInput, say: Say): readonly Block[] {
  if (deadlines.length === 0) return [];
  return [
    heading(say({ zh: '时限', en: 'Deadlines' })),
    ...table(
      [
        [say({ zh: '事项', en: 'What' }), 0.4],
        [say({ zh: '从何时算起', en: 'Starts' }), 0.26],
        [say({ zh: '期限', en: 'Time' }), 0.18],
        [say({ zh: '若今天起算', en: 'If it starts today' }), 0.16],
      ],
      deadlines.map(({ title, starts, duration, due }) => [
        say(title),
        say(starts),
        say(duration),
        due ?? say({ zh: '推算不了', en: 'cannot be worked out' }),
      ]),
    ),
  ];
}

function sourceBlocks({ rulebook }: ReportDocumentInput, say: Say): readonly Block[] {
  if (rulebook.sources.length === 0) return [];
  return [
    heading(say({ zh: '规则来源', en: 'Sources of the rules' })),
    ...table(
      [
        [say({ zh: '来源', en: 'Source' }), 0.2],
        [say({ zh: '文件', en: 'Document' }), 0.55],
        [say({ zh: '文件所载日期', en: 'Day it carries' }), 0.25],
      ],
      rulebook.sources.map(({ id, title, dated }) => [
        id,
        say(title),
        dated ?? say({ zh: '（未注明日期）', en: '(undated)' }),
      ]),
    ),
  ];
}
