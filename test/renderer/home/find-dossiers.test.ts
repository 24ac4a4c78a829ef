import { expect, test } from 'vitest';
import type { DossierSummary } from '../../../main/contract/dossier-summary.ts';
import { countShelves, findDossiers, inOrder, searchable } from '../../../renderer/home/find-dossiers.ts';

const platforms = [
  {
    id: 'tencent-meeting',
    title: '腾讯会议开放平台',
    version: '1',
    tracks: [{ id: 'showcase', title: '展示', covered: true }],
    groups: [],
    categories: [],
    topics: [],
  },
];
const progress = { holds: 'current' as const, day: '2026-11-22', done: 1, total: 4, open: 0, errors: 0 };
const dossier = (id: string, part: Partial<DossierSummary> = {}): DossierSummary => ({
  dossier: id,
  title: '会议助手',
  company: '甲公司',
  uscc: '91440300MA5YANGL1W',
  platform: 'tencent-meeting',
  track: 'showcase',
  categories: [],
  changedAt: '2026-11-22T00:00:00.000Z',
  revision: 1,
  isArchived: false,
  progress,
  lastExport: null,
  ...part,
});
const all = { query: '', platform: '', shelf: 'in-use' } as const;
const ids = (list: readonly DossierSummary[]) => list.map((one) => one.dossier);
const find = (list: readonly DossierSummary[], view: object) =>
  ids(findDossiers(searchable(list, platforms), { ...all, ...view }));

test('every word is looked for in app, company, credit code, platform and track', () => {
  const list = [dossier('a'), dossier('b', { title: 'Whiteboard', company: '乙公司', uscc: '', track: '' })];
  expect(find(list, { query: '' })).toEqual(['a', 'b']);
  expect(find(list, { query: '甲公司 助手' })).toEqual(['a']);
  expect(find(list, { query: '  whiteBOARD ' })).toEqual(['b']);
  expect(find(list, { query: 'ＷＨＩＴＥ' })).toEqual(['b']);
  expect(find(list, { query: 'yangl1w' })).toEqual(['a']);
  expect(find(list, { query: '腾讯会议 展示' })).toEqual(['a']);
  expect(find(list, { query: '甲公司 白板' })).toEqual([]);
});

test('words do not run from one field into the next', () => {
  expect(find([dossier('a', { title: '会议', company: '助手公司' })], { query: '会议助手' })).toEqual([]);
});

test('each shelf holds its own, and archived ones are out of the way', () => {
  const list = [
    dossier('fine'),
    dossier('wrong', { progress: { ...progress, errors: 3 } }),
    dossier('new', { progress: null }),
    dossier('edited', { progress: { ...progress, holds: 'edited', errors: 1 } }),
    dossier('away', { isArchived: true, progress: null }),
  ];
  expect(find(list, {})).toEqual(['fine', 'wrong', 'new', 'edited']);
  expect(find(list, { shelf: 'attention' })).toEqual(['wrong', 'edited']);
  expect(find(list, { shelf: 'unchecked' })).toEqual(['new', 'edited']);
  expect(find(list, { shelf: 'archived' })).toEqual(['away']);
  expect(countShelves(list)).toEqual({ 'in-use': 4, attention: 2, unchecked: 2, archived: 1 });
});

test('a platform narrows the list', () => {
  const list = [dossier('a'), dossier('b', { platform: 'tencent-open-platform' })];
  expect(find(list, { platform: 'tencent-open-platform' })).toEqual(['b']);
});

test('orders put the same dossiers otherwise, and keep those alike as they came', () => {
  const list = searchable(
    [
      dossier('a', { title: '应用 10', progress: { ...progress, done: 1, errors: 1 } }),
      dossier('b', { title: '应用 9', progress: { ...progress, done: 4, errors: 5 } }),
      dossier('c', { title: '应用 10', progress: null }),
    ],
    platforms,
  );
  const { compare } = new Intl.Collator('zh', { numeric: true });
  const order = (by: Parameters<typeof inOrder>[1]) =>
    ids(inOrder(list, by, compare).map((one) => one.summary));
  expect(order('changed')).toEqual(['a', 'b', 'c']);
  expect(order('name')).toEqual(['b', 'a', 'c']);
  expect(order('company')).toEqual(['a', 'b', 'c']);
  expect(order('errors')).toEqual(['b', 'a', 'c']);
  expect(order('progress')).toEqual(['b', 'a', 'c']);
});
