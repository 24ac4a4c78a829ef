import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dossierDocumentSchema, type DossierDocument } from '../../../main/contract/dossier.ts';
import { parseTemplate, type LetterTemplate } from '../../../main/core/letters/template.ts';
import { shippedClauses } from './shipped-clauses.ts';
import { noticeEntries, shippedNotices, typedEntry } from './shipped-notices.ts';

export const lettersFolder = join(import.meta.dirname, '../../../resources/letters');

export const shippedLetters = [
  'publishing-commitment',
  'authorisation-letter',
  'online-shopping-commitment',
  'public-opinion-security-commitment',
  'information-security-commitment',
  'hong-kong-content-commitment',
  'security-inspection-authorisation',
  'game-licence-authorisation',
  'game-copyright-authorisation',
  'icp-sharing-authorisation',
  'software-copyright-authorisation-company',
  'software-copyright-authorisation-individual',
  'news-source-authorisation',
  'content-authorisation',
  ...shippedNotices,
] as const;
export type ShippedLetter = (typeof shippedLetters)[number];

export function templateOf(letter: ShippedLetter): LetterTemplate {
  const source = readFileSync(join(lettersFolder, letter, 'template.md'), 'utf8');
  return parseTemplate(source, `resources/letters/${letter}/template.md`, 'app', shippedClauses);
}

export function sampleOf(letter: ShippedLetter): DossierDocument {
  return dossierDocumentSchema.parse(parse(readFileSync(join(lettersFolder, letter, 'sample.yaml'), 'utf8')));
}

const everyPeriod = { date: '2026-11-22', validFrom: '2026-12-01', validUntil: '2027-11-30' };
const longCompany =
  '新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克旅游文化数字娱乐互动软件技术研究开发股份有限公司';
const longPerson = '阿卜杜热合曼·买买提伊明江·吐尔逊';

/** The longest that data plausibly gets, with rare characters, and the shortest. */
export const extremes: Readonly<Record<'longest' | 'shortest', Partial<DossierDocument>>> = {
  longest: {
    company: {
      name: '内蒙古自治区呼和浩特市和林格尔新区国际数字经济产业园云计算大数据人工智能技术研究开发有限责任公司',
      uscc: '91440300MA5YANGL1W',
      address:
        '内蒙古自治区呼和浩特市和林格尔新区盛乐现代服务业集聚区云谷大道与数聚街交汇处东南角国际数字经济产业园创业孵化基地综合服务大楼 B 座 18 层 1801-1826 室（集群注册）',
      legalRepresentative: { name: '阿卜杜热合曼·买买提伊明江·吐尔逊' },
      agent: {
        name: '镕喆堃䶮㛃𫖯',
        idType: 'hk-macao',
        idNumber: 'H12345678',
        phone: '13800000000',
        email:
          'a-very-long-mailbox-name.of-the-person-who-handles-the-application@subsidiary.department.example.com.cn',
      },
      icpNumber: '粤ICP备00000000号-100，粤B2-00000000（增值电信业务经营许可证）',
      website:
        'https://a-very-long-host-name-of-the-open-meeting-platform.subsidiary.department.example.com.cn',
    },
    app: { name: '会议纪要与待办事项助手' },
    parties: (['licensor', 'affiliate'] as const).flatMap((role) => [
      {
        role,
        kind: 'company',
        name: longCompany,
        identifier: '91350100M000100Y43',
        representative: longPerson,
      },
      { role, kind: 'individual', name: longPerson, identifier: '440301190003030032' },
    ]),
    letters: {
      ...Object.fromEntries(
        shippedLetters.map((letter) => [
          letter,
          letter.endsWith('-commitment')
            ? { date: everyPeriod.date }
            : { ...typedEntry(letter, 'longest'), ...everyPeriod },
        ]),
      ),
      ...noticeEntries('longest'),
    },
  },
  shortest: {
    company: {
      name: '某公司',
      uscc: '91440300MA5YANGL1W',
      address: '深圳',
      legalRepresentative: { name: '丁' },
      agent: {
        name: '王五',
        idType: 'resident',
        idNumber: '440301190002020027',
        phone: '1',
        email: 'a@b.cn',
      },
      icpNumber: '1',
    },
    app: { name: 'A' },
    parties: (['licensor', 'affiliate'] as const).flatMap((role) => [
      { role, kind: 'company', name: '某厂', identifier: '1', representative: '乙' },
      { role, kind: 'individual', name: '丙', identifier: '2' },
    ]),
    letters: Object.fromEntries(shippedLetters.map((letter) => [letter, typedEntry(letter, 'shortest')])),
  },
};

/** A letter's sample, or the sample with the data of an extreme. */
export function dossierFor(letter: ShippedLetter, data: 'sample' | 'longest' | 'shortest'): DossierDocument {
  return data === 'sample' ? sampleOf(letter) : { ...sampleOf(letter), ...extremes[data] };
}
