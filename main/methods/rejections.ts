import { inLanguage } from '../contract/language.ts';
import { reviewerPoints } from '../core/rejection/reviewer-points.ts';
import { resubmissionText } from '../core/rejection/resubmission-note.ts';
import { indexClauses, searchClauses } from '../core/rejection/search-clauses.ts';
import { circumstancesOf } from '../core/rulebook/circumstances.ts';
import { evaluate } from '../core/rulebook/evaluate.ts';
import { citedClause } from '../core/rulebook/explain.ts';
import type { Methods } from './method.ts';
import { resubmissionOf } from './resubmission.ts';
import { takeSnapshot } from './take-snapshot.ts';

const mostClauses = 8;

/** What the platform sent back: likely clauses, and the note that answers. */
export const rejectionMethods: Pick<Methods, 'rejections.search' | 'rejections.note'> = {
  async 'rejections.search'(world, { dossier, words }, { language }) {
    const { document } = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(document.platform);
    const index = indexClauses(rulebook);
    const circumstances = circumstancesOf(rulebook, document);
    const concerned = new Set(
      rulebook.rules
        .filter(({ applies }) => evaluate(applies, circumstances).holds !== 'no')
        .map(({ id }) => id),
    );
    const points = reviewerPoints(words).map((point) => ({
      words: point,
      clauses: searchClauses(index, point, {
        limit: mostClauses,
        concerns: (rule) => concerned.has(rule),
      }).map(({ clause, gist, also, rules, evidence }) => {
        const { source, dated } = citedClause(rulebook, clause);
        return {
          clause,
          gist,
          source: {
            zh: dated === undefined ? source.zh : `${source.zh}（${dated}）`,
            en: dated === undefined ? source.en : `${source.en} (${dated})`,
          },
          also: [...also],
          rules: rules.map(({ id, title }) => ({ id, title })),
          evidence: evidence.map(({ spans, ...one }) => ({ ...one, spans: [...spans] })),
        };
      }),
    }));
    return inLanguage({ schema: 'yinqi/rejection@1' as const, points }, language);
  },

  async 'rejections.note'(world, { dossier }, context) {
    const open = await world.dossiers.open(dossier);
    const isAsked = (open.document.rejections ?? []).length > 0;
    const made = isAsked
      ? await resubmissionOf(world, dossier, await takeSnapshot(world, open, context), false)
      : null;
    return { schema: 'yinqi/resubmission@1', text: made === null ? null : resubmissionText(made) };
  },
};
