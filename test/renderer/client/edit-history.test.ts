import { describe, expect, test } from 'vitest';
import { createEditHistory } from '../../../renderer/client/edit-history.ts';

const change = (field: string, before: unknown, after: unknown) => ({
  path: field.split('.'),
  before,
  after,
});
const nextTurn = (): Promise<void> => new Promise((done) => setTimeout(done));

describe('the history of edits', () => {
  test('takes the typing in one field as one step', async () => {
    const history = createEditHistory();
    history.record(change('app.name', '甲', '甲乙'));
    await nextTurn();
    history.record(change('app.name', '甲乙', '甲乙丙'));
    expect(history.undo()).toEqual([change('app.name', '甲', '甲乙丙')]);
    expect(history.canUndo()).toBe(false);
  });

  test('begins another step after a field was left', async () => {
    const history = createEditHistory();
    history.record(change('app.name', '甲', '乙'));
    history.seal();
    await nextTurn();
    history.record(change('app.name', '乙', '丙'));
    expect(history.undo()).toEqual([change('app.name', '乙', '丙')]);
    expect(history.undo()).toEqual([change('app.name', '甲', '乙')]);
    expect(history.undo()).toBeNull();
  });

  test('takes all that one press changed as one step', async () => {
    const history = createEditHistory();
    history.record(change('facts.a', null, false));
    history.record(change('facts.b', null, false));
    await nextTurn();
    history.record(change('facts.c', null, true));
    expect(history.undo()).toEqual([change('facts.c', null, true)]);
    expect(history.undo()).toEqual([change('facts.a', null, false), change('facts.b', null, false)]);
  });

  test('forgets what was typed and typed away again', () => {
    const history = createEditHistory();
    history.record(change('app.name', '甲', '甲乙'));
    history.record(change('app.name', '甲乙', '甲'));
    expect(history.canUndo()).toBe(false);
  });

  test('forgets a deletion that its own notice took back', async () => {
    const history = createEditHistory();
    history.record(change('app.name', '名', '新名'));
    history.seal();
    await nextTurn();
    history.record(change('parties', [1, 2], [1]));
    history.seal();
    await nextTurn();
    history.record(change('parties', [1], [1, 2]));
    history.seal();
    expect(history.undo()).toEqual([change('app.name', '名', '新名')]);
  });

  test('does again what was undone, until something else is done', async () => {
    const history = createEditHistory();
    history.record(change('app.name', '甲', '乙'));
    history.seal();
    history.undo();
    expect(history.redo()).toEqual([change('app.name', '甲', '乙')]);
    expect(history.canUndo()).toBe(true);
    history.undo();
    await nextTurn();
    history.record(change('app.intro', null, '简介'));
    expect(history.canRedo()).toBe(false);
  });
});
