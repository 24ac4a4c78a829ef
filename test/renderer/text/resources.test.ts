import { describe, expect, test } from 'vitest';
import { resources } from '../../../renderer/text/resources.ts';
import { createTranslator } from '../../../renderer/text/translator.ts';

const zh: Readonly<Record<string, Readonly<Record<string, string>>>> = resources.zh;
const en: Readonly<Record<string, Readonly<Record<string, string>>>> = resources.en;

const placesOf = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();

describe.each(Object.keys(zh))('the texts of %s', (area) => {
  const chinese = zh[area] ?? {};
  const english = en[area] ?? {};

  test('exist in both languages', () => {
    const keys = Object.keys(english).filter((key) => Object.hasOwn(chinese, key.replace(/_one$/, '')));
    expect(keys.filter((key) => !key.endsWith('_one')).toSorted()).toEqual(Object.keys(chinese).toSorted());
    expect(Object.keys(english)).toHaveLength(keys.length);
  });

  test('are not empty, and take the same values in both', () => {
    for (const [key, text] of Object.entries(chinese)) {
      expect(text.trim(), key).not.toBe('');
      expect(english[key]?.trim(), key).not.toBe('');
      expect(placesOf(english[key] ?? ''), key).toEqual(placesOf(text));
    }
  });

  test('in English hold no Chinese words', () => {
    const left = Object.entries(english).filter(([, text]) => /[\u3400-\u9fff]/.test(text));
    // Names that stay Chinese: the mark, the language's own name, and an example of an ICP number.
    const allowed = new Set(['shell.brand', 'shell.language.zh', 'companyForm.icpNumber.hint']);
    expect(left.map(([key]) => `${area}.${key}`).filter((key) => !allowed.has(key))).toEqual([]);
  });
});

test('the labels that people and scripts look for stay as they are', () => {
  const { home, dossier } = resources.zh;
  expect([home.create, home.sample, home.import]).toEqual(['新建案卷', '打开示例案卷', '导入文件夹']);
  expect(
    Object.entries(dossier).filter(([key]) => /^step\.[a-z]+$/.test(key) && key !== 'step.count'),
  ).toEqual([
    ['step.category', '类目与问题'],
    ['step.requirements', '所需材料'],
    ['step.company', '公司信息'],
    ['step.app', '应用信息'],
    ['step.letters', '函件'],
    ['step.files', '文件'],
    ['step.review', '检查与确认'],
    ['step.bundle', '导出材料包'],
  ]);
});

test('the translator fills in values, knows one from many, and leaves markup alone', () => {
  const { t } = createTranslator('en');
  expect(t('next.answer', { ns: 'dossier', count: 1 })).toBe('Answer one question');
  expect(t('next.answer', { ns: 'dossier', count: 3 })).toBe('Answer 3 questions');
  expect(t('removed', { ns: 'home', title: '<b>&' })).toBe('The dossier “<b>&” was removed.');
});
