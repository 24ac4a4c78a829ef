import { describe, expect, test } from 'vitest';
import type { DossierDocument, PageCodeChoice } from '../../../main/contract/dossier.ts';
import type { DocumentTree } from '../../../main/contract/letters.ts';
import { draftLetter, fillLetter, unprintableIn } from '../../../main/core/letters/fill-letter.ts';
import { loadFonts } from './load-fonts.ts';
import { publicNotices } from './shipped-notices.ts';
import { dossierFor, sampleOf, shippedLetters, templateOf, type ShippedLetter } from './shipped-letters.ts';
import { filled, textOf, withCompany } from './filled-letter.ts';

/** Who signs, where it is not the applicant. */
const signers: Partial<Readonly<Record<ShippedLetter, string>>> = {
  'game-licence-authorisation': '福州样例互娱有限公司',
  'game-copyright-authorisation': '福州样例互娱有限公司',
  'icp-sharing-authorisation': '福州样例控股有限公司',
  'software-copyright-authorisation-company': '福州样例软件有限公司',
  'software-copyright-authorisation-individual': '赵六',
  'news-source-authorisation': '福州样例新闻网络有限公司',
  'content-authorisation': '福州样例期刊社有限公司',
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
      party: signers[letter] ?? '深圳市样例科技有限公司',
      date: null,
    });
    expect(tree.blocks[0]?.kind).toBe('title');
  });

  test('names each field that is missing, by its title, instead of being filled', () => {
    const template = templateOf(letter);
    const result = fillLetter({
      template,
      document: { ...sampleOf(letter), company: {}, app: { name: '  ' }, parties: [] },
    });
    expect(result).toMatchObject({ kind: 'missing-data' });
    if (result.kind !== 'missing-data') return;
    const ofCompany = template.needs.filter(({ kind }) => kind !== 'individual').map(({ field }) => field);
    const wanted = ofCompany.map((field) => (/^(company|app)\./.test(field) ? field : 'parties'));
    expect(result.missing.map(({ field }) => field)).toEqual([...new Set(wanted)]);
    expect(result.missing.find(({ field }) => field === 'app.name')?.title.zh).toBe('应用名称');
  });

  test('names what is missing in a draft, which carries no page code', () => {
    const tree = draftLetter({
      template: templateOf(letter),
      document: { ...withCompany(letter, { uscc: '' }), parties: [] },
    });
    expect(tree).toMatchObject({ isDraft: true, code: null });
    expect(textOf(tree)).toContain('【待填写：统一社会信用代码】');
    if (signers[letter] !== undefined) {
      expect(tree.blocks.at(-1)).toMatchObject({ party: expect.stringContaining('【待填写：') });
    }
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
        ...template.wording,
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
    expect(printed).toHaveLength(textOf(plain).split(/深圳市样例科技有限公司|样例纪要/).length);
    expect(printed.length).toBeGreaterThan(2);
    const bold = (of: DocumentTree): number =>
      of.blocks.flatMap((block) => ('runs' in block ? block.runs : [])).filter((run) => run.bold).length;
    expect(bold(tree)).toBe(bold(plain));
  });
});

const authorisations = shippedLetters.filter((letter) => letter.includes('authorisation'));

test.each(authorisations)('%s states start and end, typed or to be written by hand', (letter) => {
  const sample = sampleOf(letter);
  const typed = textOf(filled(letter, sample).tree);
  expect(typed).toMatch(/自2026年\d+月1日起至2027年1\d月3\d日止/);
  const { fields } = sample.letters?.[letter] ?? {};
  const untimed = { ...sample, letters: { [letter]: fields === undefined ? {} : { fields } } };
  const blank = textOf(filled(letter, untimed).tree).replaceAll('\n', '');
  expect(blank).toMatch(/自　+年　+月　+日起至　+年　+月　+日止/);
});

describe('what a licence or certificate says', () => {
  const entryOf = (letter: ShippedLetter, fields: Readonly<Record<string, string>>): DossierDocument => {
    const sample = sampleOf(letter);
    const entry = sample.letters?.[letter] ?? {};
    return { ...sample, letters: { [letter]: { ...entry, fields: { ...entry.fields, ...fields } } } };
  };
  const missingOf = (letter: ShippedLetter, fields: Readonly<Record<string, string>>) => {
    const result = fillLetter({ template: templateOf(letter), document: entryOf(letter, fields) });
    return result.kind === 'filled' ? [] : result.missing.map(({ field, title }) => [field, title.zh]);
  };

  test.each([
    ['game-licence-authorisation', ['gameName', 'approvalNumber', 'isbn', 'publisher', 'approvalDate']],
    ['game-copyright-authorisation', ['gameName', 'registrationNumber']],
    ['software-copyright-authorisation-company', ['softwareName', 'registrationNumber', 'certificateKind']],
    [
      'software-copyright-authorisation-individual',
      ['softwareName', 'registrationNumber', 'certificateKind'],
    ],
    ['icp-sharing-authorisation', ['relation', 'icpKind', 'icpWebsite']],
    ['news-source-authorisation', ['licenceNumber', 'sourceName', 'contents']],
    ['content-authorisation', ['workName', 'contents', 'uses']],
  ] as const)('is named field by field before %s is printed', (letter, ids) => {
    const blank = Object.fromEntries(ids.map((id) => [id, ' ']));
    expect(missingOf(letter, blank).map(([field]) => field)).toEqual(
      ids.map((id) => `letters.${letter}.fields.${id}`),
    );
    const draft = draftLetter({ template: templateOf(letter), document: entryOf(letter, blank) });
    expect(textOf(draft).match(/【待填写：/g)).toHaveLength(ids.length);
  });

  test('leaves no blank to the pen but the day and the period', () => {
    for (const letter of shippedLetters) {
      const { tree } = filled(letter, dossierFor(letter, 'longest'));
      expect([letter, textOf(tree).match(/\u3000{2,}/g)]).toEqual([letter, null]);
    }
  });

  test('is refused where an ISBN has a wrong check digit or an approval is later than what rests on it', () => {
    const letter = 'game-licence-authorisation';
    expect(missingOf(letter, { isbn: '978-7-0000-0000-2' })).toEqual([
      [`letters.${letter}.fields.isbn`, expect.stringContaining('「978-7-0000-0000-2」不是有效的 ISBN')],
    ]);
    expect(missingOf(letter, { approvalDate: '2026-12-02' })).toEqual([
      [`letters.${letter}.validFrom`, expect.stringContaining('早于批准日期（2026年12月2日）')],
    ]);
  });
});

test('what generative services promise stands only in the letter of an app of that category', () => {
  const letter = 'information-security-commitment';
  const sample = sampleOf(letter);
  expect(textOf(filled(letter, sample).tree)).toContain('生成合成类');
  const social = { ...sample, categories: ['social/communication'] };
  expect(textOf(filled(letter, social).tree)).not.toContain('生成合成类');
  expect(textOf(filled(letter, { ...sample, categories: [] }).tree)).not.toContain('生成合成类');
});

test('a title of two lines is one title of the document', () => {
  const { tree } = filled(
    'public-opinion-security-commitment',
    sampleOf('public-opinion-security-commitment'),
  );
  const title = '落实具有舆论属性或社会动员能力的互联网信息服务安全承诺书';
  expect(tree.title).toBe(title);
  const [first, second] = tree.blocks;
  expect(first).toMatchObject({ kind: 'title', text: `${title.slice(0, 16)}\n${title.slice(16)}` });
  expect(second?.kind).not.toBe('title');
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

describe('page codes', () => {
  const choiceOf = (letter: ShippedLetter, pageCode?: PageCodeChoice) => {
    const sample = sampleOf(letter);
    const entry = { ...sample.letters?.[letter], ...(pageCode === undefined ? {} : { pageCode }) };
    return filled(letter, { ...sample, letters: { [letter]: entry } });
  };

  test('stand on every letter but those that are published for users', () => {
    const without = shippedLetters.filter((letter) => choiceOf(letter).tree.pageCode === 'off');
    expect(without.toSorted()).toEqual(publicNotices.toSorted());
  });

  test('are as the dossier says before what the template says, and change no revision', () => {
    for (const letter of ['publishing-commitment', 'suspension-notice'] as const) {
      const { revision } = choiceOf(letter);
      for (const choice of ['on', 'off'] as const) {
        expect(choiceOf(letter, choice)).toMatchObject({ revision, tree: { pageCode: choice } });
      }
    }
  });
});
