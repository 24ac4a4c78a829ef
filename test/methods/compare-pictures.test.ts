import { expect, test } from 'vitest';
import type { DossierDocument } from '../../main/contract/dossier.ts';
import type { FileInspection } from '../../main/contract/files.ts';
import type { PictureMeasure } from '../../main/contract/picture-measure.ts';
import { repeatedPictures } from '../../main/core/files/repeated-pictures.ts';
import { comparePictures } from '../../main/methods/compare-pictures.ts';

const side = 64;

/** A picture of bars that lie differently for every `index`. */
function picture(index: number): FileInspection {
  const shades = Uint8Array.from({ length: side * side }, (_, at) =>
    Math.round(128 + 100 * Math.sin((at % side) * (0.2 + index * 0.031) + Math.floor(at / side) * index)),
  );
  // Safe: comparing pictures reads nothing else of a measure.
  const measure = { likeness: Buffer.from(shades).toString('base64') } as unknown as PictureMeasure;
  return { path: `${index}.png`, sizeBytes: 1, type: 'png', sha256: `${index}`, picture: measure };
}

/** A dossier whose previews these are. */
function previews(count: number) {
  const files = Array.from({ length: count }, (_, index) => picture(index));
  const desktop = files.map(({ path }) => path);
  // Safe: comparing pictures reads nothing else of a document.
  const document = { app: { previews: { desktop } } } as unknown as DossierDocument;
  return { document, files, inspections: new Map(files.map((file) => [file.path, file])) };
}

/** How often others had their turn while something was awaited. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let isOver = false;
  let turns = 0;
  const ended = work.finally(() => (isOver = true));
  const turn = (): void => {
    if (isOver) return;
    turns += 1;
    setImmediate(turn);
  };
  setImmediate(turn);
  await ended;
  return turns;
}

test('others have their turn while many pictures are compared, and judging compares none of them again', async () => {
  const { document, files, inspections } = previews(40);
  const { signal } = new AbortController();
  // 780 pairs.
  expect(await turnsDuring(comparePictures(document, inspections, signal))).toBeGreaterThanOrEqual(20);
  // What was compared stays known: likenesses that would now be read anew are none.
  for (const { picture: measure } of files) Object.assign(measure ?? {}, { likeness: '' });
  const comparing = repeatedPictures(files);
  let step = comparing.next();
  while (step.done !== true) step = comparing.next();
  expect(step.value).toEqual([]);
});

test('comparing ends when it is cancelled', async () => {
  const { document, inspections } = previews(40);
  const stop = new AbortController();
  const comparing = comparePictures(document, inspections, stop.signal);
  setImmediate(() => stop.abort(new Error('enough')));
  await expect(comparing).rejects.toThrow('enough');
});

test('what is known already, and papers, are gone through without a pause', async () => {
  const { document, inspections } = previews(40);
  const { signal } = new AbortController();
  await comparePictures(document, inspections, signal);
  const papers = Array.from({ length: 100 }, (_, index) => `${index}.jpg`);
  for (const path of papers) inspections.set(path, { path, sizeBytes: 1, type: 'jpeg', sha256: path });
  const more = { ...document, documents: { 'business-licence': papers } };
  expect(await turnsDuring(comparePictures(more, inspections, signal))).toBeLessThanOrEqual(1);
});
