import type { ReadParagraph, ReadTable, ReadWord } from '../../contract/word.ts';
import type { LaidOutText, TextLink, TextSpan } from './text-layout.ts';

/** Words that people take for the name of a heading's style. */
const headingStyle = /^(?:heading|标题)\s*([1-6])?/i;

/** Reads a Word file as its readers see it, at most `most` characters: paragraphs and rows of tables as lines. */
export function readWordText({ blocks }: ReadWord, most: number): LaidOutText {
  const links: TextLink[] = [];
  const headings: (TextSpan & { level: number })[] = [];
  const rows: (TextSpan & { table: number })[] = [];
  const emphasis: TextSpan[] = [];
  const lines: string[] = [];
  let length = 0;
  let table = 0;
  /** The words of a paragraph that begins at `start`; a break inside it stays on its line in a table. */
  const wordsOf = (paragraph: ReadParagraph, start: number, isCell: boolean): string => {
    let words = '';
    let open = null as TextLink | null;
    const isMarked = paragraph.marks.includes('highlight');
    for (const { text, bold, underline, link } of paragraph.runs) {
      const from = words.length;
      words += isCell ? text.replaceAll('\n', ' ') : text;
      if ((bold === true || underline === true || isMarked) && words.length > from) {
        emphasis.push({ start: start + from, end: start + words.length });
      }
      if (link === undefined) {
        open = null;
        continue;
      }
      // Word parts one link into several runs.
      if (open?.target === link) links.pop();
      open = { name: `${open?.target === link ? open.name : ''}${text}`, target: link };
      links.push(open);
    }
    return words;
  };
  const write = (line: string): TextSpan => {
    const span = { start: length, end: length + line.length };
    lines.push(line);
    length += line.length + 1;
    return span;
  };
  const writeTable = ({ rows: own }: ReadTable): void => {
    table += 1;
    for (const row of own) {
      let line = '';
      for (const [index, cell] of row.entries()) {
        if (index > 0) line += '\t';
        for (const paragraph of cell.paragraphs) {
          if (line !== '' && !line.endsWith('\t')) line += ' ';
          line += wordsOf(paragraph, length + line.length, true);
        }
      }
      if (line.trim() !== '') rows.push({ ...write(line), table });
    }
  };
  for (const block of blocks) {
    if (length > most) break;
    if (block.kind === 'table') {
      writeTable(block);
      continue;
    }
    const words = wordsOf(block, length, false);
    if (words.trim() === '') continue;
    const span = write(words);
    const level = levelOf(block);
    if (level !== null) headings.push({ ...span, level });
  }
  const text = lines.join('\n').slice(0, most);
  const within = <T extends TextSpan>(spans: readonly T[]): readonly T[] =>
    spans.filter(({ end }) => end <= text.length);
  const named = links.map(({ name, target }) => ({ name: name.trim(), target }));
  return {
    text,
    links: named,
    layout: { headings: within(headings), rows: within(rows), emphasis: within(emphasis) },
  };
}

function levelOf({ style, styleName }: ReadParagraph): number | null {
  if (style === 'title') return 1;
  const own = /^heading-([1-4])$/.exec(style ?? '')?.[1];
  if (own !== undefined) return Math.min(6, Number(own) + 1);
  const named = headingStyle.exec(styleName.trim());
  return named === null ? null : Math.min(6, Number(named[1] ?? '1') + 1);
}
