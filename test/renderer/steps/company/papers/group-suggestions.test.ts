import { describe, expect, test } from 'vitest';
import type { FieldSuggestion } from '../../../../../main/contract/read-paper.ts';
import {
  editsOf,
  groupSuggestions,
  takenAtOnce,
  undoOf,
} from '../../../../../renderer/steps/company/papers/group-suggestions.ts';

const read = (field: string, value: string, more: Partial<FieldSuggestion> = {}): FieldSuggestion => ({
  particular: 'company-name',
  value,
  confidence: 0.9,
  isVerified: false,
  page: 0,
  box: { leftPx: 0, topPx: 0, widthPx: 10, heightPx: 10 },
  path: 'papers/licence.jpg',
  field,
  current: null,
  state: 'fills',
  ...more,
});

describe('suggestions by field', () => {
  test('stand in the order of the form, whatever paper was read first', () => {
    const fields = groupSuggestions(
      [
        read('company.agent.name', '李四'),
        read('parties.1.name', '乙公司'),
        read('parties.0.name', '甲公司'),
        read('company.name', '样例公司'),
      ],
      {},
    );
    expect(fields.map(({ field }) => field)).toEqual([
      'company.name',
      'company.agent.name',
      'parties.0.name',
      'parties.1.name',
    ]);
  });

  test('say the same words once, read best: a fitting check character weighs more than confidence', () => {
    const [field] = groupSuggestions(
      [
        read('company.uscc', '91440300MA5YANGL1W', { confidence: 0.95, path: 'a.jpg' }),
        read('company.uscc', '９１440300ma5yangl1w', { confidence: 0.6, isVerified: true, path: 'b.jpg' }),
        read('company.uscc', '91440300MA5YANGL1W', { confidence: 0.9, path: 'a.jpg' }),
      ],
      {},
    );
    expect(field?.readings).toHaveLength(1);
    expect(field?.readings[0]?.best.path).toBe('b.jpg');
    expect(field?.readings[0]?.alsoIn).toEqual(['a.jpg']);
  });

  test('follow what the form holds now, not what it held when the papers were read', () => {
    const suggestions = [read('company.name', '样例（深圳）公司')];
    const stateFor = (name: string) =>
      groupSuggestions(suggestions, { company: { name } }).map(({ state, current }) => [state, current]);
    expect(stateFor('')).toEqual([['fills', null]]);
    expect(stateFor('样例(深圳)公司')).toEqual([['same', '样例(深圳)公司']]);
    expect(stateFor('别的公司')).toEqual([['differs', '别的公司']]);
  });

  test('keep the judgement that came with them while the form is as it was', () => {
    const same = read('company.name', '样例公司', { current: '样例 公司', state: 'same' });
    expect(groupSuggestions([same], { company: { name: '样例 公司' } })[0]?.state).toBe('same');
  });

  test('fill a field that was emptied since', () => {
    const differed = read('company.name', '样例公司', { current: '别的公司', state: 'differs' });
    const [field] = groupSuggestions([differed], { company: {} });
    expect([field?.state, field?.readings[0]?.state]).toEqual(['fills', 'fills']);
  });

  test('differ when one paper agrees with the form and another does not', () => {
    const [field] = groupSuggestions(
      [read('company.name', '样例公司'), read('company.name', '样例公可', { path: 'b.jpg' })],
      { company: { name: '样例公司' } },
    );
    expect(field?.state).toBe('differs');
    expect(field?.readings.map(({ state }) => state)).toEqual(['same', 'differs']);
  });
});

describe('what is taken at once', () => {
  test('fills empty fields alone, and none on which papers disagree', () => {
    const fields = groupSuggestions(
      [
        read('company.name', '样例公司'),
        read('company.address', '样例路 1 号'),
        read('company.uscc', '甲'),
        read('company.uscc', '乙', { path: 'b.jpg' }),
      ],
      { company: { address: '别处' } },
    );
    expect(takenAtOnce(fields).map(({ field }) => field)).toEqual(['company.name']);
  });
});

describe('the edits of taken suggestions', () => {
  const document = { company: { name: '旧名' }, parties: [{ role: 'licensor' }, { role: 'affiliate' }] };

  test('set fields, and the list of parties as a whole', () => {
    const edits = editsOf(
      [
        read('company.name', '新名'),
        read('parties.1.name', '关联公司'),
        read('parties.1.identifier', '9144'),
      ],
      document,
    );
    expect(edits).toEqual([
      { path: ['company', 'name'], value: '新名', was: '旧名' },
      {
        path: ['parties'],
        value: [{ role: 'licensor' }, { role: 'affiliate', name: '关联公司', identifier: '9144' }],
        was: document.parties,
      },
    ]);
  });

  test('are taken back to what was there, but for what was typed since', () => {
    const edits = editsOf([read('company.name', '新名'), read('company.address', '新址')], document);
    const now = { ...document, company: { name: '自己又改过', address: '新址' } };
    expect(undoOf(edits, now).map(({ path, value }) => [path.join('.'), value])).toEqual([
      ['company.address', null],
    ]);
  });
});
