import type { FileInspection } from '../../contract/files.ts';
import type { PictureMeasure } from '../../contract/picture-measure.ts';
import type { Conclusion } from '../review/check.ts';
import { compareShades, readLikeness, type Likeness, type Shades } from './compare-likeness.ts';
import { formatShare, nameOf } from './figures.ts';

/** Whether two files are the same to the byte, or show the same picture pixel by pixel. */
function sameness(a: FileInspection, b: FileInspection): 'bytes' | 'pixels' | null {
  if (a.path === b.path || (a.sha256 !== undefined && a.sha256 === b.sha256)) return 'bytes';
  const isSamePicture =
    a.image !== undefined &&
    b.image !== undefined &&
    a.image.pixelSha256 === b.image.pixelSha256 &&
    a.image.widthPx === b.image.widthPx;
  return isSamePicture ? 'pixels' : null;
}

interface SeenFile {
  readonly file: FileInspection;
  /** What it looks like, where that was measured. */
  readonly shades: Shades | null;
}

/** What was read and compared of inspections: judging again, as after every edit of a dossier, compares nothing again. */
const shadesRead = new WeakMap<PictureMeasure, Shades>();
const compared = new WeakMap<Shades, WeakMap<Shades, Likeness | null>>();

function shadesOf({ picture }: FileInspection): Shades | null {
  if (picture === undefined) return null;
  const known = shadesRead.get(picture);
  if (known !== undefined) return known;
  const read = readLikeness(picture.likeness);
  shadesRead.set(picture, read);
  return read;
}

function likenessBetween(earlier: Shades, later: Shades): Likeness | null {
  let known = compared.get(earlier);
  if (known === undefined) {
    known = new WeakMap();
    compared.set(earlier, known);
  }
  let likeness = known.get(later);
  if (likeness === undefined) {
    likeness = compareShades(earlier, later);
    known.set(later, likeness);
  }
  return likeness;
}

/** Whether two pictures were compared before, or cannot be. */
const isKnown = (earlier: SeenFile, later: SeenFile): boolean =>
  earlier.shades === null ||
  later.shades === null ||
  compared.get(earlier.shades)?.has(later.shades) === true;

/** What to say of a picture that looks like an earlier one without being the same; null where it looks like none. */
function similarity({ file, shades }: SeenFile, earlier: SeenFile): Conclusion | null {
  if (shades === null || earlier.shades === null) return null;
  const alike = likenessBetween(earlier.shades, shades);
  if (alike === null) return null;
  const how = alike.isMoved
    ? { zh: '只是裁切或移动了一点', en: 'cut or moved a little' }
    : { zh: `只有 ${formatShare(alike.changed)} 不同`, en: `${formatShare(alike.changed)} of it differs` };
  return {
    outcome: 'needs-person',
    at: file.path,
    message: {
      zh: `「${nameOf(file)}」与「${nameOf(earlier.file)}」像是同一张图另存、缩放或略改而来（${how.zh}）。请对照看一眼：是同一张就换掉或去掉一张。`,
      en: `“${nameOf(file)}” and “${nameOf(earlier.file)}” look like one picture saved again, scaled or slightly changed (${how.en}). Compare them; if they are one, replace or remove one.`,
    },
  };
}

/**
 * Says which of these pictures repeat one before them, each once. Every step compares two that were not compared before, so
 * that who has many to compare can do something else in between.
 */
export function* repeatedPictures(
  files: readonly FileInspection[],
): Generator<undefined, readonly Conclusion[]> {
  const seen = files.map((file): SeenFile => ({ file, shades: shadesOf(file) }));
  const repeated: Conclusion[] = [];
  for (const [index, one] of seen.entries()) {
    const before = seen.slice(0, index);
    const earlier = before.find((other) => sameness(other.file, one.file) !== null)?.file;
    if (earlier !== undefined) {
      repeated.push(repetition(one.file, earlier));
      continue;
    }
    for (const other of before) {
      if (!isKnown(other, one)) yield;
      const similar = similarity(one, other);
      if (similar === null) continue;
      repeated.push(similar);
      break;
    }
  }
  return repeated;
}

/** What to say of a picture that is the same as an earlier one. */
function repetition(file: FileInspection, earlier: FileInspection): Conclusion {
  const how =
    sameness(earlier, file) === 'bytes'
      ? { zh: '内容完全相同', en: 'the same file' }
      : { zh: '画面逐像素相同', en: 'the same picture, pixel by pixel' };
  return {
    outcome: 'fail',
    at: file.path,
    message: {
      zh: `「${nameOf(file)}」与「${nameOf(earlier)}」${how.zh}。请换成不同的图片，或去掉其中一个。`,
      en: `“${nameOf(file)}” and “${nameOf(earlier)}” are ${how.en}. Use a different picture, or take one of them out.`,
    },
  };
}
