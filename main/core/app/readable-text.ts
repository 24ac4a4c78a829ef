import type { FileInspection } from '../../contract/files.ts';

/** A link of a text: the words that can be pressed. */
export interface TextLink {
  readonly name: string;
  readonly target: string;
}

/** What a reader sees of a text file: its words, and the names of its links. */
export interface ReadableText {
  readonly text: string;
  readonly links: readonly TextLink[];
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', ldquo: '“', rdquo: '”', middot: '·', hellip: '…',
}; // prettier-ignore

const decoded = (html: string): string =>
  html
    .replaceAll(/&#(\d{1,7});/g, (_all, code: string) => character(Number(code)))
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_all, code: string) => character(Number.parseInt(code, 16)))
    .replaceAll(/&([a-z]+);/gi, (all, name: string) => entities[name.toLowerCase()] ?? all);

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Tags that stand within a line; any other ends one. */
const withoutTags = (html: string): string =>
  html
    .replaceAll(/<\/?(a|abbr|b|big|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,2000}>/gi, '')
    .replaceAll(/<[a-z/!][^<>]{0,2000}>/gi, '\n');

function readHtml(html: string): ReadableText {
  const shown = html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<(script|style|template|noscript|head)\b[\s\S]*?<\/\1\s*>/gi, '');
  const links = [...shown.matchAll(/<a\b([^<>]{0,2000})>([\s\S]{0,2000}?)<\/a\s*>/gi)].flatMap(
    ([, marks = '', inner = '']) => {
      const [, target] = /\bhref\s*=\s*["']?([^"'\s>]*)/i.exec(marks) ?? [];
      return target === undefined
        ? []
        : [{ name: decoded(withoutTags(inner)).trim(), target: decoded(target) }];
    },
  );
  return { text: decoded(withoutTags(shown)), links };
}

function readMarkdown(markdown: string): ReadableText {
  const links: TextLink[] = [];
  const text = markdown
    .replaceAll(/!\[([^[\]]{0,500})\]\([^()]{0,2000}\)/g, '$1')
    .replaceAll(
      /\[([^[\]]{1,500})\](?:\(\s*<?([^()\s<>]{0,2000})[^()]{0,500}\)|\[[^[\]]{0,200}\])/g,
      (_all, name: string, target?: string) => {
        links.push({ name: unmarked(name).trim(), target: target ?? '' });
        return name;
      },
    );
  const html = readHtml(text);
  return { text: unmarked(html.text), links: [...links, ...html.links] };
}

/** Markdown without its marks of emphasis; a row of underscores is a line to write on and stays. */
const unmarked = (markdown: string): string =>
  markdown.replaceAll(/[*`~]|(?<![\p{L}\p{N}_])_{1,2}(?!_)|(?<!_)_{1,2}(?![\p{L}\p{N}_])/gu, '');

/** Reads the words of an inspected text, html or Markdown file; null where its text is not known. */
export function readableText({ text, type, path }: FileInspection): ReadableText | null {
  if (text === undefined) return null;
  if (type === 'html') return readHtml(text);
  return /\.(md|markdown)$/i.test(path) ? readMarkdown(text) : { text, links: [] };
}
