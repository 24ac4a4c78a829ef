import type { Studio } from '../drawing/studio.ts';
import { cellsOf, escaped, linesOf, type TextLine } from './text-lines.ts';
import { writeDocx } from './write-docx.ts';

export const formats = ['md', 'txt', 'html', 'docx', 'pdf'] as const;
export type Format = (typeof formats)[number];

function html(lines: readonly TextLine[]): string {
  let body = '';
  for (const [index, line] of lines.entries()) {
    const text = line.runs
      .map(({ text: words, bold, link }) =>
        link !== undefined
          ? `<a href="${link}">${escaped(words)}</a>`
          : bold
            ? `<strong>${escaped(words)}</strong>`
            : escaped(words),
      )
      .join('');
    const before = lines[index - 1]?.kind;
    const after = lines[index + 1]?.kind;
    if (line.kind === 'row') {
      body += `${before === 'row' ? '' : '<table>'}<tr>${cellsOf(line)
        .map((cell) => `<td>${escaped(cell)}</td>`)
        .join('')}</tr>${after === 'row' ? '' : '</table>'}\n`;
    } else if (line.kind === 'item')
      body += `${before === 'item' ? '' : '<ul>'}<li>${text}</li>${after === 'item' ? '' : '</ul>'}\n`;
    else body += line.kind === 'heading' ? `<h2>${text}</h2>\n` : `<p>${text}</p>\n`;
  }
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>协议</title><style>body{line-height:1.8}</style></head>\n<body>\n${body}</body></html>\n`;
}

/** Pages of text with the product's own writer; what is bold is set bold and begins with a star, as on paper. */
async function pdf(lines: readonly TextLine[], { world }: Studio): Promise<Uint8Array> {
  const fonts = await world.fonts();
  const sizePt = 10.5;
  const mmPerPt = 25.4 / 72;
  const pages: { text: string; font: 'serif' | 'serif-bold' }[][] = [[]];
  for (const line of lines) {
    const text = line.runs.map((run) => (run.bold ? `★${run.text}★` : run.text)).join('');
    const font = line.kind === 'heading' ? 'serif-bold' : 'serif';
    let row = line.kind === 'item' ? '· ' : '';
    let widthMm = 0;
    const put = (): void => {
      const page = pages.at(-1) ?? [];
      if (page.length >= 40) pages.push([{ text: row, font }]);
      else page.push({ text: row, font });
      row = '';
      widthMm = 0;
    };
    for (const char of text) {
      const advance = fonts[font].advance(char.codePointAt(0) ?? 0) * sizePt * mmPerPt;
      if (widthMm + advance > 158) put();
      row += char;
      widthMm += advance;
    }
    put();
  }
  return world.pdf.write({
    title: '协议',
    author: '样例',
    language: 'zh-CN',
    subject: '协议',
    keywords: [],
    pages: pages.map((page) => ({
      widthMm: 210,
      heightMm: 297,
      items: page.map(({ text, font }, n) => ({
        kind: 'text' as const,
        text,
        font,
        sizePt,
        xMm: 26,
        baselineMm: 30 + n * 6.2,
        advancesMm: Array.from(
          text,
          (char) => fonts[font].advance(char.codePointAt(0) ?? 0) * sizePt * mmPerPt,
        ),
        grey: 0,
        role: 'body' as const,
      })),
    })),
  });
}

/** A Markdown text as a file of a format; bold becomes what the format has for it, a star where it has nothing. */
export async function writeText(markdown: string, format: Format, studio: Studio): Promise<Uint8Array> {
  switch (format) {
    case 'md':
      return Buffer.from(markdown.replaceAll('<br>', ' '));
    case 'txt':
      return Buffer.from(
        linesOf(markdown)
          .map(
            ({ kind, runs }) =>
              `${kind === 'item' ? '  * ' : ''}${runs.map((run) => (run.bold ? `★${run.text}★` : run.text)).join('')}`,
          )
          .join('\r\n'),
      );
    case 'html':
      return Buffer.from(html(linesOf(markdown)));
    case 'docx':
      return writeDocx(linesOf(markdown));
    case 'pdf':
      return pdf(linesOf(markdown), studio);
  }
}
