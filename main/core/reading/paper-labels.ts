import type { PaperKind, Particular } from '../../contract/read-paper.ts';

/** How a particular is labelled in print, on which papers, and how its value is written. */
export interface PaperLabel {
  readonly particular: Particular;
  readonly labels: readonly string[];
  readonly papers: readonly PaperKind[];
  /** `text` may run over several lines; `name` is one line; the others are recognised by their own shape. */
  readonly value:
    'text' | 'name' | 'date' | 'credit-code' | 'icp-number' | 'identity-number' | 'number' | 'domain';
}

const filings: readonly PaperKind[] = ['icp-filing', 'icp-licence'];
const licences: readonly PaperKind[] = ['business-licence', 'icp-licence'];

/** The labels of the papers, the longer before those that they begin with. */
export const paperLabels: readonly PaperLabel[] = [
  {
    particular: 'credit-code',
    labels: ['统一社会信用代码', '社会信用代码', '注册号'],
    papers: licences,
    value: 'credit-code',
  },
  { particular: 'company-name', labels: ['名称'], papers: ['business-licence'], value: 'name' },
  {
    particular: 'company-name',
    labels: ['主办单位名称', '主办者名称', '主办单位', '主办者', '公司名称', '单位名称', '企业名称'],
    papers: [...filings, 'unknown'],
    value: 'name',
  },
  {
    particular: 'company-type',
    labels: ['企业类型', '公司类型', '类型'],
    papers: ['business-licence'],
    value: 'name',
  },
  {
    particular: 'legal-representative',
    labels: ['法定代表人', '法人代表', '负责人', '投资人', '经营者'],
    papers: licences,
    value: 'name',
  },
  { particular: 'registered-capital', labels: ['注册资本', '注册资金'], papers: licences, value: 'name' },
  {
    particular: 'established-on',
    labels: ['成立日期', '注册日期'],
    papers: ['business-licence'],
    value: 'date',
  },
  {
    particular: 'valid-from',
    labels: ['营业期限', '经营期限', '有效期限', '有效期至', '有效期'],
    papers: [...licences, 'identity-document'],
    value: 'date',
  },
  {
    particular: 'address',
    labels: ['营业场所', '主要经营场所', '经营场所', '住所', '住址', '注册住所'],
    papers: [...licences, 'identity-document'],
    value: 'text',
  },
  {
    particular: 'business-scope',
    labels: ['经营范围', '业务种类', '业务覆盖范围'],
    papers: licences,
    value: 'text',
  },
  {
    particular: 'licence-number',
    labels: ['经营许可证编号', '许可证编号', '许可证号', '编号'],
    papers: ['icp-licence'],
    value: 'icp-number',
  },
  {
    particular: 'icp-number',
    labels: [
      '网站备案/许可证号',
      '主体备案/许可证号',
      'ICP备案/许可证号',
      '服务备案号',
      '网站备案号',
      '主体备案号',
      'ICP备案号',
      '备案号',
      '许可证号',
    ],
    papers: ['icp-filing', 'unknown'],
    value: 'icp-number',
  },
  {
    particular: 'website-name',
    labels: ['网站名称', '服务名称', 'APP名称', '应用名称'],
    papers: filings,
    value: 'name',
  },
  {
    particular: 'domain',
    labels: ['网站首页网址', '网站首页', '网站域名', '首页网址', '域名', '网址'],
    papers: filings,
    value: 'domain',
  },
  {
    particular: 'approved-on',
    labels: ['审核通过日期', '审核日期', '审核时间', '发证日期', '颁发日期'],
    papers: filings,
    value: 'date',
  },
  {
    particular: 'software-name',
    labels: ['软件名称'],
    papers: ['software-copyright-certificate'],
    value: 'text',
  },
  {
    particular: 'copyright-owner',
    labels: ['著作权人'],
    papers: ['software-copyright-certificate'],
    value: 'text',
  },
  {
    particular: 'completed-on',
    labels: ['开发完成日期'],
    papers: ['software-copyright-certificate'],
    value: 'date',
  },
  {
    particular: 'published-on',
    labels: ['首次发表日期'],
    papers: ['software-copyright-certificate'],
    value: 'date',
  },
  {
    particular: 'registration-number',
    labels: ['登记号'],
    papers: ['software-copyright-certificate'],
    value: 'number',
  },
  {
    particular: 'certificate-number',
    labels: ['证书号'],
    papers: ['software-copyright-certificate'],
    value: 'number',
  },
  { particular: 'person-name', labels: ['姓名'], papers: ['identity-document'], value: 'name' },
  {
    particular: 'identity-number',
    labels: ['公民身份号码', '身份号码', '身份证号码', '身份证号', '证件号码'],
    papers: ['identity-document'],
    value: 'identity-number',
  },
];

/** Labels whose values nobody asks for here; they end the value before them all the same. */
export const otherLabels: readonly string[] = [
  '登记机关', '权利取得方式', '权利范围', '主办单位性质', '网站负责人', '性别', '民族', '出生', '签发机关', '发证机关', '组成形式', '网站备案信息', '备注', '版本号',
]; // prettier-ignore

/** The words by which a paper tells what it is; the first paper that is named wins. */
export const paperTitles: readonly { readonly kind: PaperKind; readonly titles: readonly string[] }[] = [
  {
    kind: 'software-copyright-certificate',
    titles: ['软件著作权登记证书', '软件著作权', '著作权登记证书'],
  },
  {
    kind: 'icp-licence',
    titles: ['增值电信业务经营许可证', '电信业务经营许可证', '电信与信息服务业务经营许可证'],
  },
  { kind: 'identity-document', titles: ['居民身份证', '公民身份号码', '身份证复印件'] },
  { kind: 'icp-filing', titles: ['备案凭证', '备案信息', 'ICP备案', '备案号', '备案查询'] },
  { kind: 'business-licence', titles: ['营业执照'] },
];
