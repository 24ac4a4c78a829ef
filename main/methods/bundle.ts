import { Failure } from '../contract/failure.ts';
import { inLanguage } from '../contract/language.ts';
import { bundleNames, tagManifestPath } from '../core/bundle/bag-name.ts';
import { closeBag } from '../core/bundle/close-bag.ts';
import { dossierFilesPath, writeDossierFiles } from '../core/bundle/dossier-files.ts';
import { requirePassphrase } from '../core/bundle/passphrase.ts';
import { planBundle, plannedFiles, type BundleContents } from '../core/bundle/plan-bundle.ts';
import { redact } from '../core/bundle/redact.ts';
import { unusedFiles } from '../core/bundle/unused-files.ts';
import { isReadWhole } from '../core/bundle/judge-bag.ts';
import { verifyBundle } from '../core/bundle/verify-bundle.ts';
import type { CallContext } from '../world/call-context.ts';
import { entriesOf, payloadOf, softwareOf, throwIfChanged } from './bundle-entries.ts';
import { bundleTarget } from './bundle-target.ts';
import { judgeOpenDossier } from './judge-open-dossier.ts';
import type { Methods } from './method.ts';
import { withOpenedBundle } from './opened-bundle.ts';
import { recordRun } from './record-run.ts';
import { resubmissionOf, resubmissionPapers } from './resubmission.ts';
import { takeSnapshot } from './take-snapshot.ts';

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
    if (input.passphrase !== undefined) requirePassphrase(input.passphrase);
    const open = await world.dossiers.open(input.dossier);
    const judged = await judgeOpenDossier(world, open, part(context, 0, 0.5));
    const planned = planBundle({ ...judged, document: open.document });
    if (planned.blockers.length > 0 && !input.draft) throw blocked(planned);
    const date = world.today();
    const isRedacted = input.redacted === true;
    const redaction = isRedacted ? redact({ ...judged, document: open.document, contents: planned }) : null;
    const { document, report, contents } = redaction ?? {
      document: open.document,
      report: judged.report,
      contents: planned,
    };
    const names = bundleNames(document, date, input.draft, isRedacted);
    const snapshot = await takeSnapshot(world, open, context, { files: judged.inspections });
    // A redacted bundle answers no reviewer, and the note could tell what was masked.
    const papers = isRedacted
      ? []
      : await resubmissionPapers(world, await resubmissionOf(world, open.ref, snapshot, input.draft));
    const { rulebook } = judged;
    const { draft } = input;
    const payload = await payloadOf(world, {
      document,
      report,
      rulebook,
      contents,
      papers,
      redaction,
      draft,
      date,
    });
    const unused = unusedFiles(open, isRedacted || input.unusedFiles === false);
    const entries = await entriesOf(world, open, { payload, kept: unused.kept, redaction }, names.bag);
    const target = await bundleTarget(world, input, names.zip, date);
    const { sizeBytes, written } = await target.write(
      (path, onProgress) =>
        world.zip.write(
          path,
          entries,
          (all) => {
            const inBag = new Map([...all].map(([path, facts]) => [path.slice(names.bag.length + 1), facts]));
            throwIfChanged(plannedFiles(contents), inBag);
            const list = redaction === null ? unused.listOf(inBag) : null;
            return closeBag(
              inBag,
              {
                document,
                platformTitle: rulebook.platform.title.zh,
                date,
                isDraft: draft,
                isRedacted,
                software: softwareOf(world),
              },
              list === null ? [] : [{ path: dossierFilesPath, content: writeDossierFiles(list) }],
            ).map(({ path, content }) => ({ path: `${names.bag}/${path}`, content }));
          },
          { date, signal: context.signal, onProgress },
        ),
      packing(context),
      context.signal,
    );
    const tagManifest = written.get(`${names.bag}/${tagManifestPath}`);
    if (tagManifest === undefined) throw new Error('a bag was closed without its tag manifest');
    const bundle = {
      fileName: target.name,
      draft: input.draft,
      sizeBytes,
      fingerprint: tagManifest.sha256,
      files: payload.length,
    };
    const notKept = await recordRun(
      world,
      open.ref,
      snapshot,
      // Redacted, it was not sent in: the history counts it with the drafts.
      { kind: 'export', by: input.by, bundle: { ...bundle, draft: draft || isRedacted } },
      context,
    );
    return {
      ...bundle,
      ...(papers.length === 0 ? {} : { resubmission: true }),
      ...(notKept === null ? {} : { notKept }),
      ...(target.artifact === undefined ? {} : { artifact: target.artifact }),
    };
  },

  'bundle.verify': async (world, input, context) =>
    withOpenedBundle(world, world.grants.resolve(input.file), input.passphrase, context, async (file) =>
      inLanguage(verifyBundle(await world.zip.read(file, isReadWhole, context)), context.language),
    ),
};

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
