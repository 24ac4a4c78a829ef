import { Failure } from '../contract/failure.ts';
import { inLanguage } from '../contract/language.ts';
import { progressOf } from '../core/review/dossier-progress.ts';
import { nearNames } from '../core/near-name.ts';
import { deadlinesOf } from '../core/review/deadlines.ts';
import { statementsByTopic } from '../core/review/statements.ts';
import { judgeOpenDossier } from './judge-open-dossier.ts';
import type { Methods } from './method.ts';
import { writeReport } from './write-report.ts';

function noSuchDuty(unknown: readonly string[], known: readonly string[]): Failure {
  const near = unknown.flatMap((id) => nearNames(id, known));
  const shown = near.length > 0 ? near : known;
  return new Failure(
    'unknown-duty',
    {
      zh: `这份案卷没有编号为「${unknown.join('、')}」的有时限的义务`,
      en: `This dossier has no duty with a clock named “${unknown.join(', ')}”`,
    },
    { zh: `可用的编号：${shown.join('、')}`, en: `Known ids: ${shown.join(', ')}` },
  );
}

/** Findings, statements and deadlines. */
export const reviewMethods: Pick<
  Methods,
  'review.check' | 'review.report' | 'review.statements' | 'review.deadlines'
> = {
  async 'review.check'(world, { dossier }, context) {
    const open = await world.dossiers.open(dossier);
    const { report } = await judgeOpenDossier(world, open, context);
    await world.dossiers.recordProgress(dossier, progressOf(report, open.revision, world.today()));
    return inLanguage(report, context.language);
  },

  async 'review.report'(world, { dossier, target }, context) {
    const open = await world.dossiers.open(dossier);
    return writeReport(world, open, target, context);
  },

  async 'review.statements'(world, { dossier }, { language }) {
    const { document } = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(document.platform);
    return { topics: inLanguage(statementsByTopic(rulebook, document), language) };
  },

  async 'review.deadlines'(world, { dossier, starts }, { language }) {
    const { document } = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(document.platform);
    const deadlines = deadlinesOf(rulebook, document, world.today(), starts);
    const unknown = Object.keys(starts ?? {}).filter((id) => !deadlines.some(({ rule }) => rule === id));
    if (unknown.length > 0)
      throw noSuchDuty(
        unknown,
        deadlines.map(({ rule }) => rule),
      );
    return { deadlines: inLanguage(deadlines, language) };
  },
};
