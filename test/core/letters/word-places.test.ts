import { describe, expect, test } from 'vitest';
import { layOut } from '../../../main/core/letters/lay-out.ts';
import { draftLetter, fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { parseTemplate } from '../../../main/core/letters/template.ts';
import { wordPlaces } from '../../../main/core/letters/word-places.ts';
import { wordSources } from '../../../main/core/letters/word-sources.ts';
import { loadFonts } from './load-fonts.ts';
import { dossierFor, shippedLetters, templateOf } from './shipped-letters.ts';

const fonts = await loadFonts();
const bare = (text: string): string => text.replaceAll(/\s/g, '');

describe.each(['sample', 'longest'] as const)('with the %s data', (data) => {
  test.each(shippedLetters)(
    'every element of %s has the characters that stand on its pages',
    async (letter) => {
      const template = templateOf(letter);
      const document = dossierFor(letter, data);
      const filled = fillLetter({ template, document });
      const isDraft = filled.kind !== 'filled';
      const tree = isDraft ? draftLetter({ template, document }) : filled.tree;
      const pages = await layOut(tree, fonts, async () => ['1']);
      const sources = wordSources({ template, document, isDraft });
      const printed = (pages.elements ?? []).map((_, element) =>
        bare(
          pages.pages
            .flatMap(({ items }) => items)
            .map((item) => (item.kind === 'text' && item.element === element ? item.text : ''))
            .join(''),
        ),
      );
      const signatures = tree.blocks.filter(({ kind }) => kind === 'signature').length;
      const sourced = sources.map((one) => bare(one.map(({ character }) => character).join('')));
      expect(sourced).toHaveLength(printed.length);
      const different = printed.filter((text, index) => text !== sourced[index]);
      // A block that is always dated by hand prints its blank date, which nobody typed.
      expect(different.filter((text) => text !== '年月日')).toEqual([]);
      expect(different.length).toBeLessThanOrEqual(signatures + tree.blocks.length);
      const boxes = wordPlaces(pages, sources);
      expect(boxes.length).toBeGreaterThan(0);
      for (const box of boxes) {
        expect(box.widthMm).toBeGreaterThan(0);
        expect(box.xMm).toBeGreaterThanOrEqual(0);
        expect(box.xMm + box.widthMm).toBeLessThanOrEqual(210);
        expect(box.yMm + box.heightMm).toBeLessThanOrEqual(297);
      }
    },
  );
});

test('words that come through a condition, a filter, a list and an assignment know their field', () => {
  const front = `---
id: trace
title: { zh: 试, en: Try }
requirement: trace
version: 1.0.0
cites: [compliance/4.1]
needs: []
asks: []
seal: null
---
`;
  const body = `# 试

{% if app.name == "甲" %}{{ company.name }}{% endif %}，{{ app.name | append: "应用" }}。

{% for party in parties %}{{ party.name }}；{% endfor %}

{% assign who = company.agent.name %}{{ app.version }}由{{ who }}经办。
`;
  const template = parseTemplate(front + body, 'template.md');
  const sources = wordSources({
    template,
    isDraft: false,
    document: {
      schema: 'yinqi/dossier@1',
      platform: 'tencent-meeting',
      categories: [],
      company: { name: '甲公司', agent: { name: '李四' } },
      app: { name: '甲', version: '1.0.0' },
      parties: [
        { role: 'licensor', kind: 'company', name: '乙公司' },
        { role: 'affiliate', kind: 'company', name: '丙公司' },
      ],
    },
  });
  const words = sources.flatMap((characters) => {
    const found: { text: string; variable: string | null }[] = [];
    for (const { character, variable } of characters) {
      const last = found.at(-1);
      if (last?.variable === variable) last.text += character;
      else found.push({ text: character, variable });
    }
    return found.filter(({ variable }) => variable !== null);
  });
  expect(words).toEqual([
    { text: '甲公司', variable: 'company.name' },
    { text: '甲应用', variable: 'app.name' },
    { text: '乙公司', variable: 'parties.0.name' },
    { text: '丙公司', variable: 'parties.1.name' },
    { text: '1.0.0', variable: 'app.version' },
    { text: '李四', variable: 'company.agent.name' },
  ]);
});
