import { z } from 'zod';
import { defineCheck, type Conclusion, type Subject } from '../review/check.ts';
import { textsOf } from './given-texts.ts';
import { forEachText, listSeveral, notApplicable } from './text-files.ts';

const what =
  '(?:公司|企业|主体|运营者|应用|产品|软件|平台|开发者)?(?:全称|名称|邮箱|电话|地址|日期|联系方式|网址|姓名|简介)';
const asks = '请?(?:在此|在这里|此处|在此处)?(?:填写|填入|输入|插入|补充|替换)';
const end = String.raw`(?=[\s，。；、,;.)）】\]]|$)`;

/** What templates leave to be filled in. */
const gaps = [
  // 【公司名称】, <请填写>, [插入日期]
  String.raw`[【[{<]{1,2}\s*(?:${asks}[^【】[\]{}<>\n]{0,12}|(?:您的|你的|贵|某某|xx+|××+)?\s*${what})\s*[】\]}>]{1,2}`,
  String.raw`[（(]\s*(?:请(?:填写|填入|输入|补充)|待(?:填写|补充|定)|(?:您的|贵|某某|xx+)?${what})\s*[）)]`,
  // XX公司, xx市, ××年
  String.raw`(?<![A-Za-z])[xX×＊*]{2,6}(?:公司|集团|科技|网络|有限|应用|软件|平台|APP|App|年|月|日|省|市|区|县|路|街|号|大学|学校|医院|先生|女士)`,
  // 地址：XXXX
  String.raw`(?<=[：:]\s?)[xX×]{2,}${end}`,
  String.raw`(?<![A-Za-z0-9])[xX×]{3,}(?![A-Za-z0-9])`,
  '某某(?:公司|科技|应用|软件|平台|集团)',
  String.raw`\{\{[^{}]{1,40}\}\}`,
  '[_＿]{4,}',
  `待(?:补充|填写|完善|撰写)|此处(?:填写|补充|插入)|请在此处|请(?:输入|填写)(?:应用|产品|公司)?(?:简介|描述|名称|内容|文字)`,
  String.raw`(?<![A-Za-z])(?:TODO|TBD|FIXME)\s*[：:]|lorem ipsum`,
];
const gap = new RegExp(gaps.join('|'), 'gu');

/** A whole text that only keeps the place of one. */
const placeholder =
  /^(?:todo|to do|tbd|tba|n\/?a|none|null|undefined|tests?|demo|x{2,}|×{2,}|测试|待定|暂无|无|略|同上|占位|(?:应用)?(?:简介|描述|介绍|说明)|[-.。…·、—*_]+|asdf\w*|(\w)\1{2,}|123\d*)[。.!！]?$/iu;

const gapsOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(gap)].map(([found]) => found)),
];

function conclude(found: readonly string[], at?: string): Conclusion {
  if (found.length === 0) return { outcome: 'pass' };
  const listed = listSeveral(found.slice(0, 5));
  return {
    outcome: 'needs-person',
    message: {
      zh: `有像模板空白没有填的地方：${listed.zh}。请填好或删去。`,
      en: `Some places look like gaps of a template: ${listed.en}. Fill them in or remove them.`,
    },
    ...(at === undefined ? {} : { at }),
  };
}

/** `filled-in`: a text or a text file holds no gap of a template that was left open; what looks like one is shown to a person. */
export const filledIn = defineCheck({
  name: 'filled-in',
  parameters: z.strictObject({}),
  run(subject: Subject) {
    if (subject.kind === 'files') {
      return forEachText(subject, ({ text }, at) => conclude(gapsOf(text), at));
    }
    const texts = textsOf(subject);
    if (texts.length === 0) return notApplicable;
    return texts.map(({ text, at }) => {
      const whole = text.normalize('NFKC').trim();
      return conclude(placeholder.test(whole) ? [whole] : gapsOf(text), at);
    });
  },
});
