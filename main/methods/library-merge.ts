import { Failure } from '../contract/failure.ts';
import type {
  DossierMergePlan,
  LibraryPlan,
  MergeConflict,
  MergePick,
  MergeRecord,
} from '../contract/library.ts';
import { historyPath, readHistory } from '../core/history/history-lines.ts';
import { hashOf, stateOf } from '../core/library/dossier-state.ts';
import type { LibraryDossier } from '../core/library/library-dossier.ts';
import { contentName, teamName } from '../core/library/library-file.ts';
import {
  planDossierMerge,
  type PlannedMerge,
  type ReceivedDossier,
} from '../core/library/plan-dossier-merge.ts';
import { keptStateOf } from '../core/library/library-kept.ts';
import { planKeptMerge, type PlannedKeptMerge } from '../core/library/plan-kept-merge.ts';
import { joinWordLists, planTeamMerge, type PlannedTeamMerge } from '../core/library/plan-team-merge.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { KeptChange, LibraryChange } from '../world/library.ts';
import type { LocalFile } from '../world/local-file.ts';
import type { ReceivedLibrary } from './library-file.ts';

interface PlannedLibrary {
  readonly view: LibraryPlan;
  readonly dossiers: readonly {
    readonly mine: LibraryDossier | null;
    readonly theirs: ReceivedDossier & { readonly history: string };
    readonly planned: PlannedMerge;
  }[];
  readonly kept: readonly PlannedKeptMerge[];
  readonly team: PlannedTeamMerge;
}

/** Works out what merging a library would do. Nothing is changed. */
export async function planLibrary(
  world: World,
  { manifest, dossiers, kept }: ReceivedLibrary,
  { language }: Pick<CallContext, 'language'>,
): Promise<PlannedLibrary> {
  const own = new Map(
    (await world.library.dossiers(dossiers.map(({ id }) => id))).map((one) => [one.id, one]),
  );
  const sides = {
    here: { zh: '本机', en: 'this computer' }[language],
    there: manifest.by === '' ? { zh: '交接文件', en: 'the file' }[language] : manifest.by,
  };
  const planned = dossiers.map((theirs) => {
    const mine = own.get(theirs.id) ?? null;
    return { mine, theirs, planned: planDossierMerge(mine, theirs, sides) };
  });
  const plannedKept = planKeptMerge(await world.library.kept(), kept, sides);
  const mineTeam = await world.team.list();
  const team = planTeamMerge(mineTeam, manifest.team, await world.team.retired(), sides, manifest.on);
  const views = planned.map((one) => one.planned.view);
  const keptViews = plannedKept.map(({ view }) => view);
  const conflicts = [...views, ...keptViews].reduce((sum, view) => sum + view.conflicts.length, 0);
  const rest = {
    here: [...own.values()].map((one) => [one.id, one.revision, one.isRemoved, one.archivedAt]),
    there: dossiers.map((one) => stateOf(one)),
    keptHere: plannedKept.map(({ mine }) => [mine?.id, mine?.revision, mine?.isRemoved]),
    keptThere: kept.map(({ content }) => keptStateOf(content)),
    team: mineTeam.map(({ area, path, sha256 }) => ({ area, path, sha256 })),
  };
  return {
    view: {
      schema: 'yinqi/library-plan@1',
      by: manifest.by,
      on: manifest.on,
      token: hashOf(JSON.stringify(rest)),
      dossiers: views,
      kept: keptViews,
      team: [...team.view],
      conflicts: conflicts + team.view.filter(({ conflict }) => conflict !== undefined).length,
    },
    dossiers: planned,
    kept: plannedKept,
    team,
  };
}

/** Merges a library: contents are stored first, then everything is changed at once or nothing is. */
export async function mergeLibrary(
  world: World,
  library: ReceivedLibrary,
  folder: string,
  input: { readonly picks: Readonly<Record<string, MergePick>>; readonly token?: string | undefined },
  context: CallContext,
) {
  const plan = await planLibrary(world, library, context);
  if (input.token !== undefined && input.token !== plan.view.token) throw changedMeanwhile;
  const picks = new Map(Object.entries(input.picks));
  requirePicks(plan.view, picks);
  const at = world.now();
  const changes = plan.dossiers.flatMap(({ mine, theirs, planned }): readonly LibraryChange[] => {
    const settled = planned.settle(picks);
    if (settled === null) {
      const isOnlyHistory = mine !== null && !mine.isRemoved && hasNewHistory(mine.history, theirs.history);
      return isOnlyHistory ? [historyChange(mine, theirs.history)] : [];
    }
    const times = new Map(theirs.edits.map((edit) => [edit.path, edit.at]));
    const changed = settled.edited.map((path) => ({ path, at: times.get(path) ?? theirs.changedAt }));
    const { yamlText, files } = theirs;
    return [
      {
        id: theirs.id,
        baseRevision: mine?.revision ?? null,
        changedAt: theirs.changedAt,
        archivedAt: settled.archivedAt,
        yamlText: settled.yamlText,
        files: settled.files,
        received: { yamlText, files, state: stateOf(theirs) },
        history: theirs.history,
        edits: mine === null ? theirs.edits : changed,
        record: recordOf(planned.view, picks, at, library.manifest.by),
      },
    ];
  });
  const kept = plan.kept.flatMap((one) => keptChange(one, picks, at, library.manifest.by));
  const placed = plan.team.settle(picks);
  const unpacked = await unpackContents(world, library, folder, { changes, kept, plan, placed }, context);
  const joined = await Promise.all(
    placed.map(async ({ from, path, joinedWith }) => {
      const content = unpacked.team.get(teamName(from.area, from.path));
      if (content === undefined) throw new Error(`${from.path} was not unpacked`);
      if (joinedWith === undefined) return { area: from.area, path, content };
      const here = await world.team.text(joinedWith);
      const text = joinWordLists(here, new TextDecoder().decode(content));
      return { area: from.area, path, content: new TextEncoder().encode(text), replaces: joinedWith.sha256 };
    }),
  );
  const staged = await world.team.stage(joined);
  try {
    await world.library.apply({ dossiers: changes, kept }, unpacked.contents, staged.place);
  } finally {
    await staged.discard();
  }
  return {
    schema: 'yinqi/library-merge@1' as const,
    added: changes.filter(({ baseRevision }) => baseRevision === null).length,
    changed: changes.filter(({ baseRevision }) => baseRevision !== null).length,
    unchanged: plan.dossiers.length - changes.length,
    kept: kept.filter(({ isOnlyNoted }) => !isOnlyNoted).length,
    teamItems: new Set(placed.map(({ from, path }) => `${from.area}/${path.slice(0, path.lastIndexOf('/'))}`))
      .size,
    conflicts: plan.view.conflicts,
  };
}

/** Whether history came in that is not here. Throws `history-damaged`. */
function hasNewHistory(mine: string, theirs: string): boolean {
  const known = new Set(readHistory(mine, historyPath).entries.map(({ id }) => id));
  return readHistory(theirs, historyPath).entries.some(({ id }) => !known.has(id));
}

/** A dossier that stays as it is but for its history. */
const historyChange = (mine: LibraryDossier, history: string): LibraryChange => ({
  id: mine.id,
  baseRevision: mine.revision,
  changedAt: mine.changedAt,
  archivedAt: mine.archivedAt,
  yamlText: mine.yamlText,
  files: mine.files,
  received: { yamlText: mine.yamlText, files: mine.files, state: stateOf(mine) },
  history,
  edits: [],
  record: null,
});

/** Unpacks what the merge needs: contents into the private folder, team files into memory. */
async function unpackContents(
  world: World,
  { zip }: ReceivedLibrary,
  folder: string,
  needed: {
    readonly changes: readonly LibraryChange[];
    readonly kept: readonly KeptChange[];
    readonly plan: PlannedLibrary;
    readonly placed: ReturnType<PlannedTeamMerge['settle']>;
  },
  context: CallContext,
) {
  const sent = new Set([
    ...needed.plan.dossiers.flatMap(({ theirs }) => theirs.files.map(({ sha256 }) => sha256)),
    ...needed.plan.kept.flatMap(({ theirs }) => theirs.content.logo?.sha256 ?? []),
  ]);
  const hashes = [
    ...new Set([
      ...needed.changes.flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
      ...needed.kept.flatMap(({ content }) => content.logo?.sha256 ?? []),
    ]),
  ].filter((sha256) => sent.has(sha256));
  const contents = new Map<string, LocalFile>(
    hashes.map((sha256) => [sha256, { absolutePath: `${folder}/${sha256}`, name: sha256 }]),
  );
  const names = needed.placed.map(({ from }) => teamName(from.area, from.path));
  const wanted = new Map<string, string | null>([
    ...[...contents].map(([sha256, file]) => [contentName(sha256), file.absolutePath] as const),
    ...names.map((name) => [name, null] as const),
  ]);
  const unpacked = await world.zip.unpack(zip, wanted, context);
  const team = new Map(names.map((name) => [name, unpacked.get(name)?.bytes ?? new Uint8Array()]));
  return { contents, team };
}

/** What was not taken of the conflicts; null where there were none. */
function recordOf(
  view: Pick<DossierMergePlan, 'dossier' | 'title' | 'conflicts'>,
  picks: ReadonlyMap<string, MergePick>,
  on: string,
  by: string,
): MergeRecord | null {
  if (view.conflicts.length === 0) return null;
  const conflicts = view.conflicts.map(({ id, kind, at, mine, theirs }) => ({
    id,
    kind,
    at,
    mine,
    theirs,
    picked: picks.get(id) ?? 'mine',
  }));
  return { on, by, dossier: view.dossier, title: view.title, conflicts };
}

/** What a merge makes of a kept company or person; one that is the same here is noted only, as an ancestor of what comes back. */
function keptChange(
  { view, mine, theirs, settle }: PlannedKeptMerge,
  picks: ReadonlyMap<string, MergePick>,
  on: string,
  by: string,
): readonly (KeptChange & { readonly isOnlyNoted: boolean })[] {
  const content = settle(picks);
  if (content === null) return [];
  return [
    {
      id: mine?.id ?? theirs.id,
      baseRevision: mine?.revision ?? null,
      changedAt: theirs.changedAt,
      content,
      received: theirs.content,
      record: recordOf({ ...view, dossier: view.kept, title: view.name }, picks, on, by),
      isOnlyNoted: view.state === 'same',
    },
  ];
}

/** Every conflict that has to be picked: those of a dossier that stays removed do not. */
function openConflicts(view: LibraryPlan, picks: ReadonlyMap<string, MergePick>): readonly MergeConflict[] {
  const ofEntries = [...view.dossiers, ...view.kept].flatMap(({ conflicts }) => {
    const removed = conflicts.find(({ kind }) => kind === 'removed');
    return removed !== undefined && picks.get(removed.id) === 'mine' ? [] : conflicts;
  });
  const all = [...ofEntries, ...view.team.flatMap(({ conflict }) => conflict ?? [])];
  return all.filter(({ id, choices }) => {
    const pick = picks.get(id);
    return pick === undefined || !choices.includes(pick);
  });
}

function requirePicks(view: LibraryPlan, picks: ReadonlyMap<string, MergePick>): void {
  const open = openConflicts(view, picks);
  const [first] = open;
  if (first === undefined) return;
  const some = open.slice(0, 5).map(({ at }) => at);
  throw new Failure(
    'unresolved-conflicts',
    {
      zh: `有 ${open.length} 处冲突还没有选择，没有合并任何内容：${some.join('、')}${open.length > 5 ? '…' : ''}`,
      en: `${open.length} conflicts are not settled, and nothing was merged: ${some.join(', ')}${open.length > 5 ? ' …' : ''}`,
    },
    {
      zh: '请逐项选择保留哪一边；命令行用 --pick 编号=mine 或 theirs，或 --all mine',
      en: 'Pick a side for each; on the command line --pick ID=mine or theirs, or --all mine',
    },
  );
}

const changedMeanwhile = new Failure(
  'library-changed',
  {
    zh: '比较之后案卷或团队文件又有改动，没有合并任何内容',
    en: 'Dossiers or team files were changed since they were compared; nothing was merged',
  },
  { zh: '请重新比较，再合并', en: 'Compare again, then merge' },
);
