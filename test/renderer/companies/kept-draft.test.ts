import { expect, test, vi } from 'vitest';
import { createKeptDraft, type DraftSaving } from '../../../renderer/companies/kept-draft.ts';

function setUp(save: (details: string, base: number) => Promise<number>) {
  const told: DraftSaving[] = [];
  const draft = createKeptDraft({
    details: '',
    revision: 1,
    save,
    onChange: (saving) => told.push(saving),
    delayMs: 100_000,
  });
  return { draft, told };
}

test('the last words are saved, on the revision of the save before', async () => {
  const saved: (readonly [string, number])[] = [];
  const { draft, told } = setUp(async (details, base) => {
    saved.push([details, base]);
    return base + 1;
  });
  draft.edit('甲');
  draft.edit('甲公');
  await draft.flush();
  draft.edit('甲公司');
  await draft.flush();
  expect(saved).toEqual([
    ['甲公', 1],
    ['甲公司', 2],
  ]);
  expect(told.at(-1)).toBe('saved');
});

test('what is typed while a save is under way is saved after it, never beside it', async () => {
  let under = 0;
  const saved: string[] = [];
  const { draft } = setUp(async (details, base) => {
    under += 1;
    expect(under).toBe(1);
    if (details === '一') draft.edit('二');
    await Promise.resolve();
    saved.push(details);
    under -= 1;
    return base + 1;
  });
  draft.edit('一');
  await draft.flush();
  expect(saved).toEqual(['一', '二']);
});

test('what could not be saved waits, and goes with the next try', async () => {
  const save = vi.fn(async () => 2);
  save.mockRejectedValueOnce(new Error('disk'));
  const { draft, told } = setUp(save);
  draft.edit('甲');
  await draft.flush();
  expect(told.at(-1)).toBe('failed');
  await draft.flush();
  expect(told.at(-1)).toBe('saved');
  expect(save).toHaveBeenLastCalledWith('甲', 1);
});

test('nothing typed is nothing saved', async () => {
  const save = vi.fn(async () => 2);
  await setUp(save).draft.flush();
  expect(save).not.toHaveBeenCalled();
});
