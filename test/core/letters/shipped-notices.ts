import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DossierDocument, LetterEntry } from '../../../main/contract/dossier.ts';
import { parseTemplate } from '../../../main/core/letters/template.ts';
import { shippedClauses } from './shipped-clauses.ts';

const lettersFolder = join(import.meta.dirname, '../../../resources/letters');

export const shippedNotices = [
  'withdrawal-notice',
  'sanction-appeal',
  'marketing-activity-report',
  'information-change-notice',
  'data-breach-notice',
  'account-deregistration',
  'account-misuse-notice',
  'termination-notice',
  'termination-announcement',
  'suspension-request',
  'suspension-notice',
  'infringement-counter-notice',
  'developer-information-change-notice',
  'developer-account-misuse-notice',
] as const;
export type ShippedNotice = (typeof shippedNotices)[number];

/** The notices that are published for users: no seal, no line to sign on, no identity number. */
export const publicNotices: readonly string[] = ['termination-announcement', 'suspension-notice'];

/** Days in an order that every notice's clauses allow; the letters of `longest` are dated 2026-11-22. */
const days: Readonly<Record<string, string>> = {
  noticeDate: '2026-11-20',
  discoveredDate: '2026-11-22',
  complaintDate: '2026-11-20',
  consentDate: '2026-11-20',
  changeDate: '2026-11-02',
  userNoticeDate: '2026-11-30',
  announceDate: '2026-11-30',
  paymentCloseDate: '2026-11-30',
  startDate: '2026-12-21',
  withdrawDate: '2026-12-31',
  deregisterDate: '2026-12-31',
  resumeDate: '2026-12-31',
  endDate: '2027-03-31',
  approvalDate: '2025-11-20',
  registrationDate: '2025-10-10',
};
/** An activity ends soon after it starts. */
const endDates: Readonly<Record<string, string>> = { 'marketing-activity-report': '2026-12-31' };

const longLine =
  '内蒙古自治区和林格尔新区数据中心的存储系统于2026年11月20日 14 时 20 分发生故障，影响 example.com.cn 的会议纪要与待办事项；';

/** Everything that a letter or notice asks for, as long as it plausibly gets, or as short and without what may be left out. */
export function typedEntry(letter: string, data: 'longest' | 'shortest'): LetterEntry {
  const source = readFileSync(join(lettersFolder, letter, 'template.md'), 'utf8');
  const { fields } = parseTemplate(source, letter, 'app', shippedClauses);
  const typed = fields
    .filter(({ required }) => required || data === 'longest')
    .map(({ id, kind }): [string, string] => {
      if (kind === 'date') return [id, (id === 'endDate' ? endDates[letter] : undefined) ?? days[id] ?? ''];
      if (kind === 'isbn') return [id, data === 'shortest' ? '9787000000001' : 'ISBN 978-7-0000-0000-1'];
      if (data === 'shortest') return [id, '甲'];
      return [id, kind === 'text' ? longLine.slice(0, 46) : `${longLine}\n${longLine.slice(0, 40)}。`];
    });
  return { ...(data === 'longest' ? { date: '2026-11-22' } : {}), fields: Object.fromEntries(typed) };
}

/** The entries of all notices: they belong to the same dossier as those of the letters. */
export const noticeEntries = (data: 'longest' | 'shortest'): NonNullable<DossierDocument['letters']> =>
  Object.fromEntries(shippedNotices.map((letter) => [letter, typedEntry(letter, data)]));
