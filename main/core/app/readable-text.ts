import type { FileInspection } from '../../contract/files.ts';
import { readHtml } from '../texts/read-html.ts';
import { readMarkdown } from '../texts/read-markdown.ts';
import { noLayout, type LaidOutText, type TextLink } from '../texts/text-layout.ts';

/** What a reader sees of a text file: its words, and the names of its links. */
export interface ReadableText {
  readonly text: string;
  readonly links: readonly TextLink[];
}

/** Reads the words of an inspected text with their layout; null where its text is not known. */
export function laidOutText({ text, type, path, links = [], layout }: FileInspection): LaidOutText | null {
  if (text === undefined) return null;
  if (type === 'html') return readHtml(text);
  if (type === 'text' && /\.(md|markdown)$/i.test(path)) return readMarkdown(text);
  // A web page without its first tags is told by its name.
  if (type === 'text' && /\.x?html?$/i.test(path)) return readHtml(text);
  return { text, links, layout: layout ?? noLayout };
}

/** Reads the words of an inspected text, html or Markdown file; null where its text is not known. */
export function readableText(file: FileInspection): ReadableText | null {
  const read = laidOutText(file);
  return read === null ? null : { text: read.text, links: read.links };
}
