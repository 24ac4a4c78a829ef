import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain } from '../page.ts';

/** `yinqi fix DIR [--write]`: the repairs that a machine can make safely; originals are kept. */
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
  },
  formats: ['human', 'json'],
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const { repairs } = await session.call('files.repairs', { dossier });
    const written = given.flag('write') && repairs.length > 0;
    const done = written
      ? (await session.call('files.repair', { dossier, repairs: repairs.map((one) => one.id) })).repaired
      : repairs;
    return {
      exitCode: 0,
      json: { schema: 'yinqi/repairs@1', written, repairs: done },
      human(page) {
        if (done.length === 0) {
          page.line(page.t('没有可以自动修复的问题。', 'There is nothing that a machine can mend.'));
          return;
        }
        page.line(
          page.paint('bold', written ? page.t('已修复', 'Mended') : page.t('可以自动修复', 'Can be mended')),
        );
        for (const one of done) {
          page.paragraph(one.summary, 4, `  ${page.paint('green', written ? '✓' : '+')}`);
          page.paragraph(`${one.at} · ${one.rule}`, 4);
          page.paragraph(`${plain(one.before)} → ${plain(one.after)}`, 4);
        }
        page.line();
        page.line(
          written
            ? page.t('原文件仍在案卷里，没有改动。', 'The originals are still in the dossier, unchanged.')
            : page.t('要执行这些修复，请加上 --write。', 'Add --write to make these repairs.'),
        );
      },
    };
  },
};
