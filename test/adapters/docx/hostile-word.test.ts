import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createDocxReader } from '../../../main/adapters/docx/docx-reader.ts';
import { failureOf } from '../disk/failure-of.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { craftZip } from '../zip/craft-zip.ts';
import { craftDocx, editDocx } from './edit-docx.ts';

const { read } = createDocxReader();
const signal = new AbortController().signal;

/** What reading these bytes is refused with. */
async function refusal(bytes: Uint8Array, name = '审阅稿.docx'): Promise<string> {
  const absolutePath = join(temporaryFolder(), name);
  writeFileSync(absolutePath, bytes);
  const failure = await failureOf(read({ absolutePath, name }, signal));
  expect(failure.text.zh).toContain(name);
  expect(failure.hint.zh).not.toBe('');
  return failure.code;
}

const paragraph = '<w:p><w:r><w:t>甲</w:t></w:r></w:p>';
const types = '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'; // prettier-ignore
const compound = (rest: Uint8Array): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), rest]);

test('an old .doc, an encrypted .docx and what is no Word file at all are told apart', async () => {
  expect(await refusal(compound(Buffer.alloc(2000)), '旧稿.doc')).toBe('word-old-format');
  const encrypted = compound(Buffer.from('\0\0EncryptedPackage\0', 'utf16le'));
  expect(await refusal(encrypted)).toBe('word-encrypted');
  expect(await refusal(craftZip([{ name: '[Content_Types].xml', content: types, flags: 0x801 }]))).toBe(
    'word-encrypted',
  );
  expect(await refusal(Buffer.from('{\\rtf1 x}'))).toBe('not-a-word-file');
  expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('not-a-word-file');
  expect(await refusal(new Uint8Array())).toBe('not-a-word-file');
});

test('a zip that is none, a workbook, and a list of types that names a missing document', async () => {
  expect(await refusal(craftZip([{ name: 'a.txt', content: 'x' }]))).toBe('not-a-word-file');
  const sheet = types.replace('wordprocessingml.document', 'spreadsheetml.sheet');
  expect(await refusal(craftZip([{ name: '[Content_Types].xml', content: sheet }]))).toBe('not-a-word-file');
  expect(await refusal(craftZip([{ name: '[Content_Types].xml', content: types }]))).toBe('not-a-word-file');
});

test('macros are refused by the type of the file and by what lies in it', async () => {
  const plain = await craftDocx(paragraph);
  const typed = await editDocx(plain, {
    '[Content_Types].xml': (text) =>
      text.replace(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      ),
  });
  expect(await refusal(typed, '带宏.docm')).toBe('word-macros');
  expect(await refusal(await craftDocx(paragraph, { 'word/vbaProject.bin': 'x' }))).toBe('word-macros');
});

test('a file of 50 MB is refused by its size alone, before it is read', async () => {
  const absolutePath = join(temporaryFolder(), '大.docx');
  writeFileSync(absolutePath, 'PK');
  truncateSync(absolutePath, 50_000_000);
  expect((await failureOf(read({ absolutePath, name: '大.docx' }, signal))).code).toBe('word-too-large');
});

test('a file whose text alone is too large is refused before it is unpacked', async () => {
  const text = Array.from({ length: 500_000 }, (_, index) => (index * 2_654_435_761) % 4_294_967_296).join(
    ' ',
  );
  expect(text.length).toBeGreaterThan(4_000_000);
  const large = { name: 'word/document.xml', content: text, deflate: true };
  expect(await refusal(craftZip([{ name: '[Content_Types].xml', content: types }, large]))).toBe(
    'word-too-large',
  );
});

test('bombs are refused by what they claim, and liars by what they hold', async () => {
  const zeros = Buffer.alloc(30_000_000);
  const bomb = [
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content: zeros, deflate: true },
  ];
  expect(await refusal(craftZip(bomb))).toBe('word-unsafe');
  const declared = { declaredSize: 1000, declaredCrc: 0 };
  expect(
    await refusal(
      craftZip([bomb[0] ?? { name: '' }, { ...bomb[1], name: 'word/document.xml', ...declared }]),
    ),
  ).toBe('word-damaged');
  // A bomb in a part that is never unpacked speaks against the file all the same.
  const beside = [...bomb.slice(0, 1), { name: 'word/media/a.bin', content: zeros, deflate: true }];
  expect(await refusal(craftZip(beside))).toBe('word-unsafe');
  expect(deflateRawSync(zeros).length).toBeLessThan(40_000);
  const many = Array.from({ length: 2001 }, (_, index) => ({ name: `a${index}`, content: '' }));
  expect(await refusal(craftZip(many))).toBe('word-unsafe');
  const twice = { name: 'word/document.xml', content: 'x' };
  expect(await refusal(craftZip([...bomb.slice(0, 1), twice, twice]))).toBe('word-unsafe');
});

test('entities that grow without end are refused unread', async () => {
  const laughing = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  const file = await editDocx(await craftDocx(paragraph), {
    'word/document.xml': (text) => text.replace('?>', `?>${laughing}`).replace('甲', '&b;'),
  });
  expect(await refusal(file)).toBe('word-unsafe');
});

test('a file cut short, with a flipped bit or with broken XML is damaged, not a bug', async () => {
  const whole = await craftDocx(paragraph);
  expect(await refusal(whole.subarray(0, whole.length - 100))).toBe('word-damaged');
  const flipped = Buffer.from(whole);
  const at = flipped.indexOf('word/document.xml') + 'word/document.xml'.length + 20;
  flipped[at] = (flipped[at] ?? 0) ^ 0x40;
  expect(await refusal(flipped)).toBe('word-damaged');
  const broken = await editDocx(whole, { 'word/document.xml': (text) => text.replace('</w:body>', '') });
  expect(await refusal(broken)).toBe('word-damaged');
  const open = Array.from(
    { length: 60_000 },
    (_, index) => `<w:smartTag w:element="e${(index * 7919) % 65_521}">`,
  );
  const deep = open.join('') + '</w:smartTag>'.repeat(open.length);
  expect(await refusal(await craftDocx(`<w:p>${deep}</w:p>`))).toBe('word-damaged');
});

test('a file that is not there is said to be missing', async () => {
  const name = '没有.docx';
  const failure = await failureOf(read({ absolutePath: join(temporaryFolder(), name), name }, signal));
  expect(failure.code).toBe('file-missing');
});

test('a call that was cancelled stops', async () => {
  const absolutePath = join(temporaryFolder(), 'a.docx');
  writeFileSync(absolutePath, await craftDocx(paragraph));
  await expect(read({ absolutePath, name: 'a.docx' }, AbortSignal.abort())).rejects.toThrow(/abort/i);
});

test('a Word file of nothing but tags is refused before they take a gigabyte, and marks without an end take no minutes', async () => {
  const noise = Array.from({ length: 12_000 }, (_, index) => (index * 2_654_435_761).toString(36)).join('');
  const many = await craftDocx(`<!--${noise}-->${'<w:p/>'.repeat(300_000)}`);
  expect(await refusal(many)).toBe('word-too-large');
  const unended = await craftDocx(
    `<!--${noise}-->${paragraph}<w:p><w:pPr>${'<w:numPr>'.repeat(100_000)}</w:pPr></w:p>`,
  );
  expect(await refusal(unended)).toBe('word-damaged');
});
