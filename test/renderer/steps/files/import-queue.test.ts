import { expect, test } from 'vitest';
import type { DossierSession } from '../../../../renderer/client/dossier-session.ts';
import { createImportQueue, importQueueOf } from '../../../../renderer/steps/files/import-queue.ts';

/** A session whose imports end when the test says so; it notes what was imported, in order. */
function slowSession() {
  const imported: string[] = [];
  const edits: unknown[] = [];
  let release: (() => void)[] = [];
  const session = {
    id: 'd',
    client: { grantFile: (file: File) => Promise.resolve(file.name) },
    perform: async (_name: string, input: { file: string }, options: { signal: AbortSignal }) => {
      await new Promise<void>((done) => release.push(done));
      options.signal.throwIfAborted();
      if (input.file === 'bad.png') throw new Error('refused');
      imported.push(input.file);
      return { path: `assets/${input.file}` };
    },
    edit: (path: unknown, value: unknown) => edits.push([path, value]),
    flush: () => Promise.resolve(),
  };
  const letOne = async (): Promise<void> => {
    await new Promise((soon) => setTimeout(soon, 5));
    const [first, ...rest] = release;
    release = rest;
    first?.();
    await new Promise((soon) => setTimeout(soon, 5));
  };
  // Safe: the queue uses nothing of a session but what stands here.
  return { session: session as unknown as DossierSession, imported, edits, letOne };
}
const file = (name: string): File => new File(['x'], name);

test('what is dropped while files are being taken in waits its turn, and a refused file stops none', async () => {
  const { session, imported, letOne } = slowSession();
  const queue = createImportQueue(session, 'app.previews.desktop');
  queue.add([file('a.png'), file('bad.png')], false);
  queue.add([file('b.png')], false);
  expect(queue.getState().progress?.label).toBe('a.png');
  for (let n = 0; n < 3; n += 1) await letOne();
  expect(imported).toEqual(['a.png', 'b.png']);
  expect(queue.getState()).toMatchObject({ progress: null, wasCancelled: false });
  expect(queue.getState().failed.map((one) => one.name)).toEqual(['bad.png']);
});

test('the queue belongs to the open dossier: a page that is left and entered again sees the same imports', () => {
  const { session } = slowSession();
  expect(importQueueOf(session, 'app.logo')).toBe(importQueueOf(session, 'app.logo'));
  expect(importQueueOf(session, 'app.logo')).not.toBe(importQueueOf(session, 'company.logo'));
  expect(importQueueOf(slowSession().session, 'app.logo')).not.toBe(importQueueOf(session, 'app.logo'));
});

test('cancelling ends the file under way, forgets those that wait, and a later drop works', async () => {
  const { session, imported, letOne } = slowSession();
  const queue = createImportQueue(session, 'app.logo');
  queue.add([file('a.png'), file('b.png')], false);
  queue.add([file('c.png')], false);
  queue.cancel();
  await letOne();
  expect(imported).toEqual([]);
  expect(queue.getState()).toMatchObject({ progress: null, wasCancelled: true, failed: [] });
  queue.add([file('d.png')], false);
  await letOne();
  expect(imported).toEqual(['d.png']);
});

test('files that replace take the place of what the field held', async () => {
  const { session, edits, letOne } = slowSession();
  const queue = createImportQueue(session, 'documents.publishing-commitment');
  queue.add([file('new.pdf')], true);
  await letOne();
  expect(edits).toEqual([[['documents', 'publishing-commitment'], 'assets/new.pdf']]);
});
