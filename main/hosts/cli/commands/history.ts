import type { HistoryStale, ListedEntry } from '../../../contract/history.ts';
import type { Command, Outcome, Session } from '../command.ts';
import { wrongUse } from '../parse-command-line.ts';
import { plain, type Page } from '../page.ts';
import { writeComparison } from './history-compare.ts';

/** `yinqi history DIR`, `yinqi history compare DIR A [B]`: what was exported and printed, and what changed since. */
export const historyCommand: Command = {
  name: 'history',
  summary: {
    zh: '查看导出和函件的历史，比较任意两次，看哪些已过时',
    en: 'lists exports and letter runs, compares any two, and says what is out of date',
  },
  words: [
    {
      name: 'DIR',
      required: true,
      help: { zh: '案卷文件夹；或写 compare', en: 'the dossier folder; or the word compare' },
    },
    {
      name: 'MORE',
      required: false,
      repeated: true,
      help: {
        zh: 'compare 之后：案卷文件夹，一次记录的序号或编号，再一次（不写则与现在比较）',
        en: 'after compare: the dossier folder, the number or id of an entry, and of another (now without it)',
      },
    },
  ],
  options: {},
  formats: ['human', 'json'],
  notes: {
    zh: '历史存在案卷文件夹的 .yinqi/history.jsonl，随文件夹进出程序。',
    en: 'The history lies in .yinqi/history.jsonl of the dossier folder and travels with it.',
  },
  run(given, session) {
    const first = given.requiredWord('DIR');
    const more = given.words('MORE');
    if (first !== 'compare' || more.length === 0) {
      if (more.length > 0) throw badWords();
      return list(first, session);
    }
    const [dossier, from, to] = more;
    if (dossier === undefined || from === undefined || more.length > 3) throw badWords();
    return compare(dossier, from, to, session);
  },
};

const badWords = () =>
  wrongUse(
    'yinqi history 的用法不对',
    'yinqi history was used wrongly',
    '用法：yinqi history 案卷文件夹，或 yinqi history compare 案卷文件夹 1 2',
    'Use: yinqi history DIR, or yinqi history compare DIR 1 2',
  );

async function compare(
  dossier: string,
  from: string,
  to: string | undefined,
  session: Session,
): Promise<Outcome> {
  const comparison = await session.call('history.compare', {
    dossier,
    from,
    ...(to === undefined ? {} : { to }),
  });
  return { exitCode: 0, json: comparison, human: (page) => writeComparison(page, comparison) };
}

async function list(dossier: string, session: Session): Promise<Outcome> {
  const { entries } = await session.call('history.list', { dossier });
  const stale = await session.call('history.stale', { dossier });
  return {
    exitCode: 0,
    json: { schema: 'yinqi/history@1', entries, stale },
    human(page) {
      if (entries.length === 0) {
        page.line(page.t('还没有导出或生成函件的记录。', 'Nothing was exported or printed yet.'));
        return;
      }
      for (const entry of entries) writeEntry(page, entry);
      page.line();
      writeStale(page, stale);
    },
  };
}

function writeEntry(page: Page, entry: ListedEntry): void {
  const { number, id, at, by, kind, as, batch, bundle, letters, rulebook, isOlderRulebook } = entry;
  const what =
    batch !== undefined
      ? page.t(
          `按表格 ${plain(batch.table)} 生成《${batch.title}》${batch.made} 份`,
          `batch of ${plain(batch.table)}: ${batch.title}, ${batch.made} made`,
        )
      : kind === 'letters'
        ? page.t(`函件 ${letters.length} 份`, `letters: ${letters.length}`) +
          (as === undefined
            ? ''
            : as === 'word'
              ? page.t('（Word）', ' (Word)')
              : page.t('（PDF 和 Word）', ' (PDF and Word)'))
        : page.t(bundle?.draft === true ? '导出草稿' : '导出', bundle?.draft === true ? 'draft' : 'export');
  const who = by === '' ? '' : `  ${plain(by)}`;
  page.line(
    `${String(number).padStart(3)}  ${at}  ${page.paint('bold', what)}${who}  ${page.paint('dim', id)}`,
  );
  if (bundle !== undefined) {
    page.line(`     ${plain(bundle.fileName)}`);
    const { fingerprint, sha256 } = bundle;
    const told =
      fingerprint === undefined ? `SHA-256 ${sha256}` : `${page.t('内容指纹', 'fingerprint')} ${fingerprint}`;
    page.line(page.paint('dim', `     ${told}`));
  }
  const marks = `${rulebook.id} ${rulebook.version} (${rulebook.sha256.slice(0, 12)})`;
  const older = isOlderRulebook ? page.t('，规则库后来变了', '; the rulebook is another now') : '';
  page.line(
    page.paint(isOlderRulebook ? 'yellow' : 'dim', `     ${page.t('规则库', 'rulebook')} ${marks}${older}`),
  );
}

/** Writes what a newer rulebook makes out of date, and why. */
function writeStale(page: Page, { dossier, letters, bundles }: HistoryStale): void {
  if (dossier === null && letters.length === 0 && bundles.length === 0) {
    page.line(page.t('最近一次所依据的规则库没有变。', 'The rulebook of the last entry is the present one.'));
    return;
  }
  page.line(page.paint('bold', page.t('规则库更新后过时的', 'Out of date since the rulebook changed')));
  if (dossier !== null) {
    const { added, removed, changed, others, concerning, requirements } = dossier;
    page.paragraph(
      page.t(
        `案卷：规则新增 ${added.length} 条、取消 ${removed.length} 条、有变 ${changed.length} 条，其他内容 ${others.length} 处；其中与本案卷有关 ${concerning.length} 条。`,
        `Dossier: ${added.length} rules are new, ${removed.length} gone, ${changed.length} changed, ${others.length} other parts differ; ${concerning.length} concern this dossier.`,
      ),
      2,
    );
    for (const { id, title } of concerning) page.paragraph(`${title} (${id})`, 6, '    -');
    for (const { title } of requirements.added)
      page.paragraph(page.t(`现在另外要求：${title}`, `Now asked for: ${title}`), 4, '  +');
    for (const { title } of requirements.removed)
      page.paragraph(page.t(`现在不再要求：${title}`, `No longer asked for: ${title}`), 4, '  -');
    if (requirements.added.length + requirements.removed.length === 0)
      page.paragraph(page.t('本案卷的要求没有变。', 'What this dossier needs did not change.'), 2);
  }
  for (const { title, reasons } of letters)
    page.paragraph(
      page.t(`函件《${title}》：`, `Letter “${title}”: `) + reasons.map(({ text }) => text).join('；'),
      2,
    );
  for (const { fileName, at } of bundles)
    page.paragraph(page.t(`材料包 ${fileName}（${at}）`, `Bundle ${fileName} (${at})`), 2);
}
