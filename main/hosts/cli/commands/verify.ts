import type { Command } from '../command.ts';
import { plain } from '../page.ts';
import { passphraseOption } from '../passphrase-option.ts';
import { withPassphrase } from '../with-passphrase.ts';

/** `yinqi verify FILE.zip`: proves that a bundle is whole, unchanged and what its report says. Exit code 1 when it is not. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: { zh: '核验材料包是否完整、未被改动', en: 'proves that a bundle is whole and unchanged' },
  words: [{ name: 'FILE.zip', required: true, help: { zh: '要核验的材料包', en: 'the bundle' } }],
  options: { 'passphrase-file': passphraseOption },
  formats: ['human', 'json'],
  async run(given, session) {
    const path = given.requiredWord('FILE.zip');
    const result = await withPassphrase(given, session, async (secret) =>
      session.call('bundle.verify', { file: await session.grant(path), ...secret }),
    );
    const isWhole = result.verdict === 'whole';
    return {
      exitCode: isWhole ? 0 : 1,
      json: result,
      human(page) {
        if (isWhole) {
          page.line(
            `${page.paint('green', '✓')} ` +
              page.t(
                `${plain(path)} 完整，未被改动（${result.files} 个文件）`,
                `${plain(path)} is whole and unchanged (${result.files} files)`,
              ),
          );
        } else {
          page.line(
            `${page.paint('red', '✗')} ` +
              page.t(`${plain(path)} 不完整或被改动过：`, `${plain(path)} is not whole or was changed:`),
          );
          for (const one of result.differences) {
            page.paragraph(one.message, 4, '  -');
          }
        }
        if (result.fingerprint !== undefined) {
          page.line(page.t(`  内容指纹 ${result.fingerprint}`, `  Fingerprint ${result.fingerprint}`));
        }
        if (result.redacted === true) {
          page.line(page.t('  这是脱敏版，不可用于提交。', '  It is redacted, not for submission.'));
        }
        if (result.draft) page.line(page.t('  这是一份草稿。', '  It is a draft.'));
        if (result.report !== undefined) {
          const { id, version } = result.report.rulebook;
          const verdict =
            result.report.verdict === 'pass' ? page.t('没有错误', 'no errors') : page.t('有错误', 'errors');
          page.line(
            page.t(
              `  导出时的检查结论：${verdict}（规则 ${id} ${version}）`,
              `  The check at export found ${verdict} (rulebook ${id} ${version})`,
            ),
          );
        }
      },
    };
  },
};
