import { inLanguage } from '../contract/language.ts';
import { resolveRequirements } from '../core/requirements/resolve-requirements.ts';
import { compareRequirements } from '../core/requirements/what-if.ts';
import { judgeOpenDossier } from './judge-open-dossier.ts';
import type { Methods } from './method.ts';

/** What a dossier needs. */
export const requirementMethods: Pick<Methods, 'requirements.list'> = {
  async 'requirements.list'(world, { dossier, assume }, context) {
    const open = await world.dossiers.open(dossier);
    const { document } = open;
    const assumed =
      assume === undefined
        ? open
        : { ...open, document: { ...document, facts: { ...document.facts, ...assume } } };
    const { report, rulebook } = await judgeOpenDossier(world, assumed, context);
    const changes =
      assume === undefined
        ? {}
        : { changes: compareRequirements(resolveRequirements({ rulebook, document }), report.requirements) };
    return inLanguage(
      { schema: 'yinqi/requirements@1' as const, requirements: report.requirements, ...changes },
      context.language,
    );
  },
};
