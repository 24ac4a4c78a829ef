import type { WordBlock, WordDocument, WordParagraph, WordRun, WordStyle } from '../../contract/word.ts';
import { withClausesInPlace } from './expand-clauses.ts';
import { reviewBlocks, type ContainerLine, type ReviewBlock } from './review-blocks.ts';
import { frontRows } from './template-front-rows.ts';
import { templateHash, wordingOfSource } from './template-parts.ts';
import type { LetterTemplate } from './template.ts';
import { typographyOf } from './typography.ts';
import { containerLabel, shownPair } from './word-labels.ts';
import { splitPair } from './split-pair.ts';
import { wordParticulars } from './word-particulars.ts';

const typography = typographyOf('letter');

const instructions: readonly string[] = [
  '这是函件模板的审阅稿。请直接修改下面的正文，可以用修订和批注；改好后保存为 .docx 交回。',
  '带底色的 {{ … }} 是生成函件时填入的资料，{% … %} 是条件，请整体保留、移动或删除，不要改动其中的字符；引号和括号须为半角。',
  '段落靠样式区分：标题 1–4、编号列表、正文文本、主体信息、签署设置等；新增段落请套用相应的样式，编号由 Word 自动生成，不要手打。表格里的模板信息请勿修改，改了也不会读入。',
];

/**
 * A template as a Word file to be reviewed: its wording with variables and tags in sight, its front matter in a locked table
 * above, the words of its shared clauses in their places. `source` is the whole text of template.md, `template` what it parses to.
 */
export function wordOfTemplate(source: string, template: LetterTemplate): WordDocument {
  const inPlace = withClausesInPlace(source, template.clauses);
  const blocks = reviewBlocks(wordingOfSource(inPlace));
  const list = createListNumbers();
  return {
    title: `${template.title.zh}（模板审阅稿）`,
    author: '印齐 Yinqi',
    subject: `${template.id} ${template.version}`,
    language: 'zh-CN',
    properties: {
      'yinqi-kind': 'template',
      'yinqi-letter': template.id,
      'yinqi-version': template.version,
      'yinqi-revision': templateHash(inPlace),
    },
    style: 'letter',
    header: `模板审阅稿　${template.title.zh}　${template.id} ${template.version}`,
    blocks: [
      ...instructions.map((text) => paragraph('instruction', [{ text }])),
      {
        kind: 'table',
        shares: [1, 4],
        rows: frontRows(template).map(([label, value]) => [[{ text: label }], [{ text: value }]]),
        hasHeading: false,
        lockedAs: '模板信息',
      },
      ...belowTable(blocks.flatMap((block, index) => wordOf(block, blocks[index - 1], list))),
    ],
  };
}

/** The wording begins at some distance from the table above it. */
function belowTable([first, ...others]: readonly WordBlock[]): readonly WordBlock[] {
  if (first?.kind !== 'paragraph') return first === undefined ? [] : [first, ...others];
  return [{ ...first, spaceBeforeMm: typography.pitchMm }, ...others];
}

const paragraph = (style: WordStyle, runs: readonly WordRun[]): WordParagraph => ({
  kind: 'paragraph',
  style,
  runs,
});
const tagRun = (text: string): readonly WordRun[] => [{ text, tag: true }];

/** Lists counted anew wherever Markdown begins one: after anything but items and tags. */
interface ListNumbers {
  level: number;
  list: number;
  isOpen: boolean;
}
const createListNumbers = (): ListNumbers => ({ level: 0, list: 0, isOpen: false });

function wordOf(
  block: ReviewBlock,
  previous: ReviewBlock | undefined,
  list: ListNumbers,
): readonly WordBlock[] {
  if (block.kind !== 'item' && block.kind !== 'tag') list.isOpen = false;
  switch (block.kind) {
    case 'title':
      return [paragraph('title', block.runs)];
    case 'heading':
      list.level = block.level;
      return [paragraph(`heading-${block.level}`, block.runs)];
    case 'paragraph':
      return [paragraph('body', block.runs)];
    case 'item': {
      if (!list.isOpen) list.list += 1;
      list.isOpen = true;
      const level = Math.min(5, list.level + block.depth) as 1 | 2 | 3 | 4 | 5; // Safe: depth is at least 1.
      if (block.isContinued) return [paragraph(`continued-${level}`, block.runs)];
      return [{ ...paragraph(`item-${level}`, block.runs), list: list.list }];
    }
    case 'tag':
      return [paragraph('tag', tagRun(block.text))];
    case 'table':
      return [
        {
          kind: 'table',
          shares: block.shares,
          rows: block.rows.map((row) => ('tag' in row ? [tagRun(row.tag)] : row.cells)),
          hasHeading: true,
        },
      ];
    case 'container': {
      const isSame = previous?.kind === 'container' && previous.container === block.container;
      return containerOf(block.container, block.lines, isSame);
    }
  }
}

function containerOf(
  kind: string,
  lines: readonly ContainerLine[],
  isSame: boolean,
): readonly WordParagraph[] {
  switch (kind) {
    case 'salutation':
    case 'note':
    case 'centre':
    case 'end':
      return lines.map((line) => paragraph(kind, 'tag' in line ? tagRun(line.tag) : line.runs));
    case 'particulars': {
      const pairs = lines.map((line) => ('tag' in line ? null : splitPair(line.runs)));
      const rows = wordParticulars(
        pairs.filter((pair) => pair !== null),
        typography,
      );
      let next = 0;
      const made = lines.map((line) =>
        'tag' in line
          ? paragraph('particulars', tagRun(line.tag))
          : (rows[(next += 1) - 1] ?? paragraph('particulars', [])),
      );
      // An empty line keeps two blocks that follow each other apart.
      return isSame ? [paragraph('particulars', []), ...made] : made;
    }
    default:
      return [
        paragraph('signature-setting', [{ text: containerLabel(kind), bold: true }]),
        ...lines.map((line) =>
          paragraph('signature-setting', 'tag' in line ? tagRun(line.tag) : settingRuns(line.runs)),
        ),
      ];
  }
}

function settingRuns(runs: readonly WordRun[]): readonly WordRun[] {
  const { label, value } = splitPair(runs) ?? { label: runs, value: [] };
  const text = (part: readonly WordRun[]): string => part.map((run) => run.text).join('');
  const shown = shownPair(text(label), text(value));
  return [{ text: `${shown.label}：` }, ...(shown.value === text(value) ? value : [{ text: shown.value }])];
}
