import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure, Failures } from '../../main/contract/failure.ts';
import { editDocx } from '../adapters/docx/edit-docx.ts';
import { letter, newFolder, root, setUp } from './word-world.ts';

const { app, world } = setUp();
const source = readFileSync(join(root, 'resources/letters', letter, 'template.md'), 'utf8');

/** The template's Word file, edited by a lawyer, and what reading it back gives. */
async function review(
  edit: (document: string) => string,
  more: Readonly<Record<string, (text: string) => string | null>> = {},
) {
  const { artifact } = await app.call('templates.word', { letter });
  const bytes = readFileSync(world.artifacts.resolve(artifact ?? '').absolutePath);
  return readBack(await editDocx(bytes, { 'word/document.xml': edit, ...more }));
}

async function readBack(bytes: Uint8Array, in_ = { app, world }) {
  const path = join(newFolder(), '审阅稿.docx');
  writeFileSync(path, bytes);
  return in_.app.call('templates.read-word', { file: in_.world.grants.offer(path) });
}

/** Every failure that a promise is refused with, its message and hint in Chinese. */
async function refusals(promise: Promise<unknown>): Promise<readonly string[]> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const all = error instanceof Failures ? error.all : [error];
    return all.map((one) => `${one.code}: ${one.text.zh}。${one.hint.zh}`);
  }
  throw new Error('nothing was refused');
}

const by = 'w:id="90" w:author="王律师" w:date="2026-11-22T00:00:00Z"';
const runOf = (text: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** Replaces a text of the document by runs of XML in its place. */
const inRun =
  (text: string, runs: string) =>
  (document: string): string => {
    const pattern = new RegExp(`<w:t xml:space="preserve">([^<]*)${text}([^<]*)</w:t></w:r>`);
    if (!pattern.test(document)) throw new Error(`the document does not hold ${text}`);
    return document.replace(
      pattern,
      (_, before: string, after: string) =>
        `<w:t xml:space="preserve">${before}</w:t></w:r>${runs}${runOf(after)}`,
    );
  };

describe('a template as a Word file', () => {
  test('goes into a granted folder under the name that is wanted, and into no other kind of file', async () => {
    const out = newFolder();
    const target = world.grants.offer(out);
    const made = await app.call('templates.word', { letter, folder: target, fileName: '审阅.docx' });
    expect(made).toEqual({ letter, version: '1.2.0', origin: 'app', fileName: '审阅.docx' });
    expect(readdirSync(out)).toEqual(['审阅.docx']);
    const wrong = app.call('templates.word', { letter, folder: target, fileName: '审阅.doc' });
    expect(await refusals(wrong)).toEqual([expect.stringMatching(/^bad-file-name/)]);
  });

  test('unchanged, it is no new version', async () => {
    const result = await review((document) => document);
    expect(result).toMatchObject({ version: '1.2.0', changed: false, added: 0, removed: 0, remarks: [] });
    expect(result.text).toBe(source);
  });

  test('edited, it is the next minor version, and the difference is the edit alone', async () => {
    const result = await review((document) => document.replace('特此承诺。', '特此郑重承诺。'));
    expect(result).toMatchObject({
      letter,
      basedOn: '1.2.0',
      from: { version: '1.2.0', origin: 'app' },
      version: '1.3.0',
      changed: true,
      added: 2,
      removed: 2,
    });
    expect(result.lines.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text])).toEqual([
      ['removed', 'version: 1.2.0'],
      ['added', 'version: 1.3.0'],
      ['removed', '特此承诺。'],
      ['added', '特此郑重承诺。'],
    ]);
    expect(result.text).toBe(
      source.replace('version: 1.2.0', 'version: 1.3.0').replace('特此承诺。', '特此郑重承诺。'),
    );
    const { faults } = await app.call('templates.check', { text: result.text });
    expect(faults).toEqual([]);
  });

  test('tracked changes are accepted and counted, comments are listed with their paragraph', async () => {
    const comment = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="王律师"><w:p>${runOf('是否应写明期限？')}</w:p></w:comment></w:comments>`;
    const result = await review(
      (document) =>
        inRun(
          '特此承诺',
          `<w:del ${by}><w:r><w:delText>特此承诺</w:delText></w:r></w:del><w:ins ${by}>${runOf('谨此承诺')}</w:ins><w:r><w:commentReference w:id="7"/></w:r>`,
        )(document),
      {
        'word/comments.xml': () => comment,
        '[Content_Types].xml': (text) =>
          text.replace(
            '</Types>',
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
          ),
        'word/_rels/document.xml.rels': (text) =>
          text.replace(
            '</Relationships>',
            '<Relationship Id="rComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
          ),
      },
    );
    expect(result.text).toContain('\n谨此承诺。\n');
    expect(result.text).not.toContain('特此承诺');
    expect(result.remarks).toEqual([
      { paragraph: 0, text: '修订已按全部接受读入：插入 1 处，删除 1 处，移动 0 处' },
      { paragraph: expect.any(Number), text: '批注（王律师）：是否应写明期限？' },
    ]);
    expect(result.remarks[1]?.paragraph).toBeGreaterThan(30);
  });

  test('new paragraphs take their place by their style: a heading, items, a body paragraph, a signature line', async () => {
    const styled = (style: string, text: string, numbering = ''): string =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/>${numbering}</w:pPr>${runOf(text)}</w:p>`;
    const result = await review((document) =>
      document.replace(
        /(<w:p>(?:(?!<w:p>)[\s\S])*?特此承诺。)/,
        `${styled('Heading1', '五、争议解决')}${styled('ListNumber2', '协商解决；')}${styled('ListNumber2', '（二）提交仲裁。')}${styled('ListNumber3', '由深圳国际仲裁院仲裁；')}${styled('BodyText', '本条独立有效。')}$1`,
      ),
    );
    expect(result.text).toContain(
      '\n## 争议解决\n\n1. 协商解决；\n2. 提交仲裁。\n   1. 由深圳国际仲裁院仲裁；\n\n本条独立有效。\n\n特此承诺。\n',
    );
    expect(result.remarks.map(({ text }) => text)).toEqual([
      '去掉了手打的编号「五、」：这一段由程序编号',
      '去掉了手打的编号「（二）」：这一段由程序编号',
    ]);
  });

  test('a paragraph between two items of one list in Word does not restart the count', async () => {
    const result = await review((document) =>
      document.replace(
        /(<w:p>(?:(?!<w:p>)[\s\S])*?因本应用与用户)/,
        `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>${runOf('前项责任不因合作终止而免除。')}</w:p>$1`,
      ),
    );
    expect(result.text).toMatch(
      /\n1\. 违反本承诺函的.*\n\n {3}前项责任不因合作终止而免除。\n\n2\. 因本应用与用户/,
    );
  });

  test('bold, underlined and blanks ruled in any way come over', async () => {
    const result = await review((document) =>
      inRun(
        '特此承诺',
        `${runOf('特此', '<w:b/>')}${runOf('承诺', '<w:u w:val="single"/>')}${runOf('，编号')}${runOf('          ', '<w:u w:val="single"/>')}${runOf('，日期________')}`,
      )(document),
    );
    expect(result.text).toContain('\n**特此***承诺*，编号　　　　　，日期　　　　。\n');
  });

  test('curly quotes, full-width braces and unknown variables are refused with paragraph and suggestion', async () => {
    const quoted = await refusals(
      review((document) =>
        inRun('特此承诺', runOf('{% if company.name == “甲” %}特此承诺{% endif %}'))(document),
      ),
    );
    expect(quoted).toHaveLength(1);
    expect(quoted[0]).toMatch(
      /^template-fault: 审阅稿\.docx 第 \d+ 段「\{% if company\.na…」：标签 .* 里有全角符号「“」。请改成半角的 "$/,
    );
    const braces = await refusals(
      review((document) => inRun('特此承诺', runOf('｛｛ company.name ｝｝'))(document)),
    );
    expect(braces[0]).toMatch(/第 \d+ 段「｛｛ company\.name ….*标签用了全角符号「｛｛」。请改用半角/);
    const unknown = await refusals(
      review((document) => inRun('特此承诺', runOf('{{ company.nmae }}'))(document)),
    );
    expect(unknown[0]).toMatch(
      /第 \d+ 段「\{\{ company\.nmae ….*没有名为「company\.nmae」的变量。是否想写「company\.name」？/,
    );
    const open = await refusals(
      review((document) => inRun('特此承诺', runOf('{% if company.website %}特此承诺'))(document)),
    );
    expect(open[0]).toMatch(/第 \d+ 段.*\{% if %\} 没有结束/);
  });

  test('what a template has no place for is refused, every place at once', async () => {
    const all = await refusals(
      review((document) =>
        inRun(
          '特此承诺',
          `${runOf('特此', '<w:strike/>')}<w:r><w:footnoteReference w:id="1"/></w:r>${runOf('承诺')}`,
        )(document.replace('签署方：', '签署人：')),
      ),
    );
    expect(all.map((text) => text.replace(/第 \d+ 段/, '第 n 段'))).toEqual([
      expect.stringContaining(
        'word-fault: 审阅稿.docx 第 n 段「特此承诺。」：有带删除线的文字。要删去的请直接删去',
      ),
      expect.stringContaining('第 n 段「特此承诺。」：有脚注或尾注'),
      expect.stringMatching(/第 n 段「签署人：.*这个块不认识「签署人: .*可用：签署方、签字栏/),
    ]);
  });

  test('a tag split over runs of different looks is one tag again', async () => {
    const result = await review((document) =>
      inRun(
        '特此承诺',
        `${runOf('{{ comp', '<w:b/>')}${runOf('any.name', '<w:i/>')}${runOf(' }}')}${runOf('特此承诺')}`,
      )(document),
    );
    expect(result.text).toContain('**{{ company.name }}**特此承诺。');
    expect(result.remarks.map(({ text }) => text)).toEqual(['斜体没有读入']);
  });

  test('edits of the locked table are not read, and said', async () => {
    const result = await review((document) => document.replace('>应用发布承诺函<', '>应用承诺函<'));
    expect(result.changed).toBe(false);
    expect(result.remarks.map(({ text }) => text)).toEqual([expect.stringContaining('模板信息表被改动')]);
  });

  test('a file whose properties were lost is known by its table', async () => {
    const result = await review((document) => document, {
      'docProps/custom.xml': (text) => text.replace(/<property[\s\S]*<\/property>/, ''),
    });
    expect(result).toMatchObject({ letter, changed: false });
    expect(result.basedOn).toBeUndefined();
  });

  test('a filled letter, and a file of somebody else’s, are no templates to review', async () => {
    const dossier = newFolder();
    cpSync(join(root, 'resources/letters', letter, 'sample.yaml'), join(dossier, 'dossier.yaml'));
    const made = await app.call('letters.word', { dossier, letter });
    const filled = readBack(readFileSync(world.artifacts.resolve(made.artifact).absolutePath));
    expect(await refusals(filled)).toEqual([expect.stringContaining('是一份填好的函件')]);
    const foreign = review((document) => document.replace(/<w:sdt>[\s\S]*<\/w:sdt>/, ''), {
      'docProps/custom.xml': (text) => text.replace(/<property[\s\S]*<\/property>/, ''),
    });
    expect(await refusals(foreign)).toEqual([expect.stringMatching(/^not-a-template-review/)]);
  });

  test('the new text is written where it is wanted, saved as the team’s, and an older file says what it would overwrite', async () => {
    const own = setUp();
    const { artifact } = await own.app.call('templates.word', { letter });
    const first = readFileSync(own.world.artifacts.resolve(artifact ?? '').absolutePath);
    const path = join(newFolder(), '审阅稿.docx');
    writeFileSync(
      path,
      await editDocx(first, { 'word/document.xml': (text) => text.replace('特此承诺。', '谨此承诺。') }),
    );
    const out = newFolder();
    const result = await own.app.call('templates.read-word', {
      file: own.world.grants.offer(path),
      folder: own.world.grants.offer(out),
      fileName: 'template.md',
    });
    expect(result.fileName).toBe('template.md');
    const text = readFileSync(join(out, 'template.md'), 'utf8');
    expect(text).toBe(result.text);
    await own.app.call('templates.save', { text });
    const again = await readBack(first, own);
    expect(again).toMatchObject({
      from: { version: '1.3.0', origin: 'team' },
      version: '1.4.0',
      changed: true,
    });
    expect(again.remarks[0]?.text).toMatch(/^审阅稿出自版本 1\.2\.0（[0-9a-f]{8}），现在的模板是 1\.3\.0/);
  });
});
