import type { RulebookMark } from '../../contract/history.ts';
import type { Localized } from '../../contract/language.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { compareFields } from './compare-fields.ts';
import { compareFiles, type FileChange } from './compare-files.ts';
import { compareLetters, type LetterChange } from './compare-letters.ts';
import { compareRules, type RuleChanges, type Titled } from './compare-rules.ts';
import type { DossierSnapshot } from './dossier-snapshot.ts';
import { titleOfField, valueInWords } from './field-words.ts';

/** All that changed of a dossier between two times. */
export interface Comparison {
  readonly files: (Omit<FileChange, 'fields'> & { readonly uses: Localized[] })[];
  readonly fields: {
    readonly field: string;
    readonly title: Localized;
    readonly from: Localized | null;
    readonly to: Localized | null;
  }[];
  readonly rules: { readonly from: RulebookMark; readonly to: RulebookMark } & {
    readonly [K in keyof RuleChanges]: Titled[];
  };
  readonly letters: (Omit<LetterChange, 'reasons' | 'lines'> & {
    readonly reasons: Localized[];
    readonly lines?: NonNullable<LetterChange['lines']>[number][];
  })[];
}

/** One side of a comparison; `isRun` for a letter run, which knows only the letters that it made. */
export interface Side {
  readonly snapshot: DossierSnapshot;
  readonly isRun: boolean;
}

/** Compares two times of a dossier: files, fields, rules and wording. Titles are those of the present rulebook. */
export function compareHistory(from: Side, to: Side, rulebook: Rulebook): Comparison {
  const [before, after] = [from.snapshot, to.snapshot];
  const letterTitles = new Map(
    [...before.letters, ...after.letters].map(({ letter, title }) => [letter, title]),
  );
  const titleOf = (field: string): Localized => titleOfField(field, rulebook, letterTitles);
  const inWords = (field: string, value: unknown): Localized | null =>
    value === undefined ? null : valueInWords(field, value, rulebook);
  const { added, removed, changed, others } = compareRules(before.rules, after.rules);
  return {
    files: compareFiles(before, after).map(({ fields, ...change }) => ({
      ...change,
      uses: fields.map(titleOf),
    })),
    fields: compareFields(before.document, after.document).map(({ field, from: was, to: is }) => ({
      field,
      title: titleOf(field),
      from: inWords(field, was),
      to: inWords(field, is),
    })),
    rules: {
      from: before.rulebook,
      to: after.rulebook,
      added: [...added],
      removed: [...removed],
      changed: [...changed],
      others: [...others],
    },
    letters: compareLetters(before.letters, after.letters, from.isRun || to.isRun).map(
      ({ reasons, lines, ...change }) => ({
        ...change,
        reasons: [...reasons],
        ...(lines === undefined ? {} : { lines: [...lines] }),
      }),
    ),
  };
}
