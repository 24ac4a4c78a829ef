import type { FormVersion } from '../../../contract/forms.ts';
import { fileOf, letterOf, versionOf, versionOption, type FormAction } from '../form-action.ts';
import { readTextArgument } from '../read-text-argument.ts';
import { plain, type Page } from '../page.ts';
import { wrongUse } from '../parse-command-line.ts';

/** `yinqi form list`: the forms that were imported. Exit code 1 when one has faults. */
export const formList: FormAction = {
  name: 'list',
  subject: null,
  help: { zh: '列出已导入的官方格式', en: 'lists the forms that were imported' },
  async run(_given, session) {
    const result = await session.call('forms.list', {});
    const imported = result.forms.filter(({ versions }) => versions.length > 0);
    const all = imported.flatMap(({ versions }) => versions);
    return {
      exitCode: all.some(({ faults }) => faults.length > 0) ? 1 : 0,
      json: result,
      human(page) {
        page.columns(
          imported.flatMap(({ letter, title, inUse, versions }) =>
            versions.map((one, index) => [
              index === 0 ? letter : '',
              page.t(`第 ${one.version} 版`, `version ${one.version}`),
              one.version === inUse
                ? page.t('在用', 'in use')
                : one.revision === 0
                  ? page.t('未定位置', 'nothing placed')
                  : page.t('旧', 'old'),
              sizeOf(one, page),
              one.sha256.slice(0, 12),
              index === 0 ? title : '',
            ]),
          ),
          0,
          ['cyan', null, null, null, 'dim', null],
        );
        for (const { faults } of all) {
          for (const fault of faults) page.paragraph(fault, 2, page.paint('red', '✗'));
        }
        const others = result.forms
          .filter(({ versions }) => versions.length === 0)
          .map(({ letter }) => letter);
        if (imported.length > 0 && others.length > 0) page.line();
        if (others.length > 0) {
          page.paragraph(
            page.t(
              `还没有官方格式、用自拟措辞的：${others.join('、')}。`,
              `Without a form, in our own wording: ${others.join(', ')}.`,
            ),
            0,
          );
        }
      },
    };
  },
};

const sizeOf = ({ pages, fieldCount }: FormVersion, page: Page): string =>
  page.t(`${pages.length} 页，${fieldCount} 处`, `${pages.length} pages, ${fieldCount} fields`);

/** `yinqi form import LETTER FILE.pdf`: the platform's PDF as the newest version of a letter's form. */
export const formImport: FormAction = {
  name: 'import',
  subject: 'LETTER FILE.pdf',
  help: { zh: '导入平台的 PDF', en: 'imports the platform’s PDF' },
  options: {
    'keep-fields': {
      help: {
        zh: '页数和大小不变时，沿用上一版的填写位置（import）',
        en: 'takes over the places of the version before where the pages are the same (import)',
      },
    },
  },
  async run(given, session) {
    const letter = letterOf(given, formImport);
    const file = await session.grant(fileOf(given, formImport));
    const result = await session.call('forms.import', {
      letter,
      file,
      ...(given.flag('keep-fields') ? { keepFields: true } : {}),
    });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/form-imported@1', ...result },
      human(page) {
        page.line(
          `${page.paint('green', '✓')} ${
            result.isNew
              ? page.t(
                  `已导入 ${letter} 第 ${result.version} 版：${result.pages.length} 页，SHA-256 ${result.sha256.slice(0, 12)}…`,
                  `Imported ${letter} version ${result.version}: ${result.pages.length} pages, SHA-256 ${result.sha256.slice(0, 12)}…`,
                )
              : page.t(
                  `${letter} 第 ${result.version} 版就是这份 PDF，没有重复导入`,
                  `Version ${result.version} of ${letter} is this very PDF; nothing was imported twice`,
                )
          }`,
        );
        for (const remark of result.remarks) page.paragraph(remark, 2, '-');
        page.line(
          result.revision > 0
            ? page.t(
                `填写位置 ${result.fieldCount} 处；用 yinqi form preview ${letter} --out 预览.pdf 看一遍。`,
                `${result.fieldCount} fields are placed; look at them with yinqi form preview ${letter} --out preview.pdf.`,
              )
            : page.t(
                `接着定填写位置：yinqi form show ${letter} > fields.yaml，改好后 yinqi form place ${letter} --fields fields.yaml。`,
                `Now place its fields: yinqi form show ${letter} > fields.yaml, edit it, then yinqi form place ${letter} --fields fields.yaml.`,
              ),
        );
      },
    };
  },
};

/** `yinqi form show LETTER`: what is placed on a form as YAML; the PDF's own fields as suggestions while nothing is. */
export const formShow: FormAction = {
  name: 'show',
  subject: 'LETTER',
  help: { zh: '显示填写位置（YAML），没有时给出建议', en: 'shows the placed fields as YAML, or suggestions' },
  options: {
    ...versionOption,
    suggested: {
      help: {
        zh: '显示 PDF 自带的域所建议的位置（show）',
        en: 'shows the places that the PDF’s own fields suggest (show)',
      },
    },
  },
  async run(given, session) {
    const letter = letterOf(given, formShow);
    const result = await session.call('forms.open', { letter, ...versionOf(given) });
    const isSuggested = given.flag('suggested') || (result.revision === 0 && result.suggestions.length > 0);
    return {
      exitCode: result.faults.length > 0 ? 1 : 0,
      json: { schema: 'yinqi/form@1', ...result },
      human(page) {
        const placed =
          result.revision === 0
            ? page.t('还没有定位置', 'nothing placed yet')
            : page.t(`位置第 ${result.revision} 次保存`, `fields saved ${result.revision} times`);
        const about = page.t(
          `# ${result.title}：官方格式第 ${result.version} 版（${plain(result.fileName)}，${result.importedOn} 导入），${placed}`,
          `# ${result.title}: version ${result.version} of the form (${plain(result.fileName)}, imported on ${result.importedOn}), ${placed}`,
        );
        page.line(about);
        for (const [index, { widthMm, heightMm }] of result.pages.entries()) {
          page.line(
            page.t(
              `# 第 ${index + 1} 页：${widthMm}×${heightMm} 毫米`,
              `# page ${index + 1}: ${widthMm} × ${heightMm} mm`,
            ),
          );
        }
        for (const fault of result.faults) page.line(`# ✗ ${plain(fault).replaceAll('\n', ' ')}`);
        if (isSuggested) {
          page.line(
            page.t(
              '# 以下是 PDF 自带的域所建议的位置，请逐项核对：',
              '# What follows is suggested by the PDF’s own fields; look at each:',
            ),
          );
        }
        const names = result.variables.map(({ variable }) => variable);
        page.line(page.t(`# 可用的变量：${names.join('、')}`, `# Variables: ${names.join(', ')}`));
        for (const line of (isSuggested ? result.suggestedText : result.text).trimEnd().split('\n')) {
          page.line(plain(line));
        }
      },
    };
  },
};

/** `yinqi form place LETTER --fields FILE`: what is written where, once it is found without faults. */
export const formPlace: FormAction = {
  name: 'place',
  subject: 'LETTER --fields FILE.yaml',
  help: { zh: '保存填写位置', en: 'saves what is written where' },
  options: {
    fields: {
      value: 'FILE',
      help: { zh: '填写位置的 YAML 文件（place）', en: 'a YAML file with the fields (place)' },
    },
  },
  async run(given, session) {
    const letter = letterOf(given, formPlace);
    const path = given.text('fields');
    if (path === undefined) {
      throw wrongUse(
        'yinqi form place 缺少 --fields',
        'yinqi form place lacks --fields',
        '用法：yinqi form place LETTER --fields FILE.yaml',
        'Usage: yinqi form place LETTER --fields FILE.yaml',
      );
    }
    const yaml = { text: await readTextArgument(path, session, 'form-fault'), fileName: path };
    const result = await session.call('forms.place', { letter, yaml, ...versionOf(given) });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/form-placed@1', ...result },
      human(page) {
        page.line(
          `${page.paint('green', '✓')} ${page.t(
            `已保存 ${letter} 第 ${result.version} 版的填写位置：${result.fieldCount} 处`,
            `Saved the fields of ${letter} version ${result.version}: ${result.fieldCount}`,
          )}`,
        );
        page.line(
          page.t(
            `用 yinqi form check ${letter} 看放不放得下，用 yinqi form preview ${letter} --out 预览.pdf 看一遍。`,
            `yinqi form check ${letter} says what does not fit, yinqi form preview ${letter} --out preview.pdf shows it.`,
          ),
        );
      },
    };
  },
};

/** `yinqi form remove LETTER --version N`: takes a version out of use, or with `--restore` brings it back. */
export const formRemove: FormAction = {
  name: 'remove',
  subject: 'LETTER --version N',
  help: { zh: '停用一版（--restore 恢复）', en: 'takes a version out of use (--restore brings it back)' },
  options: {
    restore: { help: { zh: '恢复停用的这一版（remove）', en: 'brings the version back (remove)' } },
  },
  async run(given, session) {
    const letter = letterOf(given, formRemove);
    const { version } = versionOf(given);
    if (version === undefined) {
      throw wrongUse(
        'yinqi form remove 缺少 --version',
        'yinqi form remove lacks --version',
        '用法：yinqi form remove LETTER --version N',
        'Usage: yinqi form remove LETTER --version N',
      );
    }
    const isRestored = given.flag('restore');
    const result = isRestored
      ? await session.call('forms.restore', { letter, version })
      : await session.call('forms.remove', { letter, version });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/form-removed@1', letter, version, restored: isRestored, ...result },
      human(page) {
        const done = isRestored
          ? page.t(`已恢复 ${letter} 第 ${version} 版`, `Version ${version} of ${letter} is back`)
          : page.t(
              `已停用 ${letter} 第 ${version} 版，文件保留，可用 --restore 恢复`,
              `Version ${version} of ${letter} is out of use; its files stay, and --restore brings it back`,
            );
        page.line(`${page.paint('green', '✓')} ${done}`);
      },
    };
  },
};
