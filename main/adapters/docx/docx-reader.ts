import type { ReadWord } from '../../contract/word.ts';
import type { WordFiles } from '../../world/word-files.ts';
import { openPackage, type WordPackage } from './open-package.ts';
import { packParts } from './pack-parts.ts';
import { readBlocks, type MammothNode } from './read-blocks.ts';
import { wordFailure } from './word-failure.ts';

/** Reads Word files with mammoth, loaded when first needed: tracked changes are accepted, comments come along. */
export function createDocxReader(): Pick<WordFiles, 'read'> {
  return {
    async read(file, signal) {
      const opened = await openPackage(file, signal);
      const text = partText(opened, opened.main);
      const parts = new Map(opened.parts).set(opened.main, Buffer.from(withLists(text)));
      const document = await readDocument(await packParts(parts, { compress: false })).catch(
        (error: unknown) => {
          throw wordFailure('word-damaged', file, error);
        },
      );
      const { blocks, comments } = readBlocks(document, columnWidths(text));
      return {
        name: file.name,
        properties: customProperties(partText(opened, 'docProps/custom.xml')),
        blocks,
        comments,
        marks: [
          ...(/<w:txbxContent\b/.test(text) ? (['text-box'] as const) : []),
          ...(/<m:oMath\b/.test(text) ? (['formula'] as const) : []),
          ...(/<w:ruby\b/.test(text) ? (['ruby'] as const) : []),
          ...(/<w:(altChunk|subDoc)\b/.test(text) ? (['inserted-file'] as const) : []),
        ],
        changes: {
          inserted: count(text, /<w:ins\b/g),
          deleted: count(text, /<w:del\b/g),
          moved: count(text, /<w:moveTo\b/g),
        },
      } satisfies ReadWord;
    },
  };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const partText = ({ parts }: WordPackage, name: string): string =>
  Buffer.from(parts.get(name) ?? []).toString('utf8');

/** The document as mammoth understands it, before it becomes HTML: that has paragraphs, styles and numbering. */
async function readDocument(buffer: Buffer): Promise<MammothNode> {
  const { default: mammoth } = await import('mammoth');
  let found: MammothNode | undefined;
  await mammoth.convertToHtml(
    { buffer },
    {
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument(document: MammothNode) {
        found = document;
        return { ...document, children: [] };
      },
    },
  );
  if (found === undefined) throw new Error('mammoth read no document');
  return found;
}

/**
 * Mammoth tells a paragraph's level and not its list. The indents, which nothing here reads, carry the list: mammoth
 * hands on the first that it finds, and one put before the numbering is the first.
 */
function withLists(text: string): string {
  return text.replace(
    // What lies between is kept short: over megabytes without an end the pattern would run for hours.
    /<w:numPr>(?:(?!<\/?w:numPr>)[\s\S]){0,2000}?<w:numId w:val="(\d+)"\s*\/>/g,
    (numbering, list: string) => `<w:ind w:end="list-${list}"/>${numbering}`,
  );
}

/** The widths of the columns of each table, in the document's order. */
function columnWidths(text: string): readonly (readonly number[])[] {
  return Array.from(text.matchAll(/<w:tblGrid>([\s\S]*?)<\/w:tblGrid>/g), ([, grid = '']) =>
    Array.from(
      grid.replace(/<w:tblGridChange[\s\S]*$/, '').matchAll(/<w:gridCol\b[^>]*w:w="(\d+)"/g),
      ([, width]) => Number(width),
    ),
  );
}

function customProperties(text: string): Readonly<Record<string, string>> {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  const plain = (value: string): string =>
    value.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
  const found = text.matchAll(
    /<(?:\w{1,20}:)?property\b[^<>]{0,500}\bname="([^"<>]{0,500})"[^<>]{0,500}>\s{0,100}<vt:lpwstr>([^<]*)<\/vt:lpwstr>/g,
  );
  return Object.fromEntries(Array.from(found, ([, name = '', value = '']) => [plain(name), plain(value)]));
}
