import type { LetterTemplate } from './template.ts';

const askTitles = { date: '落款日期', validFrom: '有效期起', validUntil: '有效期止' } as const;
const kinds = { company: '（仅企业）', individual: '（仅个人）' } as const;

/** What a template's front matter says, as rows of a table for people: label and value. */
export function frontRows(template: LetterTemplate): readonly (readonly [string, string])[] {
  const { needs, seal } = template;
  const typed = [
    ...template.asks.map((ask) => askTitles[ask]),
    ...template.fields.map(({ title, id }) => `${title.zh}（letter.${id}）`),
  ];
  return [
    ['模板', template.id],
    ['标题', template.title.zh],
    ['版本', template.version],
    ['依据条款', template.cites.join('、')],
    [
      '须先填写',
      needs
        .map(({ field, title, kind }) => `${title.zh}（${field}）${kind === undefined ? '' : kinds[kind]}`)
        .join('；'),
    ],
    ['生成时填写', typed.length === 0 ? '无' : typed.join('、')],
    ['印章', seal === null ? '无' : `${seal.label}，${seal.widthMm} × ${seal.heightMm} mm`],
  ];
}
