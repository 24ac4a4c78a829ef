import { describe, expect, test } from 'vitest';
import { Failure, Failures } from '../../../main/contract/failure.ts';
import { fillLetter } from '../../../main/core/letters/fill-letter.ts';
import { parseTemplate } from '../../../main/core/letters/template.ts';
import { sampleOf } from './shipped-letters.ts';

const front = `---
id: a-letter
title: { zh: 函, en: Letter }
requirement: a-letter
version: 1.0.0
cites: [compliance/4.1-6]
needs:
  - { field: company.name, title: { zh: 公司名称, en: Company name } }
asks: [date]
seal: null
---`;
/** The line that the wording begins on. */
const first = front.split('\n').length + 1;

function faultsOf(run: () => unknown): readonly Failure[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Failures) return error.all;
    if (error instanceof Failure) return [error];
    throw error;
  }
  return [];
}
const faultsOfWording = (wording: string): readonly Failure[] =>
  faultsOf(() => parseTemplate(`${front}\n${wording}`, 'a/template.md'));
const faultsOfFilling = (wording: string): readonly Failure[] =>
  faultsOf(() =>
    fillLetter({
      template: parseTemplate(`${front}\n${wording}`, 'a/template.md'),
      document: sampleOf('publishing-commitment'),
    }),
  );

describe('a fault of a wording is refused with file, line and a suggestion', () => {
  test.each([
    ['an unknown variable', '# 题\n\n{{ company.nmae }}', 2, 'company.nmae', 'company.name'],
    ['an unknown variable of a party', '甲\n{{ licensor.nmae }}', 1, 'licensor.nmae', 'licensor.name'],
    ['an unknown variable in a branch', '{% if app.nam %}a{% endif %}', 0, 'app.nam', 'app.name'],
    ['a variable that is not closed', '甲\n{{ company.name }', 1, '没有写完', '}}'],
    ['a tag that is not closed', '甲\n{% if company.name', 1, '没有写完', '%}'],
    ['a condition without end', '甲\n\n{% if company.name %}乙', 2, '没有结束', 'endif'],
    ['an unknown tag', '{% iff company.name %}{% endif %}', 0, 'iff', 'if'],
    ['a tag that reads files', '{% include "x" %}', 0, 'include', '可用的标签'],
    ['an unknown filter', '{{ company.name | upcas }}', 0, 'upcas', 'upcase'],
    ['raw output', '{{ company.name | raw }}', 0, 'raw', '可用的过滤器'],
    ['the clock', '{{ "now" | date: "%Y" }}', 0, 'date', '过滤器'],
    ['full-width braces', '甲\n｛｛ company.name ｝｝', 1, '全角', '{{'],
    ['curly quotes in a tag', '{% if track == “listing” %}a{% endif %}', 0, '“', '"'],
    ['a full-width bar in a tag', '{{ company.name ｜ upcase }}', 0, '｜', '|'],
    ['an unknown container', '::: signatur\nparty: 甲\n:::', 0, 'signatur', 'signature'],
    ['a container that is not closed', '甲\n::: note\n乙', 1, '没有结束', ':::'],
    ['a container that was not opened', '甲\n:::', 1, ':::', '删去'],
  ])('%s', (_, wording, line, found, suggestion) => {
    const faults = faultsOfWording(wording);
    const [fault] = faults;
    expect(faults).toHaveLength(1);
    expect(fault?.code).toBe('template-fault');
    expect(fault?.text.zh).toContain(`a/template.md 第 ${first + line} 行`);
    expect(fault?.text.zh).toContain(found);
    expect(fault?.hint.zh).toContain(suggestion);
    expect(fault?.text.en).toContain(`a/template.md, line ${first + line}`);
  });

  test.each([
    ['a value that may be empty', '甲\n\n{{ app.installedName }}', 2, 'needs'],
    ['a group of values', '{{ company }}', 0, '具体的一项'],
    ['bold that does not close', '# 题\n\n甲**“乙”**丙', 2, '**'],
    ['a bullet list', '甲\n\n- 乙', 2, '1. 2. 3.'],
    [
      'a fingerprint that is neither yes nor left out',
      '甲\n::: signature\nfingerprint: no\n:::',
      2,
      'fingerprint: yes',
    ],
    ['an unknown key of a signature block', '甲\n::: signature\nparti: 甲\n:::', 2, 'party'],
    ['a line of particulars without colon', '::: particulars\n名称\n:::', 1, '名称: 内容'],
  ])('%s, when it is filled in', (_, wording, line, suggestion) => {
    const [fault] = faultsOfFilling(wording);
    expect(fault?.text.zh).toContain(`a/template.md 第 ${first + line} 行`);
    expect(fault?.hint.zh).toContain(suggestion);
  });
});

test('every fault of a wording is reported in one go', () => {
  expect(faultsOfWording('{{ company.nmae }}\n::: nope\n甲\n:::\n{{ app.nmae }}')).toHaveLength(3);
});

describe('a fault of the front matter is refused with its line', () => {
  test.each([
    ['an unknown key', front.replace('version: 1.0.0', 'version: 1.0.0\ncolour: red'), 'colour'],
    ['a missing key', front.replace('asks: [date]\n', ''), 'asks'],
    ['an unknown field', front.replace('field: company.name', 'field: company.nmae'), 'company.name'],
    ['an unknown field of a party', front.replace('company.name', 'affiliate.nam'), 'affiliate.name'],
    ['an unknown kind', front.replace('name } }', 'name }, kind: both }'), 'kind'],
    ['broken YAML', front.replace('cites: [', 'cites: [['), 'YAML'],
    ['no front matter', '# 题', '文件头'],
  ])('%s', (_, source, found) => {
    const [fault] = faultsOf(() => parseTemplate(`${source}\n甲`, 'a/template.md'));
    expect(fault?.text.zh).toMatch(/^a\/template\.md 第 \d+ 行/);
    expect(`${fault?.text.zh} ${fault?.hint.zh}`).toContain(found);
  });

  test('an unknown field of needs is at its own line', () => {
    const source = front.replace('field: company.name', 'field: company.nmae');
    const [fault] = faultsOf(() => parseTemplate(`${source}\n甲`, 'a/template.md'));
    expect(fault?.text.zh).toContain('第 8 行');
  });
});

test('conditions and loops print only what applies', () => {
  const template = parseTemplate(
    `${front}\n{% if app.installedName %}甲{% else %}乙{% endif %}\n\n{% for one in app.permissions %}{{ one.name }}；{% endfor %}末`,
    'a/template.md',
  );
  const document = sampleOf('publishing-commitment');
  const result = fillLetter({ template, document });
  expect(result).toMatchObject({
    tree: { blocks: [{ runs: [{ text: '乙' }] }, { runs: [{ text: '末' }] }] },
  });
});
