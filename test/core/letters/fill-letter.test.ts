import { describe, expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { DocumentTree } from '../../../main/contract/letters.ts';
import { blockTexts } from '../../../main/core/letters/block-texts.ts';
import { draftLetter, fillLetter, unprintableIn } from '../../../main/core/letters/fill-letter.ts';
import { loadFonts } from './load-fonts.ts';
import { sampleOf, shippedLetters, templateOf, type ShippedLetter } from './shipped-letters.ts';

function filled(letter: ShippedLetter, document: DossierDocument) {
  const result = fillLetter({ template: templateOf(letter), document });
  if (result.kind !== 'filled') throw new Error(`missing: ${JSON.stringify(result.missing)}`);
  return result;
}
const textOf = (tree: DocumentTree): string => tree.blocks.flatMap(blockTexts).join('\n');
const withCompany = (letter: ShippedLetter, change: Partial<DossierDocument['company']>): DossierDocument => {
  const document = sampleOf(letter);
  return { ...document, company: { ...document.company, ...change } };
};

describe.each(shippedLetters)('%s', (letter) => {
  test('is filled from its sample with every value in its place and no mark of the template left', () => {
    const { tree } = filled(letter, sampleOf(letter));
    const text = textOf(tree);
    expect(text).toContain('深圳市样例科技有限公司');
    expect(text).toContain('91440300MA5YANGL1W');
    expect(text).toContain('样例纪要');
    expect(text).not.toMatch(/[{}]|[\uFDD0-\uFDEF]|:::|\*\*|undefined|null/);
    expect(tree.blocks.at(-1)).toMatchObject({
      kind: 'signature',
      party: '深圳市样例科技有限公司',
      date: null,
    });
    expect(tree.blocks[0]?.kind).toBe('title');
  });

  test('names each field that is missing, by its title, instead of being filled', () => {
    const template = templateOf(letter);
    const result = fillLetter({
      template,
      document: { ...sampleOf(letter), company: {}, app: { name: '  ' } },
    });
    expect(result).toMatchObject({ kind: 'missing-data' });
    if (result.kind !== 'missing-data') return;
    expect(result.missing.map(({ field }) => field)).toEqual(template.needs.map(({ field }) => field));
    expect(result.missing.find(({ field }) => field === 'app.name')?.title.zh).toBe('应用名称');
  });

  test('names what is missing in a draft, which carries no page code', () => {
    const tree = draftLetter({
      template: templateOf(letter),
      document: withCompany(letter, { address: '' }),
    });
    expect(tree).toMatchObject({ isDraft: true, code: null });
    expect(textOf(tree)).toContain('【待填写：公司住所】');
  });

  test('keeps its revision while what it prints is the same, and changes it with wording or data', () => {
    const { revision } = filled(letter, sampleOf(letter));
    expect(revision).toMatch(/^[0-9a-f]{8}$/);
    expect(filled(letter, { ...sampleOf(letter), documents: { other: 'a.pdf' } }).revision).toBe(revision);
    expect(filled(letter, withCompany(letter, { name: '另一家公司' })).revision).not.toBe(revision);
    const template = templateOf(letter);
    const reworded = {
      ...template,
      wording: {
        render: (scope: object) => {
          const { markdown, values } = template.wording.render(scope);
          return { markdown: markdown.replace('本应用', '该应用'), values };
        },
      },
    };
    expect(fillLetter({ template: reworded, document: sampleOf(letter) })).not.toMatchObject({ revision });
  });

  test('prints a typed date, and keeps its revision whether dated by hand or by machine', () => {
    const document = sampleOf(letter);
    const entry = { ...document.letters?.[letter], date: '2026-01-02' };
    const dated = filled(letter, { ...document, letters: { [letter]: entry } });
    expect(dated.tree.blocks.at(-1)).toMatchObject({ date: '2026年1月2日' });
    expect(dated.revision).toBe(filled(letter, document).revision);
  });

  test('cannot be made to hold Markdown, markup or template tags by its data', () => {
    const hostile = '# 一\n**粗**<b>x</b> {{ app.name }}{% if %}\n::: signature\n1. 甲';
    const document = { ...withCompany(letter, { name: hostile }), app: { name: hostile } };
    const { tree } = filled(letter, document);
    const plain = filled(letter, sampleOf(letter)).tree;
    expect(tree.blocks.map(({ kind }) => kind)).toEqual(plain.blocks.map(({ kind }) => kind));
    const printed = textOf(tree).split('# 一 **粗**<b>x</b> {{ app.name }}{% if %} ::: signature 1. 甲');
    expect(printed).toHaveLength(4);
    const bold = (of: DocumentTree): number =>
      of.blocks.flatMap((block) => ('runs' in block ? block.runs : [])).filter((run) => run.bold).length;
    expect(bold(tree)).toBe(bold(plain));
  });
});

test('an authorisation states start and end, typed or as ruled blanks', () => {
  const typed = textOf(filled('authorisation-letter', sampleOf('authorisation-letter')).tree);
  expect(typed).toContain('自2026年11月1日起至2027年10月31日止');
  const { tree } = filled('authorisation-letter', { ...sampleOf('authorisation-letter'), letters: {} });
  const runs = tree.blocks.flatMap((block) => ('runs' in block ? block.runs : []));
  expect(runs.filter((run) => run.underline).map(({ text }) => text)).toEqual([
    '　　　　',
    '　　',
    '　　',
    '　　　　',
    '　　',
    '　　',
  ]);
});

test('an authorisation that ends before it starts is not printed', () => {
  const document = {
    ...sampleOf('authorisation-letter'),
    letters: { 'authorisation-letter': { validFrom: '2027-01-01', validUntil: '2026-12-31' } },
  };
  expect(fillLetter({ template: templateOf('authorisation-letter'), document })).toMatchObject({
    kind: 'missing-data',
    missing: [{ field: 'letters.authorisation-letter.validUntil' }],
  });
});

test('an authorisation calls identity documents by their Chinese names', () => {
  const agent = { ...sampleOf('authorisation-letter').company?.agent, idType: 'taiwan' as const };
  const { tree } = filled('authorisation-letter', withCompany('authorisation-letter', { agent }));
  expect(textOf(tree)).toContain('台湾居民来往大陆通行证');
});

test('characters that no face has are named, rare characters that one has are not', async () => {
  const fonts = await loadFonts();
  const name = '镕喆堃䶮㛃𫖯😀\u200B公司\u2F00';
  const { tree } = filled('publishing-commitment', withCompany('publishing-commitment', { name }));
  expect(unprintableIn(tree, fonts)).toEqual(['😀', 'U+200B']);
  expect(textOf(tree)).toContain('公司一');
});
