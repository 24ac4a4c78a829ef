import type { Command } from '../command.ts';
import { plain } from '../page.ts';
import { passphraseOption } from '../passphrase-option.ts';
import { withPassphrase } from '../with-passphrase.ts';

/** `yinqi import FILE.zip DIR`: restores the dossier folder that a bundle was exported from. Nothing is written unless the bundle is whole. */
export const importCommand: Command = {
  name: 'import',
  summary: { zh: '把材料包还原成案卷文件夹', en: 'restores the dossier folder from a bundle' },
  words: [
    { name: 'FILE.zip', required: true, help: { zh: '材料包', en: 'the bundle' } },
    {
      name: 'DIR',
      required: true,
      help: { zh: '还原到哪个文件夹，没有会新建', en: 'the folder to restore into, made if missing' },
    },
  ],
  options: { 'passphrase-file': passphraseOption },
  formats: ['human', 'json'],
  notes: {
    zh: '先核验，材料包不完整、被改动过或含有危险内容时什么也不写。不覆盖已有的文件。',
    en: 'Verifies first, and writes nothing when the bundle is not whole or is dangerous. No existing file is overwritten.',
  },
  async run(given, session) {
    const path = given.requiredWord('FILE.zip');
    const folder = given.requiredWord('DIR');
    const result = await withPassphrase(given, session, async (secret) =>
      session.call('dossiers.importBundle', {
        file: await session.grant(path),
        folder: await session.grant(folder),
        ...secret,
      }),
    );
    const { restored, notInBundle, leftOut, notTaken, draft, exportedOn } = result;
    return {
      exitCode: 0,
      json: { schema: 'yinqi/import@1', folder, restored, notInBundle, leftOut, notTaken, draft, exportedOn },
      human(page) {
        page.line(
          `${page.paint('green', '✓')} ` +
            page.t(
              `已还原到 ${plain(folder)}：dossier.yaml 和 ${restored} 个文件（${exportedOn} 导出${draft ? '，草稿' : ''}）`,
              `Restored to ${plain(folder)}: dossier.yaml and ${restored} files (exported ${exportedOn}${draft ? ', a draft' : ''})`,
            ),
        );
        page.line(
          page.t(
            `  材料包里由印齐生成的 ${notTaken.length} 个文件（清单、报告等）不放进案卷，再导出时会重新生成`,
            `  ${notTaken.length} files that Yinqi made for the bundle (checklist, report and the like) are not part of the dossier; the next export makes them anew`,
          ),
        );
        if (notInBundle.length === 0) return;
        page.line(page.t('  材料包里没有这些文件：', '  The bundle does not hold these files:'));
        for (const one of notInBundle) {
          const why = leftOut.includes(one)
            ? page.t('导出时没有带上', 'left out when it was exported')
            : page.t('导出时就已缺失', 'missing already when it was exported');
          page.line(`  - ${plain(one)}${page.t('：', ': ')}${why}`);
        }
      },
    };
  },
};
