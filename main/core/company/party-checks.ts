import { z } from 'zod';
import { licensedRights, type DossierDocument, type LicensedRight } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import { mayLicense } from '../letters/party-variables.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { isSameCompany } from './company-name.ts';

type Party = NonNullable<DossierDocument['parties']>[number];

const roles: Readonly<Record<Party['role'], Localized>> = {
  licensor: { zh: '授权方', en: 'licensor' },
  affiliate: { zh: '关联公司', en: 'affiliate' },
  'technology-provider': { zh: '技术提供方', en: 'provider of the technology' },
  assessor: { zh: '评估机构', en: 'assessor' },
};

const isGiven = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** What a party lacks: its name, its number, or both; null for a complete one. */
function lacking({ name, identifier }: Party): Localized | null {
  if (!isGiven(name)) {
    return isGiven(identifier) ? { zh: '名称', en: 'name' } : { zh: '名称和号码', en: 'name and number' };
  }
  return isGiven(identifier)
    ? null
    : { zh: '统一社会信用代码或证件号码', en: 'credit code or identity number' };
}

/** `party-entered`: another party in a role is entered, with its name and its number; a licensor one of the right asked for, or of none by name. */
const partyEntered = defineCheck({
  name: 'party-entered',
  parameters: z.strictObject({
    role: z.enum(['licensor', 'affiliate', 'technology-provider', 'assessor']),
    licenses: z.enum(licensedRights).optional(),
  }),
  run(_subject, { role, licenses }, { document }): readonly Conclusion[] {
    const given = (document.parties ?? []).filter(
      (party) => party.role === role && (licenses === undefined || mayLicense(party, licenses)),
    );
    if (given.some((party) => lacking(party) === null)) return [{ outcome: 'pass' }];
    const title = roles[role];
    const [first] = given;
    const missing = first === undefined ? null : lacking(first);
    return [
      {
        outcome: 'fail',
        at: 'parties',
        message:
          missing === null
            ? {
                zh: `按回答，这里有一个${title.zh}，但“其他各方”里没有填。请填写它的名称和号码。`,
                en: `By the answer there is a ${title.en}, but none is entered among the other parties. Enter its name and number.`,
              }
            : {
                zh: `${title.zh}缺少${missing.zh}。请补全。`,
                en: `The ${title.en} lacks its ${missing.en}. Complete it.`,
              },
      },
    ];
  },
});

/** `parties-complete`: every other party has name and number, and none of them is the applicant itself. */
const partiesComplete = defineCheck({
  name: 'parties-complete',
  parameters: z.strictObject({}),
  run(_subject, _parameters, { document }): readonly Conclusion[] {
    const own = document.company?.name ?? '';
    return (document.parties ?? []).map((party, index): Conclusion => {
      const title = roles[party.role];
      const missing = lacking(party);
      if (missing !== null) {
        return {
          outcome: 'fail',
          at: `parties.${index}`,
          message: {
            zh: `${title.zh}「${party.name?.trim() ?? ''}」缺少${missing.zh}。请补全。`.replace('「」', ''),
            en: `The ${title.en} “${party.name?.trim() ?? ''}” lacks its ${missing.en}. Complete it.`.replace(
              ' “”',
              '',
            ),
          },
        };
      }
      // An app’s owner may assess itself: that is for the rules on assessment reports.
      if (party.role === 'assessor' || !isSameCompany(party.name ?? '', own)) return { outcome: 'pass' };
      return {
        outcome: 'needs-person',
        at: `parties.${index}`,
        message: {
          zh: `${title.zh}填的是申请公司自己（「${own.trim()}」）。请改成真正的${title.zh}；若没有，请改相应问题的回答。`,
          en: `The ${title.en} given is the applicant itself (“${own.trim()}”). Enter the real one, or change the answer to the question where there is none.`,
        },
      };
    });
  },
});

const rights: Readonly<Record<LicensedRight, Localized>> = {
  'software-copyright': { zh: '软件著作权', en: 'the software copyright' },
  'game-licence': { zh: '游戏版号', en: 'the game’s publication licence' },
  'game-copyright': { zh: '游戏版权', en: 'the game’s copyright' },
  'special-licence': { zh: '特殊资质许可证', en: 'a special licence' },
  'news-source': { zh: '新闻', en: 'news' },
  content: { zh: '节目、刊物等内容', en: 'content' },
  brand: { zh: '品牌', en: 'a brand' },
};

const namesOf = (parties: readonly Party[]): Localized => {
  const names = parties.map(({ name = '' }) => (name.trim() === '' ? '（未填名称）' : name.trim()));
  return { zh: names.join('、'), en: names.join(', ') };
};

/** `licensors-told-apart`: of several licensors of one kind each says what it licenses, and no two license the same. */
const licensorsToldApart = defineCheck({
  name: 'licensors-told-apart',
  parameters: z.strictObject({}),
  run(_subject, _parameters, { document }): readonly Conclusion[] {
    const licensors = (document.parties ?? []).filter(({ role }) => role === 'licensor');
    const silent = (['company', 'individual'] as const)
      .map((one) => licensors.filter(({ kind, licenses = [] }) => kind === one && licenses.length === 0))
      .filter((parties) => parties.length > 1);
    const shared = licensedRights
      .map((right) => ({ right, parties: licensors.filter((party) => party.licenses?.includes(right)) }))
      .filter(({ parties }) => parties.length > 1);
    const found = [
      ...silent.map((parties): Localized => {
        const names = namesOf(parties);
        return {
          zh: `授权方${names.zh}都没有写明授权什么，每份授权函都会出给第一个。请分别写明（parties 的 licenses）。`,
          en: `The licensors ${names.en} do not say what each licenses, and every letter would name the first. Say it for each (licenses, under parties).`,
        };
      }),
      ...shared.map(({ right, parties }): Localized => {
        const [names, what] = [namesOf(parties), rights[right]];
        return {
          zh: `${names.zh}都授权${what.zh}，授权函只出给第一个。请为其余各方另做一份（yinqi letters-batch），签好后一起放入。`,
          en: `${names.en} all license ${what.en}, and the letter is made for the first alone. Make one for each of the others (yinqi letters-batch) and put them in together.`,
        };
      }),
    ];
    return found.length === 0
      ? [{ outcome: 'pass' }]
      : found.map((message): Conclusion => ({ outcome: 'needs-person', at: 'parties', message }));
  },
});

/** The checks on the other parties as entered. */
export const partyChecks: readonly AnyCheck[] = [partyEntered, partiesComplete, licensorsToldApart];
