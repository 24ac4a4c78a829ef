import { describe, expect, test } from 'vitest';
import type { DossierDocument, LicensedRight, PageCodeChoice } from '../../../main/contract/dossier.ts';
import type { DocumentTree } from '../../../main/contract/letters.ts';
import { blockTexts } from '../../../main/core/letters/block-texts.ts';
import { draftLetter, fillLetter, unprintableIn } from '../../../main/core/letters/fill-letter.ts';
import { loadFonts } from './load-fonts.ts';
import { publicNotices } from './shipped-notices.ts';
import { dossierFor, sampleOf, shippedLetters, templateOf, type ShippedLetter } from './shipped-letters.ts';

function filled(letter: ShippedLetter, document: DossierDocument) {
  const result = fillLetter({ template: templateOf(letter), document });
  if (result.kind !== 'filled') throw new Error(`missing: ${JSON.stringify(result.missing)}`);
  return result;
}
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

describe('a letter that another party signs', () => {
  const letter = 'game-copyright-authorisation';
  const company = { role: 'licensor' as const, kind: 'company' as const };
  const missingOf = (parties: DossierDocument['parties'], of: ShippedLetter = letter) => {
    const result = fillLetter({ template: templateOf(of), document: { ...sampleOf(of), parties } });
    return result.kind === 'filled' ? [] : result.missing;
  };

  test('asks for the parties once, by all that is missing, while there is none in that role', () => {
    expect(missingOf([{ ...company, role: 'affiliate', name: '甲', identifier: '1' }])).toEqual([
      {
        field: 'parties',
        title: {
          zh: '授权方名称或姓名、授权方统一社会信用代码或证件号码、授权方法定代表人姓名',
          en: expect.stringContaining('Name of the licensor; '),
        },
      },
    ]);
    expect(missingOf(undefined).map(({ field }) => field)).toEqual(['parties']);
  });

  test('names the very field that a party lacks', () => {
    const parties = [
      { ...company, role: 'affiliate' as const },
      { ...company, name: '甲', identifier: ' ' },
    ];
    expect(missingOf(parties).map(({ field }) => field)).toEqual([
      'parties.1.identifier',
      'parties.1.representative',
    ]);
  });

  test('takes the first party in the role, and a company or an individual where the letter is for one', () => {
    const parties = [
      { ...company, name: '先到公司', identifier: '1', representative: '乙' },
      { ...company, kind: 'individual' as const, name: '丙某', identifier: '2' },
      { ...company, name: '后到公司', identifier: '3', representative: '丁' },
    ];
    const partyOf = (of: ShippedLetter) => filled(of, { ...sampleOf(of), parties }).tree.blocks.at(-1);
    expect(partyOf(letter)).toMatchObject({ party: '先到公司' });
    expect(partyOf('software-copyright-authorisation-company')).toMatchObject({ party: '先到公司' });
    expect(partyOf('software-copyright-authorisation-individual')).toMatchObject({ party: '丙某' });
    const others = parties.filter(({ kind }) => kind === 'company');
    const [missing, ...more] = missingOf(others, 'software-copyright-authorisation-individual');
    expect([missing?.field, more]).toEqual(['parties', []]);
  });

  test('asks no representative of an individual, who signs with hand and finger and has no seal', () => {
    const parties = [{ ...company, kind: 'individual' as const, name: '丙某', identifier: '2' }];
    expect(missingOf(parties)).toEqual([]);
    const { tree } = filled(letter, { ...sampleOf(letter), parties });
    expect(tree.blocks.at(-1)).toMatchObject({
      party: '丙某',
      lines: ['授权方（本人签名）：'],
      seal: null,
      fingerprint: { label: '按指印处' },
    });
    expect(tree.blocks.at(-1)).not.toHaveProperty('suggested');
    expect(textOf(tree)).toContain('自授权方本人签名并按红色手印之日起生效');
    expect(textOf(tree)).toContain('身份证复印件');
    expect(textOf(tree)).not.toContain('授权方营业执照');
  });
});

describe('of several licensors', () => {
  const licensor = (name: string, ...licenses: LicensedRight[]) => ({
    role: 'licensor' as const,
    kind: 'company' as const,
    name,
    identifier: '1',
    representative: '乙',
    ...(licenses.length === 0 ? {} : { licenses }),
  });
  const letters = [
    ['software-copyright-authorisation-company', 'software-copyright'],
    ['game-licence-authorisation', 'game-licence'],
    ['game-copyright-authorisation', 'game-copyright'],
    ['news-source-authorisation', 'news-source'],
    ['content-authorisation', 'content'],
  ] as const;
  const partyOf = (letter: ShippedLetter, parties: DossierDocument['parties']) => {
    const result = fillLetter({ template: templateOf(letter), document: { ...sampleOf(letter), parties } });
    const last = result.kind === 'filled' ? result.tree.blocks.at(-1) : undefined;
    return last?.kind === 'signature' ? last.party : 'none';
  };

  test('each letter takes the one of its own right, in whatever order they stand', () => {
    const all = letters.map(([, right]) => licensor(`${right}的权利人`, right));
    for (const parties of [all, all.toReversed()]) {
      for (const [letter, right] of letters) expect(partyOf(letter, parties)).toBe(`${right}的权利人`);
    }
  });

  test('one that names its right goes before one that names none, and one of other rights is never taken', () => {
    const parties = [licensor('随便哪一家'), licensor('品牌方', 'brand'), licensor('版号方', 'game-licence')];
    expect(partyOf('game-licence-authorisation', parties)).toBe('版号方');
    expect(partyOf('game-copyright-authorisation', parties)).toBe('随便哪一家');
    expect(partyOf('game-copyright-authorisation', parties.slice(1))).toBe('none');
  });

  test('one may license several rights, and an empty list says of none', () => {
    const both = licensor('两样都有', 'game-licence', 'game-copyright');
    expect(partyOf('game-licence-authorisation', [both])).toBe('两样都有');
    expect(partyOf('game-copyright-authorisation', [both])).toBe('两样都有');
    expect(partyOf('content-authorisation', [{ ...licensor('没有写明'), licenses: [] }])).toBe('没有写明');
  });

  test('a party that is there under another right alone is missing as a party', () => {
    const letter = 'content-authorisation';
    const document = { ...sampleOf(letter), parties: [licensor('版号方', 'game-licence')] };
    const result = fillLetter({ template: templateOf(letter), document });
    expect(result).toMatchObject({ kind: 'missing-data', missing: [{ field: 'parties' }] });
  });
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

describe('where the source asks an individual for a fingerprint', () => {
  const fingerprint = { label: '按指印处' };
  const individual = (letter: ShippedLetter): DossierDocument => ({
    ...withCompany(letter, { name: '张三', uscc: '' }),
    applicant: { kind: 'individual' },
  });

  test.each(['public-opinion-security-commitment', 'information-security-commitment'] as const)(
    '%s has its place in place of the seal, and no company’s particulars',
    (letter) => {
      const { tree } = filled(letter, individual(letter));
      expect(tree.blocks.at(-1)).toMatchObject({ party: '张三', seal: null, fingerprint });
      expect(textOf(tree)).toContain('居民身份证');
      expect(textOf(tree)).toContain('按指印之日起生效');
      expect(textOf(tree)).not.toMatch(/统一社会信用代码\n|责任单位/);
      expect(filled(letter, sampleOf(letter)).tree.blocks.at(-1)).not.toHaveProperty('fingerprint');
    },
  );

  test.each(['publishing-commitment', 'authorisation-letter'] as const)(
    '%s names an individual applicant in full, who has no seal and no company’s particulars',
    (letter) => {
      const { tree } = filled(letter, individual(letter));
      expect(tree.blocks.at(-1)).toMatchObject({ party: '张三', seal: null, lines: [] });
      const text = textOf(tree);
      expect(text).toContain('居民身份证');
      expect(text).toContain('440301190001010011');
      expect(text).not.toMatch(/统一社会信用代码|法定代表人|公章|本公司/);
      const result = fillLetter({
        template: templateOf(letter),
        document: { ...individual(letter), company: { agent: sampleOf(letter).company?.agent } },
      });
      expect(result).toMatchObject({
        missing: [
          { field: 'company.name', title: { zh: '申请人姓名' } },
          { field: 'company.legalRepresentative.idType' },
          { field: 'company.legalRepresentative.idNumber' },
          { field: 'company.address', title: { zh: '申请人住址' } },
        ],
      });
    },
  );

  test('a copyright holder signs by hand and with the finger', () => {
    const letter = 'software-copyright-authorisation-individual';
    expect(filled(letter, sampleOf(letter)).tree.blocks.at(-1)).toMatchObject({
      lines: ['授权方（本人签名）：'],
      seal: null,
      fingerprint,
    });
  });

  test('an individual applicant without a number is asked for it', () => {
    const letter = 'information-security-commitment';
    const document = individual(letter);
    const nameless = { ...document.company, legalRepresentative: {} };
    const result = fillLetter({
      template: templateOf(letter),
      document: { ...document, company: nameless },
    });
    expect(result).toMatchObject({
      missing: [
        { field: 'company.legalRepresentative.idType' },
        { field: 'company.legalRepresentative.idNumber' },
      ],
    });
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
