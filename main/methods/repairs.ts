import { dossierData } from '../core/dossier/dossier-data.ts';
import type { Methods } from './method.ts';
import { makeRepairs, planOpenDossier, previewRepair, repairInLanguage } from './repair-dossier.ts';
import { undoRepair } from './undo-repair.ts';

/** The methods that repair a dossier's files and texts. */
export const repairMethods: Pick<
  Methods,
  'files.repairs' | 'files.repair' | 'files.repairPreview' | 'files.undoRepair'
> = {
  async 'files.repairs'(world, { dossier }, context) {
    const { planned } = await planOpenDossier(world, await world.dossiers.open(dossier), context);
    return { repairs: planned.map((repair) => repairInLanguage(repair, context.language)) };
  },

  async 'files.repair'(world, { dossier, repairs }, context) {
    const { open, done } = await makeRepairs(world, await world.dossiers.open(dossier), repairs, context);
    return { ...dossierData(open), repaired: [...done] };
  },

  async 'files.repairPreview'(world, { dossier, repair, maxPx }, context) {
    return previewRepair(world, await world.dossiers.open(dossier), repair, maxPx, context);
  },

  async 'files.undoRepair'(world, { dossier, repair }, context) {
    return dossierData(await undoRepair(world, await world.dossiers.open(dossier), repair, context));
  },
};
