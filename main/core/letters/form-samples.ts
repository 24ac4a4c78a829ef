import type { DossierDocument } from '../../contract/dossier.ts';
import type { LetterTemplate } from './template.ts';
import type { LetterEntry } from './template-scope.ts';

type Extent = 'longest' | 'shortest';

const person = { longest: '阿卜杜热合曼·买买提伊明江·吐尔逊', shortest: '丁一' } as const;
const company = {
  longest: '内蒙古自治区呼和浩特市和林格尔新区国际数字经济产业园云计算技术研究开发有限责任公司',
  shortest: '某公司',
} as const;

/** Made-up data to try forms with: the longest that each field plausibly gets, and the shortest. Nobody's own. */
export function formSample(template: LetterTemplate, extent: Extent): DossierDocument {
  const isLong = extent === 'longest';
  const name = person[extent];
  const parties = (['licensor', 'affiliate', 'technology-provider', 'assessor'] as const).flatMap((role) =>
    (['company', 'individual'] as const).map((kind) => ({
      role,
      kind,
      name: kind === 'company' ? company[extent] : name,
      identifier: kind === 'company' ? '91350100M000100Y43' : '440301190003030032',
      representative: name,
    })),
  );
  return {
    schema: 'yinqi/dossier@1',
    platform: template.platforms?.[0] ?? 'tencent-meeting',
    categories: [],
    company: {
      name: company[extent],
      uscc: '91440300MA5YANGL1W',
      legalRepresentative: { name, idType: 'resident', idNumber: '11010519491231002X' },
      agent: {
        name,
        idType: isLong ? 'hk-macao' : 'passport',
        idNumber: isLong ? '440301190002020027' : 'E12345678',
        phone: '13800000000',
        email: isLong ? 'open-platform-applications@subsidiary.example.com.cn' : 'a@b.cn',
      },
      address: isLong
        ? '内蒙古自治区呼和浩特市和林格尔新区盛乐现代服务业集聚区云谷大道与数聚街交汇处东南角综合服务大楼 B 座 18 层 1801 室'
        : '深圳市某路 1 号',
      phone: isLong ? '0471-88880000-8001' : '95000',
      website: isLong ? 'https://open-platform.subsidiary.example.com.cn' : 'https://a.cn',
      icpNumber: isLong ? '粤ICP备00000000号-100，粤B2-00000000' : '京ICP证1号',
    },
    parties,
    app: {
      name: isLong ? '会议纪要与待办事项智能助手' : 'A',
      installedName: isLong ? '会议纪要与待办事项智能助手' : 'A',
      intro: isLong ? '在会议中自动整理纪要、提取待办事项并提醒负责人按时完成' : '记笔记',
      version: isLong ? '12.34.567' : '1.0',
    },
    letters: { [template.id]: entryOf(template, extent) },
  };
}

function entryOf({ asks, fields }: LetterTemplate, extent: Extent): LetterEntry {
  const day = extent === 'longest' ? '2026-11-22' : '2026-01-01';
  const until = extent === 'longest' ? '2027-12-31' : '2027-01-01';
  const text = extent === 'longest' ? '示例内容，照实际情况填写完整' : '示例';
  return {
    date: day,
    ...(asks.includes('validFrom') ? { validFrom: day } : {}),
    ...(asks.includes('validUntil') ? { validUntil: until } : {}),
    fields: Object.fromEntries(
      fields.map(({ id, kind }) => [
        id,
        kind === 'date'
          ? day
          : kind === 'isbn'
            ? '978-7-000-00000-1'
            : kind === 'long-text' && extent === 'longest'
              ? text.repeat(6)
              : text,
      ]),
    ),
  };
}
