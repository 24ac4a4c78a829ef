import type { Command } from '../command.ts';
import { plain } from '../page.ts';

/** `yinqi init DIR [--category ID…] [--track T]`: writes a commented dossier folder to fill in. */
export const initCommand: Command = {
  name: 'init',
  summary: { zh: '新建一个带注释的案卷文件夹', en: 'writes a commented dossier folder to fill in' },
  words: [
    {
      name: 'DIR',
      required: true,
      help: {
        zh: '新案卷的文件夹，没有则新建',
        en: 'the folder of the new dossier; made when it is not there',
      },
    },
  ],
  options: {
    category: {
      value: 'ID',
      multiple: true,
      help: {
        zh: '业务类目，可多次使用，也可用逗号分隔；默认 general/other',
        en: 'a business category; may be repeated or separated by commas; general/other by default',
      },
    },
    track: {
      value: 'T',
      help: { zh: '上架类型，默认 listing', en: 'what is applied for; listing by default' },
    },
    platform: {
      value: 'ID',
      help: { zh: '平台，默认 tencent-meeting', en: 'the platform; tencent-meeting by default' },
    },
  },
  formats: ['human', 'json'],
  async run(given, session) {
    const folder = given.requiredWord('DIR');
    const platform = given.text('platform') ?? 'tencent-meeting';
    const named = given
      .texts('category')
      .flatMap((one) => one.split(','))
      .map((one) => one.trim());
    const track = given.text('track') ?? (platform === 'tencent-meeting' ? 'listing' : undefined);
    const { files } = await session.call('dossiers.init', {
      folder: await session.grant(folder),
      platform,
      ...(track === undefined ? {} : { track }),
      categories: named.length > 0 ? named : [platform === 'tencent-meeting' ? 'general/other' : 'other'],
    });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/init@1', folder, files },
      human(page) {
        page.line(
          `${page.paint('green', '✓')} ${page.t(`已新建案卷 ${plain(folder)}`, `New dossier ${plain(folder)}`)}`,
        );
        for (const file of files) page.line(`    ${plain(file)}`);
        page.line();
        page.line(page.t('接下来：填写 dossier.yaml，再运行', 'Next: fill in dossier.yaml, then run'));
        const shown = /^[\w./\\:~\p{Script=Han}-]+$/u.test(folder) ? folder : `"${plain(folder)}"`;
        page.line(`  yinqi facts ${shown}`);
        page.line(`  yinqi requirements ${shown}`);
        page.line(`  yinqi check ${shown}`);
      },
    };
  },
};
