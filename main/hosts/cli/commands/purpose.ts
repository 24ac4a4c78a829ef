import { formatBytes } from '../../../core/files/figures.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { insideDossier } from '../inside-dossier.ts';
import { plain, type Page } from '../page.ts';

/** `yinqi purpose DIR FILE [--words TEXT] [--replace] [--write]`: a copy of an identity document that says what it is for. */
export const purposeCommand: Command = {
  name: 'purpose',
  summary: {
    zh: '给身份证件复印件加上“仅用于…”的用途说明',
    en: 'makes a copy of an identity document say what it is for',
  },
  words: [
    dossierWord,
    {
      name: 'FILE',
      required: true,
      help: {
        zh: '已放在身份证件位置的文件，路径从案卷文件夹写起',
        en: 'a file in the place of an identity document, by its path from the dossier’s folder',
      },
    },
  ],
  options: {
    words: {
      value: 'TEXT',
      help: {
        zh: '用途说明的文字，最多 60 个字；不写就用应用名、平台名和当天日期拟的一句',
        en: 'the words, 60 characters at most; without it a sentence of app, platform and today’s date',
      },
    },
    replace: {
      help: {
        zh: '带印章或页码标识的扫描件也用新文件代替；不加时新文件只放在旁边',
        en: 'lets the new file take the place of a scan with a seal or a page code too; without it it only lies beside it',
      },
    },
    write: {
      help: {
        zh: '真正生成；不加时只说明会做什么',
        en: 'makes it; without it you are only told what would be done',
      },
    },
  },
  formats: ['human', 'json'],
  notes: {
    zh: '原文件不改动，新文件放在它旁边；撤销：yinqi fix DIR --undo 编号。加了说明的副本，机器识别证件号码会差一些，请先从原件读取。',
    en: 'The original is not changed; the new file lies beside it, and yinqi fix DIR --undo ID undoes it. Machines read numbers less well below the words: read the original first.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const path = insideDossier(dossier, given.requiredWord('FILE'));
    const words = given.text('words');
    const asked = { dossier, path, ...(words === undefined ? {} : { words }) };
    const isChosen = given.flag('replace');
    if (!given.flag('write')) {
      const planned = await session.call('files.purposePreview', { ...asked, maxPx: 16 });
      const fields = isChosen || !planned.isStamped ? planned.fields : [];
      const told = { path, words: planned.words, isStamped: planned.isStamped, fields };
      return {
        exitCode: 0,
        json: { schema: 'yinqi/purpose@1', written: false, ...told },
        human(page) {
          page.line(
            page.paint(
              'bold',
              page.t(
                '会为这份文件另存一份带用途说明的副本',
                'Would make a copy of this file with a purpose line',
              ),
            ),
          );
          tell(page, told, '+');
          page.line();
          page.line(page.t('要真正生成，请加上 --write。', 'Add --write to make it.'));
        },
      };
    }
    const made = await session.call('files.purpose', { ...asked, ...(isChosen ? { replace: true } : {}) });
    const { repair, sizeBytes, isStamped, fields } = made;
    const told = { path: made.path, words: made.words, isStamped, fields };
    return {
      exitCode: 0,
      json: { schema: 'yinqi/purpose@1', written: true, of: path, repair, sizeBytes, ...told },
      human(page) {
        page.line(page.paint('bold', page.t('已生成带用途说明的副本', 'Made a copy with a purpose line')));
        tell(page, told, '✓');
        page.paragraph(formatBytes(sizeBytes), 4);
        page.line();
        page.line(
          page.t(
            `原文件没有改动。撤销：yinqi fix 案卷 --undo ${plain(repair)}`,
            `The original is unchanged. To undo: yinqi fix DIR --undo ${plain(repair)}`,
          ),
        );
      },
    };
  },
};

interface Told {
  readonly path: string;
  readonly words: string;
  readonly isStamped: boolean;
  readonly fields: readonly string[];
}

function tell(page: Page, { path, words, isStamped, fields }: Told, mark: string): void {
  page.paragraph(plain(path), 4, `  ${page.paint('green', mark)}`);
  page.paragraph(page.t(`文字：${plain(words)}`, `Words: ${plain(words)}`), 4);
  if (fields.length > 0) {
    page.paragraph(
      page.t(`代替原件，用于 ${fields.join('、')}`, `takes the original’s place in ${fields.join(', ')}`),
      4,
    );
  } else if (isStamped) {
    page.paragraph(
      page.t(
        '原扫描件带有印章或页码标识，没有被代替；新文件没有放到任何位置。要代替它，请加 --replace',
        'The scan bears a seal or a page code and keeps its place; the new file is in no place. Add --replace to let it take that place',
      ),
      4,
    );
  }
}
