import { describe, expect, test } from 'vitest';
import {
  keyStep,
  openSuggestions,
  shifted,
  unfinished,
  withNewPlace,
  withoutPlace,
  withPlace,
} from '../../../renderer/forms/form-places.ts';

const page = { widthMm: 210, heightMm: 297 };
const field = { id: '名称', page: 1, xMm: 20, yMm: 30, widthMm: 60, heightMm: 8, variable: 'company.name' };
const guide = { id: '章', page: 1, xMm: 120, yMm: 200, widthMm: 40, heightMm: 40, kind: 'seal' as const };
const places = { fields: [field], guides: [guide] };

describe('a place on a form', () => {
  test('is moved and resized to tenths of a millimetre', () => {
    expect(shifted(field, { xMm: 0.26, yMm: -1 }, page)).toMatchObject({ xMm: 20.3, yMm: 29 });
    expect(shifted(field, { widthMm: 5.04, heightMm: 1 }, page)).toMatchObject({ widthMm: 65, heightMm: 9 });
  });

  test('never leaves its page and never vanishes', () => {
    expect(shifted(field, { xMm: -500, yMm: 900 }, page)).toMatchObject({ xMm: 0, yMm: 289 });
    expect(shifted(field, { widthMm: -500, heightMm: 900 }, page)).toMatchObject({
      widthMm: 2,
      heightMm: 267,
    });
  });

  test('is moved by arrow keys, further with Shift, resized with Alt', () => {
    const key = (name: string, shiftKey = false, altKey = false) => keyStep({ key: name, shiftKey, altKey });
    expect(key('ArrowLeft')).toEqual({ xMm: -0.5, yMm: 0 });
    expect(key('ArrowDown', true)).toEqual({ xMm: 0, yMm: 5 });
    expect(key('ArrowRight', false, true)).toEqual({ widthMm: 0.5, heightMm: 0 });
    expect(key('Tab')).toBeNull();
  });

  test('gets a name of its own, and is changed and removed by it', () => {
    const added = withNewPlace(places, { ...field, xMm: 50 });
    expect(added.id).toBe('名称-2');
    expect(added.places.fields).toHaveLength(2);
    expect(withPlace(places, '章', { ...guide, xMm: 1 }).guides).toEqual([{ ...guide, xMm: 1 }]);
    expect(withoutPlace(places, '名称')).toEqual({ fields: [], guides: [guide] });
  });
});

test('a field of the PDF’s own is offered until something lies on it', () => {
  const suggestion = (yMm: number) => ({
    name: `f${yMm}`,
    kind: 'text' as const,
    page: 1,
    xMm: 20,
    yMm,
    widthMm: 60,
    heightMm: 8,
    field,
  });
  expect(openSuggestions(places, [suggestion(34), suggestion(60)]).map(({ name }) => name)).toEqual(['f60']);
});

test('a place without a detail and without words is not finished', () => {
  const bare = { id: 'x', page: 1, xMm: 0, yMm: 0, widthMm: 5, heightMm: 5 };
  expect(
    unfinished({ fields: [field, bare, { ...bare, text: '' }, { ...bare, text: '✓' }], guides: [] }),
  ).toHaveLength(2);
});
