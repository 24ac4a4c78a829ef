import type { DossierDocument } from '../../contract/dossier.ts';
import {
  historyEntrySchema,
  type HistoryEntry,
  type KeptRequirements,
  type KeptRules,
  type RulebookMark,
} from '../../contract/history.ts';
import { plainParsing } from '../../contract/plain-parsing.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { resolveRequirements } from '../requirements/resolve-requirements.ts';
import { textHash } from './history-lines.ts';
import { markRulebook } from './rulebook-marks.ts';

/** A letter with its words; null on the platform's form, whose words are the platform's. */
export interface LetterThen {
  readonly letter: string;
  readonly title: HistoryEntry['letters'][number]['title'];
  readonly revision: string;
  readonly origin: HistoryEntry['letters'][number]['origin'];
  readonly words: string | null;
}

/** A dossier at a time, with all that a comparison needs. */
export interface DossierSnapshot {
  readonly yamlText: string;
  readonly document: DossierDocument;
  readonly files: HistoryEntry['files'];
  readonly letters: readonly LetterThen[];
  readonly rulebook: RulebookMark;
  readonly rules: KeptRules;
  readonly requirements: KeptRequirements;
}

/** What is asked for of a document by a rulebook, as it is kept. */
export const requirementsNow = (rulebook: Rulebook, document: DossierDocument): KeptRequirements =>
  resolveRequirements({ rulebook, document }).map(({ id, title, kind, status }) => ({
    id,
    title,
    kind,
    status,
  }));

/** A snapshot of a dossier with its rulebook. */
export function snapshotOf(
  rulebook: Rulebook,
  facts: Pick<DossierSnapshot, 'yamlText' | 'document' | 'files' | 'letters'>,
): DossierSnapshot {
  const { mark, rules } = markRulebook(rulebook);
  return { ...facts, rulebook: mark, rules, requirements: requirementsNow(rulebook, facts.document) };
}

const entryWithoutId = historyEntrySchema.omit({ id: true });

/** The entry that keeps a snapshot, and the texts that go with it. Its id is made of all the rest and of `before`, the entry that came last; `more` are texts that the run itself names. */
export function entryOf(
  snapshot: DossierSnapshot,
  run: Pick<HistoryEntry, 'kind' | 'at' | 'by' | 'bundle' | 'as' | 'batch'>,
  before: HistoryEntry | undefined,
  more: readonly string[] = [],
): { readonly entry: HistoryEntry; readonly texts: readonly string[] } {
  const { yamlText, files, letters, rulebook } = snapshot;
  const rules = JSON.stringify(snapshot.rules);
  const requirements = JSON.stringify(snapshot.requirements);
  const words = letters.flatMap((one) => one.words ?? []);
  // Parsed, its members stand in the order of the schema: an entry that was read back is the same text.
  const rest = entryWithoutId.parse(
    {
      kind: run.kind,
      at: run.at,
      by: run.by,
      rulebook,
      kept: { dossier: textHash(yamlText), rules: textHash(rules), requirements: textHash(requirements) },
      files: [...files],
      letters: letters.map(({ letter, title, revision, origin, words: text }) => ({
        letter,
        title,
        revision,
        origin,
        ...(text === null ? {} : { text: textHash(text) }),
      })),
      ...(run.as === undefined ? {} : { as: run.as }),
      ...(run.batch === undefined ? {} : { batch: run.batch }),
      ...(run.bundle === undefined ? {} : { bundle: run.bundle }),
    } satisfies Omit<HistoryEntry, 'id'>,
    plainParsing,
  );
  const id = textHash(JSON.stringify([before?.id ?? '', rest])).slice(0, 12);
  return { entry: { id, ...rest }, texts: [yamlText, rules, requirements, ...words, ...more] };
}
