import type { DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { LetterPack } from '../../contract/letter-results.ts';
import type { Block, DocumentTree } from '../../contract/letters.ts';
import type { PackGroup, PackPlan } from './pack-plan.ts';

/** What was left out of a pack, and why. */
export interface LeftOut {
  readonly id: string;
  readonly title: Localized;
  readonly reason: LetterPack['left'][number]['reason'];
  readonly why: Localized;
}

/** Which guides the pages show. */
export interface Shown {
  /** How many of the letters are filled in on the platform’s own form. */
  readonly onForm: 'none' | 'some' | 'all';
  readonly guides: boolean;
  readonly crossPageSeal: boolean;
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, runs: [{ text }] });
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }], indent: false });
const tablePt = 8.5;

/** The cover of a print pack: page by page who signs, where the seal goes, what is written by hand, how it is scanned. */
export function packCover(input: {
  readonly document: DossierDocument;
  readonly plan: PackPlan;
  readonly left: readonly LeftOut[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly shows: Shown;
}): DocumentTree {
  const { document, plan, left, date } = input;
  const isIndividual = document.applicant?.kind === 'individual';
  const app = document.app?.name?.trim() || '（应用名称未填写）';
  const company = document.company?.name?.trim() || '（未填写）';
  return {
    title: '打印包',
    author: document.company?.name?.trim() ?? '',
    language: 'zh-CN',
    subject: `打印包：${app}`,
    blocks: [
      { kind: 'title', text: isIndividual ? '打印包：签署清单' : '打印包：签字盖章清单' },
      {
        kind: 'particulars',
        rows: [
          { label: isIndividual ? '申请人' : '申请公司', value: company },
          { label: '应用名称', value: app },
          { label: '生成日期', value: date },
          { label: '页数', value: pagesInWords(plan) },
        ],
      },
      heading('怎么做'),
      ...instructions(plan, input.shows, isIndividual).map((text, index) =>
        paragraph(`${index + 1}. ${text}`),
      ),
      heading('逐页清单'),
      ...plan.groups.flatMap((group) => groupBlocks(group, isIndividual)),
      ...leftBlocks(left),
    ],
    code: null,
    isDraft: false,
    style: 'checklist',
  };
}

function pagesInWords({ coverPages, pages }: PackPlan): string {
  const cover = coverPages === 1 ? '第 1 页是本封面' : `第 1 至 ${coverPages} 页是本封面`;
  return `共 ${pages} 页；${cover}，自己留用，不提交`;
}

function instructions({ groups }: PackPlan, shows: Shown, isIndividual: boolean): readonly string[] {
  const sheets = groups.flatMap((group) => group.sheets);
  const hasLetters = sheets.some(({ kind }) => kind === 'letter');
  const hasCopies = sheets.some(({ kind }) => kind === 'copy');
  const isSealedByOthers = groups.some(
    ({ isOwn, sheets: theirs }) => !isOwn && theirs.some(({ seal }) => seal !== null),
  );
  const guidesNote = shows.guides ? '浅色虚线只标位置，不是检查的标准。' : '';
  return [
    '打印：A4 纸、单面、彩色，缩放选“实际大小”（100%），不要“适合页面”。页码指打印包的第几页，与函件自己的页码无关。',
    '手写：由本人用黑色签字笔写，逐字照抄引号里的文字，日期写实际签盖的日子。不要打印、粘贴或用图片代替手写。',
    isIndividual
      ? `签章：个人没有公章，条文要求盖公章的，先问平台，照答复办理；印迹要清楚、完整。${isSealedByOthers ? '授权方的公章按页码从前到后盖。' : ''}${guidesNote}`
      : `盖章：按页码从前到后盖，印迹要清楚、完整。${guidesNote}`,
    ...(shows.crossPageSeal
      ? ['骑缝章：多页函件右边缘的弧线标出位置，各页错开叠好，一次盖上（印齐建议，平台规则未要求）。']
      : []),
    '扫描：彩色、300 dpi，整页入镜，不用黑白模式，不加滤镜。',
    ...(hasLetters
      ? [
          '函件：各页右下角的方码要扫到，可以一起扫成一个文件，顺序不限，导入后自动归到各函（命令行 yinqi file）；没有方码的，手动放到对应的函件。' +
            wordingNote(shows.onForm),
        ]
      : []),
    ...(hasCopies ? ['复印件：每份单独扫成一个文件，按“扫描与归档”一栏放到对应的位置。'] : []),
  ];
}

/** Whose words the letters have. */
function wordingNote(onForm: Shown['onForm']): string {
  switch (onForm) {
    case 'none':
      return '措辞由印齐自拟，不是平台的官方格式，是否采用请先核对。';
    case 'some':
      return '标明“平台格式”的填在平台的格式上，请核对是否现行；其余措辞由印齐自拟，是否采用请先核对。';
    case 'all':
      return '都填在平台的格式上，请核对是否现行。';
  }
}

function groupBlocks({ party, isOwn, sheets }: PackGroup, isIndividual: boolean): readonly Block[] {
  const who = isOwn ? `${isIndividual ? '本人' : '本公司'}办理：${party}` : `请对方办理：${party}`;
  return [
    { kind: 'heading', level: 2, runs: [{ text: who, bold: true }] },
    {
      kind: 'table',
      sizePt: tablePt,
      columns: [
        { title: '页码', share: 0.06 },
        { title: '是什么', share: 0.22 },
        { title: '谁签字', share: 0.16 },
        { title: isOwn && isIndividual ? '签章' : '盖章', share: 0.19 },
        { title: '手写', share: 0.19 },
        { title: '扫描与归档', share: 0.18 },
      ],
      rows: sheets.map(({ page, title, signs, seal, handwriting, scan, caution }) => [
        String(page),
        caution === null ? title.zh : `${title.zh}\n注意：${caution.zh}`,
        signs?.zh ?? '—',
        seal?.zh ?? '—',
        handwriting?.zh ?? '—',
        scan.zh,
      ]),
    },
  ];
}

function leftBlocks(left: readonly LeftOut[]): readonly Block[] {
  if (left.length === 0) return [];
  return [
    heading('没有列入的'),
    {
      kind: 'table',
      sizePt: tablePt,
      columns: [
        { title: '材料', share: 0.3 },
        { title: '原因', share: 0.7 },
      ],
      rows: left.map(({ title, why }) => [title.zh, why.zh]),
    },
  ];
}
