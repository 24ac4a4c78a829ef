import { Failure } from '../contract/failure.ts';
import type { DossierRetention, Erasure } from '../contract/retention.ts';
import { usedFiles } from '../core/dossier/fields.ts';
import { parseDossier } from '../core/dossier/parse-dossier.ts';
import { duePapers, erasureDay, retainedKindOf } from '../core/retention/due-papers.ts';
import { identityCopies } from '../core/rulebook/identity-copies.ts';
import { isSamePath } from '../core/files/same-path.ts';
import { maskHistory } from '../core/retention/mask-history.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { inspectFile } from './inspect-dossier.ts';
import type { Methods } from './method.ts';

/** Erasing papers after acceptance, and what is kept where. */
export const retentionMethods: Pick<
  Methods,
  'retention.list' | 'retention.erase' | 'retention.eraseAtStart' | 'data.overview'
> = {
  async 'retention.list'(world, { dossier }, context) {
    const dossiers: DossierRetention[] = [];
    for (const ref of dossier === undefined ? await retaining(world) : [dossier])
      dossiers.push((await retentionOf(world, await world.dossiers.open(ref), context)).view);
    return { schema: 'yinqi/retention@1', today: world.today(), dossiers };
  },

  async 'retention.erase'(world, { dossier }, context) {
    return eraseDue(world, await world.dossiers.open(dossier), context);
  },

  async 'retention.eraseAtStart'(world, _input, context) {
    const erasures: Erasure[] = [];
    for (const ref of await retaining(world)) {
      const open = await world.dossiers.open(ref);
      if (open.document.retention?.when !== 'at-start') continue;
      const { view } = await retentionOf(world, open, context);
      if (view.isDue && view.papers.length + view.historyTexts > 0)
        erasures.push(await eraseDue(world, open, context));
    }
    return { erasures };
  },

  async 'data.overview'(world) {
    const all = world.about.host === 'command-line' ? [] : await world.library.dossiers();
    const kinds = new Map<string, Map<string, number>>();
    const note = (kind: string, sha256: string, sizeBytes: number): void => {
      const known = kinds.get(kind) ?? new Map<string, number>();
      kinds.set(kind, known.set(sha256, sizeBytes));
    };
    const copies = await allIdentityCopies(world);
    const living = new Set(
      all.filter(({ isRemoved }) => !isRemoved).flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
    );
    for (const { yamlText, files, isRemoved } of all) {
      const uses = usedFiles(parseDossier(yamlText, 'dossier.yaml'));
      for (const { path, sha256, sizeBytes } of files) {
        if (!isRemoved)
          note(kindOf(uses.find((use) => isSamePath(use.path, path))?.field, copies), sha256, sizeBytes);
        else if (!living.has(sha256)) note('removed', sha256, sizeBytes);
      }
    }
    const order = ['id-copies', 'scans', 'pictures', 'texts', 'unused', 'removed'] as const;
    return {
      dataFolder: world.about.dataFolder,
      places: [...(await world.dataPlaces.measure())],
      kinds: order.map((kind) => {
        const sizes = [...(kinds.get(kind)?.values() ?? [])];
        return { kind, files: sizes.length, sizeBytes: sizes.reduce((sum, size) => sum + size, 0) };
      }),
      dossiers: all.filter(({ isRemoved }) => !isRemoved).length,
      removedDossiers: all.filter(({ isRemoved }) => isRemoved).length,
    };
  },
};

function kindOf(field: string | undefined, copies: ReadonlySet<string>): string {
  if (field === undefined) return 'unused';
  const kind = retainedKindOf(field, copies);
  if (kind !== null) return kind;
  return field === 'app.privacyPolicy' || field === 'app.terms' ? 'texts' : 'pictures';
}

interface FoundPaper {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly fields: readonly string[];
}

/** Of every platform: a dossier that changed its platform keeps the papers of the one before. */
const allIdentityCopies = async (world: World): Promise<ReadonlySet<string>> =>
  identityCopies(await Promise.all((await world.rulebooks.list()).map((id) => world.rulebooks.load(id))));

/** The dossiers that say something of retention; thousands that do not are never read. */
const retaining = async (world: World): Promise<readonly string[]> =>
  (await world.dossiers.list()).filter(({ outline }) => outline.hasRetention).map(({ ref }) => ref);

/** What is to be erased of a dossier, with the hash of each paper as it is now. */
async function retentionOf(
  world: World,
  open: OpenDossier,
  { signal }: CallContext,
): Promise<{
  readonly view: DossierRetention;
  readonly found: readonly FoundPaper[];
  readonly masked: ReadonlyMap<string, string>;
}> {
  const { document } = open;
  const facts: { path: string; sha256: string; sizeBytes: number }[] = [];
  if (document.retention !== undefined) {
    for (const { path, sizeBytes } of open.files) {
      signal.throwIfAborted();
      const { sha256 } = await inspectFile(world, open.ref, path, ['identity'], signal);
      if (sha256 !== undefined) facts.push({ path, sha256, sizeBytes });
    }
  }
  const papers = duePapers(document, facts, await allIdentityCopies(world)).map((paper) => {
    const fact = facts.find(({ path }) => path === paper.path);
    if (fact === undefined) throw new Error(`${paper.path} is none of the files`);
    return { ...paper, ...fact };
  });
  const masked =
    document.retention?.what.includes('id-copies') === true ? await maskedHistory(world, open.ref) : noTexts;
  const dueOn = erasureDay(document);
  return {
    found: papers,
    masked,
    view: {
      dossier: open.ref,
      title: document.app?.name?.trim() ?? '',
      acceptedOn: document.acceptance?.on ?? null,
      setting: document.retention ?? null,
      dueOn,
      isDue: dueOn !== null && dueOn <= world.today(),
      papers: papers.map(({ path, kind, sizeBytes, fields }) => ({
        path,
        kind,
        sizeBytes,
        fields: [...fields],
      })),
      historyTexts: masked.size,
      erased: Object.entries(document.erased ?? {}).map(([path, record]) => ({ path, ...record })),
    },
  };
}

const noTexts: ReadonlyMap<string, string> = new Map();

/** The texts of a dossier's history that hold identity numbers, with these masked. */
async function maskedHistory(world: World, ref: string): Promise<ReadonlyMap<string, string>> {
  const entries = await world.history.list(ref);
  return entries.length === 0 ? noTexts : maskHistory(entries, await world.history.ownTexts(ref));
}

/** Erases what is due now: the record is written first, so that no paper goes without one. */
async function eraseDue(world: World, open: OpenDossier, context: CallContext): Promise<Erasure> {
  const { view, found, masked } = await retentionOf(world, open, context);
  if (!view.isDue) throw notDue(view);
  const on = world.today();
  const records = found.map(({ path, sha256, sizeBytes, fields }) => ({
    path,
    record: { on, sha256, sizeBytes, fields: [...fields] },
  }));
  const edits = records.map(({ path, record }) => ({ path: ['erased', path], value: record }));
  const paths = found.map(({ path }) => path);
  const { heldBy } =
    paths.length === 0
      ? { heldBy: new Map<string, readonly string[]>() }
      : await world.dossiers.erase(open.ref, open.revision, paths, edits);
  if (masked.size > 0) await world.history.mask(open.ref, masked);
  return {
    schema: 'yinqi/erasure@1',
    dossier: open.ref,
    maskedTexts: masked.size,
    erased: records.map(({ path, record }) => ({ path, ...record })),
    kept: found.flatMap(({ path, sha256 }) => {
      const usedBy = heldBy.get(path);
      return usedBy === undefined ? [] : [{ path, sha256, usedBy: [...usedBy] }];
    }),
  };
}

function notDue({ acceptedOn, setting, dueOn }: DossierRetention): Failure {
  const why =
    setting === null
      ? { zh: '没有设定要删除什么', en: 'nothing is set to be erased' }
      : acceptedOn === null
        ? { zh: '还没有记下通过日期', en: 'no day of acceptance is recorded' }
        : { zh: `${dueOn ?? ''} 才到期`, en: `they are due on ${dueOn ?? ''}` };
  return new Failure(
    'erasure-not-due',
    { zh: `没有删除任何文件：${why.zh}`, en: `Nothing was erased: ${why.en}` },
    {
      zh: '请先记下通过日期（acceptance.on）并设定天数和范围（retention）；想提前删除，可以把天数改小',
      en: 'Record the day of acceptance (acceptance.on) and set days and papers (retention) first; lower the days to erase earlier',
    },
  );
}
