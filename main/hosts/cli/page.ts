import type { Language } from '../../contract/language.ts';
import { displayWidth } from './display-width.ts';
import { wrapText } from './wrap-text.ts';

export type Tone = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

const escapes: Readonly<Record<Tone, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

// Everything that could move a cursor or change a terminal, but not line ends and tabs.
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // oxlint-disable-line no-control-regex

/** What a report for people is written on: it knows the language, the width of the terminal and whether colours are wanted. */
export interface Page {
  readonly language: Language;
  /** The text in the page's language. */
  t(zh: string, en: string): string;
  /** Adds colour where it is wanted. */
  paint(tone: Tone, text: string): string;
  /** Adds a line; none adds an empty one. Text from papers must come through {@link plain}. */
  line(text?: string): void;
  /** Adds a text broken at the page's width, every line `indent` columns in, the first after `lead`. */
  paragraph(text: string, indent: number, lead?: string, tone?: Tone): void;
  /** Adds columns that line up, whatever mixture of Chinese and Latin they hold. */
  columns(rows: readonly (readonly string[])[], indent: number, tones?: readonly (Tone | null)[]): void;
  /** All that was written, ending in a line end unless nothing was. */
  text(): string;
}

/** Makes text safe to print: control characters and direction marks, which can deceive, become visible. */
export function plain(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(controls, '\ufffd');
}

/** Makes an empty page. `width` in columns; without it lines are not broken. */
export function createPage(options: {
  readonly language: Language;
  readonly colours: boolean;
  readonly width?: number | undefined;
}): Page {
  const lines: string[] = [];
  const width = Math.max(40, options.width ?? Number.POSITIVE_INFINITY);
  const page: Page = {
    language: options.language,
    t: (zh, en) => (options.language === 'zh' ? zh : en),
    paint(tone, text) {
      if (!options.colours || text === '') return text;
      const [on, off] = escapes[tone];
      return `\u001b[${on}m${text}\u001b[${off}m`;
    },
    line(text = '') {
      lines.push(text);
    },
    paragraph(text, indent, lead = '', tone) {
      const margin = ' '.repeat(indent);
      const leadWidth = displayWidth(stripColours(lead));
      const start = lead === '' ? margin : lead + ' '.repeat(Math.max(0, indent - leadWidth));
      for (const [index, line] of wrapText(plain(text), width - indent).entries()) {
        lines.push((index === 0 ? start : margin) + (tone === undefined ? line : page.paint(tone, line)));
      }
    },
    columns(rows, indent, tones = []) {
      const count = Math.max(0, ...rows.map((row) => row.length));
      const widths = Array.from({ length: count }, (_, column) =>
        Math.max(0, ...rows.map((row) => displayWidth(stripColours(row[column] ?? '')))),
      );
      for (const row of rows) {
        const cells = row.map((cell, column) => {
          const isLast = column === row.length - 1;
          const tone = tones[column] ?? null;
          const shown = tone === null ? cell : page.paint(tone, cell);
          const padding = (widths[column] ?? 0) - displayWidth(stripColours(cell));
          return isLast ? shown : shown + ' '.repeat(Math.max(0, padding));
        });
        lines.push((' '.repeat(indent) + cells.join('  ')).trimEnd());
      }
    },
    text: () => (lines.length === 0 ? '' : `${lines.join('\n')}\n`),
  };
  return page;
}

/** The text without the colours that {@link Page.paint} put in. */
function stripColours(text: string): string {
  return text.replaceAll(/\u001b\[\d+m/g, ''); // oxlint-disable-line no-control-regex
}
