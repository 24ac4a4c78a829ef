import type { PageCode } from '../../contract/files.ts';
import type { DocumentTree, FontSet, LaidOutDocument, PageItem } from '../../contract/letters.ts';
import { blockRows } from './block-rows.ts';
import { draftMark, pageCodeItems, pageNumber } from './page-furniture.ts';
import { paginate } from './paginate.ts';
import type { Setting } from './rows.ts';
import { typographyOf } from './typography.ts';

/**
 * Lays a document out on pages: every position decided, as plain data. `encode` makes the machine-readable code of a
 * page (rows of 0 and 1) and is not called for a document without one. Same tree and fonts, same pages.
 */
export async function layOut(
  tree: DocumentTree,
  fonts: FontSet,
  encode: (code: PageCode) => Promise<readonly string[]>,
): Promise<LaidOutDocument> {
  const setting = settingOf(tree, fonts);
  const { typography } = setting;
  const bodies = pagesOf(tree, setting);
  const pages = [];
  for (const [index, body] of bodies.entries()) {
    const page = index + 1;
    const items: PageItem[] = tree.isDraft ? [...draftMark(setting)] : [];
    items.push(...body, ...pageNumber(page, bodies.length, setting));
    if (tree.code !== null) {
      const code = { ...tree.code, page, pages: bodies.length };
      items.push(...pageCodeItems(code, await encode(code), setting));
    }
    pages.push({ widthMm: typography.pageWidthMm, heightMm: typography.pageHeightMm, items });
  }
  return {
    title: tree.title,
    author: tree.author,
    language: tree.language,
    subject: tree.subject,
    keywords:
      tree.code === null
        ? []
        : [`dossier:${tree.code.dossier}`, `letter:${tree.code.letter}`, `revision:${tree.code.revision}`],
    pages,
  };
}

/** How many pages a document takes. */
export function countPages(tree: DocumentTree, fonts: FontSet): number {
  return pagesOf(tree, settingOf(tree, fonts)).length;
}

function settingOf(tree: DocumentTree, fonts: FontSet): Setting {
  return { typography: typographyOf(tree.style), fonts };
}

function pagesOf(tree: DocumentTree, setting: Setting): readonly (readonly PageItem[])[] {
  const { typography } = setting;
  const rows = tree.blocks.flatMap((block, index) => {
    const own = blockRows(block, tree.blocks[index - 1], setting);
    if (tree.blocks[index + 1]?.kind !== 'table') return own;
    // What introduces a table stays with it.
    return own.map((row, at) => (at === own.length - 1 ? { ...row, keepWithNext: true } : row));
  });
  return paginate(rows, { topMm: typography.marginTopMm, heightMm: typography.areaHeightMm });
}
