import type { PageCode } from '../../contract/files.ts';
import type { FontSet, LaidOutDocument, PageElement, PageItem } from '../../contract/laid-out-document.ts';
import type { DocumentTree, PrintGuides } from '../../contract/letters.ts';
import { blockRows } from './block-rows.ts';
import { crossPageSeal } from './cross-page-seal.ts';
import { blockElements } from './page-elements.ts';
import { draftMark, pageCodeItems, pageNumber } from './page-furniture.ts';
import { paginate } from './paginate.ts';
import type { Row, Setting } from './rows.ts';
import { typographyOf } from './typography.ts';

/**
 * Lays a document out on pages: every position decided, as plain data. `encode` makes the machine-readable code of a
 * page (rows of 0 and 1) and is not called where none is printed. Guides are drawn unless `print` says `none`; no
 * word moves for it. Same tree and fonts, same pages.
 */
export async function layOut(
  tree: DocumentTree,
  fonts: FontSet,
  encode: (code: PageCode) => Promise<readonly string[]>,
  print: PrintGuides = {},
): Promise<LaidOutDocument> {
  const setting = settingOf(tree, fonts);
  const { typography } = setting;
  const { bodies, elements } = pagesOf(tree, setting);
  const hasGuides = print.guides !== 'none';
  const pages = [];
  for (const [index, body] of bodies.entries()) {
    const page = index + 1;
    const items: PageItem[] = tree.isDraft ? [...draftMark(setting)] : [];
    items.push(
      ...(hasGuides ? body : body.filter((item) => item.kind === 'matrix' || item.role !== 'guide')),
    );
    items.push(...pageNumber(page, bodies.length, setting));
    if (hasGuides && print.crossPageSeal !== false) {
      items.push(...crossPageSeal(tree, page, bodies.length, setting));
    }
    if (tree.code !== null && tree.pageCode !== 'off' && print.pageCode !== 'off') {
      const code = { ...tree.code, page, pages: bodies.length };
      items.push(...pageCodeItems(code, await encode(code), setting, tree.template));
    }
    pages.push({ widthMm: typography.pageWidthMm, heightMm: typography.pageHeightMm, items });
  }
  return {
    title: tree.title,
    author: tree.author,
    language: tree.language,
    subject: tree.subject,
    keywords: keywordsOf(tree),
    elements,
    pages,
  };
}

/** What the document says of itself to programs. */
function keywordsOf({ code, template }: DocumentTree): readonly string[] {
  return [
    ...(code === null
      ? []
      : [`dossier:${code.dossier}`, `letter:${code.letter}`, `revision:${code.revision}`]),
    ...(template === undefined ? [] : [`template:${template.origin}@${template.version}`]),
  ];
}

/** As many counts are kept: the letters of a few dossiers. */
const keptCounts = 64;
const counts = new WeakMap<FontSet, Map<string, number>>();

/** How many pages a document takes; counted once for as long as it says the same. */
export function countPages(tree: DocumentTree, fonts: FontSet): number {
  const kept = counts.get(fonts) ?? new Map<string, number>();
  counts.set(fonts, kept);
  const key = JSON.stringify([tree.style, tree.blocks]);
  const count = kept.get(key) ?? pagesOf(tree, settingOf(tree, fonts)).bodies.length;
  kept.delete(key);
  kept.set(key, count);
  const [oldest] = kept.keys();
  if (kept.size > keptCounts && oldest !== undefined) kept.delete(oldest);
  return count;
}

function settingOf(tree: DocumentTree, fonts: FontSet): Setting {
  return { typography: typographyOf(tree.style), fonts };
}

interface Pages {
  readonly bodies: readonly (readonly PageItem[])[];
  readonly elements: readonly PageElement[];
}

const known = new WeakMap<DocumentTree, { readonly fonts: FontSet; readonly pages: Pages }>();

/** A document's pages, worked out once for a tree: its pages are counted before it is laid out. */
function pagesOf(tree: DocumentTree, setting: Setting): Pages {
  const before = known.get(tree);
  if (before?.fonts === setting.fonts) return before.pages;
  const pages = paginated(tree, setting);
  known.set(tree, { fonts: setting.fonts, pages });
  return pages;
}

function paginated(tree: DocumentTree, setting: Setting): Pages {
  const { typography } = setting;
  const elements: PageElement[] = [];
  const rows = tree.blocks.flatMap((block, index) => {
    const before = elements.length;
    for (const { tag, parent } of blockElements(block)) {
      elements.push({ tag, parent: parent === null ? null : parent + before });
    }
    const own = blockRows(block, tree.blocks[index - 1], setting).map((row) => counted(row, before));
    if (tree.blocks[index + 1]?.kind !== 'table') return own;
    // What introduces a table stays with it.
    return own.map((row, at) => (at === own.length - 1 ? { ...row, keepWithNext: true } : row));
  });
  const bodies = paginate(rows, { topMm: typography.marginTopMm, heightMm: typography.areaHeightMm });
  return { bodies, elements };
}

/** A row whose text says its element in the whole document. A table's heading that comes back is not read again. */
function counted(row: Row, before: number): Row {
  const isRead = (item: PageItem): boolean =>
    item.kind === 'text' && (item.role === 'body' || item.role === 'margin');
  const items = row.items.map((item): PageItem =>
    item.kind === 'text' && isRead(item) ? { ...item, element: before + (item.element ?? 0) } : item,
  );
  const header = row.header && { ...row.header, items: row.header.items.map(unread) };
  return { ...row, items, header };
}

function unread(item: PageItem): PageItem {
  if (item.kind !== 'text') return item;
  const { element: _, ...rest } = item;
  return rest;
}
