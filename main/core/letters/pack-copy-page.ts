import type { FontId, LaidOutDocument, PageItem } from '../../contract/laid-out-document.ts';
import type { SealGuide } from '../../contract/letters.ts';
import { breakLines, type Line } from './break-lines.ts';
import { guideItems, guideLabelMm } from './guide-items.ts';
import { placePictures, type Area, type PackPicture, type PlacedPicture } from './pack-geometry.ts';
import { placeLine } from './place-line.ts';
import { moved, type Setting } from './rows.ts';
import { emMm, setGlyphs } from './set-glyphs.ts';
import { typographyOf } from './typography.ts';

/** What goes on a printed copy, as it is shown on its page. */
export interface CopyMarks {
  /** The place for a seal; null where none is asked for or guides are off. */
  readonly seal: SealGuide | null;
  /** The place for a fingerprint; as above. */
  readonly fingerprint: SealGuide | null;
  /** Whether a seal or a fingerprint takes up the right of the margin, guide or not. */
  readonly isMarked: boolean;
  /** The exact words to write; of several, one. */
  readonly handwritten: readonly string[];
  readonly isDated: boolean;
  /** Whether somebody signs on the page. */
  readonly isSigned: boolean;
  /** Prints the words light on their line, as a guide to copy. */
  readonly purposeLine: boolean;
  /** Small print at the foot. */
  readonly remark: string | null;
  /** What the page is, at its very foot. */
  readonly footer: string;
}

/** A page of the pack that shows pictures or pages of other PDFs. */
export interface CopyPage {
  readonly page: LaidOutDocument['pages'][number];
  readonly placed: readonly PlacedPicture[];
}

const sideMm = 12;
const topMm = 12;
const footMm = 12;
const gapMm = 4;
const labelPt = 8.5;
const labelPitchMm = 4.8;
const ruleMm = 13;
const writtenPt = 22;
const datePt = 12;
const remarkPt = 7.5;
const remarkPitchMm = 3.8;
/** A turned page is taken where the pictures come out larger by more than this. */
const worthTurning = 1.08;

const blankDate = '　　　　年　　月　　日';

/**
 * A copy of a paper on A4, upright or turned: its pictures whole and unmarked, under them a blank margin with lines for the
 * handwriting, the exact words beside them, and the place of the seal. Nothing stands on a picture.
 */
export function copyPage(
  pictures: readonly PackPicture[],
  marks: CopyMarks,
  fonts: Setting['fonts'],
): CopyPage {
  const setting: Setting = { typography: typographyOf('checklist'), fonts };
  const { pageWidthMm, pageHeightMm } = setting.typography;
  const upright = arranged(pictures, marks, { widthMm: pageWidthMm, heightMm: pageHeightMm }, setting);
  const turned = arranged(pictures, marks, { widthMm: pageHeightMm, heightMm: pageWidthMm }, setting);
  return extent(turned) > extent(upright) * worthTurning ? turned : upright;
}

/** How wide the smallest picture of a page came out. */
const extent = ({ placed }: CopyPage): number => Math.min(...placed.map(({ widthMm }) => widthMm));

function arranged(
  pictures: readonly PackPicture[],
  marks: CopyMarks,
  paper: { readonly widthMm: number; readonly heightMm: number },
  setting: Setting,
): CopyPage {
  const widthMm = paper.widthMm - 2 * sideMm;
  const remark = marks.remark === null ? [] : lines(marks.remark, { sizePt: remarkPt, widthMm }, setting);
  const footTop = paper.heightMm - footMm - remark.length * remarkPitchMm;
  const margin = marginItems(marks, { xMm: sideMm, widthMm, bottomMm: footTop - gapMm / 2 }, setting);
  const area: Area = {
    xMm: sideMm,
    yMm: topMm,
    widthMm,
    heightMm: margin.topMm - gapMm - topMm,
  };
  const small = { sizePt: remarkPt, grey: 0.35, role: 'footer' as const };
  const [footer] = lines(marks.footer, { sizePt: remarkPt, widthMm: Infinity }, setting);
  return {
    page: {
      ...paper,
      items: [
        ...margin.items,
        ...remark.flatMap((line, index) =>
          placeLine(line, {
            ...small,
            xMm: sideMm,
            baselineMm: footTop + (index + 0.75) * remarkPitchMm,
          }),
        ),
        ...(footer === undefined
          ? []
          : placeLine(footer, {
              ...small,
              xMm: (paper.widthMm - footer.widthMm) / 2,
              baselineMm: paper.heightMm - 8,
            })),
      ],
    },
    placed: placePictures(pictures, area),
  };
}

/** What stands in the blank margin above `bottomMm`: lines to write on at the left, the seal at the right. */
function marginItems(
  marks: CopyMarks,
  at: { readonly xMm: number; readonly widthMm: number; readonly bottomMm: number },
  setting: Setting,
): { readonly topMm: number; readonly items: readonly PageItem[] } {
  const right = marks.isMarked ? Math.max(42, marks.seal?.widthMm ?? marks.fingerprint?.widthMm ?? 0) : 0;
  const sealMm = marks.isMarked ? Math.max(42, marks.seal?.heightMm ?? 0) : 0;
  const writing = writingItems(marks, at.widthMm - right - (right === 0 ? 0 : 8), setting);
  const heightMm = Math.max(sealMm, writing.heightMm);
  const topMm = at.bottomMm - heightMm;
  const guide = marks.seal ?? marks.fingerprint;
  const items = moved(writing.items.map(inOnlyElement), at.xMm, topMm + (heightMm - writing.heightMm) / 2);
  if (guide === null) return { topMm, items };
  const middleMm = topMm + heightMm / 2;
  const place = {
    centreMm: at.xMm + at.widthMm - right / 2,
    middleMm,
    labelBaselineMm: middleMm + guide.heightMm / 2 - guideLabelMm * 1.6,
    setting,
  };
  return { topMm, items: [...items, ...guideItems(guide, place)] };
}

/** The one element of a copy's page: its words, but no guide. */
function inOnlyElement(item: PageItem): PageItem {
  return item.kind === 'text' && item.role !== 'guide' ? { ...item, element: 0 } : item;
}

/** The lines to write on, from their own top left corner. */
function writingItems(
  marks: CopyMarks,
  widthMm: number,
  setting: Setting,
): { readonly heightMm: number; readonly items: readonly PageItem[] } {
  const items: PageItem[] = [];
  let y = 0;
  const say = (text: string): void => {
    for (const line of lines(text, { sizePt: labelPt, widthMm }, setting)) {
      const baselineMm = y + labelPitchMm * 0.75;
      items.push(...placeLine(line, { xMm: 0, baselineMm, sizePt: labelPt, grey: 0.3, role: 'margin' }));
      y += labelPitchMm;
    }
  };
  const rule = (x1Mm: number, x2Mm: number): void => {
    items.push({ kind: 'line', x1Mm, y1Mm: y, x2Mm, y2Mm: y, widthPt: 0.6, grey: 0, role: 'body' });
  };
  const [words, ...others] = marks.handwritten;
  if (words !== undefined) {
    if (others.length === 0) say(`请在横线上手写：“${words}”`);
    else {
      say('请在横线上手写下列文字之一：');
      for (const [index, one] of marks.handwritten.entries()) say(`${index + 1}. “${one}”`);
    }
    y += ruleMm;
    rule(0, widthMm);
    // Which of several is written is not ours to choose.
    if (marks.purposeLine && others.length === 0) {
      items.push(...lightWords(words, { baselineMm: y - 2.4, widthMm }, setting));
    }
    y += 1;
  }
  if (marks.isSigned) {
    say('请本人在横线上签名：');
    y += ruleMm - 2;
    rule(0, Math.min(widthMm, 80));
    y += 1;
  }
  if (marks.isDated) {
    y += ruleMm;
    const [label] = lines('手写日期：', { sizePt: labelPt, widthMm }, setting);
    const [date] = lines(blankDate, { sizePt: datePt, widthMm }, setting);
    const baselineMm = y - 1.6;
    const x = label?.widthMm ?? 0;
    if (label !== undefined) {
      items.push(...placeLine(label, { xMm: 0, baselineMm, sizePt: labelPt, grey: 0.3, role: 'margin' }));
    }
    if (date !== undefined) {
      items.push(...placeLine(date, { xMm: x, baselineMm, sizePt: datePt, grey: 0, role: 'body' }));
      rule(x, x + date.widthMm + 2);
    }
    y += 1;
  }
  return { heightMm: y, items };
}

/** The words in light type over the whole of their line, each where a hand would put it. */
function lightWords(
  words: string,
  at: { readonly baselineMm: number; readonly widthMm: number },
  setting: Setting,
): readonly PageItem[] {
  const [full] = lines(words, { sizePt: writtenPt, widthMm: Infinity }, setting);
  if (full === undefined) return [];
  const sizePt = Math.min(writtenPt, (writtenPt * (at.widthMm - 2)) / full.widthMm);
  const [line] = lines(words, { sizePt, widthMm: Infinity }, setting);
  if (line === undefined) return [];
  return placeLine(line, { xMm: 1, baselineMm: at.baselineMm, sizePt, grey: 0.8, role: 'guide' });
}

function lines(
  text: string,
  style: { readonly sizePt: number; readonly widthMm: number },
  { fonts }: Setting,
): readonly Line[] {
  const type = { font: 'serif' as FontId, sizePt: style.sizePt };
  return breakLines(setGlyphs([{ text }], type, fonts), {
    widthMm: style.widthMm,
    justify: false,
    emMm: emMm(style.sizePt),
  });
}
