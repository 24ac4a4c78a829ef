import MarkdownIt from 'markdown-it';

/** The Markdown of letters: headings, numbered lists, tables, bold and underlined, and nothing else. */
export const letterMarkdown = new MarkdownIt('zero').enable([
  'heading',
  'list',
  'table',
  'emphasis',
  'escape',
  'newline',
]);
export type MarkdownToken = ReturnType<typeof letterMarkdown.parse>[number];
