import type { DossierDocument } from '../contract/dossier.ts';
import { Failure } from '../contract/failure.ts';
import type { Rulebook } from '../contract/rulebook.ts';
import { checklist } from '../core/bundle/checklist.ts';
import { makePayload, type PayloadEntry } from '../core/bundle/make-payload.ts';
import type { BundleContents, PlannedFile } from '../core/bundle/plan-bundle.ts';
import type { Redaction } from '../core/bundle/redact.ts';
import { isSameData } from '../core/dossier/same-data.ts';
import { layOut } from '../core/letters/lay-out.ts';
import { faceFor } from '../core/letters/printable.ts';
import type { JudgedReport } from '../core/review/judged-report.ts';
import type { World } from '../world.ts';
import type { FolderEntry, OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';

/** Where the page that verifies lies inside the bag. */
export const verifierPath = 'verify.html';

/** The program as bundles name it. */
export const softwareOf = (world: World) => ({ name: 'Yinqi 印齐', version: world.about.version });

/** Everything under data/ of a bundle, its checklist with it. */
export async function payloadOf(
  world: World,
  of: {
    readonly document: DossierDocument;
    readonly report: JudgedReport;
    readonly rulebook: Rulebook;
    readonly contents: BundleContents;
    readonly papers: readonly { readonly path: string; readonly content: Uint8Array }[];
    readonly redaction: Redaction | null;
    readonly draft: boolean;
    readonly date: string;
  },
): Promise<readonly PayloadEntry[]> {
  const fonts = await world.fonts();
  const { document, report, rulebook, contents, papers, draft, date } = of;
  const redacted = of.redaction?.told();
  const generator = softwareOf(world);
  const tree = checklist({
    document,
    report,
    rulebook,
    contents,
    isDraft: draft,
    ...(of.redaction === null ? {} : { redaction: of.redaction }),
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
    papers,
    draft,
    date,
    generator,
    redacted,
  });
}

/**
 * Everything of a bundle that is written before its manifests are known: the payload, dossier.yaml, the page that verifies, and the
 * dossier's other files. Throws `file-changed` when the dossier was edited meanwhile.
 */
export async function entriesOf(
  world: World,
  open: OpenDossier,
  of: {
    readonly payload: readonly PayloadEntry[];
    readonly kept: readonly { readonly path: string; readonly from: string }[];
    readonly redaction: Redaction | null;
  },
  bag: string,
): Promise<readonly FolderEntry[]> {
  const entries: FolderEntry[] = [];
  for (const { path, content } of of.payload) {
    entries.push({
      path,
      content: content instanceof Uint8Array ? content : await locate(world, open.ref, content.from),
    });
  }
  const folder = await world.dossiers.exportEntries(open.ref);
  const yaml = folder.find(({ path }) => path === 'dossier.yaml');
  const now = await world.dossiers.open(open.ref);
  if (yaml === undefined || !isSameData(now.document, open.document)) throw changed('dossier.yaml');
  entries.push({
    path: 'dossier.yaml',
    content: of.redaction === null ? yaml.content : redactedYaml(yaml.content, of.redaction),
  });
  entries.push({ path: verifierPath, content: await world.verifierPage() });
  for (const { path, from } of of.kept) {
    entries.push({ path, content: await locate(world, open.ref, from) });
  }
  return entries.map(({ path, content }) => ({ path: `${bag}/${path}`, content }));
}

function redactedYaml(content: FolderEntry['content'], redaction: Redaction): Uint8Array {
  if (!(content instanceof Uint8Array)) throw new Error('dossier.yaml comes as bytes');
  return Buffer.from(redaction.redactYaml(new TextDecoder('utf-8').decode(content)), 'utf8');
}

/** Where a file's bytes are; one that was inspected and is gone has changed. */
async function locate(world: World, ref: string, path: string): Promise<LocalFile> {
  try {
    return await world.dossiers.locate(ref, path);
  } catch (error) {
    throw error instanceof Failure && error.code === 'file-missing' ? changed(path) : error;
  }
}

/** Compares what was packed with what was inspected and judged. Throws `file-changed`. */
export function throwIfChanged(
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
