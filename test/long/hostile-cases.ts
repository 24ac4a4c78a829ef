import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { numbersFrom } from '../adapters/images/draw-scan.ts';
import { documentBombs } from './document-bombs.ts';
import { hostilePlaces } from './hostile-places.ts';
import { pictureBombs, type Bomb } from './picture-bombs.ts';
import { soundFiles, type SoundFile } from './sound-files.ts';
import {
  below,
  cutShort,
  flipBits,
  lieAboutSizes,
  oneOf,
  polyglot,
  spoilStretch,
  type Random,
} from './spoil.ts';

/** One try: a file, or what stands in its place, and the field of the dossier that names it. */
export interface HostileCase {
  readonly index: number;
  /** Under which it is counted, such as `png truncated`. */
  readonly kind: string;
  readonly name: string;
  readonly field: string;
  /** Writes it into a dossier folder. */
  make(folder: string, outside: string): Promise<void> | void;
}

const paper = 'documents.business-licence';
const fields = [paper, 'app.logo', 'app.previews.desktop', 'app.privacyPolicy', 'app.terms'];

/** The field that a file of this ending most likely lands in; every fifth lands in any. */
function fieldFor(ending: string, next: Random): string {
  if (next() < 0.2) return oneOf(next, fields);
  if (['pdf', 'tif'].includes(ending)) return paper;
  if (['docx', 'html', 'md', 'txt'].includes(ending)) return 'app.privacyPolicy';
  return oneOf(next, [paper, 'app.logo', 'app.previews.desktop']);
}

const endings = [
  'png',
  'jpg',
  'gif',
  'webp',
  'tif',
  'heic',
  'svg',
  'pdf',
  'docx',
  'zip',
  'html',
  'md',
  'txt',
  '',
];

interface Spoilt {
  readonly way: string;
  readonly bytes: Buffer;
  readonly ending?: string;
}

function spoil(sound: SoundFile, all: readonly SoundFile[], next: Random): Spoilt {
  const { bytes } = sound;
  const chance = next();
  if (chance < 0.45) return { way: 'flipped', bytes: flipBits(bytes, 1 + below(next, 64), next) };
  if (chance < 0.65) return { way: 'lying', bytes: lieAboutSizes(sound, next) };
  if (chance < 0.75) return { way: 'stretched', bytes: spoilStretch(bytes, next) };
  if (chance < 0.82) return { way: 'renamed', bytes, ending: oneOf(next, endings) };
  if (chance < 0.92) return { way: 'polyglot', bytes: polyglot(sound, oneOf(next, all), next) };
  return {
    way: 'flipped and cut',
    bytes: cutShort(flipBits(bytes, 1 + below(next, 16), next), 1 + below(next, 19)),
  };
}

/** The bombs of which a short run takes these, all cheap to make. */
const shortRun = new Set([
  'png-60000.png', 'png-2147483647.png', 'png-xmp-open.png', 'png-xmp-nested.png', 'jpeg-65000.jpg', 'gif-65535.gif', 'gif-frames.gif',
  'tiff-huge.tif', 'tiff-loop.tif', 'svg-entities.svg', 'docx-lies-4gb.docx', 'docx-open-numbering.docx', 'docx-open-override.docx', 'docx-nested-tags.docx',
  'docx-entities.docx', 'pdf-huge-box.pdf', 'pdf-empty-box.pdf', 'pdf-odd-box.pdf', 'pdf-forms-5.pdf', 'pdf-form-of-itself.pdf', 'pdf-picture-lies.pdf',
  'pdf-pages-loop.pdf', 'html-nested.html', 'text-open-comments.html', 'text-brackets.md', 'text-mail.txt',
]); // prettier-ignore

const fromBomb = (bomb: Bomb, index: number, field: string): HostileCase => ({
  index,
  kind: `bomb ${bomb.name.split('-')[0] ?? ''}`,
  name: bomb.name,
  field,
  make: async (folder) => writeFileSync(join(folder, bomb.name), await bomb.make()),
});

/**
 * So many tries, the same for the same seed: first every bomb and place (a part of them where fewer than a thousand are asked for),
 * every sound file cut at every twentieth, then files spoilt by chance. The tries are in an order by chance.
 */
export async function hostileCases(seed: number, count: number): Promise<readonly HostileCase[]> {
  const next = numbersFrom(seed);
  const sound = await soundFiles();
  const isShort = count < 1000;
  const cases: HostileCase[] = [];
  const add = (kind: string, name: string, field: string, make: HostileCase['make']): void => {
    cases.push({ index: cases.length, kind, name, field, make });
  };
  for (const bomb of [...pictureBombs, ...documentBombs]) {
    if (isShort && !shortRun.has(bomb.name)) continue;
    cases.push(
      fromBomb(
        bomb,
        cases.length,
        fieldFor(bomb.name.split('.').at(-1) ?? '', () => 0.9),
      ),
    );
  }
  for (const place of hostilePlaces(sound[0]?.bytes ?? Buffer.alloc(0))) {
    if (isShort && place.name.startsWith('sparse-1999000000') && !place.name.endsWith('.png')) continue;
    const field = fieldFor(place.name.split('.').at(-1) ?? '', () => 0.9);
    add(place.kind, place.name, field, (folder, outside) => place.make(folder, outside));
  }
  const spoilt = (file: SoundFile, { way, bytes, ending = file.ending }: Spoilt): void => {
    const name = `try-${cases.length}${ending === '' ? '' : `.${ending}`}`;
    add(`${file.kind} ${way}`, name, fieldFor(ending, next), (folder) =>
      writeFileSync(join(folder, name), bytes),
    );
  };
  for (const [index, file] of sound.entries()) {
    spoilt(file, { way: 'sound', bytes: file.bytes });
    for (let twentieths = 0; twentieths < 20; twentieths += isShort ? 7 : 1) {
      spoilt(file, {
        way: 'truncated',
        bytes: cutShort(file.bytes, Math.min(19, twentieths + (isShort ? index % 7 : 0))),
      });
    }
  }
  while (cases.length < count) {
    const file = oneOf(next, sound);
    spoilt(file, spoil(file, sound, next));
  }
  return shuffled(cases, next).slice(0, count);
}

function shuffled<T>(list: readonly T[], next: Random): readonly T[] {
  return list
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
