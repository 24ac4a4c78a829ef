import { describe, expect, test } from 'vitest';
import type { DossierDocument, LicensedRight } from '../../../main/contract/dossier.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { sampleOf, templateOf, type ShippedLetter } from './shipped-letters.ts';
import { filled, textOf, withCompany } from './filled-letter.ts';

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
