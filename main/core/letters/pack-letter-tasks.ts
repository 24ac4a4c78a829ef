import type { Localized } from '../../contract/language.ts';
import type { Block, DocumentTree, LaidOutDocument, PageItem } from '../../contract/letters.ts';
import type { SheetTask } from './pack-plan.ts';

type Signature = Extract<Block, { kind: 'signature' }>;

const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');

/** The words of a page in the order in which they were laid out, blanks left out. */
function wordsOf({ items }: LaidOutDocument['pages'][number]): string {
  const texts = items.filter((item): item is Extract<PageItem, { kind: 'text' }> => item.kind === 'text');
  return withoutBlanks(texts.map(({ text }) => text).join(''));
}

/** The page, from 0, that holds these words last of all; the last page where none does. */
function pageHolding(words: string, pages: readonly string[]): number {
  const found = pages.findLastIndex((page) => page.includes(withoutBlanks(words)));
  return found === -1 ? pages.length - 1 : found;
}

/** Whose signature a letter bears: the party of its first signature block; the document's author where it has none. */
export function partyOf(tree: DocumentTree): string {
  return signatures(tree)[0]?.party ?? tree.author;
}

const signatures = ({ blocks }: DocumentTree): readonly Signature[] =>
  blocks.filter((block): block is Signature => block.kind === 'signature');

const joined = (parts: readonly Localized[]): Localized | null =>
  parts.length === 0
    ? null
    : { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };

const label = (line: string): string => line.replace(/[\s：:]+$/u, '');

/** What is to be done with each page of a letter: read off the tree, found on the pages where it was laid out. */
export function letterTasks(
  title: Localized,
  tree: DocumentTree,
  document: LaidOutDocument,
): readonly SheetTask[] {
  const pages = document.pages.map(wordsOf);
  const signs: Localized[][] = pages.map(() => []);
  const seals: Localized[][] = pages.map(() => []);
  const writes: Localized[][] = pages.map(() => []);
  for (const [index, { items }] of document.pages.entries()) {
    const hasBlanks = items.some((item) => item.kind === 'text' && /^\u3000{2,}$/u.test(item.text));
    if (hasBlanks) {
      writes[index]?.push({
        zh: '填写本页横线上的空白',
        en: 'fill in the ruled blanks of this page',
      });
    }
  }
  for (const block of tree.blocks) {
    if (block.kind !== 'handwritten') continue;
    for (const words of block.copies) {
      writes[pageHolding(words, pages)]?.push({ zh: `照抄“${words}”`, en: `copy “${words}”` });
    }
    const [words] = block.copies;
    if (block.isDated && words !== undefined) writes[pageHolding(words, pages)]?.push(dateByHand);
  }
  for (const block of signatures(tree)) {
    const page = pageHolding(block.party + (block.date ?? '年月日'), pages);
    for (const line of block.lines) signs[page]?.push({ zh: label(line), en: `“${label(line)}”` });
    for (const line of block.suggested ?? []) {
      signs[page]?.push({ zh: `${label(line)}（我们的建议）`, en: `“${label(line)}” (our suggestion)` });
    }
    if (block.fingerprint !== undefined) {
      signs[page]?.push({ zh: '按红色手印', en: 'a red fingerprint' });
    }
    if (block.seal !== null) {
      seals[page]?.push({
        zh: `盖“${block.party}”公章，压住落款的名称和日期`,
        en: `the seal of “${block.party}”, over name and date`,
      });
    }
    if (block.date === null) writes[page]?.push(dateByHand);
  }
  return document.pages.map((_, index): SheetTask => {
    const own = index + 1;
    return {
      title: {
        zh: `《${title.zh}》第 ${own} 页，共 ${pages.length} 页`,
        en: `${title.en}, page ${own} of ${pages.length}`,
      },
      signs: joined(signs[index] ?? []),
      seal: joined(seals[index] ?? []),
      handwriting: joined(writes[index] ?? []),
      scan: {
        zh: '右下角方码入镜，自动归到本函',
        en: 'with the code at the bottom right: it files itself',
      },
      caution: null,
    };
  });
}

const dateByHand: Localized = { zh: '写日期', en: 'the date' };
