import type { MergeConflict, MergePick, TeamMergePlan } from '../../contract/library.ts';
import { isVersion } from '../letters/template-version.ts';
import type { Sides } from './plan-dossier-merge.ts';
import { teamItems, type TeamFact, type TeamItem } from './team-items.ts';

/** A file to put into a team's folder, from the place where it lay in the other's. */
export interface PlacedTeamFile {
  readonly from: TeamFact;
  readonly path: string;
  /** Word lists only: the file here, whose lines come first. */
  readonly joinedWith?: TeamFact;
}

/** What merging the team's folders does. */
export interface PlannedTeamMerge {
  readonly view: readonly TeamMergePlan[];
  settle(picks: ReadonlyMap<string, MergePick>): readonly PlacedTeamFile[];
}

/**
 * Works out what comes of two teams' folders: versions that are not here are added, word lists are joined line by line, and a version that
 * both have with other bytes is a conflict. `taken` are names of versions that no new one may get, removed ones too.
 */
export function planTeamMerge(
  mine: readonly TeamFact[],
  theirs: readonly TeamFact[],
  taken: readonly string[],
  sides: Sides,
  on: string,
): PlannedTeamMerge {
  const here = new Map(teamItems(mine).map((item) => [`${item.area}/${item.item}`, item]));
  const planned = teamItems(theirs).map((item) =>
    planItem(here.get(`${item.area}/${item.item}`), item, sides, on),
  );
  return {
    view: planned.map(({ view }) => view),
    settle(picks) {
      const used = new Set([...here.keys(), ...taken]);
      return planned.flatMap(({ view, item, added }) => {
        if (view.conflict === undefined) return added;
        if (picks.get(view.conflict.id) !== 'both') return [];
        const name = freeName(item, used);
        used.add(`${item.area}/${name}`);
        return item.files.map((from) => ({ from, path: name + from.path.slice(item.item.length) }));
      });
    },
  };
}

function planItem(mine: TeamItem | undefined, item: TeamItem, sides: Sides, on: string) {
  const place = (files: readonly TeamFact[]): readonly PlacedTeamFile[] =>
    files.map((from) => ({ from, path: from.path }));
  const plan = (
    state: TeamMergePlan['state'],
    added: readonly PlacedTeamFile[],
    conflict?: MergeConflict,
  ) => ({
    view: { area: item.area, item: item.item, state, ...(conflict === undefined ? {} : { conflict }) },
    item,
    added,
  });
  if (mine === undefined) return plan('new', place(item.files));
  const byPath = new Map(mine.files.map((file) => [file.path, file]));
  const others = item.files.filter((file) => byPath.get(file.path)?.sha256 !== file.sha256);
  if (others.length === 0) return plan(mine.files.length > item.files.length ? 'only-more-here' : 'same', []);
  if (item.area === 'words') {
    const [from] = item.files;
    const [joinedWith] = mine.files;
    if (from === undefined || joinedWith === undefined) throw new Error('A word list is one file');
    return plan('completed', [{ from, path: from.path, joinedWith }]);
  }
  // Fields that were placed on the same form since: what is not here is added beside.
  if (item.area === 'forms' && others.every(({ path }) => !byPath.has(path)))
    return plan('completed', place(others));
  return plan('conflict', [], {
    id: `team/${item.area}/${item.item}`,
    kind: 'team',
    at: `${item.area}/${item.item}`,
    mine: { text: filesText(mine), by: sides.here, at: '' },
    theirs: { text: filesText(item), by: sides.there, at: on },
    choices: ['mine', 'both'],
  });
}

const filesText = ({ files, item }: TeamItem): string =>
  files
    .map(({ path, sha256, sizeBytes }) => {
      const name = path.slice(path.startsWith(`${item}/`) ? item.length + 1 : path.lastIndexOf('/') + 1);
      return `${name} · ${sizeBytes} B · SHA-256 ${sha256.slice(0, 12)}…`;
    })
    .join('\n');

/** A name for a version that came from elsewhere: a form takes the next number, a template 1.0.0-merged, -merged2 and so on. */
function freeName({ area, item }: TeamItem, used: ReadonlySet<string>): string {
  const slash = item.lastIndexOf('/');
  const folder = item.slice(0, slash + 1);
  const name = item.slice(slash + 1);
  const isFree = (wanted: string): boolean => !used.has(`${area}/${folder}${wanted}`);
  if (area === 'forms') {
    let number = Number(name) + 1;
    while (!isFree(String(number))) number += 1;
    return folder + String(number);
  }
  const ending = item.startsWith('clauses/') ? '.md' : '';
  const version = name.slice(0, name.length - ending.length);
  const stem = isVersion(version) ? (version.split('-')[0] ?? version) : version;
  for (let number = 1; ; number += 1) {
    const wanted = `${stem}-merged${number === 1 ? '' : number}${ending}`;
    if (isFree(wanted)) return folder + wanted;
  }
}

/** Two word lists as one: the lines here, then those that are not among them. */
export function joinWordLists(mine: string, theirs: string): string {
  const linesOf = (text: string): readonly string[] => text.replaceAll('\r\n', '\n').split('\n');
  const here = new Set(linesOf(mine).map((line) => line.trim()));
  const added = linesOf(theirs).filter((line) => line.trim() !== '' && !here.has(line.trim()));
  if (added.length === 0) return mine;
  const start = mine === '' || mine.endsWith('\n') ? mine : `${mine}\n`;
  return `${start}${[...new Set(added)].join('\n')}\n`;
}
