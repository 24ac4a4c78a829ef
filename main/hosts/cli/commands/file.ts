import type { Filing } from '../../../contract/letter-results.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain, type Page } from '../page.ts';

/** `yinqi file DIR SCANS…`: files scanned pages to the letters they belong to. Exit code 1 when a page could not be filed. */
export const fileCommand: Command = {
  name: 'file',
  summary: { zh: '把盖章后的扫描件归到各自的函件', en: 'files scanned pages to the letters they belong to' },
  words: [
    dossierWord,
    {
      name: 'SCANS',
      required: true,
      repeated: true,
      help: { zh: '扫描件：PDF 或图片，一个或多个', en: 'the scans: PDFs or images, one or more' },
    },
  ],
  options: {
    'dry-run': {
      help: { zh: '只识别，不放进案卷', en: 'only reads them; nothing joins the dossier' },
    },
  },
  formats: ['human', 'json'],
  notes: {
    zh: '有页面无法归档时退出码为 1；过期的页面会标明，退出码仍为 0。扫描件以复制方式放进案卷，原件不动。',
    en: 'Exit code 1 when a page could not be filed; outdated pages are named and leave it 0. Scans join the dossier by copy.',
  },
  async run(given, session) {
    const scans = await Promise.all(given.words('SCANS').map((path) => session.grant(path)));
    const dossier = given.requiredWord('DIR');
    const { letters } = await session.call('letters.list', { dossier });
    const titles = new Map(letters.map((one) => [one.letter, one.title]));
    const filing = await session.call('letters.file', {
      dossier,
      scans,
      keep: !given.flag('dry-run'),
    });
    return {
      exitCode: filing.unfiled.length > 0 ? 1 : 0,
      json: filing,
      human: (page) => writeFiling(page, filing, (letter) => plain(titles.get(letter) ?? letter)),
    };
  },
};

function writeFiling(page: Page, filing: Filing, titleOf: (letter: string) => string): void {
  const states = {
    current: [page.t('现行', 'current'), 'green'],
    outdated: [page.t('已过期，请重新打印盖章', 'outdated: print and stamp it again'), 'yellow'],
    foreign: [page.t('属于另一份案卷', 'belongs to another dossier'), 'yellow'],
  } as const;
  page.columns(
    filing.pages.map((one) => {
      const [name, tone] = states[one.state];
      const turned =
        one.rotated === 0 ? '' : page.t(`（转了 ${one.rotated}°）`, ` (turned by ${one.rotated}°)`);
      return [
        page.paint(tone, one.state === 'current' ? '✓' : '!'),
        page.t(`${plain(one.source)} 第 ${one.index + 1} 页`, `${plain(one.source)} page ${one.index + 1}`),
        '→',
        page.t(
          `${titleOf(one.letter)} 第 ${one.page}/${one.pages} 页`,
          `${titleOf(one.letter)} page ${one.page} of ${one.pages}`,
        ),
        name + turned,
      ];
    }),
    0,
  );
  for (const one of filing.unfiled) {
    page.paragraph(
      page.t(
        `${one.source} 第 ${one.index + 1} 页没有归档：${one.why}`,
        `${one.source} page ${one.index + 1} was not filed: ${one.why}`,
      ),
      2,
      page.paint('red', '✗'),
    );
  }
  if (filing.letters.length > 0) page.line();
  for (const one of filing.letters) {
    page.line(
      one.complete
        ? `${page.paint('green', '✓')} ${titleOf(one.id)} ${page.t('页数齐全', 'is complete')}`
        : one.pageCode === 'off'
          ? `${page.paint('yellow', '!')} ${titleOf(one.id)} ${page.t('不印识别码，不能自动归档，请手动放入', 'bears no page codes and is filed by hand')}`
          : `${page.paint('yellow', '!')} ${titleOf(one.id)} ${page.t(`还缺第 ${one.missing.join('、')} 页`, `lacks page ${one.missing.join(', ')}`)}`,
    );
  }
}
