import { describe, expect, test } from 'vitest';
import { suggestPlace, type Place } from '../../../main/core/files/suggest-place.ts';

const place = (field: string, title: string, over: Partial<Place> = {}): Place => ({
  field,
  titles: [title],
  isEmpty: true,
  isDue: true,
  ...over,
});
const logo = { size: { widthPx: 128, heightPx: 128 } };
const places = [
  place('documents.business-licence', '营业执照', { reads: { paper: 'business-licence', of: 'company' } }),
  place('documents.legal-representative-id-copy', '法定代表人身份证复印件', {
    reads: { paper: 'identity-document', of: 'legal-representative' },
  }),
  place('documents.agent-id-copy', '被授权人身份证复印件', {
    reads: { paper: 'identity-document', of: 'agent' },
  }),
  place('documents.publishing-commitment', '应用发布承诺函'),
  place('app.logo', '应用 LOGO', logo),
  place('company.logo', '企业 LOGO', logo),
  place('app.previews.desktop', '桌面端预览图', { size: { widthPx: 1920, heightPx: 1080 } }),
];
const people = { 'legal-representative': '张三', agent: '李四' };
const of = (file: Parameters<typeof suggestPlace>[0], among = places) => suggestPlace(file, among, people);

describe('where a file may belong', () => {
  test('a Chinese name is matched with the title, an English one with the id', () => {
    const licence = { field: 'documents.business-licence', because: 'name' };
    expect(of({ path: 'files/2026 营业执照（副本）.jpg' })).toEqual(licence);
    expect(of({ path: 'files/Agent_ID_copy.png' })).toEqual({
      field: 'documents.agent-id-copy',
      because: 'name',
    });
  });
  test('of two equal names the empty place is taken', () => {
    const two = [place('documents.x', '营业执照', { isEmpty: false }), place('documents.y', '营业执照')];
    expect(of({ path: '营业执照.png' }, two)?.field).toBe('documents.y');
  });
  test('the page code of a letter goes before everything else', () => {
    expect(of({ path: '营业执照.pdf', letters: ['publishing-commitment'] })).toEqual({
      field: 'documents.publishing-commitment',
      because: 'code',
    });
  });
  test('pages of two letters in one file suggest neither', () => {
    expect(of({ path: 'a.pdf', letters: ['publishing-commitment', 'authorisation-letter'] })).toBeNull();
  });
  test('what is printed tells a licence, and two identity cards by the name on them', () => {
    expect(of({ path: 'IMG_1.jpg', paper: { kind: 'business-licence', names: [] } })).toEqual({
      field: 'documents.business-licence',
      because: 'print',
    });
    const card = { kind: 'identity-document' as const };
    expect(of({ path: 'IMG_2.jpg', paper: { ...card, names: ['李 四'] } })?.field).toBe(
      'documents.agent-id-copy',
    );
    // Whose it is cannot be told, and both places are empty.
    expect(of({ path: 'IMG_3.jpg', paper: { ...card, names: ['王五'] } })).toBeNull();
  });
  test('of two papers of one kind the one that is due is taken, the other by the name on it', () => {
    const reads = { paper: 'business-licence', of: 'licensor' } as const;
    const two = [
      ...places,
      place('documents.licensor-business-licence', '授权方执照', { reads, isDue: false }),
    ];
    const paper = { kind: 'business-licence' as const, names: [] };
    expect(of({ path: 'IMG_1.jpg', paper }, two)?.field).toBe('documents.business-licence');
    const filled = two.map((one) => ({
      ...one,
      isEmpty: one.field !== 'documents.business-licence' && one.isEmpty,
    }));
    expect(of({ path: 'IMG_1.jpg', paper }, filled)?.field).toBe('documents.licensor-business-licence');
  });
  test('a picture of the very size that is wanted belongs there, unless two places want it', () => {
    expect(of({ path: 'IMG_4.png', size: { widthPx: 1920, heightPx: 1080 } })).toEqual({
      field: 'app.previews.desktop',
      because: 'size',
    });
    expect(of({ path: 'IMG_5.png', size: { widthPx: 128, heightPx: 128 } })).toBeNull();
    const filled = places.map((one) => (one.field === 'app.logo' ? { ...one, isEmpty: false } : one));
    expect(of({ path: 'IMG_5.png', size: { widthPx: 128, heightPx: 128 } }, filled)?.field).toBe(
      'company.logo',
    );
  });
  test('what says nothing suggests nothing', () => {
    expect(of({ path: 'files/IMG_2031.jpg', paper: { kind: 'unknown', names: ['张三'] } })).toBeNull();
    expect(of({ path: 'files/扫描件.jpg' })).toBeNull();
  });
});
