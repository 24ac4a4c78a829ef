import { inLanguage } from '../contract/language.ts';
import { deadlinesOf } from '../core/review/deadlines.ts';
import { statementsByTopic } from '../core/review/statements.ts';
import { judgeOpenDossier } from './judge-open-dossier.ts';
import type { Methods } from './method.ts';

/** Findings, statements and deadlines. */
export const reviewMethods: Pick<Methods, 'review.check' | 'review.statements' | 'review.deadlines'> = {
  async 'review.check'(world, { dossier }, context) {
    const open = await world.dossiers.open(dossier);
    const { report } = await judgeOpenDossier(world, open, context);
    return inLanguage(report, context.language);
  },

  async 'review.statements'(world, { dossier }, { language }) {
    const { document } = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(document.platform);
    return { topics: inLanguage(statementsByTopic(rulebook, document), language) };
  },

  async 'review.deadlines'(world, { dossier }, { language }) {
    const { document } = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(document.platform);
    return { deadlines: inLanguage(deadlinesOf(rulebook, document, world.today()), language) };
  },
};
