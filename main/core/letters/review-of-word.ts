import type { Failure } from '../../contract/failure.ts';
import type { ReadParagraph, ReadTable, ReadWord, WordRun, WordStyle } from '../../contract/word.ts';
import { cleanWordRuns, isEmpty, isTagsAlone, linesOf, plainRuns, textOf } from './clean-word-runs.ts';
import { pairContainers, type ContainerLine, type ReviewBlock } from './review-blocks.ts';
import { reviewPair } from './review-pair.ts';
import { cellRuns, reviewTable } from './review-table.ts';
import { typedNumber, withoutTypedNumber } from './typed-number.ts';
import { unusualMarks } from './unusual-marks.ts';
import { beginningOf, wordFault, type WordPlace, type WordRemark } from './word-fault.ts';
import { labelledContainer } from './word-labels.ts';

/** A reviewed file as the pieces of a wording. */
export interface ReviewedWording {
  readonly blocks: readonly ReviewBlock[];
  /** Where each block stands in the file, the lines of a container one by one. */
  readonly places: readonly (readonly WordPlace[])[];
  /** Why it cannot become a template. */
  readonly faults: readonly Failure[];
  readonly remarks: readonly WordRemark[];
  /** The rows of the table of front matter as they came back; empty where it is gone. */
  readonly frontRows: readonly (readonly string[])[];
}

/** Understands what came back from Word: each paragraph by its style, each table, every tag where it stands. */
export function reviewOfWord(read: ReadWord): ReviewedWording {
  const state = createState(read);
  for (const block of read.blocks) {
    if (block.kind === 'table') state.table(block);
    else state.paragraph(block);
  }
  return state.result();
}

function createState(read: ReadWord) {
  const blocks: ReviewBlock[] = [];
  const places: WordPlace[][] = [];
  const faults: Failure[] = [];
  const remarks: WordRemark[] = [];
  const frontRows: string[][] = [];
  let headingLevel = 0;
  let depth = 0;
  let list: string | null = null;
  let isClosed = true;
  /** Lists met before the last heading: Word counts on in them, a template counts anew. */
  let section = new Set<string>();
  const earlier = new Set<string>();

  const put = (block: ReviewBlock, place: WordPlace): void => {
    blocks.push(block);
    places.push([place]);
    isClosed = false;
  };
  const fault = (place: WordPlace, zh: string, en: string, hintZh: string, hintEn: string): void =>
    void faults.push(wordFault(read.name, place, { zh, en }, { zh: hintZh, en: hintEn }));
  const remark = (paragraph: number, zh: string, en: string): void =>
    void remarks.push({ paragraph, text: { zh, en } });
  const unusual = unusualMarks(read.name, faults, remarks);
  unusual(read.marks, { paragraph: 0, beginning: '' });

  const inContainer = (kind: string, line: ContainerLine, place: WordPlace): void => {
    const last = blocks.at(-1);
    if (!isClosed && last?.kind === 'container' && last.container === kind) {
      blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] };
      places.at(-1)?.splice(last.lines.length, 1, place);
    } else {
      // Safe: callers name containers of the list.
      put(
        {
          kind: 'container',
          container: kind as Extract<ReviewBlock, { kind: 'container' }>['container'],
          lines: [line],
        },
        place,
      );
    }
  };

  const pairLine = (kind: string, runs: readonly WordRun[], place: WordPlace): void => {
    const pair = reviewPair(kind, runs);
    if (pair === null) {
      fault(
        place,
        '这一行缺少冒号',
        'this line has no colon',
        '请写成「名称：内容」，或改用「正文文本」样式',
        'Write it as name: value, or give it the style Body Text',
      );
      return;
    }
    if (runs.some(({ tag, bold, underline }) => tag !== true && (bold === true || underline === true))) {
      remark(place.paragraph, '这里的加粗和下划线没有读入', 'bold and underlined were not taken over here');
    }
    inContainer(kind, { runs: pair }, place);
  };

  const textLine = (
    style: WordStyle,
    runs: readonly WordRun[],
    paragraph: ReadParagraph,
    place: WordPlace,
  ): void => {
    switch (style) {
      case 'salutation':
      case 'note':
      case 'centre':
      case 'end':
        inContainer(style, isTagsAlone(runs) ? { tag: textOf(runs).trim() } : { runs }, place);
        return;
      case 'particulars':
        if (isTagsAlone(runs)) inContainer('particulars', { tag: textOf(runs).trim() }, place);
        else pairLine('particulars', runs, place);
        return;
      case 'signature-setting': {
        const named = labelledContainer(textOf(runs));
        const last = blocks.at(-1);
        const open =
          last?.kind === 'container' &&
          pairContainers.includes(last.container) &&
          last.container !== 'particulars';
        if (named !== null) {
          put({ kind: 'container', container: named as 'signature', lines: [] }, place); // Safe: labels name containers.
          return;
        }
        const kind = open ? last.container : 'signature';
        if (isTagsAlone(runs)) inContainer(kind, { tag: textOf(runs).trim() }, place);
        else pairLine(kind, runs, place);
        return;
      }
      default:
        flowText(style, runs, paragraph, place);
    }
  };

  const flowText = (
    style: WordStyle,
    runs: readonly WordRun[],
    paragraph: ReadParagraph,
    place: WordPlace,
  ): void => {
    if (isTagsAlone(runs)) return put({ kind: 'tag', text: textOf(runs).trim() }, place);
    const heading = /^heading-(\d)$/.exec(style)?.[1];
    if (style === 'title') return put({ kind: 'title', runs: plainRuns(runs) }, place);
    if (heading !== undefined) {
      headingLevel = Number(heading);
      for (const one of section) earlier.add(one);
      section = new Set();
      depth = 0;
      list = null;
      // Safe: the styles are heading-1 to heading-4.
      return put(
        { kind: 'heading', level: headingLevel as 1 | 2 | 3 | 4, runs: withoutTyped(runs, place) },
        place,
      );
    }
    const { numbering } = paragraph;
    const level = /^item-(\d)$/.exec(style)?.[1];
    if (numbering !== null && !numbering.isOrdered) {
      return fault(
        place,
        '信函不用圆点列表',
        'a letter has no bullet lists',
        '请改用「列表编号」样式',
        'Use one of the styles List Number',
      );
    }
    const isNumbered = numbering !== null && (level !== undefined || style === 'body');
    const continued = /^continued-(\d)$/.exec(style)?.[1];
    if (!isNumbered && level === undefined && continued === undefined) {
      if (style === 'body' && (paragraph.align === 'centre' || paragraph.align === 'end')) {
        return inContainer(paragraph.align, { runs }, place);
      }
      warnOfTyped(runs, place);
      return put({ kind: 'paragraph', runs }, place);
    }
    if (!isNumbered) {
      if (depth === 0) return put({ kind: 'paragraph', runs }, place);
      const own = continued === undefined ? depth : Math.max(1, Number(continued) - headingLevel);
      return put({ kind: 'item', depth: Math.min(own, depth), isContinued: true, runs }, place);
    }
    const wanted = level === undefined ? numbering.level : Math.max(1, Number(level) - headingLevel);
    if (wanted > depth + 1) {
      return fault(
        place,
        '编号跳过了一级',
        'the numbering leaves out a level',
        '请先有上一级的编号段落，或改用上一级的「列表编号」样式',
        'Put a paragraph of the level above before it, or use the style of that level',
      );
    }
    joinBroken(numbering.list, list);
    if (numbering.list !== null && earlier.has(numbering.list) && !section.has(numbering.list)) {
      remark(
        place.paragraph,
        '这里的编号在 Word 里接着前面的小节数，模板里从头数起',
        'Word counts on from the section before here; the template counts from the beginning',
      );
    }
    if (list !== null && numbering.list !== null && list !== numbering.list && lastItemDepth() === wanted) {
      remark(
        place.paragraph,
        '这里在 Word 里是另一个编号列表，模板里接着上一项数',
        'this is another list in Word; the template counts on from the item before',
      );
    }
    if (numbering.list !== null) section.add(numbering.list);
    list = numbering.list;
    depth = wanted;
    put({ kind: 'item', depth, isContinued: false, runs: withoutTyped(runs, place) }, place);
  };

  /** The depth of the item that stands right before; 0 where something else does. */
  const lastItemDepth = (): number => {
    const last = blocks.findLast(({ kind }) => kind !== 'tag');
    return last?.kind === 'item' ? last.depth : 0;
  };

  /** Paragraphs between two items that Word counts as one list go on with the first: else the count would begin anew. */
  const joinBroken = (now: string | null, before: string | null): void => {
    if (now === null || now !== before) return;
    let at = blocks.length - 1;
    while (blocks[at]?.kind === 'paragraph' || blocks[at]?.kind === 'tag') at -= 1;
    const item = blocks[at];
    if (item?.kind !== 'item') return;
    for (let index = at + 1; index < blocks.length; index += 1) {
      const between = blocks[index];
      if (between?.kind !== 'paragraph') continue;
      blocks[index] = { kind: 'item', depth: item.depth, isContinued: true, runs: between.runs };
    }
  };

  const withoutTyped = (runs: readonly WordRun[], place: WordPlace): readonly WordRun[] => {
    const typed = typedNumber(runs);
    if (typed === '') return runs;
    remark(
      place.paragraph,
      `去掉了手打的编号「${typed}」：这一段由程序编号`,
      `the typed number “${typed}” was taken off: this paragraph is numbered by the program`,
    );
    return withoutTypedNumber(runs);
  };
  const warnOfTyped = (runs: readonly WordRun[], place: WordPlace): void => {
    const typed = typedNumber(runs);
    if (typed === '') return;
    remark(
      place.paragraph,
      `「${typed}」是手打的编号，按普通文字读入；要自动编号请用「列表编号」样式`,
      `“${typed}” is typed and was read as text; for a counted number use a style List Number`,
    );
  };

  return {
    paragraph(paragraph: ReadParagraph): void {
      const { style } = paragraph;
      const runs = cleanWordRuns(paragraph.runs);
      const place = { paragraph: paragraph.number, beginning: beginningOf(textOf(runs)) };
      if (style === 'instruction' || style === 'front-matter') return;
      unusual(paragraph.marks, place);
      if (isEmpty(runs)) {
        // An empty line keeps two blocks of one kind apart; elsewhere it says nothing.
        if (style === 'particulars' || style === 'signature-setting') isClosed = true;
        return;
      }
      if (style === null) {
        remark(
          place.paragraph,
          `样式「${paragraph.styleName}」不是模板的样式，按正文读入`,
          `the style “${paragraph.styleName}” is none of the template’s and was read as body text`,
        );
      }
      for (const line of linesOf(runs))
        if (!isEmpty(line)) textLine(knownStyle(style), line, paragraph, place);
    },

    table(table: ReadTable): void {
      const paragraphs = table.rows.flat().flatMap((cell) => cell.paragraphs);
      if (paragraphs.some(({ style }) => style === 'front-matter')) {
        frontRows.push(...table.rows.map((row) => row.map((cell) => textOf(cellRuns(cell.paragraphs)))));
        return;
      }
      for (const one of paragraphs) {
        unusual(one.marks, { paragraph: one.number, beginning: beginningOf(textOf(one.runs)) });
      }
      const made = reviewTable(table, read.name);
      faults.push(...made.faults);
      if (made.block !== null) put(made.block, made.place);
    },

    result(): ReviewedWording {
      return { blocks, places, faults, remarks, frontRows };
    },
  };
}

/** What a letter's own styles and an unknown one are read as. */
function knownStyle(style: WordStyle | null): WordStyle {
  const isLetterOnly = style === 'signing-line' || style === 'signature' || style === 'guide';
  const isInTable = style === 'table-text' || style === 'table-heading' || style === 'tag';
  return style === null || isLetterOnly || isInTable ? 'body' : style;
}
