import { describe, expect, test } from 'vitest';
import { failureOf } from '../disk/failure-of.ts';
import { document, openStore, text } from './open-store.ts';

describe('dossiers', () => {
  test('a new one gets an id in its document and is there after the program was closed', async () => {
    const { store, dataFolder } = openStore();
    const made = await store.create(document);
    expect(made.document.id).toBe(made.ref);
    expect(made.revision).toBe(1);
    store.close();
    const again = openStore(dataFolder).store;
    expect(await again.open(made.ref)).toEqual(made);
    expect((await again.list()).map(({ ref }) => ref)).toEqual([made.ref]);
  });

  test('one that has an id keeps it', async () => {
    const { store } = openStore();
    const made = await store.create({ ...document, id: 'by-hand' });
    expect([made.ref, made.document.id]).toEqual(['by-hand', 'by-hand']);
  });

  test('removal takes it off the list and can be undone, with nothing lost', async () => {
    const { store } = openStore();
    const { ref } = await store.create(document);
    const { dossier } = await store.addFile(ref, 'a.txt', text('a'));
    await store.remove(ref);
    await store.remove(ref);
    expect(await store.list()).toEqual([]);
    expect((await failureOf(store.open(ref))).code).toBe('dossier-removed');
    expect((await failureOf(store.edit(ref, 1, [{ path: ['track'], value: 'x' }]))).code).toBe(
      'dossier-removed',
    );
    expect(await store.restore(ref)).toEqual(dossier);
    expect(await store.list()).toHaveLength(1);
  });

  test('one that was never there is refused by name', async () => {
    const { store } = openStore();
    for (const call of [store.open('x'), store.remove('x'), store.restore('x'), store.exportEntries('x')]) {
      const failure = await failureOf(call);
      expect(failure.code).toBe('unknown-dossier');
      expect(failure.text.zh).toContain('「x」');
    }
  });
});

describe('editing', () => {
  test('saves all edits or none and counts the revision', async () => {
    const { store } = openStore();
    const { ref } = await store.create(document);
    const edits = [
      { path: ['app', 'name'], value: '甲' },
      { path: ['facts', 'networked'], value: true },
    ];
    const saved = await store.edit(ref, 1, edits);
    expect(saved).toMatchObject({
      revision: 2,
      document: { app: { name: '甲' }, facts: { networked: true } },
    });
    const bad = store.edit(ref, 2, [
      { path: ['app', 'name'], value: '乙' },
      { path: ['nothing'], value: 1 },
    ]);
    expect((await failureOf(bad)).code).toBe('bad-edit');
    expect(await store.open(ref)).toEqual(saved);
  });

  test('an edit that changes nothing leaves the revision', async () => {
    const { store } = openStore();
    const { ref } = await store.create(document);
    expect((await store.edit(ref, 1, [{ path: ['track'], value: null }])).revision).toBe(1);
  });

  describe('in two windows', () => {
    async function twoWindows() {
      const { store: here, dataFolder } = openStore();
      const { store: there } = openStore(dataFolder);
      const { ref } = await here.create({ ...document, app: { name: '原名', searchKeywords: ['a', 'b'] } });
      return { here, there, ref };
    }

    test('different fields of the same state are both saved', async () => {
      const { here, there, ref } = await twoWindows();
      await here.edit(ref, 1, [{ path: ['app', 'name'], value: '甲' }]);
      const both = await there.edit(ref, 1, [{ path: ['app', 'version'], value: '2.0' }]);
      expect(both.document.app).toMatchObject({ name: '甲', version: '2.0' });
      expect(await here.open(ref)).toEqual(both);
    });

    test.each<[string, (string | number)[], unknown, (string | number)[], unknown, string, string]>([
      ['the same field', ['app', 'name'], '甲', ['app', 'name'], '乙', 'app.name', '甲'],
      [
        'a field inside one that was changed',
        ['app'],
        { name: '甲' },
        ['app', 'version'],
        '2',
        'app.version',
        '空',
      ],
      ['a field around one that was changed', ['app', 'name'], '甲', ['app'], null, 'app', '甲'],
      [
        'another item of the same list',
        ['app', 'searchKeywords', 0],
        null,
        ['app', 'searchKeywords', 1],
        'x',
        'app.searchKeywords.1',
        '空',
      ],
    ])(
      '%s is not overwritten: the failure names it and what is there now',
      async (_, first, one, second, other, field, now) => {
        const { here, there, ref } = await twoWindows();
        const saved = await here.edit(ref, 1, [{ path: first, value: one }]);
        const failure = await failureOf(there.edit(ref, 1, [{ path: second, value: other }]));
        expect(failure.code).toBe('edit-conflict');
        expect(failure.text.zh).toContain(`字段 ${field} `);
        expect(failure.text.zh).toContain(now);
        expect(await there.open(ref)).toEqual(saved);
        const again = await there.edit(ref, saved.revision, [{ path: ['app', 'name'], value: '后来' }]);
        expect(again.document.app?.name).toBe('后来');
      },
    );

    test('the same change made twice disturbs nobody', async () => {
      const { here, there, ref } = await twoWindows();
      await here.edit(ref, 1, [{ path: ['app', 'name'], value: '甲' }]);
      const again = await there.edit(ref, 1, [{ path: ['app', 'name'], value: '甲' }]);
      expect(again.document.app?.name).toBe('甲');
    });

    test('a revision that the database has not reached is a conflict', async () => {
      const { there, ref } = await twoWindows();
      expect((await failureOf(there.edit(ref, 9, [{ path: ['track'], value: 'x' }]))).code).toBe(
        'edit-conflict',
      );
    });

    test('many edits at once are all saved', async () => {
      const { here, there, ref } = await twoWindows();
      await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          (index % 2 === 0 ? here : there).edit(ref, 1, [{ path: ['facts', `f${index}`], value: true }]),
        ),
      );
      const { document: saved, revision } = await here.open(ref);
      expect(Object.keys(saved.facts ?? {})).toHaveLength(30);
      expect(revision).toBe(31);
    });
  });
});
