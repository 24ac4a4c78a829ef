import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { withFileWorker, type FileWork } from '../../../main/adapters/images/file-workers.ts';
import { makeFolder, patches, textPdf } from './file-fixtures.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

/** Files that hold their worker until they are let go, and the order in which they got one. */
function files() {
  const begun: string[] = [];
  const letGo = new Map<string, () => void>();
  const work: Promise<void>[] = [];
  return {
    begun,
    take(name: string, lent: FileWork): void {
      work.push(
        withFileWorker(lent, async () => {
          begun.push(name);
          await new Promise<void>((done) => letGo.set(name, done));
        }),
      );
    },
    async done(name: string): Promise<void> {
      letGo.get(name)?.();
      await settled();
    },
    all: () => Promise.all(work),
  };
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
const picture: FileWork = { needsDecoder: false };
const pdf: FileWork = { needsDecoder: true };

test('two pictures are looked at at once, the third in its turn', async () => {
  const { begun, take, done, all } = files();
  for (const name of ['a', 'b', 'c']) take(name, picture);
  await settled();
  expect(begun).toEqual(['a', 'b']);
  await done('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await done('a');
  await done('c');
  await all();
});

test('a second PDF waits while pictures follow each other, and has the other worker once they have ceased', async () => {
  const { begun, take, done, all } = files();
  for (const [name, kind] of [['a.pdf', pdf], ['b.pdf', pdf], ['p1', picture]] as const) take(name, kind); // prettier-ignore
  await settled();
  expect(begun).toEqual(['a.pdf', 'p1']);
  await done('p1');
  take('p2', picture);
  await settled();
  expect(begun).toEqual(['a.pdf', 'p1', 'p2']);
  await done('p2');
  expect(begun).not.toContain('b.pdf');
  await vi.waitFor(() => expect(begun).toContain('b.pdf'));
  take('p3', picture);
  take('c.pdf', pdf);
  await settled();
  expect(begun).toHaveLength(4);
  // Decoding goes on in both places only as long as no picture waits.
  await done('b.pdf');
  expect(begun.at(-1)).toBe('p3');
  await done('a.pdf');
  expect(begun.at(-1)).toBe('c.pdf');
  await done('p3');
  await done('c.pdf');
  await all();
});

test('two PDFs are looked at at once where there are no pictures, the other worker being started anew', async () => {
  const ended = vi.spyOn(Worker.prototype, 'terminate');
  const bytes = await textPdf(2);
  const look = folder.put('beside.png', await patches(40, 30).png().toBuffer()).absolutePath;
  await withFileWorker(picture, (worker) => worker.lookAtFile({ path: look }));
  const { begun, take, done, all } = files();
  take('held.pdf', pdf);
  for (let round = 0; round < 2; round += 1) {
    expect(await withFileWorker(pdf, (worker) => worker.open({ bytes: bytes.slice() }))).toEqual({
      pages: 2,
    });
    expect(ended).toHaveBeenCalledTimes(1);
  }
  expect(begun).toEqual(['held.pdf']);
  await withFileWorker(picture, (worker) => worker.lookAtFile({ path: look }));
  expect(ended).toHaveBeenCalledTimes(2);
  await done('held.pdf');
  await all();
  ended.mockRestore();
});

test('the decoders go to a PDF that waits before a picture that has waited longer', async () => {
  const { begun, take, done, all } = files();
  // The first picture leaves the decoders to others; the second finds nothing else.
  for (const name of ['apart', 'at the decoders', 'waiting']) take(name, picture);
  take('waiting.pdf', pdf);
  await settled();
  await done('at the decoders');
  expect(begun).toEqual(['apart', 'at the decoders', 'waiting.pdf']);
  await done('waiting.pdf');
  expect(begun.at(-1)).toBe('waiting');
  await done('apart');
  await done('waiting');
  await all();
});

test('who is cancelled while waiting gives its turn to the next', async () => {
  const { begun, take, done, all } = files();
  take('a.pdf', pdf);
  const cancel = new AbortController();
  const given = withFileWorker({ ...pdf, signal: cancel.signal }, async () => 'never');
  take('b.pdf', pdf);
  cancel.abort(new Error('cancelled'));
  await expect(given).rejects.toThrow('cancelled');
  await done('a.pdf');
  expect(begun).toEqual(['a.pdf', 'b.pdf']);
  await done('b.pdf');
  await all();
  await expect(
    withFileWorker({ ...picture, signal: AbortSignal.abort(new Error('too late')) }, async () => 'never'),
  ).rejects.toThrow('too late');
});

test('what the system says on reading keeps its word, and the next file has a worker again', async () => {
  const look = (path: string) => withFileWorker(picture, (worker) => worker.lookAtFile({ path }));
  await expect(look(join(folder.path, 'nowhere.png'))).rejects.toMatchObject({ code: 'ENOENT' });
  const { absolutePath } = folder.put('picture.png', await patches(40, 30).png().toBuffer());
  expect(await look(absolutePath)).toMatchObject({
    identity: { type: 'png' },
    measured: { image: { widthPx: 40, heightPx: 30 } },
  });
  expect(await look(folder.put('two.pdf', await textPdf(2)).absolutePath)).toEqual({ isOther: true });
});

test('one worker after the other does every kind of job', async () => {
  const { absolutePath } = folder.put('three.pdf', await textPdf(3));
  for (let round = 0; round < 3; round += 1) {
    const pages = await withFileWorker(pdf, (worker) => worker.open({ path: absolutePath }));
    expect(pages).toEqual({ pages: 3 });
    const cut = new Uint8Array(30);
    await expect(withFileWorker(pdf, (worker) => worker.open({ bytes: cut }))).rejects.not.toHaveProperty(
      'code',
    );
  }
});

test('a worker is kept, but not one that failed or holds a huge picture', async () => {
  const ended = vi.spyOn(Worker.prototype, 'terminate');
  const look = (path: string) => withFileWorker(picture, (worker) => worker.lookAtFile({ path }));
  const plain = (width: number, height: number): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: '#369' } })
      .png()
      .toBuffer();
  await look(folder.put('modest.png', await plain(4000, 3000)).absolutePath);
  await withFileWorker(pdf, async (worker) => worker.open({ bytes: await textPdf(1) }));
  expect(ended).not.toHaveBeenCalled();
  await look(folder.put('huge.png', await plain(4100, 4000)).absolutePath);
  expect(ended).toHaveBeenCalledTimes(1);
  // A file that cannot be read harms nobody; a reader that stumbled may be in any state.
  await expect(look(join(folder.path, 'nowhere.png'))).rejects.toThrow('ENOENT');
  expect(ended).toHaveBeenCalledTimes(1);
  await expect(
    withFileWorker(pdf, (worker) => worker.open({ bytes: new Uint8Array(30) })),
  ).rejects.not.toHaveProperty('code');
  expect(ended).toHaveBeenCalledTimes(2);
  ended.mockRestore();
});
