import { describe, expect, test } from 'vitest';
import type { FakeMethod } from '../fake-app.ts';
import { runWith } from './run-with-fake-app.ts';

const exported: Record<string, FakeMethod> = {
  'templates.word': () => ({ letter: 'a', version: '1.0.0', origin: 'app', fileName: 'a.docx' }),
};

describe('template word', () => {
  test('writes the file to review into the folder of its path', async () => {
    const { code, out, seen } = await runWith(['template', 'word', 'a', '--out', 'docs/a.docx'], exported);
    expect(code).toBe(0);
    expect(seen[0]?.input).toEqual({ letter: 'a', folder: 'grant:/home/docs', fileName: 'a.docx' });
    expect(out).toContain('已写入 docs/a.docx：a 1.0.0 的审阅稿');
    expect(out).toContain('yinqi template read docs/a.docx');
  });

  test('wants a letter and a name that ends in .docx', async () => {
    for (const words of [['a'], ['a', '--out', 'a.doc'], ['--out', 'a.docx']]) {
      const { code, err, seen } = await runWith(['template', 'word', ...words], exported);
      expect([code, seen]).toEqual([2, []]);
      expect(err).toContain('yinqi template word');
    }
  });
});

const review = {
  letter: 'a',
  title: '承诺函',
  basedOn: '1.0.0',
  from: { version: '1.0.0', origin: 'app' },
  version: '1.1.0',
  changed: true,
  text: '',
  added: 1,
  removed: 1,
  lines: [
    ...Array.from({ length: 8 }, (_, index) => ({
      kind: 'same',
      text: `第${index}行`,
      from: index + 1,
      to: index + 1,
    })),
    { kind: 'removed', text: '特此承诺。', from: 9 },
    { kind: 'added', text: '谨此承诺。\u001b[2J', to: 9 },
  ],
  remarks: [
    { paragraph: 0, text: '修订已按全部接受读入' },
    { paragraph: 12, text: '批注（王律师）：？' },
  ],
};

describe('template read', () => {
  test('shows the difference and every remark, and says how to go on', async () => {
    const { code, out, seen } = await runWith(['template', 'read', 'a.docx'], {
      'templates.read-word': () => review,
    });
    expect(code).toBe(0);
    expect(seen[0]?.input).toEqual({ file: 'grant:/home/a.docx' });
    expect(out).toContain('a  1.0.0 → 1.1.0  承诺函');
    expect(out).toContain('…\n 7   第6行\n 8   第7行\n 9 - 特此承诺。\n 9 + 谨此承诺。\ufffd[2J\n');
    expect(out).toContain('增加 1 行，删去 1 行。');
    expect(out).toContain('! 第 12 段：批注（王律师）：？');
    expect(out).toContain('加 --out template.md');
  });

  test('writes the text where it is wanted', async () => {
    const { out, seen } = await runWith(['template', 'read', 'a.docx', '--out', 'b/template.md'], {
      'templates.read-word': () => ({ ...review, fileName: 'template.md' }),
    });
    expect(seen[0]?.input).toEqual({
      file: 'grant:/home/a.docx',
      folder: 'grant:/home/b',
      fileName: 'template.md',
    });
    expect(out).toContain('已写入 b/template.md');
    expect(out).toContain('yinqi template save b/template.md');
  });

  test('never writes over a Word file', async () => {
    const { code, seen } = await runWith(['template', 'read', 'a.docx', '--out', 'a.docx'], {});
    expect([code, seen]).toEqual([2, []]);
  });

  test('says of an unchanged wording that it is one', async () => {
    const { out } = await runWith(['template', 'read', 'a.docx', '--lang', 'en'], {
      'templates.read-word': () => ({
        ...review,
        changed: false,
        version: '1.0.0',
        lines: [],
        added: 0,
        removed: 0,
      }),
    });
    expect(out).toContain('There is no difference.');
    expect(out).toContain('The wording is the same, and so is the version.');
  });
});

describe('letters --as', () => {
  const file = (fileName: string) => ({
    letter: 'a',
    fileName,
    revision: 'abcd1234',
    pages: 2,
    templateVersion: '1.0.0',
    templateOrigin: 'app',
  });
  const methods = (names: readonly string[]): Record<string, FakeMethod> => ({
    'letters.write': () => ({ written: names.map(file), held: [], left: [], listed: [] }),
  });

  test('asks for Word files beside the PDFs, and counts letters and not files', async () => {
    const { code, out, seen } = await runWith(
      ['letters', 'd', '--out', 'o', '--as', 'both'],
      methods(['01-函.pdf', '01-函.docx']),
    );
    expect(code).toBe(0);
    expect(seen[0]?.input).toMatchObject({ as: 'both' });
    expect(out).toContain('01-函.pdf  共 2 页，版本 abcd1234');
    expect(out).toContain('01-函.docx  Word 稿，版本 abcd1234');
    expect(out).toContain('页上没有识别码');
    expect(out).toContain('：1 份。');
  });

  test('asks for PDFs without it, and takes no other word', async () => {
    const plain = await runWith(['letters', 'd', '--out', 'o'], methods(['01-函.pdf']));
    expect(plain.seen[0]?.input).not.toHaveProperty('as');
    expect(plain.out).not.toContain('识别码');
    const wrong = await runWith(['letters', 'd', '--out', 'o', '--as', 'wrod'], methods([]));
    expect([wrong.code, wrong.seen]).toEqual([2, []]);
    expect(wrong.err).toContain('word');
  });

  test('says nothing of printing where only Word files were made', async () => {
    const { out } = await runWith(['letters', 'd', '--out', 'o', '--as', 'word'], methods(['01-函.docx']));
    expect(out).toContain('已写入 o：1 份。\n');
    expect(out).not.toContain('盖章，再用');
  });
});
