/** A stretch of a line: plain, bold, or a link. */
export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly link?: string;
}

/** A line of a text: what it is, and its stretches. */
export interface TextLine {
  readonly kind: 'heading' | 'item' | 'row' | 'text';
  readonly runs: readonly TextRun[];
}

function runOf(written: string): TextRun {
  const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(written);
  if (link !== null) return { text: link[1] ?? '', bold: false, link: link[2] ?? '' };
  return { text: written.replaceAll('**', ''), bold: written.startsWith('**') };
}

/** The lines of a Markdown text as the corpus writes it: headings, lists, tables, bold and links. */
export function linesOf(markdown: string): readonly TextLine[] {
  return markdown
    .replaceAll('<br>', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\|[ -|]+\|$/.test(line))
    .map((line): TextLine => {
      const kind = line.startsWith('#')
        ? 'heading'
        : line.startsWith('- ')
          ? 'item'
          : line.startsWith('|')
            ? 'row'
            : 'text';
      const bare = line.replace(/^(#+ |- )/, '');
      return {
        kind,
        runs: bare
          .split(/(\*\*.+?\*\*|\[[^\]]+\]\([^)]+\))/)
          .filter((one) => one !== '')
          .map(runOf),
      };
    });
}

/** The cells of a row of a table. */
export const cellsOf = ({ runs }: TextLine): readonly string[] =>
  runs
    .map(({ text }) => text)
    .join('')
    .replaceAll(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** Text as XML and HTML take it. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
