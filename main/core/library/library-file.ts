import { libraryManifestSchema, type LibraryManifest, type TeamArea } from '../../contract/library.ts';
import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';
import { hashOf, stateOf } from './dossier-state.ts';
import type { ContentFact, LibraryDossier } from './library-dossier.ts';
import { keptStateOf, type LibraryKept } from './library-kept.ts';
import { teamItemOf, type TeamFact } from './team-items.ts';

/** The name of the manifest, which closes a `.yinqi` file. */
export const manifestName = 'yinqi-library.json';

export const yamlName = (dossier: string): string => `dossiers/${dossier}/dossier.yaml`;
export const historyName = (dossier: string): string => `dossiers/${dossier}/history.jsonl`;
export const contentName = (sha256: string): string => `contents/${sha256}`;
export const teamName = (area: TeamArea, path: string): string => `team/${area}/${path}`;

/** The manifest of a library: its dossiers by id, the same bytes for the same library, day and name. */
export function libraryManifest(input: {
  readonly software: LibraryManifest['software'];
  readonly on: string;
  readonly by: string;
  readonly dossiers: readonly LibraryDossier[];
  readonly kept: readonly LibraryKept[];
  readonly team: readonly TeamFact[];
}): LibraryManifest {
  const { software, on, by, dossiers, kept, team } = input;
  return {
    schema: 'yinqi/library@1',
    software,
    on,
    by,
    dossiers: dossiers.map((one) => {
      const now = stateOf(one);
      return {
        id: one.id,
        changedAt: one.changedAt,
        ...(one.archivedAt === null ? {} : { archivedAt: one.archivedAt }),
        yaml: hashOf(one.yamlText),
        ...(one.history === '' ? {} : { history: hashOf(one.history) }),
        files: one.files.map(factOf),
        states: [...one.ancestors.map(({ state }) => state).filter((state) => state !== now), now],
        edits: one.edits.map(({ path, at }) => ({ path, at })),
      };
    }),
    kept: kept.map(({ id, changedAt, content, ancestors }) => {
      const now = keptStateOf(content);
      const states = [...ancestors.map(({ state }) => state).filter((state) => state !== now), now];
      return { ...content, id, changedAt, states };
    }),
    team: team.map(({ area, ...file }) => ({ area, ...factOf(file) })),
  };
}

const factOf = ({ path, sha256, sizeBytes }: ContentFact): ContentFact => ({ path, sha256, sizeBytes });

/** Every entry that a manifest says the file holds, besides itself: name to SHA-256. */
export function manifestEntries({ dossiers, kept, team }: LibraryManifest): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const { id, yaml, history, files } of dossiers) {
    entries.set(yamlName(id), yaml);
    if (history !== undefined) entries.set(historyName(id), history);
    for (const { sha256 } of files) entries.set(contentName(sha256), sha256);
  }
  for (const { logo } of kept) {
    if (logo !== null) entries.set(contentName(logo.sha256), logo.sha256);
  }
  for (const { area, path, sha256 } of team) entries.set(teamName(area, path), sha256);
  return entries;
}

/**
 * Reads a manifest and holds the entries that the file has against it. Throws `not-a-library` where there is none or a newer one, and
 * `library-damaged` that names the first entry that is missing, refused, too many or not what the manifest says.
 */
export function readManifest(
  bytes: Uint8Array | undefined,
  found: readonly {
    readonly name: string;
    readonly sha256: string | null;
    readonly refused: Localized | null;
  }[],
): LibraryManifest {
  if (bytes === undefined) throw notALibrary;
  const manifest = parseManifest(bytes);
  const wanted = manifestEntries(manifest);
  for (const { name, sha256, refused } of found) {
    if (refused !== null) throw damaged(name, refused);
    if (name === manifestName) continue;
    if (!wanted.has(name)) throw damaged(name, { zh: '清单里没有它', en: 'the manifest does not name it' });
    if (wanted.get(name) !== sha256) {
      throw damaged(name, {
        zh: '内容与清单里的 SHA-256 不符',
        en: 'it does not have the SHA-256 of the manifest',
      });
    }
  }
  const names = new Set(found.map(({ name }) => name));
  const missing = [...wanted.keys()].find((name) => !names.has(name));
  if (missing !== undefined) throw damaged(missing, { zh: '文件里没有它', en: 'the file does not hold it' });
  const stranger = manifest.team.find(({ area, path }) => teamItemOf(area, path) === null);
  if (stranger !== undefined) {
    throw damaged(teamName(stranger.area, stranger.path), {
      zh: '不是模板、条款、官方格式或词表该在的位置',
      en: 'that is no place for a template, clause, form or word list',
    });
  }
  const things = [
    ...manifest.dossiers.map(({ id }) => yamlName(id)),
    ...manifest.kept.map(({ kind, id }) => `${kind}/${id}`),
  ];
  const twice = things.find((name, index) => things.indexOf(name) !== index);
  if (twice !== undefined) throw damaged(twice, { zh: '出现了两次', en: 'it is there twice' });
  return manifest;
}

function parseManifest(bytes: Uint8Array): LibraryManifest {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw damaged(manifestName, { zh: '不是 JSON', en: 'it is no JSON' }, cause);
  }
  const parsed = libraryManifestSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const detail = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  throw damaged(manifestName, {
    zh: `内容不合格式（${detail}）`,
    en: `it is not of the expected shape (${detail})`,
  });
}

/** What is no library. */
export const notALibrary = new Failure(
  'not-a-library',
  {
    zh: `这不是印齐的交接文件：里面没有 ${manifestName}`,
    en: `This is no library handed over by Yinqi: it holds no ${manifestName}`,
  },
  {
    zh: '请选择用「交接」导出的 .yinqi 文件；材料包（zip）和案卷文件夹请用各自的导入',
    en: 'Choose a .yinqi file that was made by a hand-over; bundles and dossier folders have imports of their own',
  },
);

/** A library of which something is not as its manifest says. */
export function damaged(name: string, why: Localized, cause?: unknown): Failure {
  return new Failure(
    'library-damaged',
    {
      zh: `交接文件里的「${name}」有问题：${why.zh}。没有合并任何内容`,
      en: `“${name}” in the file is not right: ${why.en}. Nothing was merged`,
    },
    { zh: '请重新复制一份，或请对方重新导出', en: 'Copy it again, or ask for a new export' },
    { cause },
  );
}
