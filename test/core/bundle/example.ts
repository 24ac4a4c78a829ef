import { createHash } from 'node:crypto';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { FileInspection } from '../../../main/contract/files.ts';
import type { Localized } from '../../../main/contract/language.ts';
import type { RequirementRule, Rulebook } from '../../../main/contract/rulebook.ts';
import type {
  JudgedFinding,
  JudgedReport,
  JudgedRequirement,
} from '../../../main/core/review/judged-report.ts';

const both = (zh: string, en = zh): Localized => ({ zh, en });

/** The bytes that the example's files hold: their own path. */
export const bytesOf = (path: string): Uint8Array => Buffer.from(`内容：${path}`);
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

export const document: DossierDocument = {
  schema: 'yinqi/dossier@1',
  id: 'example',
  platform: 'tencent-meeting',
  track: 'listing',
  categories: ['general/other'],
  company: { name: '深圳市样例科技有限公司', logo: 'assets/公司.png' },
  app: {
    name: '样例纪要',
    description: '第一行\n第二行',
    logo: 'assets/logo.png',
    previews: { desktop: ['d1.png', 'd2.png'], mobile: ['m1.JPEG'] },
    privacyPolicy: 'texts/privacy.md',
  },
  documents: {
    'business-licence': 'papers/licence.png',
    'publishing-commitment': ['papers/a.pdf', 'papers/b.pdf'],
    'old-permit': 'papers/permit.xyz',
  },
  attestations: { 'icon-is-ours': { by: '王五', on: '2026-11-01', note: '自行设计' } },
};

const place = (section: string, order: number, field: string) => ({ section, order, field: both(field) });
const base = { cites: ['listing/function-5'], because: both('平台要求') };
const rules: RequirementRule[] = [
  { ...base, kind: 'text', id: 'app-name', title: both('应用名称'), field: 'app.name', place: place('basic', 1, '应用名称') },
  { ...base, kind: 'asset', id: 'app-logo', title: both('应用 LOGO'), fields: ['app.logo'], place: place('basic', 2, '应用 LOGO') },
  { ...base, kind: 'text', id: 'app-category', title: both('应用类目'), field: 'categories', place: place('basic', 3, '应用类目') },
  { ...base, kind: 'text', id: 'app-description', title: both('详细描述'), field: 'app.description', place: place('basic', 4, '详细描述') },
  { ...base, kind: 'asset', id: 'previews', title: both('预览页图片'), fields: ['app.previews.desktop', 'app.previews.mobile'], place: place('basic', 10, '预览页图片') },
  { ...base, kind: 'text', id: 'release-notes', title: both('更新说明'), field: 'app.releaseNotes', optional: true, place: place('basic', 11, '更新说明') },
  { ...base, kind: 'document', id: 'business-licence', title: both('营业执照'), place: place('papers', 1, '资质文件') },
  { ...base, kind: 'letter', letter: 'publishing-commitment', id: 'publishing-commitment', title: both('应用发布承诺函'), place: place('papers', 2, '承诺函') },
  { ...base, kind: 'attestation', id: 'icon-is-ours', title: both('图标权利'), level: 'notice', by: 'design', topic: 'rights', statement: both('图标由本公司设计或已获授权') },
]; // prettier-ignore

export const rulebook: Rulebook = {
  platform: {
    id: 'tencent-meeting',
    title: both('腾讯会议开放平台', 'Tencent Meeting open platform'),
    version: '2026.1',
    tracks: [{ id: 'listing', title: both('应用上架') }],
    groups: [],
    questions: [],
    topics: [],
    sections: [
      { id: 'basic', title: both('应用基础信息'), folder: '01-basic-应用基础信息' },
      { id: 'papers', title: both('应用资质'), folder: '02-papers-应用资质' },
    ],
  },
  categories: [{ id: 'general/other', title: both('其他') }],
  facts: [],
  sources: [
    { id: 'listing', title: both('上架说明'), dated: '2025-01-01' },
    { id: 'design', title: both('设计规范') },
  ],
  background: [],
  conflicts: [],
  clauses: new Map(),
  rules,
  wordLists: new Map(),
};

const fieldsOf = (rule: RequirementRule): string[] => {
  if (rule.kind === 'text') return [rule.field];
  if (rule.kind === 'asset') return rule.fields;
  return rule.kind === 'attestation' ? [] : [`documents.${rule.id}`];
};

/** A report on the example with these findings. */
export function reportWith(...findings: JudgedFinding[]): JudgedReport {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  return {
    schema: 'yinqi/report@1',
    rulebook: { id: rulebook.platform.id, version: rulebook.platform.version },
    verdict: count('error') > 0 ? 'fail' : 'pass',
    counts: { error: count('error'), warning: count('warning'), notice: count('notice') },
    findings,
    requirements: rules.map((rule): JudgedRequirement => ({
      id: rule.id,
      title: rule.title,
      kind: rule.kind,
      status: 'ok',
      optional: rule.optional ?? false,
      because: rule.because,
      cites: rule.cites,
      fields: fieldsOf(rule),
      files: [],
    })),
  };
}

export const finding = (level: JudgedFinding['level'], message = '名称太长'): JudgedFinding => ({
  rule: 'app-name',
  level,
  outcome: 'fail',
  message: both(message, 'the name is too long'),
  at: 'app.name',
  cites: ['listing/function-5'],
});

const types: Readonly<Record<string, FileInspection['type']>> = {
  'assets/公司.png': 'png',
  'assets/logo.png': 'jpeg',
  'd1.png': 'png',
  'd2.png': 'png',
  'm1.JPEG': 'jpeg',
  'texts/privacy.md': 'text',
  'papers/licence.png': 'png',
  'papers/a.pdf': 'pdf',
  'papers/b.pdf': 'pdf',
  'papers/permit.xyz': 'unknown',
};

export const inspections: ReadonlyMap<string, FileInspection> = new Map(
  Object.entries(types).map(([path, type]) => [
    path,
    { path, type, sizeBytes: bytesOf(path).length, sha256: sha256(bytesOf(path)) },
  ]),
);
