import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { byOption, madeBy } from '../made-by.ts';
import { writeNotKept } from '../not-kept.ts';
import { plain } from '../page.ts';
import { passphraseOption } from '../passphrase-option.ts';
import { writeFinding } from '../report-lines.ts';
import { requiredOption } from '../required-option.ts';
import { passphraseToEncrypt } from '../with-passphrase.ts';

/** `yinqi bundle DIR --out FILE.zip [--draft] [--encrypt] [--redacted]`: the bundle. Exit code 1, and no file, when errors stand in its way. */
export const bundleCommand: Command = {
  name: 'bundle',
  summary: { zh: '导出材料包（zip）', en: 'writes the bundle, a zip' },
  words: [dossierWord],
  options: {
    out: { value: 'FILE.zip', required: true, help: { zh: '写到哪个文件', en: 'the file to write' } },
    draft: {
      help: { zh: '有错误也导出，并注明是草稿', en: 'writes it even with errors, and marks it as a draft' },
    },
    encrypt: {
      help: {
        zh: '用口令加密（AES-256，7-Zip 可打开）；口令取自 --passphrase-file、环境变量 YINQI_PASSPHRASE 或提示时输入',
        en: 'encrypts it (AES-256, opened by 7-Zip); the passphrase is that of --passphrase-file, of YINQI_PASSPHRASE, or asked for',
      },
    },
    'passphrase-file': passphraseOption,
    redacted: {
      help: {
        zh: '脱敏版：不含身份证件，证件号和手机号打码，仅供查看，不可提交',
        en: 'redacted: no identity papers, numbers of people masked; to be looked at, not submitted',
      },
    },
    'without-unused': {
      help: {
        zh: '不带案卷中没有用到的文件（还原时会缺少它们）',
        en: 'leaves out files that no field uses; an import will lack them',
      },
    },
    ...byOption,
  },
  formats: ['human', 'json'],
  notes: {
    zh: '有错误级别的问题且没有加 --draft 时，不写文件，退出码为 1。已有的同名文件要么被整个替换，要么原样保留。',
    en: 'With findings of level error and without --draft nothing is written and the exit code is 1. An existing file is replaced whole or left as it was.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const out = requiredOption('out', bundleCommand, given);
    const draft = given.flag('draft');
    const secret = given.flag('encrypt') ? { passphrase: await passphraseToEncrypt(given, session) } : {};
    if (!draft) {
      const { blockers } = await session.call('bundle.plan', { dossier });
      if (blockers.length > 0) {
        return {
          exitCode: 1,
          json: { schema: 'yinqi/bundle@1', written: false, blockers },
          human(page) {
            page.line(page.paint('bold', page.t('有错误，没有导出：', 'Not written, because of errors:')));
            for (const finding of blockers) writeFinding(page, finding);
            page.line();
            page.line(
              page.t(
                '解决以上错误后再导出；只想看看结果，可以加 --draft 导出草稿。',
                'Settle these first; add --draft for a draft.',
              ),
            );
          },
        };
      }
    }
    const result = await session.call('bundle.export', {
      dossier,
      target: await session.grant(out),
      draft,
      by: madeBy(given),
      redacted: given.flag('redacted'),
      unusedFiles: !given.flag('without-unused'),
      ...secret,
    });
    const path = resolve(session.workingFolder, out);
    return {
      exitCode: 0,
      json: {
        schema: 'yinqi/bundle@1',
        written: true,
        path: out,
        draft: result.draft,
        files: result.files,
        sizeBytes: result.sizeBytes,
        fingerprint: result.fingerprint,
        ...(result.resubmission === undefined ? {} : { resubmission: result.resubmission }),
        ...(result.notKept === undefined ? {} : { notKept: result.notKept }),
      },
      human(page) {
        const kind = result.draft ? page.t('草稿材料包', 'Draft bundle') : page.t('材料包', 'Bundle');
        const more = [
          ...(given.flag('redacted') ? [page.t('脱敏版，不可提交', 'redacted, not for submission')] : []),
          ...(given.flag('encrypt') ? [page.t('已加密', 'encrypted')] : []),
        ];
        const told = more.length === 0 ? '' : page.t(`（${more.join('，')}）`, ` (${more.join(', ')})`);
        page.line(`${page.paint('green', '✓')} ${kind}${told} ${plain(path)}`);
        page.line(
          page.t(
            `  ${result.files} 个文件，${megabytes(result.sizeBytes)} MB，内容指纹 ${result.fingerprint}`,
            `  ${result.files} files, ${megabytes(result.sizeBytes)} MB, fingerprint ${result.fingerprint}`,
          ),
        );
        if (result.resubmission === true) {
          page.line(
            page.t(
              '  包内附有重新提交说明（PDF 和可粘贴的文字）。',
              '  A resubmission note lies in it, as PDF and as text to paste.',
            ),
          );
        }
        writeNotKept(page, result.notKept);
        page.line(
          page.t(
            '  用 yinqi verify 可以随时核验它是否完整、未被改动。',
            '  yinqi verify proves at any time that it is whole and unchanged.',
          ),
        );
      },
    };
  },
};

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
