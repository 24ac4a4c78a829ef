import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createArtifacts } from '../../main/adapters/exchange/artifacts.ts';
import { createFolders } from '../../main/adapters/exchange/folders.ts';
import { createGrants } from '../../main/adapters/exchange/grants.ts';
import { createTeamFolders } from '../../main/adapters/library/team-folders.ts';
import { createSqliteStore } from '../../main/adapters/sqlite/sqlite-store.ts';
import { createZip } from '../../main/adapters/zip/zip.ts';
import { api, type MethodInput, type MethodOutput } from '../../main/contract/api.ts';
import type { Rulebook } from '../../main/contract/rulebook.ts';
import { dossierMethods } from '../../main/methods/dossiers.ts';
import type { World } from '../../main/world.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';

/** A title that is the same in both languages. */
export const title = (zh: string) => ({ zh, en: zh });

/** A small rulebook with tracks and no rules. */
export const rulebook: Rulebook = {
  platform: {
    id: 'tencent-meeting',
    title: { zh: '腾讯会议开放平台', en: 'Tencent Meeting open platform' },
    version: '1.2.3',
    tracks: ['listing', 'search', 'showcase'].map((id) => ({ id, title: title(id) })),
    groups: [],
    covers: { tracks: ['listing'], categories: ['general/other'] },
    questions: [],
    topics: [],
    sections: [],
  },
  categories: ['general/other', 'finance/banking'].map((id) => ({ id, title: title(id) })),
  facts: [],
  sources: [],
  background: [],
  conflicts: [],
  clauses: new Map(),
  rules: [],
  wordLists: new Map(),
};
const trackless: Rulebook = {
  ...rulebook,
  platform: { ...rulebook.platform, id: 'tencent-open-platform', tracks: [] },
  categories: [{ id: 'tool', title: title('tool') }],
};
const rulebooks: Readonly<Record<string, Rulebook>> = {
  'tencent-meeting': rulebook,
  'tencent-open-platform': trackless,
};

const notUsed = (): never => {
  throw new Error('These methods have no use for it');
};

/** A world over a database of its own with these rulebooks and a sample, closed when the test ends. */
export function openWorld(): World {
  const dataFolder = temporaryFolder();
  const sampleFolder = join(temporaryFolder(), 'sample');
  mkdirSync(join(sampleFolder, 'assets'), { recursive: true });
  writeFileSync(
    join(sampleFolder, 'dossier.yaml'),
    'schema: yinqi/dossier@1\nid: sample\nplatform: tencent-meeting\ntrack: listing\ncategories: [general/other]\napp: { name: 示例应用, logo: assets/logo.png }\n',
  );
  writeFileSync(join(sampleFolder, 'assets', 'logo.png'), 'png');
  writeFileSync(join(sampleFolder, 'assets', 'spare.png'), 'png too');
  let ids = 0;
  const newId = () => `new${(ids += 1)}`;
  const now = () => '2026-01-31T08:00:00.000Z';
  const store = createSqliteStore({ dataFolder, newId, now });
  onTestFinished(() => store.close());
  return {
    today: () => '2026-01-31',
    now,
    newId,
    about: { version: '0.1.0', dataFolder, host: 'browser' },
    dossiers: store,
    history: store.history,
    library: store.library,
    verifierPage: () => Promise.resolve(new Uint8Array()),
    dataPlaces: { measure: notUsed },
    team: createTeamFolders({ templates: '', forms: '', words: '' }),
    companies: store.companies,
    rulebooks: {
      list: () => Promise.resolve(Object.keys(rulebooks)),
      load: (platform) => Promise.resolve(rulebooks[platform] ?? notUsed()),
    },
    letters: {
      list: notUsed,
      template: notUsed,
      versions: notUsed,
      read: notUsed,
      sample: notUsed,
      save: notUsed,
      clauses: notUsed,
      clauseVersions: notUsed,
      saveClause: notUsed,
    },
    forms: {
      letters: notUsed,
      versions: notUsed,
      pdf: notUsed,
      fields: notUsed,
      add: notUsed,
      place: notUsed,
      remove: notUsed,
      restore: notUsed,
    },
    formFiles: { load: notUsed, read: notUsed },
    tables: { read: notUsed },
    fonts: notUsed,
    inspector: { inspect: notUsed },
    pictures: {
      picture: notUsed,
      fit: notUsed,
      straighten: notUsed,
      lineClarity: notUsed,
      withoutMetadata: notUsed,
      overlay: notUsed,
      convert: notUsed,
      forPaper: notUsed,
    },
    print: { read: notUsed },
    pdf: { write: notUsed },
    purposeLines: { draw: notUsed },
    word: { write: notUsed, read: notUsed },
    packs: { write: notUsed },
    pdfPages: { take: notUsed, join: notUsed, straighten: notUsed },
    codes: { encode: notUsed },
    zip: createZip(),
    grants: createGrants(),
    artifacts: createArtifacts(join(dataFolder, 'scratch')),
    folders: createFolders({ sampleFolder }),
  };
}

type Name = keyof typeof dossierMethods;
/** Calls a method as the app does: input and output go through the schemas. */
export async function call<N extends Name>(
  world: World,
  name: N,
  input: MethodInput<N>,
  language: CallContext['language'] = 'zh',
): Promise<MethodOutput<N>> {
  const context: CallContext = {
    language,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  // Safe: the schemas belong to the method of the same name.
  const run = dossierMethods[name] as (
    world: World,
    input: unknown,
    context: CallContext,
  ) => Promise<unknown>;
  return api[name].output.parse(await run(world, api[name].input.parse(input), context)) as MethodOutput<N>;
}

/** The choices of a dossier that this rulebook knows. */
export const wanted = { platform: 'tencent-meeting', track: 'listing', categories: ['general/other'] };
