import type { Repair } from '../../../contract/files.ts';
import type { Command, Session } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain, type Page } from '../page.ts';

/** `yinqi fix DIR [--write] [--only ID…] [--undo ID…]`: the repairs that a machine can make safely; originals are kept. */
export const fixCommand: Command = {
  name: 'fix',
  summary: { zh: '自动修复机器能安全修复的问题', en: 'makes the repairs that a machine can make safely' },
  words: [dossierWord],
  options: {
    write: {
      help: {
        zh: '真正修复；不加时只说明会做什么。原文件一律保留',
        en: 'makes them; without it they are only listed. Originals are always kept',
      },
    },
    only: {
      value: 'ID',
      multiple: true,
      help: {
        zh: '只做这一项修复（编号见列表），可以写几次；带印章的扫描件只能这样单独修复',
        en: 'this repair only, by its id in the list; may be given several times. A stamped scan is repaired in no other way',
      },
    },
    undo: {
      value: 'ID',
      multiple: true,
      help: {
        zh: '撤销这一项修复：改回原文件；没有别处用到的新文件随之删除',
        en: 'undoes this repair: the original is used again, and a new file that nothing else uses goes',
      },
    },
  },
  formats: ['human', 'json'],
  notes: {
    zh: '做过的修复记在 dossier.yaml 的 repairs 里，随时可以用 --undo 撤销。带印章或页码标识的扫描件不会随 --write 一起替换，要用 --only 单独选择。',
    en: 'Repairs made are noted under repairs in dossier.yaml and can be undone with --undo at any time. A scan with a seal or a page code is not replaced by --write alone: choose its repair with --only.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const undone = given.texts('undo');
    if (undone.length > 0) return undo(dossier, undone, session);
    const { repairs } = await session.call('files.repairs', { dossier });
    const only = given.texts('only');
    const chosen =
      only.length > 0 ? only : repairs.filter(({ isAlone }) => isAlone !== true).map(({ id }) => id);
    const written = given.flag('write') && chosen.length > 0;
    const made = written ? await make(dossier, chosen, repairs, session) : [];
    const listed = only.length > 0 ? repairs.filter(({ id }) => only.includes(id)) : repairs;
    const done = written ? made : listed;
    const alone = written
      ? repairs.filter(({ id, isAlone }) => isAlone === true && !chosen.includes(id))
      : [];
    return {
      exitCode: 0,
      json: {
        schema: 'yinqi/repairs@1',
        written,
        repairs: done,
        ...(alone.length > 0 ? { left: alone } : {}),
      },
      human: (page) => tell(page, done, alone, written),
    };
  },
};

/** Makes the chosen repairs: together where that may be, and those of stamped scans one by one, as each was named. */
async function make(
  dossier: string,
  chosen: readonly string[],
  offered: readonly Repair[],
  session: Session,
): Promise<readonly Repair[]> {
  const isAlone = (id: string): boolean => offered.find((one) => one.id === id)?.isAlone === true;
  const together = chosen.filter((id) => !isAlone(id));
  const done: Repair[] = [];
  for (const repairs of [
    ...(together.length > 0 ? [together] : []),
    ...chosen.filter(isAlone).map((id) => [id]),
  ]) {
    done.push(...(await session.call('files.repair', { dossier, repairs })).repaired);
  }
  return done;
}

async function undo(dossier: string, ids: readonly string[], session: Session) {
  for (const repair of ids) await session.call('files.undoRepair', { dossier, repair });
  return {
    exitCode: 0 as const,
    json: { schema: 'yinqi/repairs@1', undone: ids },
    human(page: Page) {
      for (const id of ids) {
        page.paragraph(
          page.t(`已撤销 ${plain(id)}`, `Undone: ${plain(id)}`),
          4,
          `  ${page.paint('green', '✓')}`,
        );
      }
    },
  };
}

function tell(page: Page, done: readonly Repair[], alone: readonly Repair[], written: boolean): void {
  if (done.length === 0 && alone.length === 0) {
    page.line(page.t('没有可以自动修复的问题。', 'There is nothing that a machine can mend.'));
    return;
  }
  page.line(
    page.paint('bold', written ? page.t('已修复', 'Mended') : page.t('可以自动修复', 'Can be mended')),
  );
  for (const one of done) list(page, one, written);
  page.line();
  page.line(
    written
      ? page.t(
          '原文件仍在案卷里，没有改动。要撤销其中一项，请用 --undo 加上它的编号。',
          'The originals are still in the dossier, unchanged. To undo one, name its id with --undo.',
        )
      : page.t('要执行这些修复，请加上 --write。', 'Add --write to make these repairs.'),
  );
  if (alone.length === 0) return;
  page.line();
  page.line(
    page.t(
      '以下扫描件带有印章或页码标识，没有替换；要修复请用 --only 加编号单独选择：',
      'These scans bear a seal or a page code and were not replaced; choose each with --only and its id:',
    ),
  );
  for (const one of alone) list(page, one, false);
}

function list(page: Page, one: Repair, written: boolean): void {
  page.paragraph(one.summary, 4, `  ${page.paint('green', written ? '✓' : '+')}`);
  page.paragraph(`${plain(one.id)} · ${one.rule}`, 4);
  page.paragraph(`${plain(one.before)} → ${plain(one.after)}`, 4);
  if (one.warning !== undefined) page.paragraph(page.t(`注意：${one.warning}`, `Note: ${one.warning}`), 4);
  if (one.isAlone === true && !written) {
    page.paragraph(
      page.t('带有印章或页码标识：只用 --only 单独修复', 'Bears a seal or a page code: repaired with --only'),
      4,
    );
  }
}
