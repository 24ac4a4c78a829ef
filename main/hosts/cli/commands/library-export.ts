import { resolve } from 'node:path';
import { callDatabase } from '../call-database.ts';
import type { CommandAction } from '../command-action.ts';
import { plain } from '../page.ts';
import { wrongUse } from '../parse-command-line.ts';
import { givenPassphrase, passphraseOption } from '../passphrase-option.ts';

/** `yinqi library export --out FILE.yinqi`: dossiers, and what the team shares, in one file; encrypted unless --plain. */
export const libraryExport: CommandAction = {
  name: 'export',
  subject: null,
  help: { zh: '导出成一个 .yinqi 文件', en: 'writes one .yinqi file' },
  options: {
    out: { value: 'FILE.yinqi', help: { zh: '写到哪个文件（export）', en: 'the file to write (export)' } },
    dossier: {
      value: 'ID',
      multiple: true,
      help: {
        zh: '只交接这份案卷，可以重复；不写则全部',
        en: 'hands over this dossier only; may be repeated; all without it',
      },
    },
    'no-team': {
      help: {
        zh: '不带团队的模板、条款、官方格式和词表',
        en: 'leaves out the team’s templates, clauses, forms and word lists',
      },
    },
    'with-companies': {
      help: {
        zh: '只交接部分案卷时也带上公司与人员库（交接全部时本来就带）',
        en: 'hands kept companies and people over with some dossiers too (with all of them they go anyway)',
      },
    },
    'no-companies': {
      help: { zh: '不带公司与人员库', en: 'leaves out the companies and people that are kept' },
    },
    by: {
      value: 'NAME',
      help: { zh: '交接人的名字，冲突时显示', en: 'who hands it over; shown at conflicts' },
    },
    plain: {
      help: {
        zh: '不加密（里面有证件扫描件，请谨慎）',
        en: 'does not encrypt; mind the scans of papers in it',
      },
    },
    'passphrase-file': passphraseOption,
  },
  async run(given, session) {
    const out = given.text('out');
    if (out === undefined) {
      throw wrongUse(
        'yinqi library export 缺少 --out',
        'yinqi library export lacks --out',
        '用法：yinqi library export --out 交接.yinqi --passphrase-file 口令.txt',
        'Usage: yinqi library export --out FILE.yinqi --passphrase-file FILE',
      );
    }
    const passphrase = await givenPassphrase(given, session);
    const database = await callDatabase(session);
    const path = resolve(session.workingFolder, out);
    const dossiers = given.texts('dossier');
    const isKeptChosen = given.flag('with-companies') || given.flag('no-companies');
    const result = await database.call('library.export', {
      target: database.grant(path),
      withTeam: !given.flag('no-team'),
      ...(isKeptChosen ? { withKept: !given.flag('no-companies') } : {}),
      plain: given.flag('plain'),
      by: given.text('by') ?? '',
      ...(dossiers.length === 0 ? {} : { dossiers: [...dossiers] }),
      ...(passphrase === undefined ? {} : { passphrase }),
    });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/library-export@1', path: out, ...result },
      human(page) {
        page.line(`${page.paint('green', '✓')} ${plain(path)}`);
        page.line(
          page.t(
            `  ${result.dossiers} 份案卷，${result.files} 个文件，${result.kept} 家公司和人员，${result.teamFiles} 个团队文件，${(result.sizeBytes / 1e6).toFixed(1)} MB`,
            `  ${result.dossiers} dossiers, ${result.files} files, ${result.kept} companies and people, ${result.teamFiles} team files, ${(result.sizeBytes / 1e6).toFixed(1)} MB`,
          ),
        );
        page.line(
          result.isEncrypted
            ? page.t(
                '  已用 AES-256 加密；请另行告诉对方口令。',
                '  Encrypted by AES-256; tell the passphrase by another way.',
              )
            : page.paint(
                'yellow',
                page.t(
                  '  没有加密：拿到文件的人都能看到里面的证件扫描件。',
                  '  Not encrypted: whoever has the file can see the scans in it.',
                ),
              ),
        );
      },
    };
  },
};
