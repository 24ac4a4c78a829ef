/** One picture or page of a PDF that was handed over, upright as it is looked at. */
export interface PackPicture {
  /** Names the file for whoever writes the pack. */
  readonly source: string;
  /** Of the file, from 0. */
  readonly page: number;
  readonly kind: 'picture' | 'pdf';
  /** A picture's in pixels, a PDF page's in millimetres. */
  readonly width: number;
  readonly height: number;
}

/** A picture with its place on a page, in millimetres from the page's top left corner. */
export interface PlacedPicture {
  readonly picture: PackPicture;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A rectangle in millimetres. */
export interface Area {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A picture of one side of a card is printed no wider than this: well over its 85.6 mm. */
const widestSideMm = 120;
const gapMm = 6;

interface Size {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** The largest size of a picture in a room: whole, in its proportions; a page of a PDF never above its own size. */
function fitted({ kind, width, height }: PackPicture, room: Size): Size {
  const largest = kind === 'pdf' ? 1 : Number.POSITIVE_INFINITY;
  const scale = Math.min(room.widthMm / width, room.heightMm / height, largest);
  return { widthMm: width * scale, heightMm: height * scale };
}

/**
 * Places one picture in the middle of an area, or the two sides of a card: one above the other, or beside each other where
 * that shows them larger. Nothing is cropped or stretched.
 */
export function placePictures(pictures: readonly PackPicture[], area: Area): readonly PlacedPicture[] {
  const [first, second] = pictures;
  if (first === undefined) return [];
  if (second === undefined) return [inMiddle(first, area, fitted(first, area))];
  const above: Size = {
    widthMm: Math.min(area.widthMm, widestSideMm),
    heightMm: (area.heightMm - gapMm) / 2,
  };
  const beside: Size = {
    widthMm: Math.min((area.widthMm - gapMm) / 2, widestSideMm),
    heightMm: area.heightMm,
  };
  const smallest = (room: Size): number =>
    Math.min(...[first, second].map((one) => fitted(one, room).widthMm));
  if (smallest(above) >= smallest(beside)) {
    const sizes = [fitted(first, above), fitted(second, above)] as const;
    const heightMm = sizes[0].heightMm + gapMm + sizes[1].heightMm;
    const top = area.yMm + (area.heightMm - heightMm) / 2;
    return [
      inMiddle(first, { ...area, yMm: top, heightMm: sizes[0].heightMm }, sizes[0]),
      inMiddle(
        second,
        { ...area, yMm: top + sizes[0].heightMm + gapMm, heightMm: sizes[1].heightMm },
        sizes[1],
      ),
    ];
  }
  const sizes = [fitted(first, beside), fitted(second, beside)] as const;
  const left = area.xMm + (area.widthMm - sizes[0].widthMm - gapMm - sizes[1].widthMm) / 2;
  return [
    inMiddle(first, { ...area, xMm: left, widthMm: sizes[0].widthMm }, sizes[0]),
    inMiddle(second, { ...area, xMm: left + sizes[0].widthMm + gapMm, widthMm: sizes[1].widthMm }, sizes[1]),
  ];
}

function inMiddle(picture: PackPicture, area: Area, { widthMm, heightMm }: Size): PlacedPicture {
  return {
    picture,
    xMm: area.xMm + (area.widthMm - widthMm) / 2,
    yMm: area.yMm + (area.heightMm - heightMm) / 2,
    widthMm,
    heightMm,
  };
}

/** Dots per inch at which a picture prints; null for a page of a PDF, which has no one figure. */
export function printedDpi({ picture, widthMm }: PlacedPicture): number | null {
  return picture.kind === 'pdf' ? null : picture.width / (widthMm / 25.4);
}
