import type { Localized } from '../../contract/language.ts';

/** What is to be done with one printed page. Null: nothing of the kind. */
export interface SheetTask {
  /** What the page is, with its own page number where it has one. */
  readonly title: Localized;
  readonly signs: Localized | null;
  readonly seal: Localized | null;
  /** The exact words in Chinese quotation marks. */
  readonly handwriting: Localized | null;
  readonly scan: Localized;
  /** What may go wrong with it as it is. */
  readonly caution: Localized | null;
}

/** What takes the place of a company's seal with an individual: no clause says it, so the platform is asked. */
export const sealOfIndividual: Localized = {
  zh: '条文要求盖公章；个人没有公章，先问平台，照答复办理',
  en: 'the clause wants a company seal: as an individual without one ask the platform first and do as it answers',
};

/** A letter, or the copy of a paper: one or more pages that stay together. */
export interface PackPiece {
  readonly kind: 'letter' | 'copy';
  /** The letter's id, or the requirement that the paper answers. */
  readonly id: string;
  /** Who signs or seals it, by name. */
  readonly party: string;
  readonly isOwn: boolean;
  /** Page by page. */
  readonly sheets: readonly SheetTask[];
}

/** A page of the pack, numbered from 1, the cover counted. */
export interface PlannedSheet extends SheetTask {
  readonly page: number;
  readonly kind: PackPiece['kind'];
  readonly id: string;
}

/** The pages that go to one party, in order. */
export interface PackGroup {
  readonly party: string;
  readonly isOwn: boolean;
  readonly sheets: readonly PlannedSheet[];
}

/** Which page of the pack holds what. */
export interface PackPlan {
  readonly coverPages: number;
  /** The cover with them. */
  readonly pages: number;
  readonly groups: readonly PackGroup[];
}

/**
 * The order to stamp in: what the company itself signs and seals, then what goes to each other party; for each the letters,
 * which are signed, before the copies. Pieces of one kind keep the order they came in.
 */
export function inStampingOrder<P extends PackPiece>(pieces: readonly P[]): readonly P[] {
  const others = [...new Set(pieces.filter(({ isOwn }) => !isOwn).map(({ party }) => party))];
  const rank = ({ isOwn, party, kind }: P): number =>
    (isOwn ? 0 : 1 + others.indexOf(party)) * 2 + (kind === 'letter' ? 0 : 1);
  return pieces.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Numbers the pages of pieces that are in order. The cover names page numbers and its own length shifts them, so
 * `countCover` (how many pages the cover of a plan takes) is asked until it agrees. Where it comes out shorter than planned,
 * which takes a line that wraps at one number and not at the next, `coverPages` stands: blank pages make up for it.
 */
export function planPack(pieces: readonly PackPiece[], countCover: (plan: PackPlan) => number): PackPlan {
  let coverPages = 1;
  for (;;) {
    const plan = numbered(pieces, coverPages);
    const wanted = countCover(plan);
    if (wanted <= coverPages) return plan;
    coverPages = wanted;
  }
}

function numbered(pieces: readonly PackPiece[], coverPages: number): PackPlan {
  const groups: { party: string; isOwn: boolean; sheets: PlannedSheet[] }[] = [];
  let page = coverPages;
  for (const { kind, id, party, isOwn, sheets } of pieces) {
    let group = groups.at(-1);
    if (group === undefined || group.isOwn !== isOwn || (!isOwn && group.party !== party)) {
      group = { party, isOwn, sheets: [] };
      groups.push(group);
    }
    for (const sheet of sheets) {
      page += 1;
      group.sheets.push({ ...sheet, page, kind, id });
    }
  }
  return { coverPages, pages: page, groups };
}
