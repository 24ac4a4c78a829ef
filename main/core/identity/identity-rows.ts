import type { IdentityRowId } from '../../contract/identity.ts';
import type { Localized } from '../../contract/language.ts';

/** What the rows are called. */
export const rowTitles: Readonly<Record<IdentityRowId, Localized>> = {
  company: { zh: '公司名称', en: 'Company' },
  'credit-code': { zh: '统一社会信用代码', en: 'Credit code' },
  'legal-representative': { zh: '法定代表人', en: 'Legal representative' },
  'app-name': { zh: '应用名称', en: 'App name' },
  'installed-name': { zh: '安装后名称', en: 'Installed name' },
  version: { zh: '版本', en: 'Version' },
  domain: { zh: '域名', en: 'Domain' },
  'icp-number': { zh: 'ICP 备案号', en: 'ICP number' },
};

/** The fields of the dossier that hold a row; the first that is filled in counts. */
export const rowFields: Readonly<Record<IdentityRowId, readonly string[]>> = {
  company: ['company.name'],
  'credit-code': ['company.uscc'],
  'legal-representative': ['company.legalRepresentative.name'],
  'app-name': ['app.name'],
  'installed-name': ['app.installedName'],
  version: ['app.version'],
  domain: ['company.website', 'app.privacyPolicyUrl', 'app.termsUrl'],
  'icp-number': ['company.icpNumber'],
};
