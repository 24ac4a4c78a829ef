import { describe, expect, test } from 'vitest';
import type { DossierDocument, LetterEntry } from '../../../main/contract/dossier.ts';
import { blockTexts } from '../../../main/core/letters/block-texts.ts';
import { entryFaults, periodRemarks } from '../../../main/core/letters/entry-faults.ts';
import { draftLetter, fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { parseTemplate } from '../../../main/core/letters/template.ts';
import { sampleOf, templateOf, type ShippedLetter } from './shipped-letters.ts';
import { publicNotices, shippedNotices } from './shipped-notices.ts';

const source = (front: string, wording = '# 题\n\n{{ letter.why }}'): string => `---
id: a-notice
title: { zh: 某通知, en: A notice }
version: 1.0.0
cites: [operation/3.3-3]
needs: []
seal: null
${front}
---

${wording}
`;
const notice = `kind: notice
platforms: [tencent-meeting]
because: { zh: 何时用, en: When }
`;
const asks = `asks:
  - date
  - { id: why, title: { zh: 原因, en: Why }, kind: long-text, required: true }
  - { id: endDate, title: { zh: 终止日期, en: End }, kind: date, required: false }
  - { id: note, title: { zh: 备注, en: Note }, kind: text, required: false }
`;
const parsed = (front: string, wording?: string) => parseTemplate(source(front, wording), 't.md');
const refusal = (front: string, wording?: string): string => {
  try {
    parsed(front, wording);
  } catch (error) {
    if (error instanceof Error && 'text' in error && 'hint' in error)
      return JSON.stringify([error.text, error.hint]);
    throw error;
  }
  return '';
};
const dossier: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'tencent-meeting',
  categories: ['general/other'],
};
const filledWith = (fields: Record<string, string>, wording: string) => {
  const made = fillLetter({ template: parsed(notice + asks, wording), document: dossier, entry: { fields } });
  if (made.kind !== 'filled') throw new Error(JSON.stringify(made.missing));
  return made.tree.blocks.map((block) => [block.kind, ...blockTexts(block)]);
};

describe('the front matter of a template that asks for more than dates', () => {
  test('keeps dates and fields apart', () => {
    const template = parsed(notice + asks);
    expect(template.asks).toEqual(['date']);
    expect(template.fields.map(({ id }) => id)).toEqual(['why', 'endDate', 'note']);
    expect(template.kind).toBe('notice');
  });

  test('refuses a name used twice, a date’s own name, an id that is no variable and a kind that there is not', () => {
    const more = (line: string): string => `${notice}${asks}  - ${line}\n`;
    const title = 'title: { zh: 甲, en: A }';
    expect(refusal(more(`{ id: why, ${title}, kind: text, required: true }`))).toContain('「why」已经用过');
    expect(refusal(more(`{ id: date, ${title}, kind: date, required: true }`))).toContain('「date」已经用过');
    expect(refusal(more(`{ id: end-date, ${title}, kind: text, required: true }`))).toContain('asks.4');
    expect(refusal(more(`{ id: x, ${title}, kind: number, required: true }`))).toMatch(/t\.md 第 \d+ 行/);
  });

  test('refuses a variable of the wording that it does not ask for, with the near name', () => {
    expect(refusal(notice + asks, '# 题\n\n{{ letter.whi }}')).toContain('是否想写「letter.why」');
  });

  test('refuses a period between dates that it does not ask for, or by a clause that it does not cite', () => {
    const period = (line: string): string => `${notice}${asks}periods:\n  - ${line}\n`;
    expect(refusal(period('{ from: date, to: endDay, atLeast: 3, unit: day }'))).toContain(
      '是否想写「endDate」',
    );
    expect(refusal(period('{ from: date, to: note, atLeast: 3, unit: day }'))).toContain(
      '没有名为「note」的日期',
    );
    expect(
      refusal(period('{ from: date, to: endDate, atLeast: 3, unit: day, cites: operation/1 }')),
    ).toContain('cites 没有列出 operation/1');
  });

  test('says what a letter and a notice each need', () => {
    expect(refusal(asks)).toContain('缺少 requirement');
    expect(refusal(`kind: notice\nbecause: { zh: 甲, en: A }\n${asks}`)).toContain('platforms');
    expect(refusal(`kind: notice\nplatforms: [tencent-meeting]\n${asks}`)).toContain('because');
    expect(refusal(`requirement: x\nplatforms: [tencent-meeting]\n${asks}`)).toContain('只用于通知');
  });
});

describe('what is typed into a letter', () => {
  test('stands in the wording: dates in Chinese, each line of a long text a paragraph, in a list an item', () => {
    const fields = { why: ' 甲乙 \n\n丙丁\r\n', endDate: '2027-03-01', note: '戊' };
    const wording = '# 题\n\n{{ letter.why }}\n\n1. 一\n2. {{ letter.why }}\n3. {{ letter.endDate }}\n';
    expect(filledWith(fields, wording).slice(1)).toEqual([
      ['paragraph', '甲乙'],
      ['paragraph', '丙丁'],
      ['paragraph', '一、一'],
      ['paragraph', '二、甲乙'],
      ['paragraph', '三、丙丁'],
      ['paragraph', '四、2027年3月1日'],
    ]);
  });

  test('stays on one line where there is room for one: titles, particulars, tables', () => {
    const wording =
      '# {{ letter.why }}\n\n::: particulars\n原因: {{ letter.why }}\n:::\n\n| 甲 | 乙 |\n| -- | -- |\n| 1 | {{ letter.why }} |\n';
    const printed = filledWith({ why: '甲\n乙' }, wording);
    expect(printed.flat().filter((text) => text.includes('\n'))).toEqual([]);
    expect(printed.flat().filter((text) => text === '甲 乙')).toHaveLength(3);
  });

  test('makes no Markdown and no tags', () => {
    const hostile = '# 一 **粗** {{ app.name }}\n::: signature\n1. 甲';
    expect(filledWith({ why: hostile }, '# 题\n\n{{ letter.why }}').slice(1)).toEqual([
      ['paragraph', '# 一 **粗** {{ app.name }}'],
      ['paragraph', '::: signature'],
      ['paragraph', '1. 甲'],
    ]);
  });

  test('is missing by its title where it must be there, and left out where it may be', () => {
    const template = parsed(notice + asks);
    expect(entryFaults(template, dossier, { fields: { why: ' \n ' } })).toEqual([
      { field: 'letters.a-notice.fields.why', title: { zh: '原因', en: 'Why' } },
    ]);
    expect(entryFaults(template, dossier, { fields: { why: '甲' } })).toEqual([]);
    const draft = draftLetter({ template, document: dossier });
    expect(draft.blocks.flatMap(blockTexts)).toContain('【待填写：原因】');
  });

  test('is refused under a name that the letter does not ask for, with the near name', () => {
    const template = parsed(notice + asks);
    const [stray] = entryFaults(template, dossier, { fields: { why: '甲', endDat: '2027-03-01' } });
    expect(stray?.field).toBe('letters.a-notice.fields.endDat');
    expect(stray?.title.zh).toContain('是否想写「endDate」');
    const [other] = entryFaults(template, dossier, { fields: { why: '甲', constructor: '乙' } });
    expect(other?.title.zh).toContain('可填：why、endDate、note');
  });

  test.each(['2027-02-30', '明天', '2027/03/01'])('is no date: %s', (endDate) => {
    const [fault] = entryFaults(parsed(notice + asks), dossier, { fields: { why: '甲', endDate } });
    expect(fault).toMatchObject({
      field: 'letters.a-notice.fields.endDate',
      title: { zh: `终止日期：「${endDate}」不是一个日期，请写成 2026-11-22 的样子` },
    });
  });
});

describe('the times that the clauses fix', () => {
  const faultsOf = (letter: ShippedLetter, change: LetterEntry, more: Partial<DossierDocument> = {}) => {
    const sample = sampleOf(letter);
    const entry = sample.letters?.[letter];
    const typed = { ...entry, ...change, fields: { ...entry?.fields, ...change.fields } };
    return entryFaults(templateOf(letter), { ...sample, ...more }, typed);
  };

  test.each([
    ['termination-notice', { date: '2026-12-31' }, { date: '2027-01-01' }, 'endDate', ['2027年3月31日', '2027年1月1日', '90 日', '2026年12月31日', 'open-platform/2.6.1']],
    ['termination-announcement', { date: '2027-01-30' }, { date: '2027-01-31' }, 'endDate', ['2027年3月31日', '2027年1月31日', '60 日', '2027年1月30日', 'open-platform/2.6.2']],
    ['marketing-activity-report', { date: '2026-12-10' }, { date: '2026-12-11' }, 'startDate', ['2026年12月15日', '2026年12月11日', '3 个工作日', '2026年12月10日', 'operation/3.3-3']],
    ['suspension-notice', { date: '2026-12-07' }, { date: '2026-12-08' }, 'startDate', ['2026年12月21日', '2026年12月8日', '10 个工作日', '2026年12月7日', 'open-platform/2.6.7']],
  ] as const)('%s: kept on the last day, broken on the next, both dates named', (letter, kept, late, field, words) => {
    expect(faultsOf(letter, kept)).toEqual([]);
    const [fault, ...others] = faultsOf(letter, late);
    expect(others).toEqual([]);
    expect(fault?.field).toBe(`letters.${letter}.fields.${field}`);
    for (const word of words) expect(fault?.title.zh).toContain(word);
    expect(fault?.title.en).toContain(late.date);
  }); // prettier-ignore

  test('payment closes 60 days before an online game ends, and is not asked about for other apps', () => {
    const letter = 'termination-announcement';
    const late = { fields: { paymentCloseDate: '2027-02-01' } };
    expect(faultsOf(letter, late).map(({ title }) => title.zh)).toEqual([
      expect.stringContaining('关闭支付入口的日期（2027年2月1日）不足 60 日'),
    ]);
    const { paymentCloseDate: _, ...fields } = sampleOf(letter).letters?.[letter]?.fields ?? {};
    const entry = { date: '2027-03-01', fields };
    const faults = (categories: string[]) =>
      entryFaults(templateOf(letter), { categories }, entry).map(({ field }) => field.split('.').at(-1));
    expect(faults(['multi-server-game'])).toEqual(['paymentCloseDate', 'endDate']);
    expect(faults(['tool'])).toEqual([]);
  });

  test('users are told only after Tencent’s consent', () => {
    const [fault] = faultsOf('suspension-notice', {
      date: '2026-12-01',
      fields: { consentDate: '2026-12-02' },
    });
    expect(fault?.title.zh).toBe(
      '落款日期（2026年12月1日）早于腾讯书面同意的日期（2026年12月2日），请改正其中一个',
    );
    expect(fault?.field).toBe('letters.suspension-notice.date');
  });

  test('a date left to the pen is not passed over: the last day for it is said', () => {
    const remarks = (letter: ShippedLetter, change: LetterEntry = {}) => {
      const sample = sampleOf(letter);
      return periodRemarks(templateOf(letter), sample, { ...sample.letters?.[letter], ...change });
    };
    expect(remarks('termination-notice').map(({ zh }) => zh)).toEqual([
      '落款日期没有输入，未作核对：终止运营日期为2027年3月31日，至少提前 90 日，落款日期最晚为2026年12月31日。',
    ]);
    expect(remarks('termination-notice', { date: '2026-12-01' })).toEqual([]);
    const far = { date: '2090-01-02', fields: { startDate: '2090-06-01', endDate: '2090-06-02' } };
    expect(remarks('marketing-activity-report', far)[0]?.zh).toContain('要由您自己数');
  });
});

describe.each(shippedNotices)('%s', (letter) => {
  const template = templateOf(letter);

  test('is a notice of one platform, says when it is made and what its source says of a seal', () => {
    expect(template).toMatchObject({ kind: 'notice', platforms: [expect.stringMatching(/^tencent-/)] });
    // Where a clause wants the paper itself, the notice becomes it.
    const papers = ['termination-notice', 'infringement-counter-notice'];
    expect(template.requirement).toBe(papers.includes(letter) ? letter : undefined);
    expect(template.because?.zh).toMatch(/没有要求盖章|没有写.*盖章/);
    expect(template.because?.en).toMatch(/seal/);
  });

  test('is addressed, identifies its party, and ends with its signature', () => {
    const isPublic = publicNotices.includes(letter);
    const made = fillLetter({ template, document: sampleOf(letter) });
    if (made.kind !== 'filled') throw new Error(JSON.stringify(made.missing));
    const salutation = made.tree.blocks.find(({ kind }) => kind === 'salutation');
    const addressee = isPublic ? '尊敬的用户：' : template.platforms?.[0] === 'tencent-meeting' ? '深圳市腾讯计算机系统有限公司：' : '腾讯公司（腾讯开放平台）：'; // prettier-ignore
    expect(salutation === undefined ? [] : blockTexts(salutation)).toEqual([addressee]);
    expect(made.tree.blocks.at(-1)).toMatchObject({
      kind: 'signature',
      lines: [],
      seal: isPublic ? null : { label: '盖章处（建议）' },
    });
  });

  test('of an individual gives a name, and an identity number only where it is not published', () => {
    const sample = sampleOf(letter);
    const company = { ...sample.company, name: '张三', uscc: '' };
    const made = fillLetter({
      template,
      document: { ...sample, applicant: { kind: 'individual' }, company },
    });
    if (made.kind !== 'filled') throw new Error(JSON.stringify(made.missing));
    const text = made.tree.blocks.flatMap(blockTexts).join('\n');
    expect(text).toContain('张三');
    expect(text.includes('440301190001010011')).toBe(!publicNotices.includes(letter));
    expect(made.tree.blocks.at(-1)).toMatchObject({ seal: null });
  });

  test('threatens nothing and promises no outcome', () => {
    const made = fillLetter({ template, document: sampleOf(letter) });
    if (made.kind !== 'filled') throw new Error(JSON.stringify(made.missing));
    const text = made.tree.blocks.flatMap(blockTexts).join('\n');
    expect(text).not.toMatch(/否则|追究|起诉|诉诸|保证通过|一定会|视为同意|逾期/);
  });
});
