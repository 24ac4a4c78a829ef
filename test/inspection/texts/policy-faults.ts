import { policies, policyNames, type PolicyName } from './clean-texts.ts';
import { otherCompany, type Maker } from './companies.ts';
import type { Changes } from './fill-text.ts';

/** A policy with one thing missing or wrong, in several of the written ones. */
export interface PolicyFault {
  readonly kind: string;
  readonly as: string;
  readonly of: readonly PolicyName[];
  readonly changes?: Changes;
  readonly replace?: (text: string, maker: Maker) => string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly strength?: number;
}

const sharing = policyNames.filter((name) => policies[name].shares);
const without = (
  kind: string,
  part: string,
  of: readonly PolicyName[] = policyNames,
  facts: Readonly<Record<string, unknown>> = {},
): PolicyFault => ({ kind, as: 'left out', of, changes: { [part]: null }, facts });

/** Rights that are named and whose way is not told. */
const vague: Readonly<Record<string, string>> = {
  access: '您有权查阅您的个人信息。', copy: '您有权复制您的个人信息。', correct: '您有权更正、补充您的个人信息。', delete: '您有权删除您的个人信息。', withdraw: '您有权撤回同意。', deregister: '您有权注销账号。',
}; // prettier-ignore

/** What is done to the written policies. */
export const policyFaults: readonly PolicyFault[] = [
  {
    kind: 'policy-no-company',
    as: 'we only',
    of: ['plain-list', 'long-prose', 'questions', 'english-terms'],
    changes: { operator: '本应用由我们开发和运营。' },
  },
  {
    kind: 'policy-no-company',
    as: 'the short name',
    of: ['short-notice', 'by-table'],
    changes: { operator: '本应用由{short}科技提供。' },
  },
  {
    kind: 'policy-other-company',
    as: 'another throughout',
    of: ['plain-list', 'formal', 'short-notice', 'by-table'],
    replace: (text, { company }) => text.replaceAll(company, otherCompany),
  },
  {
    kind: 'policy-other-company',
    as: 'without its city',
    of: ['plain-list', 'long-prose'],
    replace: (text, { company }) => text.replaceAll(company, company.slice(2)),
  },
  {
    kind: 'policy-other-operator',
    as: 'another runs it',
    of: ['plain-list', 'questions', 'english-terms', 'long-prose'],
    changes: { operator: `本应用由${otherCompany}（以下称“我们”）开发和运营，{company}提供客户服务。` },
  },
  // Where the article on complaints still gives telephone and address, a way to reach the company is there: all of them go.
  {
    kind: 'policy-no-contact',
    as: 'no way at all',
    of: policyNames,
    changes: { contact: null },
    replace: (text, { phone, mail, address }) =>
      text.replaceAll(phone, '客服').replaceAll(mail, '客服').replaceAll(address, '本市'),
  },
  without('policy-no-date', 'date', ['plain-list', 'by-table', 'long-prose', 'questions', 'english-terms']),
  {
    kind: 'policy-no-purpose',
    as: 'kinds without purposes',
    of: ['plain-list', 'questions', 'english-terms', 'long-prose'],
    changes: { purpose: '我们会收集您的昵称、头像、邮箱、设备型号和操作日志。', permissions: null },
  },
  {
    kind: 'policy-no-purpose',
    as: 'left out',
    of: ['by-table', 'formal', 'short-notice'],
    changes: { purpose: null, permissions: null },
  },
  without('policy-no-storage-place', 'storage-place'),
  without(
    'policy-no-storage-term',
    'storage-term',
    policyNames.filter((name) => name !== 'short-notice'),
  ),
  // Its next sentence says how long as well: both are written otherwise.
  {
    kind: 'policy-no-storage-term',
    as: 'left out',
    of: ['short-notice'],
    changes: { 'storage-term': null, 'storage-overdue': '到期自动删除，不可恢复。' },
  },
  without('policy-no-overdue', 'storage-overdue'),
  without('policy-no-cross-border', 'cross-border', [
    'plain-list',
    'by-table',
    'questions',
    'short-notice',
    'english-terms',
  ]),
  {
    kind: 'policy-abroad-unlisted',
    as: 'abroad, kinds not listed',
    of: ['plain-list', 'questions', 'english-terms', 'short-notice'],
    changes: { 'cross-border': '您的部分信息会传输至境外的服务器。' },
    facts: { 'cross-border-data': true },
  },
  {
    kind: 'policy-sensitive-unmarked',
    as: 'named in plain print',
    of: ['plain-list', 'questions', 'long-prose', 'short-notice', 'by-table'],
    changes: { sensitive: '我们还会收集您的身份证件号码、人脸信息和精确位置，用于核实身份。' },
  },
  {
    kind: 'policy-sensitive-unmarked',
    as: 'left out',
    of: ['formal', 'english-terms'],
    changes: { sensitive: null },
  },
  without('policy-no-protection', 'protection', [
    'plain-list',
    'by-table',
    'long-prose',
    'questions',
    'formal',
    'short-notice',
  ]),
  {
    kind: 'policy-no-recipients',
    as: 'partners unnamed',
    of: sharing,
    changes: { sharing: '我们会与合作伙伴共享您的个人信息，不会公开披露。' },
    facts: { 'shares-with-third-parties': true },
  },
  {
    kind: 'policy-no-recipients',
    as: 'partners unnamed',
    of: ['plain-list', 'questions'],
    changes: { sharing: '为了实现部分功能，我们可能与关联公司、服务商共享必要的信息。' },
    facts: { 'shares-with-third-parties': true },
  },
  {
    kind: 'policy-no-recipient-contact',
    as: 'no way to reach them',
    of: sharing,
    changes: {
      sharing:
        '我们委托{city}锦书信息服务有限公司发送短信通知，提供的信息种类为手机号码；不公开披露您的个人信息。',
    },
    facts: { 'shares-with-third-parties': true },
  },
  {
    kind: 'policy-no-recipient-purpose',
    as: 'what for is not told',
    of: sharing,
    changes: {
      sharing: '我们向{city}锦书信息服务有限公司（电话 0000-66668888）提供手机号码；不公开披露您的个人信息。',
    },
    facts: { 'shares-with-third-parties': true },
  },
  without('policy-no-access', 'access'),
  without('policy-no-copy', 'copy'),
  without('policy-no-correct', 'correct'),
  without('policy-no-delete', 'delete', ['plain-list', 'by-table', 'long-prose', 'formal', 'english-terms']),
  without('policy-no-withdraw', 'withdraw'),
  without('policy-no-deregister', 'deregister'),
  ...Object.entries(vague).map(([part, words]): PolicyFault => ({
    kind: 'policy-right-without-way',
    as: part,
    of: ['plain-list', 'long-prose', 'english-terms'],
    changes: { [part]: `${words}\n` },
  })),
  {
    kind: 'policy-deregister-without-term',
    as: 'no time told',
    of: ['plain-list', 'questions', 'short-notice'],
    changes: { deregister: '您可以在“我的 › 账号 › 注销账号”中注销账号。\n' },
  },
  without('policy-no-complaints', 'complaints'),
  {
    kind: 'policy-complaints-without-term',
    as: 'no time told',
    of: ['plain-list', 'long-prose', 'english-terms'],
    changes: { complaints: '如有投诉、举报，请写信至 {mail}。' },
  },
  without('policy-no-minors', 'minors', policyNames, { 'serves-minors': true }),
  ...[
    ['附件', 'plain-list'],
    ['详情', 'by-table'],
    ['点击查看', 'questions'],
    ['链接', 'formal'],
    ['更多', 'long-prose'],
    ['这里', 'english-terms'],
  ].map(([name = '', of]): PolicyFault => ({
    kind: 'policy-void-link',
    as: name,
    // Safe: the names above are of the table of policies.
    of: [of as PolicyName],
    replace: (text) =>
      `${text}\n\n第三方 SDK 的名称与用途见${['附件', '详情'].includes(name) ? `《${name}》` : `[${name}](https://www.example.com/sdk)`}。\n`,
  })),
  ...[
    ['【公司名称】', 0],
    ['XX公司', 1],
    ['____', 2],
    ['（此处填写电话）', 3],
    ['[应用名称]', 4],
    ['××××年××月××日', 5],
  ].map(([gap = '', n]): PolicyFault => ({
    kind: 'policy-gap',
    as: `gap ${n}`,
    of: [policyNames[Number(n) % policyNames.length] ?? 'plain-list'],
    replace: (text) => `${text}\n\n本政策由${gap}负责解释。\n`,
  })),
  {
    kind: 'policy-ads-not-told',
    as: 'silent',
    of: ['plain-list', 'questions', 'formal', 'english-terms'],
    facts: { 'personalised-ads': true },
  },
];
