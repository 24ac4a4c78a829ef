import type { TeamArea } from '../../contract/library.ts';

/** A file that a team shares, by its place in an area's folder. */
export interface TeamFact {
  readonly area: TeamArea;
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Files that are one version of something: a template, a clause, a form; or a word list. */
export interface TeamItem {
  readonly area: TeamArea;
  /** The folder of a version, or the one file. */
  readonly item: string;
  readonly files: readonly TeamFact[];
}

const id = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const plainName = String.raw`[^/\\:*?"<>|\x00-\x1f.][^/\\:*?"<>|\x00-\x1f]{0,119}`;
/** What lies where in a team's folders; the first group is the item. */
const shapes: Readonly<Record<TeamArea, readonly RegExp[]>> = {
  templates: [
    new RegExp(`^(clauses/${id}/${plainName}\\.md)$`, 'u'),
    new RegExp(`^((?!clauses/)${id}/${plainName})/(?:template\\.md|sample\\.yaml)$`, 'u'),
  ],
  forms: [
    new RegExp(`^(${id}/[1-9]\\d{0,5})/(?:form\\.yaml|[0-9a-f]{64}\\.pdf|fields-[1-9]\\d{0,5}\\.yaml)$`, 'u'),
  ],
  words: [new RegExp(`^(${id}/${id}\\.txt)$`, 'u')],
};

/** The item that a path of an area belongs to; null for what is none of the team's and never leaves or enters its folders. */
export function teamItemOf(area: TeamArea, path: string): string | null {
  for (const shape of shapes[area]) {
    const item = shape.exec(path)?.[1];
    if (item !== undefined) return item;
  }
  return null;
}

/** Files grouped to their items, sorted. */
export function teamItems(files: readonly TeamFact[]): readonly TeamItem[] {
  const groups = new Map<string, { area: TeamArea; item: string; files: TeamFact[] }>();
  for (const file of files) {
    const item = teamItemOf(file.area, file.path);
    if (item === null) continue;
    const key = `${file.area}/${item}`;
    const group = groups.get(key) ?? { area: file.area, item, files: [] };
    group.files.push(file);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((one, other) =>
    `${one.area}/${one.item}` < `${other.area}/${other.item}` ? -1 : 1,
  );
}
