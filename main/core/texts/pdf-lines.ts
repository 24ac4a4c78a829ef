/** The characters of a PDF page in the order of its content. Points (1/72 inch) from the bottom left. */
export interface PdfPageCharacters {
  readonly width: number;
  readonly height: number;
  /** Code points. */
  readonly codes: Uint32Array;
  /** Left, top, right, bottom and font size of each. */
  readonly boxes: Float32Array;
  /** Bit 0 bold, bit 1 coloured. */
  readonly looks: Uint8Array;
}

/** Words that stand together on a line. Points from the top left of the page. */
export interface PdfPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly standsOut: boolean;
}

/** A gap wider than this many font sizes sets two pieces apart. */
const apart = 1.6;
/** A gap wider than this many font sizes between Latin letters is a blank. */
const blank = 0.18;

const isUnseen = (code: number): boolean => code === 0 || code === 0xfffe || code === 0xfeff || code === 0xad;
const isLatin = (text: string): boolean => /[\p{Script=Latin}\p{N},.;:)]/u.test(text);

interface OpenPiece {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
  standing: number;
  count: number;
}

/** Puts the characters of a page together to pieces of lines, top to bottom within the order of the content. */
export function piecesOf({ width, height, codes, boxes, looks }: PdfPageCharacters): readonly PdfPiece[] {
  const pieces: PdfPiece[] = [];
  let open: OpenPiece | null = null as OpenPiece | null;
  const close = (): void => {
    if (open !== null && open.text.trim() !== '') {
      const { text, left, right, top, bottom, size, standing, count } = open;
      pieces.push({ text: text.trim(), left, right, top, bottom, size, standsOut: standing * 2 > count });
    }
    open = null;
  };
  for (const [index, code] of codes.entries()) {
    const character = isUnseen(code) || code > 0x10ffff ? '' : String.fromCodePoint(code);
    if (/[\r\n\u2028\u2029]/.test(character)) {
      close();
      continue;
    }
    const [left = 0, high = 0, right = 0, low = 0, size = 0] = boxes.subarray(index * 5, index * 5 + 5);
    if (character === '') continue;
    if (character.trim() === '' || right <= left) {
      if (open !== null && !open.text.endsWith(' ')) open.text += ' ';
      continue;
    }
    // What lies outside the page is not seen.
    if (right < 0 || left > width || high < 0 || low > height) continue;
    const [top, bottom] = [height - high, height - low];
    const middle = (top + bottom) / 2;
    if (open !== null) {
      const isOnLine = middle > open.top && middle < open.bottom;
      const gap = left - open.right;
      const unit = Math.max(open.size, size, 1);
      if (!isOnLine || gap > apart * unit || gap < -unit * 1.5) close();
      else if (
        gap > blank * unit &&
        isLatin(open.text.slice(-1)) &&
        isLatin(character) &&
        !open.text.endsWith(' ')
      ) {
        open.text += ' ';
      }
    }
    open ??= { text: '', left, right, top, bottom, size, standing: 0, count: 0 };
    open.text += character;
    open.right = Math.max(open.right, right);
    open.left = Math.min(open.left, left);
    open.count += 1;
    open.standing += (looks[index] ?? 0) > 0 ? 1 : 0;
  }
  close();
  return pieces;
}
