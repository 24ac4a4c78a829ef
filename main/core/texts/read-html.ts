import type { LaidOutText, TextLink } from './text-layout.ts';
import { TextWriter } from './text-writer.ts';

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '“', rdquo: '”',
  lsquo: '‘', rsquo: '’', middot: '·', hellip: '…', mdash: '—', ndash: '–', rarr: '→', raquo: '»', rsaquo: '›',
  bull: '•', copy: '©', times: '×', star: '☆', starf: '★',
}; // prettier-ignore

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';

/** Replaces the entities of a text by their characters; unknown ones stay. */
export const decodeEntities = (html: string): string =>
  html.includes('&')
    ? html.replaceAll(
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g,
        (all, decimal?: string, hex?: string, name?: string) => {
          if (decimal !== undefined) return character(Number(decimal));
          if (hex !== undefined) return character(Number.parseInt(hex, 16));
          return entities[name?.toLowerCase() ?? ''] ?? all;
        },
      )
    : html;

const inline = new Set('a abbr b big cite code em font i ins kbd label mark q s small span strong sub sup u var wbr'.split(' ')); // prettier-ignore
const emphatic = new Set(['b', 'strong', 'u', 'mark', 'em', 'i', 'ins']);
const unseen = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'select', 'textarea']);
const empty = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'col', 'source']);

/** A style that makes words stand out. */
const strikingStyle =
  /font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[^;]*underline|(?:^|[;\s])(?:color|background(?:-color)?)\s*:|font-style\s*:\s*italic/i;
const isHidden = (marks: string): boolean =>
  /\bstyle\s*=\s*["'][^"']{0,500}?(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(marks) ||
  /\s(?:hidden|aria-hidden\s*=\s*["']?true)(?:[\s=/>"']|$)/i.test(` ${marks}`);

const isStriking = (tag: string, marks: string): boolean =>
  emphatic.has(tag) ||
  (tag === 'font' && /\bcolor\s*=/i.test(marks)) ||
  strikingStyle.test(/\bstyle\s*=\s*["']([^"']{0,500})/i.exec(marks)?.[1] ?? '');

interface OpenTag {
  readonly tag: string;
  readonly isHidden: boolean;
  /** Where its words begin, if they stand out. */
  readonly emphasisFrom: number | null;
  readonly link: { readonly target: string; readonly from: number } | null;
}

/** Longer than any tag with its attributes. */
const longestTag = 4000;
/** Nothing real nests deeper, and what does costs no time. */
const deepest = 200;

/** Reads a web page as it is rendered: blocks as lines, cells set apart by tabs, scripts and hidden parts left out. */
export function readHtml(html: string): LaidOutText {
  const writer = new TextWriter();
  const open: OpenTag[] = [];
  const links: TextLink[] = [];
  let hidden = 0;

  const close = (one: OpenTag): void => {
    if (one.isHidden) hidden -= 1;
    if (one.emphasisFrom !== null) writer.emphasise(one.emphasisFrom);
    if (one.link !== null) links.push({ name: writer.since(one.link.from).trim(), target: one.link.target });
    const level = /^h([1-6])$/.exec(one.tag)?.[1];
    if (level !== undefined) writer.endHeading(Number(level));
    if (one.tag === 'tr') writer.endRow();
    if (one.tag === 'td' || one.tag === 'th') writer.endCell();
    if (one.tag === 'table') writer.endTable();
    if (!inline.has(one.tag) && one.tag !== 'td' && one.tag !== 'th') writer.endLine();
  };
  const closeTo = (tag: string): void => {
    const at = open.findLastIndex((one) => one.tag === tag);
    // An end without a beginning ends nothing.
    if (at >= 0) for (const one of open.splice(at).toReversed()) close(one);
  };
  const begin = (tag: string, marks: string): void => {
    if (tag === 'br') return writer.endLine();
    if (empty.has(tag)) return tag === 'hr' ? writer.endLine() : undefined;
    // What HTML lets be left open.
    if (tag === 'p' || tag === 'li' || tag === 'tr' || tag === 'dt' || tag === 'dd') {
      if (open.at(-1)?.tag === 'p' || open.at(-1)?.tag === tag) closeTo(open.at(-1)?.tag ?? tag);
    }
    if ((tag === 'td' || tag === 'th') && (open.at(-1)?.tag === 'td' || open.at(-1)?.tag === 'th')) {
      closeTo(open.at(-1)?.tag ?? tag);
    }
    if (open.length >= deepest) return undefined;
    const isGone = unseen.has(tag) || isHidden(marks);
    if (isGone) hidden += 1;
    if (!inline.has(tag) && tag !== 'td' && tag !== 'th') writer.endLine();
    if (tag === 'table') writer.beginTable();
    if (tag === 'tr') writer.beginRow();
    const target = tag === 'a' ? /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(marks) : null;
    open.push({
      tag,
      isHidden: isGone,
      emphasisFrom: isStriking(tag, marks) ? writer.length : null,
      link:
        target === null
          ? null
          : { target: decodeEntities(target[1] ?? target[2] ?? target[3] ?? ''), from: writer.length },
    });
  };

  const endAfter = (mark: string, from: number): number => {
    const found = html.indexOf(mark, from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  // Looked for once and not again at every one of a million beginnings.
  let tagEnd = -1;
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at);
    const textEnd = next < 0 ? html.length : next;
    if (textEnd > at && hidden === 0) writer.words(decodeEntities(html.slice(at, textEnd)));
    if (next < 0) break;
    if (html.startsWith('<!--', next)) {
      const end = html.indexOf('-->', next + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (tagEnd <= next) tagEnd = endAfter('>', next + 1);
    const end = tagEnd;
    const inside = end - next > longestTag ? null : html.slice(next + 1, end);
    const match = inside === null ? null : /^(\/?)([a-zA-Z][a-zA-Z0-9]*)([\s\S]*)$/.exec(inside);
    if (match === null) {
      const isDeclaration = inside !== null && /^[!?]/.test(inside);
      if (!isDeclaration && hidden === 0) writer.words('<');
      at = isDeclaration ? end + 1 : next + 1;
      continue;
    }
    const tag = (match[2] ?? '').toLowerCase();
    at = end + 1;
    if (match[1] === '/') closeTo(tag);
    else {
      begin(tag, match[3] ?? '');
      if ((tag === 'script' || tag === 'style') && open.at(-1)?.tag === tag) {
        // What stands in these is no HTML.
        const ending = tag === 'script' ? /<\/script/gi : /<\/style/gi;
        ending.lastIndex = at;
        at = ending.exec(html)?.index ?? html.length;
      }
    }
  }
  for (const one of open.splice(0).toReversed()) close(one);
  return { ...writer.finish(), links };
}
