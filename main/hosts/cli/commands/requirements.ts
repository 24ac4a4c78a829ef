import type { NeedsTree, RequirementKind } from '../../../contract/rulebook.ts';
import type { Requirement, Requirements } from '../../../contract/report.ts';
import { assumedAnswers } from '../assumed-answers.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain, type Page } from '../page.ts';
import { citesText, statusLook } from '../report-lines.ts';

const kinds: readonly (readonly [kind: RequirementKind, zh: string, en: string])[] = [
  ['letter', '函件（打印、签字、盖章后扫描）', 'Letters (print, sign, stamp, scan)'],
  ['document', '证照与文件', 'Documents'],
  ['asset', '图片', 'Images'],
  ['text', '文字', 'Texts'],
  ['attestation', '需要有人确认的事项', 'Statements by a person'],
];

/** `yinqi requirements DIR`: what the dossier needs, why, and what is there. */
export const requirementsCommand: Command = {
  name: 'requirements',
  summary: { zh: '列出需要哪些材料、为什么、备齐了没有', en: 'lists what is needed, why, and what is there' },
  words: [dossierWord],
  options: {
    fact: {
      value: 'ID=ANSWER',
      multiple: true,
      help: {
        zh: '假设某个问题的答案（不保存），看看要求会怎样变化；可多次使用，多选答案用逗号分隔',
        en: 'assumes an answer without saving it, to see what would change; may be repeated, several answers separated by commas',
      },
    },
  },
  formats: ['human', 'json'],
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const assume = await assumedAnswers(given.texts('fact'), dossier, session);
    const result = await session.call('requirements.list', {
      dossier,
      ...(assume === undefined ? {} : { assume }),
    });
    return {
      exitCode: 0,
      json: result,
      human(page) {
        writeRequirements(page, dossier, result.requirements, assume !== undefined);
        if (result.changes !== undefined) writeChanges(page, result.changes);
      },
    };
  },
};

function writeRequirements(
  page: Page,
  dossier: string,
  requirements: readonly Requirement[],
  isWhatIf: boolean,
): void {
  page.line(
    page.paint(
      'bold',
      page.t(`案卷 ${plain(dossier)} 需要的材料`, `What the dossier ${plain(dossier)} needs`),
    ),
  );
  if (isWhatIf)
    page.line(page.t('（按假设的答案计算，没有保存）', '(with the assumed answers; nothing was saved)'));
  for (const [kind, zh, en] of kinds) {
    const ofKind = requirements.filter((one) => one.kind === kind);
    const tops = ofKind.filter((one) => !ofKind.some((group) => group.id === one.partOf));
    if (tops.length === 0) continue;
    page.line();
    page.line(page.paint('bold', page.t(zh, en)));
    for (const top of tops) writeRequirement(page, top, ofKind, 2);
  }
  const counted = requirements.filter((one) => one.partOf === undefined && !one.optional);
  const optional = requirements.filter((one) => one.partOf === undefined && one.optional).length;
  const count = (status: Requirement['status']): number =>
    counted.filter((one) => one.status === status).length;
  page.line();
  page.line(
    page.t(
      `共 ${counted.length} 项：已齐 ${count('ok')}，缺少 ${count('missing')}，不合格 ${count('invalid')}，待定 ${count('open')}；另有可以不提供的 ${optional} 项。`,
      `${counted.length} in all: ${count('ok')} there, ${count('missing')} missing, ${count('invalid')} not acceptable, ${count('open')} open; ${optional} optional besides.`,
    ),
  );
}

/** What the assumed answers add, and what falls away. */
function writeChanges(page: Page, changes: NonNullable<Requirements['changes']>): void {
  const list = (
    title: string,
    mark: string,
    ones: Requirements['requirements'] | typeof changes.added,
  ): void => {
    if (ones.length === 0) return;
    page.line();
    page.line(page.paint('bold', title));
    for (const one of ones) page.line(`  ${mark} ${plain(one.title)}  ${page.paint('dim', one.id)}`);
  };
  list(page.t('按假设的答案，不再需要：', 'With the assumed answers these fall away:'), '-', changes.removed);
  list(page.t('按假设的答案，新增：', 'With the assumed answers these are added:'), '+', changes.added);
  if (changes.added.length + changes.removed.length === 0) {
    page.line(page.t('假设的答案没有改变要求。', 'The assumed answers change nothing.'));
  }
}

function writeRequirement(page: Page, one: Requirement, all: readonly Requirement[], indent: number): void {
  const { mark, name, tone } = statusLook(one.status, page);
  // What may be left out and is left out is nothing to worry about.
  const isIdle = one.optional && one.status === 'missing';
  const idle = one.partOf === undefined ? page.t('可以不提供', 'optional') : page.t('备选', 'alternative');
  const open = (one.facts ?? []).length === 0 ? [] : [page.t('待答 ', 'asks ') + (one.facts ?? []).join(page.t('、', ', '))]; // prettier-ignore
  page.line(
    `${' '.repeat(indent)}${page.paint(isIdle ? 'dim' : tone, isIdle ? '-' : mark)} ${plain(one.title)}  ` +
      page.paint('dim', [isIdle ? idle : name, one.id, ...open].join(' · ')),
  );
  page.paragraph(one.because, indent + 2);
  if (one.needs !== undefined) {
    const tree = needsText(one.needs, page, titlesOf(all));
    page.paragraph(tree.charAt(0).toUpperCase() + tree.slice(1), indent + 2);
  }
  if (one.files.length > 0) {
    page.paragraph(page.t(`文件：${one.files.join('、')}`, `Files: ${one.files.join(', ')}`), indent + 2);
  }
  page.paragraph(citesText(page, one.cites), indent + 2, '', 'dim');
  for (const part of all.filter((other) => other.partOf === one.id))
    writeRequirement(page, part, all, indent + 4);
}

const titlesOf = (all: readonly Requirement[]): ReadonlyMap<string, string> =>
  new Map(all.map((one) => [one.id, one.title]));

/** A needs tree as a sentence, for example 任选其一：（甲；乙） */
export function needsText(tree: NeedsTree, page: Page, titles: ReadonlyMap<string, string>): string {
  if (typeof tree === 'string') return titles.get(tree) ?? tree;
  const [parts, lead] =
    'allOf' in tree ? [tree.allOf, page.t('全部需要', 'all of')] : [tree.anyOf, page.t('任选其一', 'any of')];
  const inner = parts.map((part) => {
    const text = needsText(part, page, titles);
    return typeof part === 'string' ? text : page.t(`（${text}）`, `(${text})`);
  });
  if (inner.length === 1) return inner[0] ?? '';
  return page.t(`${lead}：${inner.join('；')}`, `${lead}: ${inner.join('; ')}`);
}
