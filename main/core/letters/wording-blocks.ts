import type { Block, ItemNumber, Run } from '../../contract/letters.ts';
import { withValues } from './compile-wording.ts';
import { splitSections, type Section } from './containers.ts';
import { inlineRuns, linesOfRuns, onOneLine } from './inline-runs.ts';
import { letterMarkdown as markdown, type MarkdownToken as Token } from './letter-markdown.ts';
import { levelNumber } from './numbering.ts';
import { handwrittenBlock, signatureBlock, type Pair, type SigningContext } from './signing-blocks.ts';
import { templateFault } from './template-fault.ts';

/** What a wording's blocks need besides its text. */
export interface WordingContext extends SigningContext {
  readonly values: readonly string[];
}

/**
 * Turns a rendered wording into blocks. `#` is the title, `##` to `#####` headings and numbered lists under them are
 * numbered 一、（一）1.（1） by their depth, whatever figures the source has. A second `#` line goes on
 * with the title on a new line. Throws `template-fault`.
 */
export function wordingBlocks(wording: string, context: WordingContext): readonly Block[] {
  const counters = [0, 0, 0, 0];
  const heading = { level: 0 };
  let line = 1;
  return splitSections(wording).flatMap((section) => {
    const first = line;
    line += section.lines.length + 1;
    return section.kind === 'markdown'
      ? markdownBlocks(section, first, counters, heading, context)
      : containerBlocks(section, section.kind, first, context);
  });
}

function markdownBlocks(
  section: Section,
  firstLine: number,
  counters: number[],
  heading: { level: number },
  context: WordingContext,
): readonly Block[] {
  const blocks: Block[] = [];
  const tokens = markdown.parse(section.lines.join('\n'), {});
  const lists: number[] = [];
  let pending: ItemNumber | null = null;
  const lineOf = (token: Token): number => firstLine + (token.map?.[0] ?? 0);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    switch (token.type) {
      case 'heading_open': {
        const runs = onOneLine(runsOf(tokens[at + 1], lineOf(token), context));
        if (token.tag === 'h1') {
          const text = runs.map((run) => run.text).join('');
          const before = blocks.at(-1);
          if (before?.kind === 'title') blocks.splice(-1, 1, { ...before, text: `${before.text}\n${text}` });
          else blocks.push({ kind: 'title', text });
          break;
        }
        const level = headingLevel(token.tag);
        counters[level - 1] = (counters[level - 1] ?? 0) + 1;
        counters.fill(0, level);
        heading.level = level;
        const number = { level, value: counters[level - 1] ?? 1 };
        blocks.push({ kind: 'heading', level, runs: numbered(number, runs), number });
        break;
      }
      case 'bullet_list_open':
        throw templateFault(
          context.fileName,
          lineOf(token),
          { zh: '信函不用圆点列表', en: 'a letter has no bullet lists' },
          { zh: '请改用编号列表：1. 2. 3.', en: 'Use a numbered list: 1. 2. 3.' },
        );
      case 'ordered_list_open':
        lists.push(0);
        break;
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'list_item_open':
        lists[lists.length - 1] = (lists.at(-1) ?? 0) + 1;
        pending = { level: heading.level + lists.length, value: lists.at(-1) ?? 1 };
        break;
      case 'paragraph_open': {
        const lines = linesOfRuns(runsOf(tokens[at + 1], lineOf(token), context));
        // Each line of a long text is a paragraph of its own, in a list an item of its own.
        const isItem = pending !== null;
        for (const [index, runs] of lines.entries()) {
          if (index > 0 && isItem) {
            lists[lists.length - 1] = (lists.at(-1) ?? 0) + 1;
            pending = { level: heading.level + lists.length, value: lists.at(-1) ?? 1 };
          }
          blocks.push({
            kind: 'paragraph',
            runs: numbered(pending, runs),
            indent: true,
            ...(pending === null ? {} : { number: pending }),
          });
          pending = null;
        }
        break;
      }
      case 'table_open': {
        const end = tokens.findIndex((other, index) => index > at && other.type === 'table_close');
        blocks.push(
          tableBlock(tokens.slice(at, end), section.lines[(token.map?.[0] ?? 0) + 1] ?? '', context),
        );
        at = end;
        break;
      }
    }
  }
  return blocks;
}

function headingLevel(tag: string): 1 | 2 | 3 | 4 {
  if (tag === 'h2') return 1;
  if (tag === 'h3') return 2;
  return tag === 'h4' ? 3 : 4;
}

function numbered(item: ItemNumber | null, runs: readonly Run[]): readonly Run[] {
  if (item === null) return runs;
  const number = levelNumber(item.level, item.value);
  const [first, ...others] = runs;
  if (first !== undefined && !first.bold && !first.underline) {
    return [{ ...first, text: number + first.text }, ...others];
  }
  return [{ text: number, ...(first?.bold ? { bold: true } : {}) }, ...runs];
}

function runsOf(token: Token | undefined, line: number, context: WordingContext): readonly Run[] {
  const children = token?.children ?? [];
  const left = children.find(({ type, content }) => type === 'text' && content.includes('**'));
  if (left !== undefined) {
    throw templateFault(
      context.fileName,
      line,
      {
        zh: '这一段里的 ** 没有成对，或紧挨着标点',
        en: 'the ** of this paragraph do not match, or stand beside a mark',
      },
      {
        zh: '请检查加粗的起止；** 内侧不要紧挨标点',
        en: 'Look at where bold begins and ends; leave no punctuation just inside the **',
      },
    );
  }
  return inlineRuns(children, context.values);
}

/** Columns share the width as the dashes of the line under the heading do. */
function tableBlock(tokens: readonly Token[], rule: string, context: WordingContext): Block {
  const shares = (rule.match(/-+/g) ?? []).map((dashes) => dashes.length);
  const titles: string[] = [];
  const rows: string[][] = [];
  let isHeading = true;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tbody_open') isHeading = false;
    if (token.type === 'tr_open' && !isHeading) rows.push([]);
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const text = onOneLine(inlineRuns(tokens[index + 1]?.children ?? [], context.values))
      .map((run) => run.text)
      .join('');
    if (isHeading) titles.push(text);
    else rows.at(-1)?.push(text);
  }
  return {
    kind: 'table',
    columns: titles.map((title, index) => ({ title, share: shares[index] ?? 1 })),
    rows,
  };
}

function containerBlocks(
  section: Section,
  kind: Exclude<Section['kind'], 'markdown'>,
  firstLine: number,
  context: WordingContext,
): readonly Block[] {
  switch (kind) {
    case 'salutation':
    case 'note':
    case 'centre':
    case 'end':
      return markdown.parse(section.lines.join('\n'), {}).flatMap((token): readonly Block[] => {
        if (token.type !== 'inline') return [];
        const runs = onOneLine(runsOf(token, firstLine + (token.map?.[0] ?? 0), context));
        if (kind === 'salutation' || kind === 'note') return [{ kind, runs }];
        return [{ kind: 'paragraph', runs, indent: false, align: kind }];
      });
    case 'particulars':
      return [
        { kind, rows: pairs(section, firstLine, context).map(({ key, value }) => ({ label: key, value })) },
      ];
    case 'handwritten':
      return [handwrittenBlock(pairs(section, firstLine, context), context)];
    case 'signature':
      return [signatureBlock(pairs(section, firstLine, context), context)];
  }
}

/** Lines of `key: value` (the colon may be full-width), values put in. */
function pairs(section: Section, firstLine: number, context: WordingContext): readonly Pair[] {
  return section.lines.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const match = /^\s*([^:：]+)\s*[:：]\s*(.*?)\s*$/.exec(text);
    if (match === null) {
      throw templateFault(
        context.fileName,
        firstLine + index,
        { zh: `「${text.trim()}」缺少冒号`, en: `“${text.trim()}” has no colon` },
        { zh: '请写成「名称: 内容」', en: 'Write it as name: value' },
      );
    }
    const [, key = '', value = ''] = match;
    return [
      {
        key: withValues(key.trim(), context.values),
        value: withValues(value, context.values).replaceAll('\n', ' '),
        line: firstLine + index,
      },
    ];
  });
}
