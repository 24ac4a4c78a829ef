import { inLanguage } from '../contract/language.ts';
import { judgeOpenDossier } from './judge-open-dossier.ts';
import type { Methods } from './method.ts';

/** What a dossier needs. */
export const requirementMethods: Pick<Methods, 'requirements.list'> = {
  async 'requirements.list'(world, { dossier, assume }, context) {
    const open = await world.dossiers.open(dossier);
    const assumed =
      assume === undefined
        ? open
        : { ...open, document: { ...open.document, facts: { ...open.document.facts, ...assume } } };
    const { report } = await judgeOpenDossier(world, assumed, context);
    return {
      schema: 'yinqi/requirements@1',
      requirements: inLanguage(report.requirements, context.language),
    };
  },
};
