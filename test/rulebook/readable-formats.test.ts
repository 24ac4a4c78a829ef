import { expect, test } from 'vitest';
import { whyNoText } from '../../main/core/texts/why-no-text.ts';
import { loadRulebook } from './load-rulebook.ts';

test.each(['tencent-meeting', 'tencent-open-platform'])(
  '%s calls no format of a text unreadable that is read, and names Word files where it asks for another',
  async (platform) => {
    const { rules } = await loadRulebook(platform);
    const telling = rules.flatMap(({ id, explain }) => {
      const words = `${explain?.what.zh}${explain?.how?.zh}`;
      return /\bmd\b/.test(words) ? [{ id, words }] : [];
    });
    expect(telling.length).toBeGreaterThan(1);
    expect(
      telling.filter(({ words }) => /docx[^。；]*读不出来/.test(words) || !words.includes('docx')),
    ).toEqual([]);
  },
);

test('a Word file with words is read', () => {
  expect(
    whyNoText('texts/privacy.docx', {
      path: 'texts/privacy.docx',
      sizeBytes: 10,
      type: 'docx',
      text: '隐私政策',
    }),
  ).toBeNull();
});
