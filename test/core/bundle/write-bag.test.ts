import { describe, expect, test } from 'vitest';
import { decodeTagFile, readBagInfo, readManifest } from '../../../main/core/bundle/read-bag.ts';
import {
  bagInfoTxt,
  bagitTxt,
  encodeManifestPath,
  manifestTxt,
} from '../../../main/core/bundle/write-bag.ts';
import { document, sha256 } from './example.ts';

const info = (changes: Partial<Parameters<typeof bagInfoTxt>[0]> = {}) =>
  bagInfoTxt({
    document,
    platformTitle: '腾讯会议开放平台',
    date: '2026-11-22',
    isDraft: false,
    software: { name: 'Yinqi 印齐', version: '0.1.0' },
    payload: { sizeBytes: 1234, files: 5 },
    ...changes,
  });

describe('tag files after RFC 8493', () => {
  test('the declaration is the two lines of section 2.1.1', () => {
    expect(bagitTxt).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  });

  test('bag-info.txt tells date, payload and software, and a draft by name', () => {
    expect(info()).toBe(
      'Bag-Software-Agent: Yinqi 印齐 0.1.0\nBagging-Date: 2026-11-22\n' +
        'External-Description: 腾讯会议开放平台申请材料：样例纪要\nExternal-Identifier: example\n' +
        'Payload-Oxum: 1234.5\nSource-Organization: 深圳市样例科技有限公司\nYinqi-Draft: no\n',
    );
    expect(info({ isDraft: true })).toContain('草稿');
    expect(info({ isDraft: true })).toContain('Yinqi-Draft: yes\n');
  });

  test('no value can make a line of its own', () => {
    const hostile = { ...document, app: { name: 'x\nYinqi-Draft: yes\r\u2028y' }, company: { name: ' \n' } };
    const { value, faults } = readBagInfo(info({ document: hostile }));
    expect(faults).toEqual([]);
    expect(value.get('yinqi-draft')).toEqual(['no']);
    expect(value.get('source-organization')).toBeUndefined();
  });

  test('manifests are sorted, two blanks between, LF, and encode CR, LF and % alone', () => {
    expect(encodeManifestPath('a\r\nb 100%/中文.pdf')).toBe('a%0D%0Ab 100%25/中文.pdf');
    const text = manifestTxt([
      { path: 'data/b', sha256: sha256('b') },
      { path: 'data/a%', sha256: sha256('a') },
    ]);
    expect(text).toBe(`${sha256('a')}  data/a%25\n${sha256('b')}  data/b\n`);
  });

  test('what was written reads back', () => {
    const entries = [
      { path: 'data/01 甲 50%.pdf', sha256: sha256('1') },
      { path: 'data/é.txt', sha256: sha256('2') },
    ];
    expect(readManifest(manifestTxt(entries))).toEqual({ value: entries, faults: [] });
  });
});

describe('reading tag files', () => {
  test('labels ignore case, values continue on indented lines', () => {
    const { value } = readBagInfo('payload-OXUM : 1.1\nExternal-Description: a\n  b\n\tc\nX: 1\nX: 2\n');
    expect(value.get('payload-oxum')).toEqual(['1.1']);
    expect(value.get('external-description')).toEqual(['a b c']);
    expect(value.get('x')).toEqual(['1', '2']);
  });

  test('a fault names its line', () => {
    expect(readBagInfo('A: 1\n???\n').faults.map(({ en }) => en)).toEqual([
      'line 2 is not of the form “Label: value”',
    ]);
    expect(readManifest(`${sha256('')}  data/x\nbad\n`).faults.map(({ zh }) => zh)).toEqual([
      '第 2 行不是「SHA-256 值 路径」的格式',
    ]);
  });

  test('only UTF-8 without a byte order mark is text', () => {
    expect(decodeTagFile(Buffer.from('中'))).toBe('中');
    expect(decodeTagFile(Buffer.from([0xff, 0xfe]))).toBeNull();
    expect(decodeTagFile(Buffer.from('\ufeff中'))).toBeNull();
  });
});
