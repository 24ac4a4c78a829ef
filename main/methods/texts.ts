import { inLanguage } from '../contract/language.ts';
import type { FileInspection } from '../contract/files.ts';
import { filesOfField } from '../core/dossier/fields.ts';
import { judgeDossier } from '../core/review/judge-dossier.ts';
import { reviewTexts } from '../core/texts/review-texts.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { inspectFile } from './inspect-dossier.ts';
import type { Methods } from './method.ts';

const textFields = ['app.privacyPolicy', 'app.terms'] as const;

/** Looks at the policy and the agreement of a dossier alone: their words, by path. */
export async function inspectTexts(
  world: World,
  open: OpenDossier,
  { signal }: CallContext,
): Promise<ReadonlyMap<string, FileInspection>> {
  const inspections = new Map<string, FileInspection>();
  for (const path of textFields.flatMap((field) => filesOfField(open.document, field))) {
    inspections.set(path, await inspectFile(world, open.ref, path, ['text'], signal));
  }
  return inspections;
}

/** What policies and agreements say. */
export const textMethods: Pick<Methods, 'texts.review'> = {
  async 'texts.review'(world, { dossier }, context) {
    const open = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(open.document.platform);
    const inspections = await inspectTexts(world, open, context);
    context.signal.throwIfAborted();
    const { document } = open;
    const { findings } = judgeDossier({ rulebook, document, inspections, letters: [], today: world.today() });
    const texts = reviewTexts({ rulebook, document, inspections, findings });
    return {
      schema: 'yinqi/text-review@1',
      rulebook: { id: rulebook.platform.id, version: rulebook.platform.version },
      texts: inLanguage([...texts], context.language),
    };
  },
};
