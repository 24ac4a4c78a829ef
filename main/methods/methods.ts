import { bundleMethods } from './bundle.ts';
import { clauseMethods } from './clauses.ts';
import { dossierMethods } from './dossiers.ts';
import { fileMethods } from './files.ts';
import { formTrialMethods } from './form-trials.ts';
import { formMethods } from './forms.ts';
import { identityMethods } from './identities.ts';
import { letterBatchMethods } from './letter-batch.ts';
import { letterBatchCheckMethods } from './letter-batch-check.ts';
import { letterPackMethods } from './letter-pack.ts';
import { letterPackPapersMethods } from './letter-pack-papers.ts';
import { letterPreviewMethods } from './letter-preview.ts';
import { letterWordMethods } from './letter-word.ts';
import { letterMethods } from './letters.ts';
import type { Methods } from './method.ts';
import { placeMethods } from './places.ts';
import { paperMethods } from './papers.ts';
import { pageMethods } from './pages.ts';
import { repairMethods } from './repairs.ts';
import { requirementMethods } from './requirements.ts';
import { reviewMethods } from './review.ts';
import { rulebookMethods } from './rulebook.ts';
import { templatePreviewMethods } from './template-preview.ts';
import { textMethods } from './texts.ts';
import { templateWordMethods } from './template-word.ts';
import { templateMethods } from './templates.ts';

/** Every method of the API. */
export const methods: Methods = {
  ...dossierMethods,
  ...fileMethods,
  ...placeMethods,
  ...repairMethods,
  ...pageMethods,
  ...rulebookMethods,
  ...paperMethods,
  ...requirementMethods,
  ...letterMethods,
  ...formMethods,
  ...formTrialMethods,
  ...letterPreviewMethods,
  ...letterPackPapersMethods,
  ...letterPackMethods,
  ...letterBatchCheckMethods,
  ...letterBatchMethods,
  ...letterWordMethods,
  ...templateMethods,
  ...clauseMethods,
  ...templatePreviewMethods,
  ...templateWordMethods,
  ...reviewMethods,
  ...textMethods,
  ...identityMethods,
  ...bundleMethods,
};
