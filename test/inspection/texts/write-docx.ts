import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { cellsOf, escaped, type TextLine } from './text-lines.ts';

const namespace = 'http://schemas.openxmlformats.org';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = `${namespace}/officeDocument/2006/relationships`;

const runXml = (text: string, bold: boolean): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/**
 * Lines as a Word file, written by hand so that the same lines are the same bytes: headings, list items, tables, bold and
 * links (ECMA-376).
 */
export async function writeDocx(lines: readonly TextLine[]): Promise<Buffer> {
  const links: string[] = [];
  const paragraph = ({ kind, runs }: TextLine): string => {
    const style =
      kind === 'heading'
        ? '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'
        : kind === 'item'
          ? '<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>'
          : '';
    const body = runs.map(({ text, bold, link }) => {
      if (link === undefined) return runXml(text, bold);
      links.push(link);
      return `<w:hyperlink r:id="link${links.length}">${runXml(text, false)}</w:hyperlink>`;
    });
    return `<w:p>${style}${body.join('')}</w:p>`;
  };
  let body = '';
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'row') {
      body += paragraph(line);
      continue;
    }
    const cells = cellsOf(line).map((cell) => `<w:tc><w:tcPr/><w:p>${runXml(cell, false)}</w:p></w:tc>`);
    const isFirst = lines[index - 1]?.kind !== 'row';
    const isLast = lines[index + 1]?.kind !== 'row';
    body += `${isFirst ? `<w:tbl><w:tblPr/><w:tblGrid>${cells.map(() => '<w:gridCol/>').join('')}</w:tblGrid>` : ''}<w:tr>${cells.join('')}</w:tr>${isLast ? '</w:tbl><w:p/>' : ''}`;
  }
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${namespace}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="document" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${namespace}/wordprocessingml/2006/main" xmlns:r="${office}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${namespace}/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/></w:style></w:styles>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/>${links.map((link, n) => `<Relationship Id="link${n + 1}" Type="${office}/hyperlink" Target="${escaped(link)}" TargetMode="External"/>`).join('')}</Relationships>`,
  };
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(head + xml), name, { mtime: new Date(2026, 10, 1), forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}
