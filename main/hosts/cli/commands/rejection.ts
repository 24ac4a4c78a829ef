import { isDay, type FieldEdit, type Rejection, type RejectionTask } from '../../../contract/dossier.ts';
import { rejectionId, type RejectionSearch } from '../../../contract/rejections.ts';
import type { Command, Outcome, Session } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import type { Given } from '../given.ts';
import { plain, type Page } from '../page.ts';
import { wrongUse } from '../parse-command-line.ts';
import { readTextArgument } from '../read-text-argument.ts';
import { readStandardInput } from '../read-standard-input.ts';

/** `yinqi rejection DIR --words FILE|-`: likely clauses for a reviewer's words; with picks, tasks in dossier.yaml. */
export const rejectionCommand: Command = {
  name: 'rejection',
  summary: {
    zh: '按退回意见查找可能的条款，列出要处理的事项',
    en: 'finds the likely clauses for a reviewer’s words, and keeps what to do',
  },
  words: [dossierWord],
  options: {
    words: {
      value: 'FILE|-',
      help: {
        zh: '退回意见的文本文件，- 从标准输入读',
        en: 'the reviewer’s words, a text file; - reads them from standard input',
      },
    },
    pick: {
      value: 'N=CLAUSE',
      multiple: true,
      help: {
        zh: '第 N 点依据这一条款：记入案卷，可多次使用',
        en: 'point N rests on this clause: kept in the dossier, may be repeated',
      },
    },
    on: {
      value: 'YYYY-MM-DD',
      help: { zh: '退回的日期，默认今天', en: 'the day it came; today by default' },
    },
    done: {
      value: 'N.M',
      multiple: true,
      help: {
        zh: '第 N 次退回的第 M 项已处理，可多次使用',
        en: 'task M of rejection N is done, may be repeated',
      },
    },
    note: { value: 'TEXT', help: { zh: '与 --done 一起：做了什么', en: 'with --done: what was done' } },
    answer: { help: { zh: '显示重新提交说明的文字', en: 'shows the resubmission note' } },
  },
  formats: ['human', 'json'],
  notes: {
    zh: '条款由离线文字检索排序，只是建议，由人选定。不写 --words 时列出已记下的退回意见。',
    en: 'Clauses are ranked by an offline search of the rulebook’s own words: a suggestion, a person picks. Without --words it lists what was kept.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const from = given.text('words');
    if (from !== undefined) {
      const words =
        from === '-' ? await readStandardInput() : await readTextArgument(from, session, 'not-text');
      return search(dossier, words, given, session);
    }
    if (given.texts('pick').length > 0) throw picksNeedWords();
    if (given.flag('answer')) {
      const note = await session.call('rejections.note', { dossier });
      return {
        exitCode: 0,
        json: note,
        human: (page) =>
          page.line(
            note.text === null
              ? page.t('没有记下退回意见。', 'No rejection was noted down.')
              : plain(note.text.replace('\ufeff', '').replaceAll('\r\n', '\n').trimEnd()),
          ),
      };
    }
    return list(dossier, given, session);
  },
};

const picksNeedWords = () =>
  wrongUse(
    '--pick 要和 --words 一起用',
    '--pick goes with --words',
    '例如 yinqi rejection 案卷 --words 意见.txt --pick 1=listing/function-6',
    'For example yinqi rejection DIR --words words.txt --pick 1=listing/function-6',
  );

async function search(dossier: string, words: string, given: Given, session: Session): Promise<Outcome> {
  const found = await session.call('rejections.search', { dossier, words });
  const picks = given.texts('pick');
  const kept = picks.length === 0 ? null : await keep(dossier, words, found, picks, given, session);
  return {
    exitCode: 0,
    json: { ...found, ...(kept === null ? {} : { kept }) },
    human(page) {
      for (const [index, point] of found.points.entries()) writePoint(page, point, index + 1);
      if (found.points.length === 0)
        page.line(page.t('没有读到退回意见。', 'There are no words of a reviewer in it.'));
      page.line(
        kept === null
          ? page.t(
              '以上是按文字检索的建议，请对照平台的答复选定；加 --pick 序号=条款 记入案卷。',
              'These are suggestions of a text search: pick by what the platform says, with --pick POINT=CLAUSE.',
            )
          : page.t(
              `已记入案卷：${kept.id}，${kept.tasks?.length ?? 0} 项待处理。`,
              `Kept in the dossier as ${kept.id}: ${kept.tasks?.length ?? 0} tasks.`,
            ),
      );
    },
  };
}

async function keep(
  dossier: string,
  words: string,
  { points }: RejectionSearch,
  picks: readonly string[],
  given: Given,
  session: Session,
): Promise<Rejection> {
  const open = await session.call('dossiers.open', { dossier });
  const { today } = await session.call('app.about', {});
  const on = given.text('on') ?? today;
  if (!isDay(on))
    throw wrongUse(
      `--on 的日期不对：${plain(on)}`,
      `--on is no date: ${plain(on)}`,
      '请写成 2026-01-31 的样子',
      'Write it like 2026-01-31',
    );
  const known = new Set(
    points.flatMap(({ clauses }) => clauses.flatMap(({ clause, also }) => [clause, ...also])),
  );
  const tasks: RejectionTask[] = [];
  for (const pick of picks) {
    const [, number = '', clause = ''] = /^(\d+)=(.+)$/.exec(pick) ?? [];
    const point = points[Number(number) - 1];
    if (point === undefined) {
      throw wrongUse(
        `--pick ${plain(pick)} 没有对应的意见`,
        `--pick ${plain(pick)} names no point`,
        `写成 序号=条款，序号 1 到 ${points.length}`,
        `Write POINT=CLAUSE, points 1 to ${points.length}`,
      );
    }
    // A clause that the search did not offer must at least exist.
    if (!known.has(clause))
      await session.call('rulebook.explain', { id: clause, platform: open.document.platform });
    const found = point.clauses.find((one) => one.clause === clause);
    const [rule] = found?.rules ?? [];
    tasks.push({ clause, ...(rule === undefined ? {} : { rule: rule.id }), words: point.words });
  }
  const before = open.document.rejections ?? [];
  const rejection: Rejection = { id: rejectionId(before, on), on, words: words.trim(), tasks };
  await session.call('dossiers.edit', {
    dossier,
    baseRevision: open.revision,
    edits: [{ path: ['rejections', before.length], value: rejection }],
  });
  return rejection;
}

async function list(dossier: string, given: Given, session: Session): Promise<Outcome> {
  const open = await session.call('dossiers.open', { dossier });
  const { today } = await session.call('app.about', {});
  const edits = given.texts('done').flatMap((place): readonly FieldEdit[] => {
    const [, one = '', two = ''] = /^(\d+)\.(\d+)$/.exec(place) ?? [];
    const [rejection, task] = [Number(one) - 1, Number(two) - 1];
    if (open.document.rejections?.[rejection]?.tasks?.[task] === undefined) {
      throw wrongUse(
        `--done ${plain(place)} 没有这一项`,
        `--done ${plain(place)} names no task`,
        '运行 yinqi rejection 案卷 查看序号',
        'yinqi rejection DIR lists them',
      );
    }
    const path = ['rejections', rejection, 'tasks', task];
    const note = given.text('note');
    return [
      { path: [...path, 'done'], value: today },
      ...(note === undefined ? [] : [{ path: [...path, 'note'], value: note }]),
    ];
  });
  const { document } =
    edits.length === 0
      ? open
      : await session.call('dossiers.edit', { dossier, baseRevision: open.revision, edits: [...edits] });
  const rejections = document.rejections ?? [];
  return {
    exitCode: 0,
    json: { schema: 'yinqi/rejections@1', rejections },
    human(page) {
      if (rejections.length === 0) page.line(page.t('没有记下退回意见。', 'No rejection was noted down.'));
      for (const [index, { on, words, tasks = [] }] of rejections.entries()) {
        page.line(page.paint('bold', page.t(`${index + 1}. ${on} 退回`, `${index + 1}. Rejected on ${on}`)));
        page.paragraph(words, 4);
        for (const [number, task] of tasks.entries()) {
          const mark = task.done !== undefined ? page.paint('green', '✓') : page.paint('yellow', '○');
          page.paragraph(
            `${index + 1}.${number + 1} ${task.words ?? ''} [${task.clause ?? task.rule ?? ''}] ${task.note ?? ''}`,
            4,
            `  ${mark}`,
          );
        }
      }
    },
  };
}

function writePoint(page: Page, { words, clauses }: RejectionSearch['points'][number], number: number): void {
  page.paragraph(words, 4, page.paint('bold', `${number}.`));
  for (const { clause, gist, also, rules, source } of clauses.slice(0, 5)) {
    page.paragraph(`${clause}  ${gist}`, 6, '    -');
    const [rule] = rules;
    const more = [
      source,
      ...(rule === undefined ? [] : [`${rule.title} (${rule.id})`]),
      ...(also.length === 0 ? [] : [page.t(`同文：${also.join('、')}`, `the same: ${also.join(', ')}`)]),
    ];
    page.paragraph(more.join(' · '), 6, '', 'dim');
  }
  if (clauses.length === 0)
    page.paragraph(
      page.t('没有找到相近的条款，请自行查阅原文。', 'No clause comes near: look at the source.'),
      6,
    );
  page.line();
}
