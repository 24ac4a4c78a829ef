import type { IdentityCell, IdentityMatrix, IdentityState, Spelling } from '../../../contract/identity.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain, type Page, type Tone } from '../page.ts';

const looks: Readonly<Record<IdentityState, readonly [mark: string, tone: Tone, zh: string, en: string]>> = {
  reference: ['=', 'bold', '以此为准', 'the reference'],
  same: ['✓', 'green', '一致', 'the same'],
  spelling: ['~', 'yellow', '写法不同', 'written otherwise'],
  different: ['✗', 'red', '不同', 'different'],
  'not-said': ['·', 'dim', '没有写到', 'not said'],
  'not-read': ['?', 'dim', '没有读取', 'not read'],
  none: [' ', 'dim', '', ''],
};

const spellings: Readonly<Record<Spelling, readonly [zh: string, en: string]>> = {
  width: ['全角半角', 'width'],
  spaces: ['空格', 'spaces'],
  brackets: ['括号', 'brackets'],
  case: ['大小写', 'case'],
  zeros: ['版本号写法', 'zeros of the version'],
};

const shortest = (text: string): string => {
  const line = plain(text).replaceAll(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
};

function place(page: Page, cell: IdentityCell): string {
  if (cell.note !== undefined) return cell.note;
  if (cell.passage !== undefined)
    return `${page.t('「', '“')}${shortest(cell.passage.quote)}${page.t('」', '”')}`;
  if (cell.confidence !== undefined) {
    const percent = Math.round(cell.confidence * 100);
    return page.t(
      `机器识别，第 ${(cell.page ?? 0) + 1} 页，把握 ${percent}%，请看图核对`,
      `read by machine, page ${(cell.page ?? 0) + 1}, ${percent}% sure: compare it with the picture`,
    );
  }
  return cell.field ?? '';
}

function writeRow(
  page: Page,
  row: IdentityMatrix['rows'][number],
  titles: ReadonlyMap<string, string>,
): void {
  page.line(page.paint('bold', row.title) + (row.reference === null ? '' : `  ${plain(row.reference)}`));
  for (const cell of row.cells) {
    if (cell.state === 'none' || (cell.state === 'reference' && cell.value === null)) continue;
    const [mark, tone, zh, en] = looks[cell.state];
    const how = cell.spellings.map((one) => page.t(...spellings[one])).join(page.t('、', ', '));
    const value =
      cell.value === null || cell.state === 'same' || cell.state === 'reference'
        ? ''
        : `${page.t('：', ': ')}${plain(cell.value)}`;
    const said = `${page.t(zh, en)}${how === '' ? '' : page.t(`（${how}）`, ` (${how})`)}${value}`;
    page.paragraph(
      `${titles.get(cell.source) ?? cell.source}${page.t('　', '  ')}${said}`,
      4,
      `  ${page.paint(tone, mark)}`,
    );
    const where = place(page, cell);
    if (where !== '' && cell.state !== 'reference') page.paragraph(where, 6, '', 'dim');
  }
  page.line();
}

/** `yinqi identities DIR`: company, code, names, version, domain as every paper has them, differences marked. */
export const identitiesCommand: Command = {
  name: 'identities',
  summary: {
    zh: '把公司、代码、名称、版本、域名在各份材料里的写法列成一张表，标出不同',
    en: 'compares company, code, names, version and domain across all papers',
  },
  words: [dossierWord],
  options: {
    read: {
      help: {
        zh: '也用文字识别读取证照扫描件（每页几秒）；读出的只是参考',
        en: 'also reads scanned papers by machine, some seconds a page; what it reads is a suggestion',
      },
    },
  },
  formats: ['human', 'json'],
  notes: {
    zh: '全角半角、空格、括号、大小写的差别单独标出，不算真正的不同。机器识别的内容要看着图核对，不会单独成为问题。',
    en: 'Width, spaces, brackets and case are told apart from real differences. What a machine read is compared with its picture and is no finding by itself.',
  },
  async run(given, session) {
    const matrix = await session.call('review.identities', {
      dossier: given.requiredWord('DIR'),
      readPapers: given.flag('read'),
    });
    return {
      exitCode: 0,
      json: matrix,
      human(page) {
        const titles = new Map(matrix.sources.map((source) => [source.id, source.title]));
        for (const row of matrix.rows) {
          if (row.cells.some(({ value }) => value !== null)) writeRow(page, row, titles);
        }
        const { different, machineDifferent, spelling, notRead } = matrix.counts;
        page.paragraph(
          page.t(
            `不同 ${different} 处，机器识别后看起来不同 ${machineDifferent} 处，写法不同 ${spelling} 处，没有读取 ${notRead} 处。`,
            `Different ${different}, different as read by machine ${machineDifferent}, written otherwise ${spelling}, not read ${notRead}.`,
          ),
          0,
        );
      },
    };
  },
};
