import { Failure } from '../contract/failure.ts';
import {
  keptRequirementsSchema,
  keptRulesSchema,
  type HistoryEntry,
  type ListedEntry,
} from '../contract/history.ts';
import { inLanguage, type Localized } from '../contract/language.ts';
import { parseDossier } from '../core/dossier/parse-dossier.ts';
import { compareHistory } from '../core/history/compare-history.ts';
import type { DossierSnapshot } from '../core/history/dossier-snapshot.ts';
import { markRulebook } from '../core/history/rulebook-marks.ts';
import { staleDossier, staleLetters } from '../core/history/stale-dossier.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';
import { letterStates } from './letter-states.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** What was exported and printed, what changed since, and what a newer rulebook makes out of date. */
export const historyMethods: Pick<Methods, 'history.list' | 'history.compare' | 'history.stale'> = {
  async 'history.list'(world, { dossier }, { language }) {
    const { document } = await world.dossiers.open(dossier);
    const entries = await world.history.list(dossier);
    const { mark } = markRulebook(await world.rulebooks.load(document.platform));
    const listed = entries.map((entry, index) => listedEntry(entry, index + 1, mark.sha256));
    return { schema: 'yinqi/history@1', entries: inLanguage<ListedHere[]>(listed, language) };
  },

  async 'history.compare'(world, { dossier, from, to }, context) {
    const open = await world.dossiers.open(dossier);
    const entries = await world.history.list(dossier);
    const rulebook = await world.rulebooks.load(open.document.platform);
    const before = requireEntry(entries, from);
    const after = to === undefined ? null : requireEntry(entries, to);
    const comparison = compareHistory(
      { snapshot: await snapshotOfEntry(world, dossier, before), isRun: before.kind === 'letters' },
      {
        snapshot:
          after === null
            ? await takeSnapshot(world, open, context)
            : await snapshotOfEntry(world, dossier, after),
        isRun: after?.kind === 'letters',
      },
      rulebook,
    );
    return {
      schema: 'yinqi/history-comparison@1',
      from: { id: before.id, at: before.at },
      to: { id: after?.id ?? null, at: after?.at ?? world.now() },
      ...inLanguage(comparison, context.language),
    };
  },

  async 'history.stale'(world, { dossier }, { language }) {
    const open = await world.dossiers.open(dossier);
    const entries = await world.history.list(dossier);
    const rulebook = await world.rulebooks.load(open.document.platform);
    const { mark } = markRulebook(rulebook);
    const last = entries.at(-1);
    const isOther = ({ rulebook: { sha256 } }: HistoryEntry): boolean => sha256 !== mark.sha256;
    const bundles = entries
      .filter(isOther)
      .flatMap(({ id, at, rulebook: of, bundle }) =>
        bundle === undefined ? [] : [{ entry: id, fileName: bundle.fileName, at, rulebook: of }],
      );
    const stale =
      last === undefined || !isOther(last)
        ? null
        : staleDossier(rulebook, open.document, await keptOf(world, dossier, last));
    const states = entries.some(isOther) ? await letterStates(world, open) : [];
    return inLanguage(
      {
        schema: 'yinqi/stale@1' as const,
        rulebook: mark,
        dossier:
          stale === null || last === undefined
            ? null
            : { since: { entry: last.id, at: last.at, rulebook: last.rulebook }, ...copied(stale) },
        letters: staleLetters(entries, states).map(({ letter, title, reasons }) => ({
          letter,
          title,
          reasons: reasons.map(({ kind, text, fields }) => ({ kind, text, fields: [...fields] })),
        })),
        bundles: bundles.toReversed(),
      },
      language,
    );
  },
};

type ListedHere = Omit<ListedEntry, 'letters' | 'batch'> & {
  batch: { title: Localized; table: string; made: number; failed: number } | undefined;
  letters: { letter: string; title: Localized; revision: string }[];
};

function listedEntry(entry: HistoryEntry, number: number, sha256: string): ListedHere {
  const { id, kind, at, by, rulebook, kept, files, letters, as, batch, bundle } = entry;
  return {
    id,
    number,
    kind,
    at,
    by,
    rulebook,
    isOlderRulebook: rulebook.sha256 !== sha256,
    dossierSha256: kept.dossier,
    files: files.length,
    letters: letters.map(({ letter, title, revision }) => ({ letter, title, revision })),
    as,
    batch:
      batch === undefined
        ? undefined
        : { title: batch.title, table: batch.table, made: batch.made, failed: batch.failed },
    bundle,
  };
}

/** Lists that the contract has as plain arrays. */
function copied(stale: NonNullable<ReturnType<typeof staleDossier>>) {
  const { added, removed, changed, others, concerning, requirements } = stale;
  return {
    added: [...added],
    removed: [...removed],
    changed: [...changed],
    others: [...others],
    concerning: [...concerning],
    requirements: { added: [...requirements.added], removed: [...requirements.removed] },
  };
}

/** The entry of this number, id or beginning of an id. Throws `unknown-entry`. */
function requireEntry(entries: readonly HistoryEntry[], wanted: string): HistoryEntry {
  const byNumber = /^\d{1,6}$/.test(wanted) ? entries[Number(wanted) - 1] : undefined;
  const byId = wanted.length < 4 ? [] : entries.filter(({ id }) => id.startsWith(wanted));
  const [found] = byId.length === 1 ? byId : byNumber === undefined ? [] : [byNumber];
  if (found !== undefined) return found;
  throw new Failure(
    'unknown-entry',
    {
      zh: `历史里没有第「${wanted}」条记录，共 ${entries.length} 条`,
      en: `The history has no entry “${wanted}”; there are ${entries.length}`,
    },
    entries.length === 0
      ? { zh: '导出材料包或生成函件后才有记录', en: 'Export a bundle or make letters first' }
      : {
          zh: '运行 yinqi history 案卷文件夹 查看序号',
          en: 'yinqi history DIR lists them with their numbers',
        },
  );
}

/** The texts that an entry names, read back. */
async function keptOf(world: World, ref: string, entry: HistoryEntry) {
  const { kept } = entry;
  const yamlText = await world.history.text(ref, kept.dossier);
  return {
    entry,
    yamlText,
    document: parseDossier(yamlText, 'dossier.yaml'),
    rules: keptRulesSchema.parse(JSON.parse(await world.history.text(ref, kept.rules))),
    requirements: keptRequirementsSchema.parse(JSON.parse(await world.history.text(ref, kept.requirements))),
  };
}

/** A dossier as it was at an entry. Throws `history-damaged`. */
export async function snapshotOfEntry(
  world: World,
  ref: string,
  entry: HistoryEntry,
): Promise<DossierSnapshot> {
  const { yamlText, document, rules, requirements } = await keptOf(world, ref, entry);
  const letters = [];
  for (const { letter, title, revision, origin, text } of entry.letters) {
    const words = text === undefined ? null : await world.history.text(ref, text);
    letters.push({ letter, title, revision, origin, words });
  }
  return { yamlText, document, files: entry.files, letters, rulebook: entry.rulebook, rules, requirements };
}
