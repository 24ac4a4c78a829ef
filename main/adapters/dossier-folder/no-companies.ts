import { Failure } from '../../contract/failure.ts';
import type { KeptCompanies } from '../../world/kept-companies.ts';

const refuse = (): Promise<never> =>
  Promise.reject(
    new Failure(
      'not-for-folders',
      {
        zh: '案卷是文件夹时，没有公司与人员库',
        en: 'Where dossiers are folders, no companies and people are kept',
      },
      {
        zh: '请在应用里使用，或把公司信息写进 dossier.yaml',
        en: 'Use the app, or write the company into dossier.yaml',
      },
    ),
  );

/** The companies of a world whose dossiers are folders: each holds its own company, and none is kept for all. */
export const noCompanies: KeptCompanies = {
  list: refuse,
  open: refuse,
  save: refuse,
  remove: refuse,
  restore: refuse,
  logo: refuse,
};
