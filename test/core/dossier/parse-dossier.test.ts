import { describe, expect, test } from 'vitest';
import { Failure, Failures } from '../../../main/contract/failure.ts';
import { decodeDossierText } from '../../../main/core/dossier/dossier-text.ts';
import { parseDossier } from '../../../main/core/dossier/parse-dossier.ts';

const head = 'schema: yinqi/dossier@1\nplatform: tencent-meeting\ncategories: [general/other]\n';

const faultsOf = (work: () => unknown): readonly Failure[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failures) return error.all;
    if (error instanceof Failure) return [error];
    throw error;
  }
  return [];
};

/** Code, line and both messages with hints of every fault. */
const seen = (text: string) =>
  faultsOf(() => parseDossier(text, '案卷/dossier.yaml')).map((fault) => ({
    code: fault.code,
    zh: `${fault.text.zh}。${fault.hint.zh}`,
    en: `${fault.text.en}. ${fault.hint.en}`,
  }));

describe('texts stay as they are written', () => {
  test('numbers, dates and truth words are texts where a text is wanted', () => {
    const text = `${head}company: { phone: 0755123, icpNumber: 2e3 }\napp: { version: 1.0, name: true, intro: yes }\nattestations: { r: { by: 12, on: 2026-11-22 } }\n`;
    const { company, app, attestations } = parseDossier(text, 'x');
    expect(company).toEqual({ phone: '0755123', icpNumber: '2e3' });
    expect(app).toEqual({ version: '1.0', name: 'true', intro: 'yes' });
    expect(attestations).toEqual({ r: { by: '12', on: '2026-11-22' } });
  });

  test('facts take yes and no, quoted words and numbers stay texts', () => {
    const text = `${head}facts: { a: true, b: No, c: "true", d: 3, e: self, f: [x, true] }\n`;
    expect(parseDossier(text, 'x').facts).toEqual({
      a: true,
      b: false,
      c: 'true',
      d: '3',
      e: 'self',
      f: ['x', 'true'],
    });
  });

  test('a field or group left blank is left out, an empty text or list is not', () => {
    const text = `${head}track:\ncompany:\n  name: ~\napp:\n  name: ""\n  intro: null\n  searchKeywords: []\nfacts: {}\n`;
    const document = parseDossier(text, 'x');
    expect(document).not.toHaveProperty('track');
    expect(document).not.toHaveProperty('company');
    expect(document.app).toEqual({ name: '', searchKeywords: [] });
    expect(document.facts).toEqual({});
  });

  test('a text of 10,000 characters and more is kept for the checks to judge', () => {
    const long = '长'.repeat(12_000);
    expect(parseDossier(`${head}app: { description: ${long} }\n`, 'x').app?.description).toBe(long);
  });

  test('emoji, rare characters and line breaks are kept', () => {
    const document = parseDossier(`${head}app:\n  name: 会议👩‍👧𠮷\n  intro: |\n    a\n    b\n`, 'x');
    expect(document.app).toEqual({ name: '会议👩‍👧𠮷', intro: 'a\nb\n' });
  });

  test('a byte order mark and Windows line ends do not matter', () => {
    const text = `\uFEFF${head}app:\n  intro: |\n    a\n    b\n`.replaceAll('\n', '\r\n');
    expect(parseDossier(text, 'x').app?.intro).toBe('a\nb\n');
  });
});

describe('faults', () => {
  test('every fault comes at once, in the order of lines, naming file, line and field in both languages', () => {
    const faults = seen(
      [
        head.trimEnd(),
        'aplicant: { kind: company }', // line 4
        'company:',
        '  name: [a]', // line 6
        '  legalRepresentative: 张三', // line 7
        'parties:',
        '  - { role: licensor }', // line 9
        'app: { previews: { desktop: a.png } }', // line 10
        'documents: { x: "" }', // line 11
        'attestations: { r: { by: 张三, on: 2026-02-30 } }', // line 12
        'applicant: { kind: compny }', // line 13
        '',
      ].join('\n'),
    );
    const told = faults.map(({ code, en }) => [
      code,
      /line (\d+), field (\S+):/.exec(en)?.slice(1).join(' '),
    ]);
    expect(told).toEqual([
      ['dossier-unknown-field', '4 aplicant'],
      ['dossier-wrong-type', '6 company.name'],
      ['dossier-wrong-type', '7 company.legalRepresentative'],
      ['dossier-missing-field', '9 parties.0.kind'],
      ['dossier-wrong-type', '10 app.previews.desktop'],
      ['dossier-bad-value', '11 documents.x'],
      ['dossier-bad-value', '12 attestations.r.on'],
      ['dossier-bad-value', '13 applicant.kind'],
    ]);
    expect(faults[0]?.zh).toContain('案卷/dossier.yaml 第 4 行，字段 aplicant');
    expect(faults[0]?.zh).toContain('「applicant」');
    expect(faults[3]?.zh).toContain('company 或 individual');
    expect(faults[7]?.en).toContain('“company”');
  });

  test('an unknown field without a near one lists what may stand there', () => {
    const [fault] = seen(`${head}app:\n  colour: red\n`);
    expect(fault?.code).toBe('dossier-unknown-field');
    expect(fault?.en).toContain('line 5, field app.colour');
    expect(fault?.zh).toContain('installedName');
  });

  test('an empty file, a list and a plain text are each told what a dossier looks like', () => {
    expect(seen('')[0]).toMatchObject({ code: 'dossier-syntax', zh: expect.stringContaining('yinqi init') });
    expect(seen('# 只有说明\n')[0]?.code).toBe('dossier-syntax');
    expect(seen('- a\n- b\n')[0]).toMatchObject({
      code: 'dossier-wrong-type',
      zh: expect.stringContaining('列表'),
    });
    expect(seen('hello')[0]?.en).toContain('the text “hello”');
  });

  test('missing required fields are each named', () => {
    expect(seen('app: { name: x }\n').map(({ en }) => /field (\S+):/.exec(en)?.[1])).toEqual([
      'schema', 'platform', 'categories',
    ]); // prettier-ignore
  });

  test('a format of another version says to update', () => {
    expect(seen(head.replace('@1', '@2'))[0]?.zh).toContain('更新印齐');
  });

  test('control characters are named by their code point, in values and names', () => {
    const faults = seen(
      `${head}app: { name: "a\\u0001b", intro: "x\\u202Ey", description: "\\u009f", releaseNotes: "\\r" }\nfacts: { "a\\u0007": true }\n`,
    );
    expect(faults.map(({ code, zh }) => [code, /U\+\w+/.exec(zh)?.[0]])).toEqual([
      ['dossier-bad-value', 'U+0001'],
      ['dossier-bad-value', 'U+202E'],
      ['dossier-bad-value', 'U+009F'],
      ['dossier-bad-value', 'U+000D'],
      ['dossier-bad-value', 'U+0007'],
    ]);
  });
});

describe('YAML that is broken', () => {
  test.each<[string, string, number, string]>([
    ['a tab as indentation', `${head}app:\n\tname: x\n`, 5, '制表符'],
    ['the same field twice', `${head}track: a\ntrack: b\n`, 5, '两次'],
    ['an unquoted colon', `${head}app:\n  name: a: b\n`, 5, '双引号'],
    ['an open quote', `${head}app:\n  name: "a\n`, 6, '引号'],
    ['an open bracket', `${head}app: [a\nfacts: {}\n`, 5, '缩进'],
    ['a reserved character', `${head}app:\n  name: @a\n`, 5, '双引号'],
    ['a backslash in quotes', `${head}app:\n  logo: "a\\qb"\n`, 5, '正斜杠'],
    ['two documents', `${head}---\napp: {}\n`, 4, '---'],
    ['a line without a colon', `${head}app\n`, 4, '冒号'],
    ['an unknown tag', `${head}track: !x y\n`, 4, '!'],
    ['a reference to nothing', `${head}track: *x\n`, 4, '引用'],
    ['a list as a name', `${head}? [a]\n: b\n`, 4, '字段名'],
  ])('says for %s which line and what to do', (_, text, line, zh) => {
    const found = seen(text).find((fault) => fault.code === 'dossier-syntax');
    expect(found?.en).toContain(`line ${line}:`);
    expect(found?.zh).toContain(zh);
  });

  test('faults before the break are told with it, guesses after it are not', () => {
    const faults = seen(`${head}trac: x\napp:\n  name: a: b\n  nam: c\n`);
    expect(faults.map(({ code }) => code)).toEqual(['dossier-unknown-field', 'dossier-syntax']);
  });

  test('references that multiply, refer to themselves or nest without end are refused', () => {
    const lol = `${head}a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`;
    expect(seen(lol).some(({ code }) => code === 'dossier-syntax')).toBe(true);
    expect(seen(`${head}app: &x\n  searchKeywords: *x\n`)[0]?.code).toBe('dossier-syntax');
    expect(seen('['.repeat(50_000)).length).toBeLessThan(10);
  });

  test('a NUL character and a file over 5 MB are refused', () => {
    expect(seen(`${head}app: { name: a\0 }\n`)[0]?.zh).toContain('第 4 行');
    expect(seen(`${head}# ${'x'.repeat(5_000_000)}\n`)[0]?.zh).toContain('5 MB');
  });
});

describe('bytes', () => {
  const decode = (bytes: Uint8Array) => faultsOf(() => decodeDossierText(bytes, 'dossier.yaml'))[0];

  test('UTF-8 comes back as it is, its byte order mark too', () => {
    const text = '\uFEFFplatform: 甲\r\n\uFFFD';
    expect(decodeDossierText(new TextEncoder().encode(text), 'x')).toBe(text);
  });

  test('another encoding is refused with the line of the first bad byte, and how to save as UTF-8', () => {
    const gbk = Buffer.concat([
      Buffer.from('a: 1\nb: '),
      Buffer.from([0xc9, 0xee, 0xdb, 0xda]),
      Buffer.from('\n'),
    ]);
    expect(decode(gbk)?.text.zh).toContain('第 2 行');
    expect(decode(gbk)?.hint.zh).toContain('UTF-8');
    expect(decode(Buffer.from('\uFEFFa: 1', 'utf16le'))?.text.zh).toContain('UTF-16');
    expect(decode(Buffer.alloc(5_000_001, 32))?.text.zh).toContain('5 MB');
  });
});
