/** Around the number of a tag while a template's text is looked at: noncharacters, which no text holds. */
const open = '\uFDD0';
const close = '\uFDD1';
const mark = /\uFDD0(\d+)\uFDD1/g;

/** Every variable and tag of the template language, over line ends too. */
const anyTag = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

/** A text whose tags are replaced by marks, so that Markdown does not look into them. */
export interface MaskedText {
  readonly text: string;
  readonly tags: readonly string[];
}

/** Replaces each tag by a mark; a line end inside a tag becomes a space. */
export function maskTags(text: string): MaskedText {
  const tags: string[] = [];
  const masked = text.replace(anyTag, (tag) => {
    tags.push(tag.replace(/\s*\n\s*/g, ' '));
    return `${open}${tags.length - 1}${close}`;
  });
  return { text: masked, tags };
}

/** A text cut at its marks: plain pieces and tags in turn, none of them empty. */
export function piecesOf(
  text: string,
  tags: readonly string[],
): readonly { readonly text: string; readonly isTag: boolean }[] {
  const pieces: { text: string; isTag: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(mark)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), isTag: false });
    pieces.push({ text: tags[Number(match[1])] ?? '', isTag: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isTag: false });
  return pieces;
}

/** Whether a text is nothing but tags that print nothing: conditions, loops, assignments. */
export function isControlLine(
  pieces: readonly { readonly text: string; readonly isTag: boolean }[],
): boolean {
  return (
    pieces.some(({ isTag }) => isTag) &&
    pieces.every(({ text, isTag }) => (isTag ? text.startsWith('{%') : text.trim() === ''))
  );
}

/** The name of a tag: if, endif, for; empty for a variable. */
export function tagName(tag: string): string {
  return /^\{%-?\s*(\w+)/.exec(tag)?.[1] ?? '';
}

/** Whether a line of tags takes the line end before or after it away, so that it leaves no empty line. */
export function isTight(line: string): boolean {
  return line.startsWith('{%-') || line.endsWith('-%}');
}
