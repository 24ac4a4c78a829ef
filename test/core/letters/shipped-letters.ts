import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dossierDocumentSchema, type DossierDocument } from '../../../main/contract/dossier.ts';
import { parseTemplate, type LetterTemplate } from '../../../main/core/letters/template.ts';

export const lettersFolder = join(import.meta.dirname, '../../../resources/letters');

export const shippedLetters = ['publishing-commitment', 'authorisation-letter'] as const;
export type ShippedLetter = (typeof shippedLetters)[number];

export function templateOf(letter: ShippedLetter): LetterTemplate {
  const source = readFileSync(join(lettersFolder, letter, 'template.md'), 'utf8');
  return parseTemplate(source, `resources/letters/${letter}/template.md`);
}

export function sampleOf(letter: ShippedLetter): DossierDocument {
  return dossierDocumentSchema.parse(parse(readFileSync(join(lettersFolder, letter, 'sample.yaml'), 'utf8')));
}

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
    },
    app: { name: '会议纪要与待办事项助手' },
    letters: {
      'publishing-commitment': { date: '2026-11-22' },
      'authorisation-letter': { date: '2026-11-22', validFrom: '2026-12-01', validUntil: '2027-11-30' },
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
    },
    app: { name: 'A' },
    letters: {},
  },
};

/** A letter's sample, or the sample with the data of an extreme. */
export function dossierFor(letter: ShippedLetter, data: 'sample' | 'longest' | 'shortest'): DossierDocument {
  return data === 'sample' ? sampleOf(letter) : { ...sampleOf(letter), ...extremes[data] };
}
