import { inLanguage } from '../contract/language.ts';
import type { FileInspection } from '../contract/files.ts';
import { filesOfField } from '../core/dossier/fields.ts';
import { identityMatrix } from '../core/identity/identity-matrix.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { inspectDossier, inspectFile } from './inspect-dossier.ts';
import { letterStates } from './letter-states.ts';
import type { Methods } from './method.ts';
import { readablePapers, readPapers } from './papers.ts';

/** What identifies company and app across all papers. */
export const identityMethods: Pick<Methods, 'review.identities'> = {
  async 'review.identities'(world, { dossier, readPapers: isReading }, context) {
    const open = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(open.document.platform);
    const [inspections, letters] = await Promise.all([
      inspectDossier(world, open, context),
      letterStates(world, open),
    ]);
    const papers = isReading
      ? await readPapers(world, open, [...readablePapers(open, rulebook).keys()], context)
      : [];
    const named = rulebook.rules.flatMap((rule) =>
      rule.kind === 'document' && rule.namesApplicant === true
        ? filesOfField(open.document, `documents.${rule.id}`)
        : [],
    );
    const worded = await withWords(world, open, inspections, named, context);
    context.signal.throwIfAborted();
    const { document } = open;
    return inLanguage(
      identityMatrix({ rulebook, document, inspections: worded, letters, papers }),
      context.language,
    );
  },
};

/** The inspections with the words of those files that carry words, such as a report exported as PDF or docx. */
async function withWords(
  world: World,
  open: OpenDossier,
  inspections: ReadonlyMap<string, FileInspection>,
  paths: readonly string[],
  { signal }: CallContext,
): Promise<ReadonlyMap<string, FileInspection>> {
  const all = new Map(inspections);
  for (const path of paths) {
    const before = all.get(path);
    if (before === undefined || before.problem !== undefined || !['pdf', 'docx'].includes(before.type))
      continue;
    const { text } = await inspectFile(world, open.ref, path, ['text'], signal);
    if (text !== undefined) all.set(path, { ...before, text });
  }
  return all;
}
