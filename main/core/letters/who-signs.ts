import type { Localized } from '../../contract/language.ts';
import type { DocumentTree } from '../../contract/letters.ts';

/** One mark that somebody makes on a printed letter. */
export interface SigningMark {
  readonly text: Localized;
  /** No source demands it: it is our suggestion. */
  readonly isSuggested: boolean;
}

/** Every signature, fingerprint and seal that a letter has a place for, in the order of the page. */
export function whoSigns({ blocks }: Pick<DocumentTree, 'blocks'>): readonly SigningMark[] {
  return blocks.flatMap((block): readonly SigningMark[] => {
    if (block.kind !== 'signature') return [];
    const signed = (line: string, isSuggested: boolean): SigningMark => ({
      text: { zh: signingLabel(line), en: signingLabel(line) },
      isSuggested,
    });
    return [
      ...block.lines.map((line) => signed(line, false)),
      ...(block.suggested ?? []).map((line) => signed(line, true)),
      ...(block.fingerprint === undefined
        ? []
        : [{ text: { zh: '按红色手印', en: 'A red fingerprint' }, isSuggested: false }]),
      ...(block.seal === null
        ? []
        : [
            {
              text: { zh: `盖「${block.party}」公章`, en: `The seal of “${block.party}”` },
              isSuggested: block.seal.suggested === true,
            },
          ]),
    ];
  });
}

/** The label of a line to sign on, without the colon that leads to it. */
export const signingLabel = (line: string): string => line.replace(/[：:\s]+$/u, '');
