import { describe, expect, test } from 'vitest';
import { judged, taggedPolicies, type TaggedLine, type TaggedPolicy } from './tagged-policies.ts';

const textOf = (lines: readonly TaggedLine[]): string => lines.map(({ text }) => text).join('\n');
const judge = ({ name, company }: TaggedPolicy, lines: readonly TaggedLine[]) =>
  judged(textOf(lines), { path: `texts/${name}`, company });

/** What says something of a point without answering it. */
const vague: Readonly<Record<string, string>> = {
  'storage-place': '您的信息存储在云服务器上。',
  'storage-period': '我们会在合理期限内保存您的信息。',
  'operator-contact': '如有疑问，请联系我们。',
  access: '您有权查阅您的个人信息。',
  copy: '您有权复制您的个人信息。',
  correction: '您有权更正、补充您的个人信息。',
  deletion: '您有权删除您的个人信息。',
  withdrawal: '您有权撤回同意。',
  'account-closing': '您有权注销账号。',
  'closing-time': '您可以在“设置 > 注销”中注销账号。',
  'complaint-time': '投诉、举报请写信到 a@b.example.com。',
  protection: '我们非常重视您的信息安全，并采取必要的措施。',
  'recipient-contact': '我们委托杭州样本短信有限公司发送短信，提供手机号码，目的为验证身份。',
};
/** A text with a way for all rights at once answers each of them however it is named. */
const hasWayForAll = (policy: TaggedPolicy): boolean => textOf(policy.lines).includes('上述权利');

const complete = taggedPolicies.map((policy) => [policy.name, policy] as const);
const pointsOf = (policy: TaggedPolicy): readonly string[] => [
  ...new Set(policy.lines.flatMap(({ points }) => points)),
];

test('at least twelve complete policies and two hundred with a known hole', () => {
  expect(taggedPolicies.length).toBeGreaterThanOrEqual(12);
  expect(taggedPolicies.flatMap(pointsOf).length).toBeGreaterThanOrEqual(200);
});

test.each(complete)('%s: every point that is answered is found where it is', (_name, policy) => {
  const found = judge(policy, policy.lines);
  const lost = pointsOf(policy).filter((point) => found.get(point)?.state !== 'found');
  expect(lost).toEqual([]);
  const text = textOf(policy.lines);
  for (const { passages } of found.values()) {
    for (const { quote, start, end } of passages) {
      expect(end - start).toBe(quote.length);
      // A page is read as rendered; of the others passages point into the very words.
      if (policy.name.endsWith('.txt')) expect(text.slice(start, end)).toBe(quote);
    }
  }
});

/** Which policies keep saying something in other words when a point’s lines are gone, and why. */
const stillSaid: Readonly<Record<string, string>> = {
  '10-inspection-bullets.txt manner':
    'authorisation is spoken of under protection, which its marks do not tell from collecting',
};

describe.each(complete)('%s with a hole', (name, policy) => {
  test.each(pointsOf(policy).filter((point) => !(`${name} ${point}` in stillSaid)))(
    '%s is not found where its lines are gone',
    (point) => {
      const found = judge(
        policy,
        policy.lines.filter(({ points }) => !points.includes(point)),
      );
      expect(found.get(point)).not.toMatchObject({ state: 'found' });
    },
  );

  const loose = pointsOf(policy).filter(
    (point) =>
      vague[point] !== undefined &&
      !name.endsWith('.html') &&
      !(
        hasWayForAll(policy) &&
        ['access', 'copy', 'correction', 'deletion', 'withdrawal', 'account-closing'].includes(point)
      ),
  );
  test.each(loose)('%s said loosely is no answer', (point) => {
    let isReplaced = false;
    const lines = policy.lines.flatMap((line): readonly TaggedLine[] => {
      if (!line.points.includes(point)) return [line];
      if (isReplaced) return [];
      isReplaced = true;
      return [{ points: [], text: vague[point] ?? '' }];
    });
    expect(judge(policy, lines).get(point)).not.toMatchObject({ state: 'found' });
  });
});
