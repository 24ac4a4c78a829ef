import { createHash } from 'node:crypto';
import type { PDFContext, PDFRef } from 'pdf-lib';
import { chineseGlyph } from './chinese-forms.ts';
import { cutFont } from './cut-font.ts';
import { deflatedStream, deflateWhole, type PdfLibrary } from './pdf-objects.ts';
import type { TrueTypeFace } from './true-type.ts';
import { unicodeMap } from './unicode-map.ts';

/** A face inside a PDF, cut down to the characters that the document shows. */
export interface EmbeddedFace {
  readonly ref: PDFRef;
  /** The two-byte code of a character: hex digits for a string operand. */
  code(codePoint: number): string;
  /** The width that the PDF reader will use, in thousandths of the em. */
  width(codePoint: number): number;
}

/**
 * Writes a face as Type0 / CIDFontType2 with Identity-H: its outlines cut, codes given per character (so that two
 * characters that share a glyph still copy out as themselves), widths and a Unicode map. `codePoints` are unique; the
 * outlines of the first `sharedCount` lie in one stretch, which `deflate` is told.
 */
export function embedFace(
  library: PdfLibrary,
  context: PDFContext,
  face: TrueTypeFace,
  name: string,
  codePoints: readonly number[],
  deflate: (bytes: Buffer, from: number, to: number) => Uint8Array = deflateWhole,
  sharedCount = 0,
): EmbeddedFace {
  const glyphs = codePoints.map((codePoint) => chineseGlyph(face.glyphOf, codePoint));
  const missing = codePoints.find((_, index) => glyphs[index] === 0);
  if (missing !== undefined) throw new Error(`${name} has no glyph for U+${missing.toString(16)}`);
  const codes = new Map(codePoints.map((codePoint, index) => [codePoint, index + 1]));
  const perMille = (units: number): number => Math.round((units * 1000) / face.unitsPerEm);
  const cut = cutFont(face, glyphs, sharedCount);
  const { widths } = cut;
  const baseFont = `${subsetTag(name, codePoints)}+${name}`;

  const file = context.register(
    context.stream(deflate(cut.file, cut.steady.from, cut.steady.to), {
      Filter: 'FlateDecode',
      Length1: cut.file.length,
    }),
  );
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: baseFont,
      Flags: 4,
      FontBBox: face.box.map(perMille),
      ItalicAngle: 0,
      Ascent: perMille(face.ascent),
      Descent: perMille(face.descent),
      CapHeight: perMille(face.capHeight),
      StemV: 80,
      FontFile2: file,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: baseFont,
      CIDSystemInfo: context.obj({
        Registry: library.PDFString.of('Adobe'),
        Ordering: library.PDFString.of('Identity'),
        Supplement: 0,
      }),
      FontDescriptor: descriptor,
      DW: 1000,
      W: narrowWidths(widths),
      CIDToGIDMap: 'Identity',
    }),
  );
  const ref = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: baseFont,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: deflatedStream(context, Buffer.from(unicodeMap(codePoints), 'latin1')),
    }),
  );
  const codeOf = (codePoint: number): number => {
    const code = codes.get(codePoint);
    if (code === undefined) throw new Error(`U+${codePoint.toString(16)} was not embedded in ${name}`);
    return code;
  };
  return {
    ref,
    code: (codePoint) => codeOf(codePoint).toString(16).padStart(4, '0'),
    width: (codePoint) => widths[codeOf(codePoint) - 1] ?? 1000,
  };
}

/** The widths of codes 1, 2, 3 … that are not the full em of Han characters, consecutive codes together. */
function narrowWidths(widths: readonly number[]): (number | number[])[] {
  const result: (number | number[])[] = [];
  let group: number[] | null = null;
  for (const [index, width] of widths.entries()) {
    if (width === 1000) {
      group = null;
      continue;
    }
    if (group === null) {
      group = [];
      result.push(index + 1, group);
    }
    group.push(width);
  }
  return result;
}

/** Six capital letters that name a subset: the same for the same face and characters. */
function subsetTag(name: string, codePoints: readonly number[]): string {
  const digest = createHash('sha256')
    .update(`${name}:${codePoints.join(',')}`)
    .digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}
