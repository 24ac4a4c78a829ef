import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CorpusCase } from '../corpus-case.ts';
import { makers, type Maker } from './companies.ts';
import { fillText, readTemplate } from './fill-text.ts';
import { formats, writeText, type Format } from './write-text.ts';

/** The written policies and what is true of their apps; `shares` where others are given something. */
export const policies = {
  'plain-list': { shares: false },
  'by-table': { shares: true },
  'long-prose': { shares: false },
  questions: { shares: false },
  formal: { shares: true },
  'short-notice': { shares: false },
  'english-terms': { shares: true },
} as const;
export type PolicyName = keyof typeof policies;
export const policyNames = Object.keys(policies) as PolicyName[]; // Safe: the keys of an object literal.
export const agreementNames = ['numbered', 'chapters', 'friendly'] as const;

/** What a dossier says of the maker of a text, and of what its app does with information. */
export const fieldsOf = (
  maker: Maker,
  facts: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  'company.name': maker.company,
  'app.name': maker.app,
  ...Object.fromEntries(Object.entries(facts).map(([fact, answer]) => [`facts.${fact}`, answer])),
});
export const policyFacts = (name: PolicyName): Record<string, unknown> => ({
  'collects-personal-information': true,
  'sensitive-information': true,
  'serves-minors': false,
  'cross-border-data': false,
  'shares-with-third-parties': policies[name].shares,
  'personalised-ads': false,
  'group-policy': false,
});
const makerAt = (index: number): Maker => {
  const maker = makers[index % makers.length];
  if (maker === undefined) throw new Error('no companies');
  return maker;
};

const cleanPolicies = policyNames.flatMap((name, row) =>
  formats.map((format: Format, column): CorpusCase => {
    const path = `texts/privacy.${format}`;
    return {
      id: `clean-policy/${name}-${format}`,
      role: 'policy',
      defects: [],
      clean: [{ role: 'policy', at: path }],
      async make(studio, random) {
        const maker = makerAt(row * 5 + column * 3);
        const text = fillText(readTemplate('policies', name), maker, random);
        return {
          fields: { ...fieldsOf(maker, policyFacts(name)), 'app.privacyPolicy': path },
          files: new Map([[path, await writeText(text, format, studio)]]),
        };
      },
    };
  }),
);

const rulebookTests = join(import.meta.dirname, '../../rulebook');
const writtenBefore = z
  .looseObject({
    policies: z.array(
      z.strictObject({
        file: z.string(),
        company: z.string(),
        app: z.string(),
        facts: z.record(z.string(), z.boolean()),
      }),
    ),
  })
  .parse(parse(readFileSync(join(rulebookTests, 'clean-texts.yaml'), 'utf8'))).policies;

/** The policies that the rulebook's own tests hold. */
const earlierPolicies = writtenBefore.map(({ file, company, app, facts }): CorpusCase => ({
  id: `clean-policy/earlier-${file.replace('.md', '')}`,
  role: 'policy',
  defects: [],
  clean: [{ role: 'policy', at: 'texts/privacy.md' }],
  make: async () => ({
    fields: {
      'company.name': company,
      'app.name': app,
      ...Object.fromEntries(Object.entries(facts).map(([fact, answer]) => [`facts.${fact}`, answer])),
      'app.privacyPolicy': 'texts/privacy.md',
    },
    files: new Map([['texts/privacy.md', readFileSync(join(rulebookTests, 'policies', file))]]),
  }),
}));

const cleanAgreements = agreementNames.flatMap((name, row) =>
  formats.map((format, column): CorpusCase => {
    const path = `texts/terms.${format}`;
    return {
      id: `clean-agreement/${name}-${format}`,
      role: 'agreement',
      defects: [],
      clean: [{ role: 'agreement', at: path }],
      async make(studio, random) {
        const maker = makerAt(row * 4 + column * 5 + 1);
        const isGame = column % 2 === 1;
        const text = fillText(readTemplate('agreements', name), maker, random);
        // By turns for the other platform, whose agreement asks for its own statement.
        const platform =
          column === 2 ? { platform: 'tencent-open-platform', track: null, categories: ['tool'] } : {};
        return {
          fields: {
            ...fieldsOf(
              maker,
              platform.platform === undefined
                ? { game: isGame ? 'free' : 'none', 'random-draw': isGame }
                : {},
            ),
            ...(platform.platform === undefined ? {} : { facts: null }),
            ...platform,
            'app.terms': path,
          },
          files: new Map([[path, await writeText(text, format, studio)]]),
        };
      },
    };
  }),
);

/** The company written with half-width brackets and a space in the text, with full-width ones in the form: no difference that means anything. */
const otherBrackets: CorpusCase = {
  id: 'clean-policy/half-width-brackets',
  role: 'policy',
  defects: [],
  clean: [{ role: 'policy', at: 'texts/privacy.md' }],
  async make(studio, random) {
    const maker = makerAt(4);
    const text = fillText(
      readTemplate('policies', 'formal'),
      { ...maker, company: maker.company.replace('（', '(').replace('）', ')') },
      random,
    );
    return {
      fields: { ...fieldsOf(maker, policyFacts('formal')), 'app.privacyPolicy': 'texts/privacy.md' },
      files: new Map([['texts/privacy.md', await writeText(text, 'md', studio)]]),
    };
  },
};

const permissions = [
  [
    { name: '麦克风', purpose: '会中录音并转写成文字' },
    { name: '存储', purpose: '保存导出的纪要文件' },
  ],
  [{ name: '会议信息', purpose: '在纪要抬头显示会议主题和时间' }],
  [
    { name: '相机', purpose: '扫描签到二维码' },
    { name: '位置', purpose: '核对签到地点是否在会场内' },
  ],
  [
    { name: '通知', purpose: '会前十分钟提醒与会者' },
    { name: '日历', purpose: '把待办写入系统日历' },
    { name: '参会者昵称', purpose: '标注待办的负责人' },
  ],
  [{ name: '屏幕共享', purpose: '把白板投到会中供大家批注' }],
];
const keywords = [
  ['纪要', '待办', '会议记录'],
  ['会议纪要', '要点整理', '会后总结'],
  ['待办', '议题', '结论'],
  ['记录', '协作'],
  ['会议工具', '办公效率', '纪要模板'],
];

/** Lists of the form in which nothing is wrong. */
const cleanFields = [
  ...permissions.map((list, n): CorpusCase => ({
    id: `clean-fields/permissions-${n + 1}`,
    role: 'fields',
    defects: [],
    clean: [{ role: 'fields', at: 'app.permissions' }],
    make: async () => ({ fields: { 'app.permissions': list }, files: new Map() }),
  })),
  ...keywords.map((list, n): CorpusCase => ({
    id: `clean-fields/keywords-${n + 1}`,
    role: 'fields',
    defects: [],
    clean: [{ role: 'fields', at: 'app.searchKeywords' }],
    make: async () => ({ fields: { 'app.searchKeywords': list }, files: new Map() }),
  })),
];

/** Texts and lists that are complete. */
export const cleanTexts: readonly CorpusCase[] = [
  ...cleanPolicies,
  ...earlierPolicies,
  otherBrackets,
  ...cleanAgreements,
  ...cleanFields,
];
