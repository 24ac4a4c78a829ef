import type { PassageTest, TextStandard } from '../../contract/text-standard.ts';
import { lettersOf } from '../app/plain-text.ts';
import { foldedIndex, foldText, type FoldedText } from './folded-text.ts';
import { findPhrases, phraseBook } from './phrases.ts';
import { recognise, recognisers } from './recognisers.ts';
import type { LaidOutText, TextSpan } from './text-layout.ts';
import { structureOf, type Block, type Section, type TextStructure } from './text-structure.ts';

/** A text with every word of a standard found in it. Spans are those of the folded text. */
export interface WordedText {
  readonly text: string;
  readonly folded: FoldedText;
  readonly structure: TextStructure;
  /** The section of the title, where one heading stands over all others. */
  readonly title: Section | null;
  readonly emphasis: readonly TextSpan[];
  /** By group of words or recogniser, in the order of the text. */
  readonly hits: ReadonlyMap<string, readonly TextSpan[]>;
}

/** Every word group and recogniser that a test names. */
export function groupsOf(test: PassageTest): readonly string[] {
  const { says, and = [], under = [], notUnder = [], unless = [], unlessBefore = [] } = test;
  return [says, ...and, under, notUnder, unless, unlessBefore].flat();
}

const groupsInUse = (standard: TextStandard): ReadonlySet<string> =>
  new Set(
    standard.items.flatMap(({ points }) =>
      points.flatMap(({ find, unclear = [] }) => [...find, ...unclear].flatMap(groupsOf)),
    ),
  );

/** Finds every word of a standard in a text, in one pass over it. `own`: the company that is no other company. */
export function wordText(read: LaidOutText, standard: TextStandard, own: string | undefined): WordedText {
  const folded = foldText(read.text);
  const book = phraseBook(standard.words);
  const structure = foldedStructure(structureOf(read.text, read.layout), folded);
  const hits = new Map<string, TextSpan[]>(book.names.map((name) => [name, []]));
  const named = [...groupsInUse(standard)].filter((name) => recognisers.has(name));
  for (const name of named) hits.set(name, []);
  const { words, startIn } = inBlocks(structure, folded);
  const add = (name: string, start: number, end: number): void => {
    const at = startIn(start);
    hits.get(name)?.push({ start: at, end: at + end - start });
  };
  for (const { group, start, end } of findPhrases(words, book)) add(book.names[group] ?? '', start, end);
  for (const name of named)
    for (const { start, end } of recognise(name, words, lettersOf(own ?? ''))) add(name, start, end);
  return {
    text: read.text,
    folded,
    structure,
    title: titleOf(structure.sections),
    emphasis: read.layout.emphasis.map((one) => foldedSpan(one, folded)),
    hits,
  };
}

/** The folded text with a line end after each block, across which no word goes on, and the way back from its indexes. */
function inBlocks(
  { blocks }: TextStructure,
  { folded }: FoldedText,
): { readonly words: string; startIn(index: number): number } {
  const starts: { readonly start: number; readonly from: number }[] = [];
  let length = 0;
  const parts = blocks.map(({ start, end }) => {
    starts.push({ start: length, from: start });
    length += end - start + 1;
    return folded.slice(start, end);
  });
  return {
    words: parts.join('\n'),
    startIn(index) {
      const block = spanAt(starts, index);
      return block === null ? index : block.from + index - block.start;
    },
  };
}

const titleOf = (sections: readonly Section[]): Section | null => {
  const [first = null] = sections;
  return sections.every((one) => one === first || one.parent !== null) ? first : null;
};

const foldedSpan = ({ start, end }: TextSpan, folded: FoldedText): TextSpan => ({
  start: foldedIndex(folded, start),
  end: foldedIndex(folded, end),
});

function foldedStructure({ blocks, sections, sentences }: TextStructure, folded: FoldedText): TextStructure {
  const made = new Map<Section, Section>();
  // A section stands after its parent.
  for (const section of sections) {
    made.set(section, {
      ...foldedSpan(section, folded),
      heading: foldedSpan(section.heading, folded),
      parent: section.parent === null ? null : (made.get(section.parent) ?? null),
    });
  }
  return {
    sections: [...made.values()],
    sentences: sentences.map((one) => foldedSpan(one, folded)),
    blocks: blocks.map((block): Block => ({
      ...foldedSpan(block, folded),
      reach: foldedIndex(folded, block.reach),
      header: block.header === null ? null : foldedSpan(block.header, folded),
      lead: block.lead === null ? null : foldedSpan(block.lead, folded),
      section: block.section === null ? null : (made.get(block.section) ?? null),
      isHeading: block.isHeading,
      isRow: block.isRow,
    })),
  };
}

/** The last of some spans that begins at or before an index; null before the first. */
export function spanAt<T extends Pick<TextSpan, 'start'>>(spans: readonly T[], index: number): T | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1] ?? null;
}
