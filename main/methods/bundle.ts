import { Failure } from '../contract/failure.ts';
import { inLanguage } from '../contract/language.ts';
import { bundleNames } from '../core/bundle/bag-name.ts';
import { checklist } from '../core/bundle/checklist.ts';
import { closeBag } from '../core/bundle/close-bag.ts';
import { makePayload, type PayloadEntry } from '../core/bundle/make-payload.ts';
import {
  planBundle,
  plannedFiles,
  type BundleContents,
  type PlannedFile,
} from '../core/bundle/plan-bundle.ts';
import { isReadWhole, verifyBundle } from '../core/bundle/verify-bundle.ts';
import { isSameData } from '../core/dossier/same-data.ts';
import { layOut } from '../core/letters/lay-out.ts';
import { faceFor } from '../core/letters/printable.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { FolderEntry, OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';
import { judgeOpenDossier } from './judge-open-dossier.ts';
import type { Methods } from './method.ts';

type Judged = Awaited<ReturnType<typeof judgeOpenDossier>>;

/** Planning, writing and verifying bundles. */
export const bundleMethods: Pick<Methods, 'bundle.plan' | 'bundle.export' | 'bundle.verify'> = {
  'bundle.plan': async (world, input, context) => {
    const open = await world.dossiers.open(input.dossier);
    const judged = await judgeOpenDossier(world, open, context);
    const contents = planBundle({ ...judged, document: open.document });
    const { zip } = bundleNames(open.document, world.today(), contents.blockers.length > 0);
    return inLanguage(
      {
        fileName: zip,
        entries: plannedFiles(contents).map(
          ({ path, from, requirement, requirementTitle, field, sizeBytes }) => ({
            path,
            from,
            requirement,
            requirementTitle,
            field,
            sizeBytes,
          }),
        ),
        blockers: contents.blockers,
      },
      context.language,
    );
  },

  'bundle.export': async (world, input, context) => {
    const open = await world.dossiers.open(input.dossier);
    const judged = await judgeOpenDossier(world, open, part(context, 0, 0.5));
    const contents = planBundle({ ...judged, document: open.document });
    if (contents.blockers.length > 0 && !input.draft) throw blocked(contents);
    const date = world.today();
    const names = bundleNames(open.document, date, input.draft);
    const payload = await payloadOf(world, open, judged, contents, input.draft, date);
    const entries = await entriesOf(world, open, payload, names.bag);
    const target = await targetOf(world, input.target, names.zip);
    const written = await world.zip.write(
      target.absolutePath,
      entries,
      (all) => {
        const inBag = new Map([...all].map(([path, facts]) => [path.slice(names.bag.length + 1), facts]));
        throwIfChanged(plannedFiles(contents), inBag);
        return closeBag(inBag, {
          document: open.document,
          platformTitle: judged.rulebook.platform.title.zh,
          date,
          isDraft: input.draft,
          software: softwareOf(world),
        }).map(({ path, content }) => ({ path: `${names.bag}/${path}`, content }));
      },
      { date, signal: context.signal, onProgress: packing(context) },
    );
    return {
      fileName: target.name,
      draft: input.draft,
      sizeBytes: written.sizeBytes,
      sha256: written.sha256,
      files: payload.length,
      ...(target.artifact === undefined ? {} : { artifact: target.artifact }),
    };
  },

  'bundle.verify': async (world, input, context) => {
    const file = world.grants.resolve(input.file);
    const read = await world.zip.read(file, isReadWhole, context);
    return inLanguage(verifyBundle(read), context.language);
  },
};

const softwareOf = (world: World) => ({ name: 'Yinqi 印齐', version: world.about.version });

async function payloadOf(
  world: World,
  open: OpenDossier,
  { report, rulebook }: Judged,
  contents: BundleContents,
  draft: boolean,
  date: string,
): Promise<readonly PayloadEntry[]> {
  const fonts = await world.fonts();
  const { document } = open;
  const generator = softwareOf(world);
  const tree = checklist({
    document,
    report,
    rulebook,
    contents,
    isDraft: draft,
    date,
    software: generator,
    canPrint: (character) => faceFor(character, 'serif', fonts) !== null,
  });
  const pages = await layOut(tree, fonts, (code) => world.codes.encode(code));
  return makePayload({
    document,
    report,
    rulebook,
    contents,
    checklist: await world.pdf.write(pages),
    draft,
    date,
    generator,
  });
}

/** Where the zip goes: to the place granted, or to an artifact to download. */
async function targetOf(
  world: World,
  grant: string | undefined,
  name: string,
): Promise<{ readonly absolutePath: string; readonly name: string; readonly artifact?: string }> {
  if (grant !== undefined) return world.grants.resolve(grant);
  return { ...(await world.artifacts.reserve(name, 'application/zip')), name };
}

/** The payload and dossier.yaml as entries of the zip. Throws `file-changed` when the dossier was edited meanwhile. */
async function entriesOf(
  world: World,
  open: OpenDossier,
  payload: readonly PayloadEntry[],
  bag: string,
): Promise<readonly FolderEntry[]> {
  const entries: FolderEntry[] = [];
  for (const { path, content } of payload) {
    entries.push({
      path: `${bag}/${path}`,
      content: content instanceof Uint8Array ? content : await locate(world, open.ref, content.from),
    });
  }
  const folder = await world.dossiers.exportEntries(open.ref);
  const yaml = folder.find(({ path }) => path === 'dossier.yaml');
  const now = await world.dossiers.open(open.ref);
  if (yaml === undefined || !isSameData(now.document, open.document)) throw changed('dossier.yaml');
  return [...entries, { path: `${bag}/dossier.yaml`, content: yaml.content }];
}

/** Where a file's bytes are; one that was inspected and is gone has changed. */
async function locate(world: World, ref: string, path: string): Promise<LocalFile> {
  try {
    return await world.dossiers.locate(ref, path);
  } catch (error) {
    throw error instanceof Failure && error.code === 'file-missing' ? changed(path) : error;
  }
}

/** Compares what was packed with what was inspected and judged. */
function throwIfChanged(
  files: readonly PlannedFile[],
  written: ReadonlyMap<string, { readonly sha256: string }>,
): void {
  const other = files.find(({ path, sha256 }) => written.get(path)?.sha256 !== sha256);
  if (other !== undefined) throw changed(other.from);
}

function changed(path: string): Failure {
  return new Failure(
    'file-changed',
    {
      zh: `「${path}」在检查之后、打包之前被改动，未导出`,
      en: `“${path}” was changed after it was checked and before it was packed; nothing was exported`,
    },
    { zh: '请重新检查后再导出', en: 'Check again, then export' },
  );
}

function blocked({ blockers }: BundleContents): Failure {
  const first = blockers.slice(0, 3);
  return new Failure(
    'bundle-blocked',
    {
      zh: [
        `有 ${blockers.length} 项错误尚未解决，不能正式导出：`,
        ...first.map(({ at, message }) => `- ${at}：${message.zh}`),
        ...(blockers.length > 3 ? [`- 另有 ${blockers.length - 3} 项`] : []),
      ].join('\n'),
      en: [
        `${blockers.length} errors stand in the way of an export:`,
        ...first.map(({ at, message }) => `- ${at}: ${message.en}`),
        ...(blockers.length > 3 ? [`- and ${blockers.length - 3} more`] : []),
      ].join('\n'),
    },
    {
      zh: '请先解决这些错误；也可以导出草稿（命令行加 --draft），草稿不可提交',
      en: 'Mend them first, or export a draft (--draft on the command line), which is not for submission',
    },
  );
}

/** The context of a part of the work, from share `from` to share `to` of the whole. */
function part(context: CallContext, from: number, to: number): CallContext {
  return {
    ...context,
    onProgress: ({ done, total, label }) => {
      const share = total === 0 ? 1 : done / total;
      context.onProgress({ done: Math.round((from + (to - from) * share) * 1000), total: 1000, label });
    },
  };
}

function packing(context: CallContext): CallContext['onProgress'] {
  const words = { zh: '正在打包', en: 'Packing' }[context.language];
  return ({ done, total, label }) =>
    part(context, 0.5, 1).onProgress({
      done,
      total,
      label: `${words}: ${label.slice(label.lastIndexOf('/') + 1)}`,
    });
}
