import { decodeEntities } from './read-html.ts';
import type { LaidOutText, TextLink, TextSpan } from './text-layout.ts';

/** A link or picture of Markdown on one line. */
const linkOrPicture =
  /(!?)\[([^[\]\n]{0,500})\](?:\(\s*<?([^()\s<>]{0,2000})[^()\n]{0,500}\)|\[[^[\]\n]{0,200}\])/g;
const anchor = /<a\b([^<>]{0,2000})>([^<>]{0,2000}(?:<(?!\/?a\b)[^<>]{0,200}>[^<>]{0,500}){0,10})<\/a\s*>/gi;
const inlineTag = /^<\/?(a|abbr|b|big|em|font|i|ins|mark|s|small|span|strong|sub|sup|u|wbr)\b/i;
const strikingTag = /^<\/?(b|em|font|i|ins|mark|span|strong|u)\b/i;

/** Marks of emphasis, or tags; a row of underscores is a line to write on and stays. */
const mark =
  /\*{1,3}|[`~]+|(?<![\p{L}\p{N}_])_{1,2}(?!_)|(?<!_)_{1,2}(?![\p{L}\p{N}_])|<[a-zA-Z/!][^<>]{0,2000}>/gu;

const bare = (markdown: string): string => markdown.replaceAll(mark, '').trim();

/** Takes the links out of a line and leaves their names. */
function withoutLinks(line: string, links: TextLink[]): string {
  const named =
    line.includes('](') || line.includes('][')
      ? line.replaceAll(linkOrPicture, (_all, picture: string, name: string, target?: string) => {
          if (picture === '') links.push({ name: decodeEntities(bare(name)), target: target ?? '' });
          return name;
        })
      : line;
  if (!/<a\b/i.test(named)) return named;
  return named.replaceAll(anchor, (_all, marks: string, name: string) => {
    const target = /\bhref\s*=\s*["']?([^"'\s>]*)/i.exec(marks)?.[1];
    if (target !== undefined)
      links.push({ name: decodeEntities(bare(name)), target: decodeEntities(target) });
    return name;
  });
}

/** Writes a line without its marks and tells what stands out in it. */
function writeInline(line: string, from: number, emphasis: TextSpan[]): string {
  let written = '';
  const begun = new Map<string, number>();
  let at = 0;
  for (const match of line.matchAll(mark)) {
    const [token] = match;
    written += decodeEntities(line.slice(at, match.index));
    at = match.index + token.length;
    if (token.startsWith('`') || token.startsWith('~')) continue;
    if (token.startsWith('<')) {
      if (!inlineTag.test(token)) written += '\n';
      if (!strikingTag.test(token)) continue;
    }
    const key = token.startsWith('<') ? (strikingTag.exec(token)?.[1]?.toLowerCase() ?? '') : token;
    const start = begun.get(key);
    if (start === undefined) begun.set(key, written.length);
    else {
      begun.delete(key);
      if (written.length > start) emphasis.push({ start: from + start, end: from + written.length });
    }
  }
  return written + decodeEntities(line.slice(at));
}

const isRule = (line: string): boolean => /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(line);
const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

/** A text without what stands between two marks, and they; a beginning without an end stays. Goes over the text once. */
function without(text: string, start: RegExp, end: RegExp): string {
  let kept = '';
  let at = 0;
  for (let from = start.exec(text); from !== null; from = start.exec(text)) {
    end.lastIndex = start.lastIndex;
    if (end.exec(text) === null) break;
    kept += text.slice(at, from.index);
    at = end.lastIndex;
    start.lastIndex = at;
  }
  return kept + text.slice(at);
}

/** Reads Markdown as its readers see it: marks and tags go, headings, rows of tables and what stands out are told. */
export function readMarkdown(markdown: string): LaidOutText {
  const links: TextLink[] = [];
  const emphasis: TextSpan[] = [];
  const headings: (TextSpan & { level: number })[] = [];
  const rows: (TextSpan & { table: number })[] = [];
  const shown = ['script', 'style', 'template'].reduce(
    (text, tag) =>
      without(text, new RegExp(`<${tag}\\b[^<>]{0,2000}>`, 'gi'), new RegExp(`</${tag}\\s{0,100}>`, 'gi')),
    without(markdown, /<!--/g, /-->/g),
  );
  const lines = shown.split(/\r\n|\n|\r/);
  const written: string[] = [];
  let length = 0;
  let table = 0;
  let isInTable = false;
  const write = (line: string): TextSpan => {
    const span = { start: length, end: length + line.length };
    written.push(line);
    length += line.length + 1;
    return span;
  };
  for (const [index, line] of lines.entries()) {
    const isRow = /^\s*\|.*\|\s*$/.test(line);
    if (!isRow) isInTable = false;
    if (isRow && isRule(line)) continue;
    if (isRow) {
      if (!isInTable) table += 1;
      isInTable = true;
      let row = '';
      for (const cell of cellsOf(line)) {
        row += `${row === '' ? '' : '\t'}${writeInline(withoutLinks(cell, links), length + row.length + (row === '' ? 0 : 1), emphasis).replaceAll('\n', ' ')}`;
      }
      rows.push({ ...write(row), table });
      continue;
    }
    const heading = /^ {0,3}(#{1,6})[ \t\u3000]+(.*?)[ \t]*#*[ \t]*$/.exec(line);
    const under = lines[index + 1] ?? '';
    const isUnderlined = line.trim() !== '' && /^(=+|-{2,})\s*$/.test(under) && !/^\s*[-*>|#]/.test(line);
    if (heading !== null || isUnderlined) {
      const level = heading === null ? (under.startsWith('=') ? 1 : 2) : (heading[1]?.length ?? 1);
      const span = write(writeInline(withoutLinks(heading?.[2] ?? line, links), length, emphasis));
      headings.push({ ...span, level });
      continue;
    }
    if (/^\s*(=+|-{3,}|\*{3,}|_{3})\s*$/.test(line)) {
      write('');
      continue;
    }
    write(writeInline(withoutLinks(line, links), length, emphasis));
  }
  return { text: written.join('\n'), links, layout: { headings, rows, emphasis } };
}
