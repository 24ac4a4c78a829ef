import { resolve } from 'node:path';
import type { LibraryPlan, MergeConflict, MergePick } from '../../../contract/library.ts';
import { callDatabase } from '../call-database.ts';
import type { Session } from '../command.ts';
import type { CommandAction } from '../command-action.ts';
import type { Given } from '../given.ts';
import { plain, type Page } from '../page.ts';
import { wrongUse } from '../parse-command-line.ts';
import { givenPassphrase, passphraseOption } from '../passphrase-option.ts';

/** `yinqi library plan FILE.yinqi`: what merging would do. Exit code 1 when there are conflicts. */
export const libraryPlan: CommandAction = {
  name: 'plan',
  subject: 'FILE.yinqi',
  help: { zh: '看看合并会改什么，不做改动', en: 'says what merging would do, and does nothing' },
  options: { 'passphrase-file': passphraseOption },
  async run(given, session) {
    const { database, ...input } = await opened(given, session, 'plan');
    const plan = await database.call('library.plan', input);
    return {
      exitCode: plan.conflicts > 0 ? 1 : 0,
      json: plan,
      human: (page) => writePlan(page, plan),
    };
  },
};

/** `yinqi library merge FILE.yinqi`: merges, all or nothing. Exit code 1, and nothing is changed, while conflicts are open. */
export const libraryMerge: CommandAction = {
  name: 'merge',
  subject: 'FILE.yinqi',
  help: { zh: '合并，要么全部，要么不变', en: 'merges, all or nothing' },
  options: {
    'passphrase-file': passphraseOption,
    pick: {
      value: 'ID=SIDE',
      multiple: true,
      help: {
        zh: '一处冲突选哪边：mine（本机）、theirs（文件）或 both（团队模板：两份都留）；编号见 plan',
        en: 'the side of one conflict: mine, theirs, or both (team templates); plan shows the ids',
      },
    },
    all: {
      value: 'SIDE',
      help: { zh: '其余冲突都选这边：mine 或 theirs', en: 'the side of all other conflicts: mine or theirs' },
    },
  },
  async run(given, session) {
    const chosen = picksOf(given);
    const rest = given.text('all');
    if (rest !== undefined && rest !== 'mine' && rest !== 'theirs') throw badPick(rest);
    const { database, ...input } = await opened(given, session, 'merge');
    const plan = await database.call('library.plan', input);
    const known = conflictsOf(plan);
    const stranger = [...chosen.keys()].find((id) => !known.some((one) => one.id === id));
    if (stranger !== undefined) throw badPick(stranger);
    const picks = new Map<string, MergePick>();
    for (const { id, choices } of known) {
      const side = chosen.get(id) ?? (rest === 'theirs' && !choices.includes('theirs') ? 'both' : rest);
      if (side !== undefined) picks.set(id, side);
    }
    const open = known.filter(({ id }) => !picks.has(id));
    if (open.length > 0) {
      return {
        exitCode: 1,
        json: { ...plan, merged: false, open: open.map(({ id }) => id) },
        human(page) {
          page.line(
            page.paint('bold', page.t('有冲突还没有选择，没有合并：', 'Not merged: conflicts are open:')),
          );
          for (const one of open) writeConflict(page, one);
        },
      };
    }
    const merged = await database.call('library.merge', {
      ...input,
      picks: Object.fromEntries(picks),
      token: plan.token,
    });
    return {
      exitCode: 0,
      json: { ...merged, merged: true },
      human(page) {
        page.line(
          `${page.paint('green', '✓')} ${page.t(
            `已合并：新增 ${merged.added} 份案卷，更新 ${merged.changed} 份，${merged.unchanged} 份不变，公司和人员 ${merged.kept} 项，团队文件 ${merged.teamItems} 项`,
            `Merged: ${merged.added} dossiers added, ${merged.changed} changed, ${merged.unchanged} as they were, ${merged.kept} companies and people, ${merged.teamItems} team items`,
          )}`,
        );
        if (merged.conflicts > 0) {
          page.line(
            page.t(
              `  ${merged.conflicts} 处冲突按您的选择处理，没有选的一边保存在合并记录里。`,
              `  ${merged.conflicts} conflicts as you picked; the other sides are kept in the record of the merge.`,
            ),
          );
        }
      },
    };
  },
};

async function opened(given: Given, session: Session, action: 'plan' | 'merge') {
  const path = given.word('FILE.yinqi');
  if (path === undefined) {
    throw wrongUse(
      `yinqi library ${action} 缺少 FILE.yinqi`,
      `yinqi library ${action} lacks FILE.yinqi`,
      `用法：yinqi library ${action} FILE.yinqi`,
      `Usage: yinqi library ${action} FILE.yinqi`,
    );
  }
  const passphrase = await givenPassphrase(given, session);
  const database = await callDatabase(session);
  const file = database.grant(resolve(session.workingFolder, path));
  return { database, file, ...(passphrase === undefined ? {} : { passphrase }) };
}

function picksOf(given: Given): ReadonlyMap<string, MergePick> {
  return new Map(
    given.texts('pick').map((text) => {
      const at = text.lastIndexOf('=');
      const side = text.slice(at + 1);
      if (at < 1 || (side !== 'mine' && side !== 'theirs' && side !== 'both')) throw badPick(text);
      return [text.slice(0, at), side] as const;
    }),
  );
}

const badPick = (text: string) =>
  wrongUse(
    `「${plain(text)}」不是可以选的`,
    `“${plain(text)}” cannot be picked`,
    '写成 --pick 编号=mine 或 编号=theirs，编号见 yinqi library plan；或 --all mine',
    'Write --pick ID=mine or ID=theirs with an id of yinqi library plan, or --all mine',
  );

const conflictsOf = (plan: LibraryPlan): readonly MergeConflict[] => [
  ...plan.dossiers.flatMap(({ conflicts }) => conflicts),
  ...plan.kept.flatMap(({ conflicts }) => conflicts),
  ...plan.team.flatMap(({ conflict }) => conflict ?? []),
];

function writePlan(page: Page, plan: LibraryPlan): void {
  const states = {
    new: page.t('新的', 'new'),
    same: page.t('两边一样', 'the same'),
    'newer-here': page.t('本机较新，不变', 'newer here, stays'),
    'newer-there': page.t('文件较新，更新', 'newer in the file, is taken'),
    'both-changed': page.t('两边都改过，合并', 'changed on both sides, merged'),
    removed: page.t('本机已删除', 'removed here'),
  };
  page.line(
    page.paint(
      'bold',
      page.t(
        `${plain(plan.by || '（未署名）')} 于 ${plan.on} 交接`,
        `Handed over by ${plain(plan.by || '(no name)')} on ${plan.on}`,
      ),
    ),
  );
  for (const one of plan.dossiers) {
    page.line(`  ${plain(one.title || one.dossier)} · ${plain(one.company)} · ${states[one.state]}`);
    if (one.archived !== undefined)
      page.line(
        `    ${one.archived ? page.t('归档', 'is put away') : page.t('取消归档', 'is taken out again')}`,
      );
    if (one.fields.length > 0 && one.state !== 'newer-here')
      page.paragraph(one.fields.map(plain).join(', '), 6, `    ${page.t('字段', 'fields')}: `);
    for (const { path, change } of one.files.slice(0, 20)) {
      const words = {
        added: page.t('新增', 'added'),
        replaced: page.t('替换', 'replaced'),
        removed: page.t('移除', 'removed'),
      };
      page.line(`    ${words[change]} ${plain(path)}`);
    }
    if (one.files.length > 20)
      page.line(
        page.t(`    另有 ${one.files.length - 20} 个文件`, `    and ${one.files.length - 20} more files`),
      );
  }
  for (const one of plan.kept.filter(({ state }) => state !== 'same')) {
    const kind = one.kind === 'company' ? page.t('公司库', 'company') : page.t('人员库', 'person');
    page.line(`  ${plain(one.name || one.kept)} · ${kind} · ${states[one.state]}`);
    if (one.fields.length > 0 && one.state !== 'newer-here')
      page.paragraph(one.fields.map(plain).join(', '), 6, `    ${page.t('字段', 'fields')}: `);
  }
  const team = plan.team.filter(({ state }) => state === 'new' || state === 'completed');
  if (team.length > 0)
    page.paragraph(
      team.map(({ area, item }) => plain(`${area}/${item}`)).join(', '),
      4,
      `  ${page.t('团队文件', 'team files')}: `,
    );
  const conflicts = conflictsOf(plan);
  if (conflicts.length === 0) {
    page.line(page.t('没有冲突。', 'No conflicts.'));
    return;
  }
  page.line();
  page.line(page.paint('bold', page.t(`${conflicts.length} 处冲突：`, `${conflicts.length} conflicts:`)));
  for (const one of conflicts) writeConflict(page, one);
}

function writeConflict(page: Page, { id, at, mine, theirs }: MergeConflict): void {
  const nothing = page.t('（空）', '(nothing)');
  page.line(`  ${page.paint('yellow', '!')} ${plain(at)}`);
  for (const [side, { text, by, at: when }] of [
    ['mine', mine],
    ['theirs', theirs],
  ] as const) {
    page.paragraph(
      plain((text ?? nothing).replaceAll('\n', ' ⏎ ')),
      8,
      `    ${side} (${plain([by, when].filter((part) => part !== '').join(', '))}): `,
    );
  }
  page.line(`    --pick '${plain(id)}=mine'`);
}
