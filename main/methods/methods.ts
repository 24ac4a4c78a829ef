import { bundleMethods } from './bundle.ts';
import { dossierMethods } from './dossiers.ts';
import { fileMethods } from './files.ts';
import { letterBatchMethods } from './letter-batch.ts';
import { letterPackMethods } from './letter-pack.ts';
import { letterWordMethods } from './letter-word.ts';
import { letterMethods } from './letters.ts';
import type { Methods } from './method.ts';
import { requirementMethods } from './requirements.ts';
import { reviewMethods } from './review.ts';
import { rulebookMethods } from './rulebook.ts';
import { templateWordMethods } from './template-word.ts';
import { templateMethods } from './templates.ts';

/** Every method of the API. */
export const methods: Methods = {
  ...dossierMethods,
  ...fileMethods,
  ...rulebookMethods,
  ...requirementMethods,
  ...letterMethods,
  ...letterPackMethods,
  ...letterBatchMethods,
  ...letterWordMethods,
  ...templateMethods,
  ...templateWordMethods,
  ...reviewMethods,
  ...bundleMethods,
};
