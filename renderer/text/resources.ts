import { bundle as bundleEn } from './en/bundle.ts';
import { files as filesEn } from './en/files.ts';
import { letterDesk as letterDeskEn } from './en/letter-desk.ts';
import { letters as lettersEn } from './en/letters.ts';
import { review as reviewEn } from './en/review.ts';
import { papers as papersEn } from './en/papers.ts';
import { identities as identitiesEn } from './en/identities.ts';
import { guide as guideEn } from './en/guide.ts';
import { textReview as textReviewEn } from './en/text-review.ts';
import { bundle } from './zh/bundle.ts';
import { files } from './zh/files.ts';
import { letterDesk } from './zh/letter-desk.ts';
import { letters } from './zh/letters.ts';
import { review } from './zh/review.ts';
import { category as categoryEn } from './en/category.ts';
import { data as dataEn } from './en/data.ts';
import { data } from './zh/data.ts';
import { appForm as appFormEn } from './en/app-form.ts';
import { companies as companiesEn } from './en/companies.ts';
import { companyForm as companyFormEn } from './en/company-form.ts';
import { dossier as dossierEn } from './en/dossier.ts';
import { fields as fieldsEn } from './en/fields.ts';
import { form as formEn } from './en/form.ts';
import { forms as formsEn } from './en/forms.ts';
import { history as historyEn } from './en/history.ts';
import { home as homeEn } from './en/home.ts';
import { parts as partsEn } from './en/parts.ts';
import { requirements as requirementsEn } from './en/requirements.ts';
import { shell as shellEn } from './en/shell.ts';
import { templates as templatesEn } from './en/templates.ts';
import { appForm } from './zh/app-form.ts';
import { category } from './zh/category.ts';
import { companies } from './zh/companies.ts';
import { companyForm } from './zh/company-form.ts';
import { dossier } from './zh/dossier.ts';
import { fields } from './zh/fields.ts';
import { form } from './zh/form.ts';
import { forms } from './zh/forms.ts';
import { history } from './zh/history.ts';
import { home } from './zh/home.ts';
import { parts } from './zh/parts.ts';
import { requirements } from './zh/requirements.ts';
import { shell } from './zh/shell.ts';
import { templates } from './zh/templates.ts';
import { papers } from './zh/papers.ts';
import { identities } from './zh/identities.ts';
import { guide } from './zh/guide.ts';
import { textReview } from './zh/text-review.ts';

/** Every text of the renderer, by language and area. */
export const resources = {
  zh: {
    shell,
    home,
    dossier,
    parts,
    form,
    fields,
    category,
    requirements,
    companyForm,
    companies,
    appForm,
    letters,
    letterDesk,
    templates,
    forms,
    files,
    review,
    bundle,
    history,
    papers,
    identities,
    textReview,
    data,
    guide,
  },
  en: {
    shell: shellEn,
    home: homeEn,
    dossier: dossierEn,
    parts: partsEn,
    form: formEn,
    fields: fieldsEn,
    category: categoryEn,
    requirements: requirementsEn,
    companyForm: companyFormEn,
    companies: companiesEn,
    appForm: appFormEn,
    letters: lettersEn,
    letterDesk: letterDeskEn,
    templates: templatesEn,
    forms: formsEn,
    files: filesEn,
    review: reviewEn,
    bundle: bundleEn,
    history: historyEn,
    papers: papersEn,
    identities: identitiesEn,
    textReview: textReviewEn,
    data: dataEn,
    guide: guideEn,
  },
} as const;

/** Names an area of texts. */
export type AreaName = keyof (typeof resources)['zh'];

/** The keys of one area. */
export type KeyOf<A extends AreaName> = keyof (typeof resources)['zh'][A] & string;
