import { packParts, unpackParts } from '../../../main/adapters/docx/pack-parts.ts';

/** A Word file with its parts changed as a person's edits would change them; null takes a part out. */
export async function editDocx(
  bytes: Uint8Array,
  edits: Readonly<Record<string, (text: string) => string | null>>,
): Promise<Buffer> {
  const parts = new Map(await unpackParts(Buffer.from(bytes)));
  for (const [name, edit] of Object.entries(edits)) {
    const text = edit(Buffer.from(parts.get(name) ?? []).toString());
    if (text === null) parts.delete(name);
    else parts.set(name, Buffer.from(text));
  }
  return packParts(parts, { compress: true });
}

/** A Word file with this body, as a program other than ours writes one: its own style ids, no properties. */
export function craftDocx(body: string, more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${word}.numbering+xml"/><Override PartName="/word/comments.xml" ContentType="${word}.comments+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rels}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rels}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${rels}/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="${rels}/comments" Target="comments.xml"/></Relationships>`,
    'word/styles.xml': `${xml}<w:styles ${w}>${style('1', 'heading 1')}${style('2', 'heading 2')}${style('a3', 'Title')}${style('a4', 'Body Text')}${style('ln2', 'List Number 2')}${style('a9', '特约条款')}</w:styles>`,
    'word/numbering.xml': `${xml}<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/document.xml': `${xml}<w:document ${w} xmlns:r="${rels}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...more,
  };
  return packParts(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])), {
    compress: true,
  });
}
