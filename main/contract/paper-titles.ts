import type { Localized } from './language.ts';
import type { PaperKind, Particular } from './read-paper.ts';

/** What particulars are called. */
export const particularTitles: Readonly<Record<Particular, Localized>> = {
  'company-name': { zh: '单位名称', en: 'company name' },
  'credit-code': { zh: '统一社会信用代码', en: 'credit code' },
  'legal-representative': { zh: '法定代表人', en: 'legal representative' },
  'company-type': { zh: '类型', en: 'type of company' },
  address: { zh: '住所', en: 'address' },
  'registered-capital': { zh: '注册资本', en: 'registered capital' },
  'established-on': { zh: '成立日期', en: 'established on' },
  'valid-from': { zh: '有效期起', en: 'valid from' },
  'valid-until': { zh: '有效期止', en: 'valid until' },
  'business-scope': { zh: '经营范围', en: 'business scope' },
  'licence-number': { zh: '许可证编号', en: 'licence number' },
  'icp-number': { zh: '备案号', en: 'ICP number' },
  'website-name': { zh: '网站或应用名称', en: 'website or app' },
  domain: { zh: '域名', en: 'domain' },
  'approved-on': { zh: '审核日期', en: 'approved on' },
  'software-name': { zh: '软件名称', en: 'software' },
  'software-version': { zh: '软件版本', en: 'software version' },
  'copyright-owner': { zh: '著作权人', en: 'copyright owner' },
  'registration-number': { zh: '登记号', en: 'registration number' },
  'certificate-number': { zh: '证书号', en: 'certificate number' },
  'completed-on': { zh: '开发完成日期', en: 'completed on' },
  'published-on': { zh: '首次发表日期', en: 'first published on' },
  'person-name': { zh: '姓名', en: 'name' },
  'identity-number': { zh: '身份号码', en: 'identity number' },
};

/** What papers are called. */
export const paperKindTitles: Readonly<Record<PaperKind, Localized>> = {
  'business-licence': { zh: '营业执照', en: 'business licence' },
  'icp-licence': { zh: '增值电信业务经营许可证', en: 'telecommunication (ICP) licence' },
  'icp-filing': { zh: 'ICP 备案', en: 'ICP filing' },
  'software-copyright-certificate': { zh: '软件著作权登记证书', en: 'software copyright certificate' },
  'identity-document': { zh: '居民身份证', en: 'resident identity card' },
  unknown: { zh: '认不出是什么材料', en: 'paper of an unknown kind' },
};
