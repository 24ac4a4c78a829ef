import { Failure } from '../contract/failure.ts';
import type { Localized } from '../contract/language.ts';
import { formatBytes, formatPx, typeTitle } from '../core/files/figures.ts';
import type { CopyRepair, FileRepair, PictureRepair, ScanRepair } from '../core/files/planned-repair.ts';
import type { World } from '../world.ts';
import type { LocalFile } from '../world/local-file.ts';

/** What a repair made, not yet anywhere: its content, the ending of its name, and what it is like in figures. */
export interface MadeFile {
  readonly content: Uint8Array | LocalFile;
  readonly ending: string;
  readonly figures: Localized;
}

const endings = { png: 'png', jpeg: 'jpg', webp: 'webp' } as const;

/** Makes the new file of a repair. Nothing is written. Throws `repair-impossible`, `unreadable-file`, `pdf-not-taken`. */
export async function makeFile(
  world: World,
  ref: string,
  repair: FileRepair,
  signal: AbortSignal,
): Promise<MadeFile> {
  const source = await world.dossiers.locate(ref, repair.at);
  switch (repair.kind) {
    case 'picture':
      return makePicture(world, source, repair, signal);
    case 'scan':
      return makeStraight(world, source, repair, signal);
    case 'copy':
      return makeCopy(world, source, repair);
  }
}

async function makePicture(
  world: World,
  source: LocalFile,
  repair: PictureRepair,
  signal: AbortSignal,
): Promise<MadeFile> {
  const { widthPx, heightPx, maxBytes } = repair.fit;
  const size = formatPx(widthPx, heightPx);
  const made = await world.pictures.fit(source, repair.fit, signal);
  if (made === null) {
    throw new Failure(
      'repair-impossible',
      {
        zh: `「${repair.at}」压缩到 ${size} 像素、${formatBytes(maxBytes)} 以内会明显失真，没有修复`,
        en: `“${repair.at}” cannot be brought to ${size} px within ${formatBytes(maxBytes)} without visible harm and was not repaired`,
      },
      {
        zh: '请用画面更简单的图片，或在作图软件里手动压缩；没有改动任何文件',
        en: 'Use a simpler picture, or compress it by hand in a picture editor; nothing was changed',
      },
    );
  }
  const { bytes, type, quality, colours } = made;
  const how: Localized =
    quality !== undefined
      ? { zh: `，质量 ${quality}`, en: `, quality ${quality}` }
      : colours !== undefined
        ? { zh: `，${colours} 色`, en: `, ${colours} colours` }
        : { zh: '，无损', en: ', without loss' };
  return {
    content: bytes,
    ending: endings[type],
    figures: {
      zh: `${size} 像素，${typeTitle(type).zh}，${formatBytes(bytes.length)}${how.zh}`,
      en: `${size} px, ${typeTitle(type).en}, ${formatBytes(bytes.length)}${how.en}`,
    },
  };
}

async function makeStraight(
  world: World,
  source: LocalFile,
  { straighten }: ScanRepair,
  signal: AbortSignal,
): Promise<MadeFile> {
  if (straighten.of === 'pdf') {
    const content = await world.pdfPages.straighten(source, straighten.pages);
    for (const { index, degrees, corners } of straighten.pages)
      if (corners === undefined) await requireStraighter(world, source, content, index, degrees);
    return {
      content,
      ending: 'pdf',
      figures: {
        zh: `端正，里面的图片原样不动，${formatBytes(content.length)}`,
        en: `straight, the pictures inside as they are, ${formatBytes(content.length)}`,
      },
    };
  }
  const { bytes, type, widthPx, heightPx } = await world.pictures.straighten(source, straighten, signal);
  if (straighten.corners === null) await requireStraighter(world, source, bytes, 0, straighten.degrees);
  const size = formatPx(widthPx, heightPx);
  return {
    content: bytes,
    ending: endings[type],
    figures: {
      zh: `端正，${size} 像素，${typeTitle(type).zh}，${formatBytes(bytes.length)}`,
      en: `straight, ${size} px, ${typeTitle(type).en}, ${formatBytes(bytes.length)}`,
    },
  };
}

/** A page whose lines run no more clearly when it is turned was straight before: its angle was misread. */
const leastGain = 1.1;

async function requireStraighter(
  world: World,
  source: LocalFile,
  made: Uint8Array,
  page: number,
  degrees: number,
): Promise<void> {
  const before = await world.pictures.lineClarity(source, { page });
  const after = await world.pictures.lineClarity(made, { page });
  if (after >= before * leastGain) return;
  const angle = Math.abs(degrees).toFixed(1);
  throw new Failure(
    'repair-impossible',
    {
      zh: `「${source.name}」转正 ${angle} 度后，文字行并没有更端正，可能量错了角度，没有修复`,
      en: `Turned by ${angle} degrees the lines of “${source.name}” run no straighter: the angle may be misread, and it was not repaired`,
    },
    {
      zh: '请打开原件看一眼：本来就是正的就不用管；确实歪了请重新扫描。没有改动任何文件',
      en: 'Look at the original: leave it if it is straight, scan it again if it is not. Nothing was changed',
    },
  );
}

async function makeCopy(world: World, source: LocalFile, { as }: CopyRepair): Promise<MadeFile> {
  switch (as.what) {
    case 'renamed':
      return { content: source, ending: as.ending, figures: { zh: '内容不变', en: 'the same content' } };
    case 'without-metadata': {
      const { bytes, type } = await world.pictures.withoutMetadata(source);
      return {
        content: bytes,
        ending: endings[type],
        figures: {
          zh: `${typeTitle(type).zh}，${formatBytes(bytes.length)}，画面不变`,
          en: `${typeTitle(type).en}, ${formatBytes(bytes.length)}, the same pixels`,
        },
      };
    }
    case 'type': {
      const { bytes, type, widthPx, heightPx } = await world.pictures.convert(source, as.type);
      const size = formatPx(widthPx, heightPx);
      return {
        content: bytes,
        ending: endings[type],
        figures: {
          zh: `${size} 像素，${typeTitle(type).zh}，${formatBytes(bytes.length)}`,
          en: `${size} px, ${typeTitle(type).en}, ${formatBytes(bytes.length)}`,
        },
      };
    }
  }
}
