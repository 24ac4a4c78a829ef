import type { MethodOutput } from '../../../contract/api.ts';
import { formatBytes } from '../../../core/files/figures.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { insideDossier } from '../inside-dossier.ts';
import { plain, type Page } from '../page.ts';
import { wrongUse } from '../parse-command-line.ts';

/** `yinqi pages split|join DIR FILES…`: takes scanned PDFs apart and joins scans, their pictures untouched. */
export const pagesCommand: Command = {
  name: 'pages',
  summary: {
    zh: '拆分、合并案卷里的扫描件',
    en: 'takes the dossier’s scanned PDFs apart and joins its scans',
  },
  words: [
    {
      name: 'ACTION',
      required: true,
      help: {
        zh: 'split：把一个 PDF 拆成几个；join：把几个文件合成一个 PDF',
        en: 'split: one PDF to several; join: several files to one PDF',
      },
    },
    dossierWord,
    {
      name: 'FILES',
      required: true,
      repeated: true,
      help: {
        zh: '案卷里的文件，路径从案卷文件夹写起；join 按页的顺序写',
        en: 'files of the dossier, by their paths from its folder; for join in the order of their pages',
      },
    },
  ],
  options: {
    pages: {
      value: 'RANGES',
      multiple: true,
      help: {
        zh: '拆出来的一份是哪几页，如 1-2 或 1,3；写几次就拆成几份。不写则按页码标识拆，每份函件一个文件',
        en: 'the pages of one part, such as 1-2 or 1,3; once for each part. Without it the page codes decide, one file for each letter',
      },
    },
  },
  formats: ['human', 'json'],
  notes: {
    zh: '页面和里面的图片原样取用，不重新压缩；原文件保留，可用 yinqi fix DIR --undo 编号 撤销。',
    en: 'Pages and their pictures are taken as they are, never compressed anew. The originals stay; yinqi fix DIR --undo ID undoes it.',
  },
  async run(given, session) {
    const action = given.requiredWord('ACTION');
    const dossier = given.requiredWord('DIR');
    const files = given.words('FILES').map((file) => insideDossier(dossier, file));
    const ranges = given.texts('pages');
    switch (action) {
      case 'split': {
        const [path, ...more] = files;
        if (path === undefined || more.length > 0) {
          throw wrongUse(
            'split 一次拆一个文件',
            'split takes one file',
            '用法：yinqi pages split 案卷 文件',
            'Usage: yinqi pages split DIR FILE',
          );
        }
        const parts = ranges.map(pagesOf);
        return outcomeOf(
          await session.call('pages.split', { dossier, path, ...(parts.length > 0 ? { parts } : {}) }),
        );
      }
      case 'join':
        if (files.length < 2 || ranges.length > 0) {
          throw wrongUse(
            'join 要两个以上的文件，不带 --pages',
            'join takes two files or more, and no --pages',
            '用法：yinqi pages join 案卷 文件1 文件2',
            'Usage: yinqi pages join DIR FILE1 FILE2',
          );
        }
        return outcomeOf(await session.call('pages.join', { dossier, paths: files }));
      default:
        throw wrongUse(
          `yinqi pages 没有「${plain(action)}」`,
          `yinqi pages has no “${plain(action)}”`,
          '可用：split、join',
          'There are: split, join',
        );
    }
  },
};

/** Pages from 0 of a text such as 1-2,5. */
function pagesOf(text: string): number[] {
  return text.split(/[,，、]/).flatMap((piece) => {
    const match = /^\s*(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?\s*$/.exec(piece);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (match === null || first < 1 || last < first) {
      throw wrongUse(
        `「${plain(text)}」不是页码范围`,
        `“${plain(text)}” is no range of pages`,
        '写成 1-2 或 1,3 的样子，从 1 数起',
        'Write 1-2 or 1,3, counted from 1',
      );
    }
    return Array.from({ length: last - first + 1 }, (_, index) => first - 1 + index);
  });
}

type Made = MethodOutput<'pages.join'>;

const outcomeOf = ({ repair, made }: Made) => ({
  exitCode: 0 as const,
  json: { schema: 'yinqi/pages@1', repair, made },
  human(page: Page) {
    for (const one of made) {
      const size = formatBytes(one.sizeBytes);
      page.paragraph(
        page.t(
          `${plain(one.path)}：${one.pages} 页，${size}`,
          `${plain(one.path)}: ${one.pages} pages, ${size}`,
        ),
        4,
        `  ${page.paint('green', '✓')}`,
      );
      if (one.fields.length > 0)
        page.paragraph(page.t(`用于 ${one.fields.join('、')}`, `used by ${one.fields.join(', ')}`), 4);
    }
    page.line();
    page.line(
      page.t(
        `原文件仍在案卷里。撤销：yinqi fix 案卷 --undo ${repair}`,
        `The originals are still in the dossier. To undo: yinqi fix DIR --undo ${repair}`,
      ),
    );
  },
});
