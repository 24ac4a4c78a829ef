import { bundleMethods } from './bundle.ts';
import { dossierMethods } from './dossiers.ts';
import { fileMethods } from './files.ts';
import { letterMethods } from './letters.ts';
import type { Methods } from './method.ts';
import { requirementMethods } from './requirements.ts';
import { reviewMethods } from './review.ts';
import { rulebookMethods } from './rulebook.ts';

/** Every method of the API. */
export const methods: Methods = {
  ...dossierMethods,
  ...fileMethods,
  ...rulebookMethods,
  ...requirementMethods,
  ...letterMethods,
  ...reviewMethods,
  ...bundleMethods,
};
