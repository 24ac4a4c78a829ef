import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDocxReader } from '../../../main/adapters/docx/docx-reader.ts';
import { createDocxWriter } from '../../../main/adapters/docx/docx-writer.ts';
import type { ReadParagraph, ReadWord } from '../../../main/contract/word.ts';
import { withClausesInPlace } from '../../../main/core/letters/expand-clauses.ts';
import { wordOfTemplate } from '../../../main/core/letters/word-of-template.ts';
import { templateOf } from '../../core/letters/shipped-letters.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { craftDocx } from './edit-docx.ts';
import { readOneDocx } from './read-docx.ts';

const { read } = createDocxReader();

async function readBytes(bytes: Uint8Array): Promise<ReadWord> {
  const absolutePath = join(temporaryFolder(), '稿.docx');
  writeFileSync(absolutePath, bytes);
  return read({ absolutePath, name: '稿.docx' }, new AbortController().signal);
}

const readBody = async (body: string, more?: Readonly<Record<string, string>>): Promise<ReadWord> =>
  readBytes(await craftDocx(body, more));

const run = (text: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;

const paragraphs = ({ blocks }: ReadWord): readonly ReadParagraph[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
const texts = (word: ReadWord): readonly string[] =>
  paragraphs(word).map(({ runs }) => runs.map(({ text }) => text).join(''));

const by = 'w:id="1" w:author="王律师" w:date="2026-11-22T00:00:00Z"';
const inserted = (inner: string): string => `<w:ins ${by}>${inner}</w:ins>`;
const deleted = (text: string): string => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

test('tracked changes are read as Word shows them accepted: text, paragraphs, rows and moves', async () => {
  const markDeleted = `<w:rPr><w:del ${by}/></w:rPr>`;
  const word = await readBody(
    [
      paragraph(run('应当') + deleted('立即') + inserted(run('在三日内')) + run('通知。')),
      paragraph(run('前半句，'), markDeleted),
      paragraph(run('后半句。')),
      paragraph(deleted('整段删去。'), markDeleted),
      paragraph(`<w:moveFrom ${by}>${run('移走的')}</w:moveFrom>${run('留下的')}`),
      paragraph(`<w:moveTo ${by}>${run('移来的')}</w:moveTo>`),
      paragraph(run('字体改了'), `<w:pPrChange ${by}><w:pPr><w:pStyle w:val="1"/></w:pPr></w:pPrChange>`),
      `<w:tbl><w:tr><w:trPr><w:del ${by}/></w:trPr><w:tc>${paragraph(run('删去的行'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('留下的行'))}</w:tc></w:tr></w:tbl>`,
    ].join(''),
  );
  expect(texts(word)).toEqual(['应当在三日内通知。', '前半句，后半句。', '留下的', '移来的', '字体改了']);
  expect(paragraphs(word).at(-1)?.style).toBe('body');
  const table = word.blocks.find((block) => block.kind === 'table');
  expect(table?.rows.map(([cell]) => cell?.paragraphs[0]?.runs[0]?.text)).toEqual(['留下的行']);
  expect(word.changes).toEqual({ inserted: 1, deleted: 5, moved: 1 });
});

test('comments come along with their author and the paragraph that they stand at', async () => {
  const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="王律师">${paragraph(run('期限太短？'))}</w:comment></w:comments>`;
  const word = await readBody(
    paragraph(run('第一段')) +
      paragraph('') +
      paragraph(
        `<w:commentRangeStart w:id="7"/>${run('第二段')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
      ),
    { 'word/comments.xml': comments },
  );
  expect(word.comments).toEqual([{ author: '王律师', text: '期限太短？', paragraph: 2 }]);
});

test('styles are known by their names, whatever ids Word or WPS gave them', async () => {
  const word = await readBody(
    ['a3', '1', '2', 'a4', 'ln2', 'a9', '']
      .map((id) => paragraph(run('x'), id === '' ? '' : `<w:pStyle w:val="${id}"/>`))
      .join(''),
  );
  expect(paragraphs(word).map(({ style, styleName }) => [style, styleName])).toEqual([
    ['title', 'Title'],
    ['heading-1', 'heading 1'],
    ['heading-2', 'heading 2'],
    ['body', 'Body Text'],
    ['item-2', 'List Number 2'],
    [null, '特约条款'],
    ['body', ''],
  ]);
});

test('numbering comes with level and list, and a number taken off is none', async () => {
  const numbered = (list: number, level: number): string =>
    paragraph(
      run('x'),
      `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr><w:ind w:left="1"/>`,
    );
  const word = await readBody(numbered(1, 0) + numbered(1, 1) + numbered(2, 0) + numbered(0, 0));
  expect(paragraphs(word).map(({ numbering }) => numbering)).toEqual([
    { level: 1, isOrdered: true, list: '1' },
    { level: 2, isOrdered: true, list: '1' },
    { level: 1, isOrdered: false, list: '2' },
    null,
  ]);
});

test('looks, line breaks and tabs are kept, and what a template has no place for is marked', async () => {
  const word = await readBody(
    paragraph(
      run('粗', '<w:b/>') +
        run('线', '<w:u w:val="single"/>') +
        run('不粗', '<w:b w:val="0"/>') +
        '<w:r><w:tab/><w:br/></w:r>',
      '<w:jc w:val="center"/>',
    ) +
      paragraph(run('删', '<w:strike/>') + run('斜', '<w:i/>') + run('亮', '<w:highlight w:val="yellow"/>')) +
      paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>' + run('注')),
  );
  const [first, second, third] = paragraphs(word);
  expect(first?.runs).toEqual([
    { text: '粗', bold: true },
    { text: '线', underline: true },
    { text: '不粗' },
    { text: '\t' },
    { text: '\n' },
  ]);
  expect(first?.align).toBe('centre');
  expect(second?.marks).toEqual(['struck', 'italic', 'highlight']);
  expect(third?.marks).toEqual(['note']);
});

test('text boxes, formulas, phonetic text and inserted files are marked for the whole file', async () => {
  const word = await readBody(
    paragraph(
      '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>',
    ) +
      paragraph('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>') +
      paragraph('<w:r><w:ruby><w:rubyBase/></w:ruby></w:r>') +
      '<w:altChunk r:id="r9"/>',
  );
  expect(word.marks).toEqual(['text-box', 'formula', 'ruby', 'inserted-file']);
});

test('tables come with the widths of their columns and what is merged', async () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
  const grid = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="3000"/></w:tblGrid>';
  const word = await readBody(
    `<w:tbl>${grid}<w:tr>${cell('甲')}${cell('乙')}</w:tr><w:tr>${cell('丙', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>` +
      `<w:tbl><w:tr>${cell('上', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}</w:tr></w:tbl>`,
  );
  const [first, second] = word.blocks;
  if (first?.kind !== 'table' || second?.kind !== 'table') throw new Error('no tables');
  expect(first.widths).toEqual([1000, 3000]);
  expect(first.rows.map((row) => row.map(({ span }) => span))).toEqual([[1, 1], [2]]);
  expect(second.rows[0]?.[0]?.paragraphs[0]?.marks).toEqual(['merged-cells']);
});

test('a template’s file shows its tags in a style of their own and its front matter in a locked table', async () => {
  const template = templateOf('game-copyright-authorisation');
  const { readFileSync } = await import('node:fs');
  const source = readFileSync(join(import.meta.dirname, '../../..', template.fileName), 'utf8');
  const bytes = await createDocxWriter().write(wordOfTemplate(source, template));
  const seen = readOneDocx(bytes);
  expect(seen.problems).toEqual([]);
  expect(seen.locks).toEqual(['sdtContentLocked']);
  expect(seen.header).toContain(`game-copyright-authorisation ${template.version}`);
  const tags = seen.paragraphs.flatMap((one) => one.tags);
  const inPlace = withClausesInPlace(source, template.clauses);
  expect(new Set(tags)).toEqual(
    new Set(inPlace.slice(inPlace.indexOf('\n---')).match(/\{\{.*?\}\}|\{%.*?%\}/g)),
  );
  const cells = seen.paragraphs.filter(({ inTable }) => inTable).map(({ text }) => text);
  expect(cells.slice(0, 6)).toEqual([
    '模板',
    'game-copyright-authorisation',
    '标题',
    '游戏版权授权函',
    '版本',
    template.version,
  ]);
  const word = await readBytes(bytes);
  expect(word.properties).toMatchObject({
    'yinqi-kind': 'template',
    'yinqi-letter': 'game-copyright-authorisation',
    'yinqi-version': template.version,
  });
});
