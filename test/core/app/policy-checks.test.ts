import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { FileInspection } from '../../../main/contract/files.ts';
import { isCheckRule } from '../../../main/core/rulebook/rule-kinds.ts';
import { checkRegistry } from '../../../main/core/review/check-registry.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { loadRulebook, resourcesFolder } from '../../rulebook/load-rulebook.ts';

const rulebook = await loadRulebook();
const sample = async (name: string): Promise<string> =>
  readFile(`${resourcesFolder}/sample/texts/${name}`, 'utf8');
const policy = await sample('privacy.md');
const terms = await sample('terms.md');

const facts = [
  'cross-border-data', 'sensitive-information', 'shares-with-third-parties', 'serves-minors', 'personalised-ads',
  'group-policy', 'game', 'random-draw',
]; // prettier-ignore

const fileOf = (path: string, more: Partial<FileInspection>): FileInspection => ({
  path, sizeBytes: 9, type: 'text', namedType: 'text', ...more,
}); // prettier-ignore

/** What the rules on a policy find in a text, whatever facts they hang on: all are answered. */
function found(field: 'app.privacyPolicy' | 'app.terms', file: FileInspection, other?: FileInspection) {
  const document = dossierWith({
    company: { name: '深圳市样例科技有限公司' },
    facts: Object.fromEntries(facts.map((fact) => [fact, true])),
    app: { [field.slice(4)]: file.path, ...(other ? { terms: other.path } : {}) },
  });
  const inspections = new Map([file, ...(other ? [other] : [])].map((one) => [one.path, one]));
  return rulebook.rules
    .filter(isCheckRule)
    .filter((rule) => 'field' in rule.on && rule.on.field === field)
    .flatMap((rule) =>
      checkRegistry
        .get(rule.check)!
        .run({ kind: 'files', requirement: field, files: [file] }, rule.parameters ?? {}, {
          document,
          rulebook,
          inspections,
          today: '2026-07-01',
        }) // prettier-ignore
        .flatMap((one) =>
          'message' in one ? [{ rule: rule.id, outcome: one.outcome, text: one.message.zh }] : [],
        ),
    );
}

const inPolicy = (text: string, path = 'texts/privacy.md') =>
  found(
    'app.privacyPolicy',
    fileOf(path, { text, ...(path.endsWith('html') ? { type: 'html', namedType: 'html' } : {}) }),
  );
const rules = (list: readonly { readonly rule: string }[]) => list.map((one) => one.rule);

describe('the sample', () => {
  // It serves no minors' group, shares nothing and shows no advertising: rules on those facts do not apply to it.
  const byFact = [
    'privacy-policy-tells-personalised-ads',
    'privacy-policy-explains-relation',
    'privacy-policy-names-recipients',
    'privacy-policy-lists-what-goes-abroad',
  ];

  test('nothing is found in its policy and its terms', () => {
    expect(rules(inPolicy(policy)).filter((rule) => !byFact.includes(rule))).toEqual([]);
    expect(rules(found('app.terms', fileOf('texts/terms.md', { text: terms })))).toEqual([]);
  });

  test.each([
    [
      (t: string) => t.replaceAll('深圳市样例科技有限公司', '上海示例网络有限公司'),
      'privacy-policy-names-company',
    ],
    [(t: string) => t.replaceAll('样例科技', '样例科计'), 'privacy-policy-names-company'],
    [(t: string) => `${t}\n本应用由上海示例网络有限公司运营。`, 'privacy-policy-operator-is-company'],
    [(t: string) => `${t}\n第三方 SDK 见[详情](https://www.example.com/sdk)。`, 'privacy-policy-links-named'],
    [(t: string) => `${t}\nSDK 名单见《附件》。`, 'privacy-policy-links-named'],
    [(t: string) => `${t}\n清单请[点击查看](https://www.example.com/list)。`, 'privacy-policy-links-telling'],
    [(t: string) => t.replace('privacy@example.com', '【邮箱】'), 'privacy-policy-filled-in'],
    [(t: string) => t.replace('客服电话', 'XX公司'), 'privacy-policy-filled-in'],
    [
      (t: string) => t.replace('十二个月', '一段时间').replace('存储期限', '存放').replace('七日内', '尽快'),
      'privacy-policy-tells-storage',
    ],
    [
      (t: string) => t.replaceAll(/加密|身份鉴别|访问控制|恶意代码|安全审计/g, '努力'),
      'privacy-policy-tells-protection',
    ],
    [(t: string) => t.replaceAll(/复制|导出/g, '看'), 'privacy-policy-tells-rights'],
    [(t: string) => t.replaceAll('注销', '停'), 'privacy-policy-tells-rights'],
    [(t: string) => t.replaceAll(/投诉|举报/g, '反映'), 'privacy-policy-tells-complaints'],
    [(t: string) => t.replaceAll('敏感', '重要'), 'privacy-policy-marks-sensitive'],
    [(t: string) => t.replaceAll(/未成年|监护人/g, '年轻'), 'privacy-policy-protects-minors'],
    [(t: string) => t.replaceAll('境外', '外面'), 'privacy-policy-tells-cross-border'],
  ])('a mistake %# is found', (spoil, rule) => {
    expect(spoil(policy)).not.toBe(policy);
    expect(rules(inPolicy(spoil(policy)))).toContain(rule);
  });

  test('a terms text of another company or without a ban on betting is found', () => {
    const spoilt = terms.replace('深圳市样例科技有限公司', '上海示例网络有限公司').replace('赌博', '违规');
    expect(rules(found('app.terms', fileOf('texts/terms.md', { text: spoilt })))).toEqual(
      expect.arrayContaining(['terms-name-company', 'terms-forbid-betting']),
    );
  });
});

test('the missing rights are named one by one', () => {
  const [one] = inPolicy(policy.replaceAll(/复制|导出/g, '看').replaceAll('注销', '停')).filter(
    ({ rule }) => rule === 'privacy-policy-tells-rights',
  );
  expect(one!.text).toContain('“复制”、“注销账号”');
});

test('a policy that names no company of its own says which it names instead', () => {
  const [one] = inPolicy('本政策由上海示例网络有限公司制定。').filter(
    (each) => each.rule === 'privacy-policy-names-company',
  );
  expect(one).toMatchObject({
    outcome: 'fail',
    text: expect.stringContaining('「上海示例网络有限公司」') as string,
  });
});

test('a policy without any Han is shown to a person', () => {
  const [one] = inPolicy('We value your privacy.').filter(
    (each) => each.rule === 'privacy-policy-names-company',
  );
  expect(one!.outcome).toBe('needs-person');
});

test.each(['docx', 'pdf'] as const)('a %s is said once not to have been looked at', (type) => {
  const list = found('app.privacyPolicy', fileOf(`texts/p.${type}`, { type, namedType: type }));
  expect(list.map(({ rule, outcome }) => [rule, outcome])).toEqual([
    ['privacy-policy-file-readable', 'not-checked'],
  ]);
});

test('of a missing file nothing but that is said', () => {
  const list = found('app.privacyPolicy', fileOf('texts/p.md', { problem: 'missing', type: 'unknown' }));
  expect(rules(list)).toEqual(['privacy-policy-file-readable']);
});

test('the same words for policy and terms are two files in name only', () => {
  const other = fileOf('texts/terms.md', { text: `${policy}\n` });
  expect(rules(found('app.privacyPolicy', fileOf('texts/p.md', { text: policy }), other))).toContain(
    'privacy-policy-separate-file',
  );
});

test('a web page is read as its readers see it', () => {
  const page = `<style>敏感{}</style><p>本政策由<b>深圳市样例</b>科技有限公司制定。</p><p>见<a href="/sdk">详情</a></p>`;
  const list = rules(inPolicy(page, 'texts/p.html'));
  expect(list).toContain('privacy-policy-links-named');
  expect(list).toContain('privacy-policy-marks-sensitive');
  expect(list).not.toContain('privacy-policy-names-company');
});

test('every list that a rule names is there', () => {
  const names = rulebook.rules.filter(isCheckRule).flatMap((rule) => {
    const { list, allowed, fillers, vague, topics } = rule.parameters ?? {};
    const inTopics = Array.isArray(topics)
      ? topics.flatMap((topic: { list: string; unless?: string }) => [topic.list, topic.unless])
      : [];
    return [list, allowed, fillers, vague, ...inTopics].filter((one) => typeof one === 'string');
  });
  expect(names.filter((name) => (rulebook.wordLists.get(name)?.length ?? 0) === 0)).toEqual([]);
  expect([...rulebook.wordLists.keys()].filter((name) => !names.includes(name))).toEqual([]);
});
