import { otherCompany, type Maker } from './companies.ts';
import type { Changes } from './fill-text.ts';

/** A user agreement with one thing missing or wrong. */
export interface AgreementFault {
  readonly kind: string;
  readonly as: string;
  readonly changes?: Changes;
  readonly replace?: (text: string, maker: Maker) => string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly isOpenPlatform?: boolean;
}

/** What is done to each of the written agreements. */
export const agreementFaults: readonly AgreementFault[] = [
  { kind: 'agreement-no-account', as: 'left out', changes: { account: null } },
  { kind: 'agreement-no-account', as: 'any account will do', changes: { account: '请先登录您的账号。' } },
  { kind: 'agreement-no-meeting-platform', as: 'left out', changes: { platform: null } },
  { kind: 'agreement-no-neutral-platform', as: 'left out', changes: { neutral: null }, isOpenPlatform: true },
  {
    kind: 'agreement-no-gambling-ban',
    as: 'a game',
    changes: { gambling: null },
    facts: { game: 'free', 'random-draw': false },
  },
  {
    kind: 'agreement-no-gambling-ban',
    as: 'a draw',
    changes: { gambling: '请文明使用。' },
    facts: { game: 'none', 'random-draw': true },
  },
  { kind: 'agreement-no-company', as: 'we only', changes: { company: '本协议由您与我们订立。' } },
  {
    kind: 'agreement-other-company',
    as: 'another',
    replace: (text, { company }) => text.replaceAll(company, otherCompany),
  },
  {
    kind: 'agreement-other-operator',
    as: 'another runs it',
    changes: { company: `本协议由您与${otherCompany}（以下称“我们”）订立，客服由{company}提供。` },
  },
  { kind: 'agreement-gap', as: 'company', replace: (text) => `${text}\n\n本协议由【公司名称】解释。\n` },
  { kind: 'agreement-gap', as: 'crosses', replace: (text) => `${text}\n\n联系电话：XXX-XXXXXXXX。\n` },
];
