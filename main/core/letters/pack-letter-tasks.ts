import type { Localized } from '../../contract/language.ts';
import type { LaidOutDocument } from '../../contract/laid-out-document.ts';
import type { Block, DocumentTree } from '../../contract/letters.ts';
import type { SheetTask } from './pack-plan.ts';
import { blockElements } from './page-elements.ts';
import { signingLabel } from './who-signs.ts';

type Signature = Extract<Block, { kind: 'signature' }>;

/** The page, from 0, on which each of a document's elements ends; text that is no part of the reading counts for none. */
function elementPages({ pages }: LaidOutDocument): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [index, { items }] of pages.entries()) {
    for (const item of items) {
      if (item.kind === 'text' && item.element !== undefined) found.set(item.element, index);
    }
  }
  return found;
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

const hasCode = ({ pages }: LaidOutDocument, index: number): boolean =>
  pages[index]?.items.some(({ kind }) => kind === 'matrix') === true;

/** What is to be done with each page of a letter: read off the tree, found on the pages where it was laid out. */
export function letterTasks(
  title: Localized,
  tree: DocumentTree,
  document: LaidOutDocument,
): readonly SheetTask[] {
  const { pages } = document;
  const pageOf = elementPages(document);
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
  let element = 0;
  for (const block of tree.blocks) {
    const first = element;
    element += blockElements(block).length;
    const pageOfPart = (part: number): number => pageOf.get(first + part) ?? pages.length - 1;
    if (block.kind === 'handwritten') {
      for (const [part, words] of block.copies.entries()) {
        writes[pageOfPart(part)]?.push({ zh: `照抄“${words}”`, en: `copy “${words}”` });
      }
      if (block.isDated) writes[pageOfPart(block.copies.length)]?.push(dateByHand);
    }
    if (block.kind !== 'signature') continue;
    const page = pageOfPart(block.lines.length + (block.suggested?.length ?? 0));
    for (const line of block.lines)
      signs[page]?.push({ zh: signingLabel(line), en: `“${signingLabel(line)}”` });
    for (const line of block.suggested ?? []) {
      signs[page]?.push({
        zh: signingLabel(line) + suggestion.zh,
        en: `“${signingLabel(line)}”${suggestion.en}`,
      });
    }
    if (block.fingerprint !== undefined) {
      signs[page]?.push({ zh: '按红色手印', en: 'a red fingerprint' });
    }
    if (block.seal !== null) {
      const ours = block.seal.suggested === true ? suggestion : { zh: '', en: '' };
      seals[page]?.push({
        zh: `盖“${block.party}”公章，压住落款的名称和日期${ours.zh}`,
        en: `the seal of “${block.party}”, over name and date${ours.en}`,
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
      scan: hasCode(document, index)
        ? {
            zh: '右下角方码入镜，自动归到本函',
            en: 'with the code at the bottom right: it files itself',
          }
        : {
            zh: '本页没有方码，扫描后手动放到本函',
            en: 'it bears no code: put the scan under its letter by hand',
          },
      caution: null,
    };
  });
}

/** Said of what no source demands. */
const suggestion: Localized = { zh: '（我们的建议）', en: ' (our suggestion)' };

const dateByHand: Localized = { zh: '写日期', en: 'the date' };
