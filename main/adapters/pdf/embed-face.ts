import { createHash } from 'node:crypto';
import { chineseGlyph } from './chinese-forms.ts';
import { cutFont, fontFile, type CutFont } from './cut-font.ts';
import { deflateBytes } from './deflate-bytes.ts';
import type { PdfObjects, PdfRef } from './pdf-file.ts';
import { pdfNumber } from './pdf-text.ts';
import type { TrueTypeFace } from './true-type.ts';
import { unicodeMap } from './unicode-map.ts';

/** A face inside a PDF, cut down to the characters that the document shows. */
export interface EmbeddedFace {
  readonly ref: PdfRef;
  /**
   * The two-byte code of a character, as hex digits for a string operand, and the width that the PDF reader will use, in
   * thousandths of the em.
   */
  glyph(codePoint: number): { readonly code: string; readonly width: number };
}

/**
 * Writes a face as Type0 / CIDFontType2 with Identity-H: its outlines cut, codes given per character (so that two
 * characters that share a glyph still copy out as themselves), widths and a Unicode map. `codePoints` are unique; the
 * outlines of the first `sharedCount` lie in one stretch, which `deflate` is told.
 */
export function embedFace(
  objects: PdfObjects,
  face: TrueTypeFace,
  name: string,
  codePoints: readonly number[],
  deflate: (font: CutFont) => Uint8Array = (font) => deflateBytes(fontFile(font)),
  sharedCount = 0,
): EmbeddedFace {
  const glyphs = codePoints.map((codePoint) => chineseGlyph(face.glyphOf, codePoint));
  const missing = codePoints.find((_, index) => glyphs[index] === 0);
  if (missing !== undefined) throw new Error(`${name} has no glyph for U+${missing.toString(16)}`);
  const perMille = (units: number): number => Math.round((units * 1000) / face.unitsPerEm);
  const cut = cutFont(face, glyphs, sharedCount);
  const { widths } = cut;
  const baseFont = `/${subsetTag(name, codePoints)}+${name}`;

  const file = objects.addStream(`/Length1 ${cut.length} /Filter /FlateDecode`, deflate(cut));
  const descriptor = objects.add(
    `<</Type /FontDescriptor /FontName ${baseFont} /Flags 4 /FontBBox [${face.box.map(perMille).join(' ')}] /ItalicAngle 0` +
      ` /Ascent ${perMille(face.ascent)} /Descent ${perMille(face.descent)} /CapHeight ${perMille(face.capHeight)} /StemV 80 /FontFile2 ${file}>>`,
  );
  const descendant = objects.add(
    `<</Type /Font /Subtype /CIDFontType2 /BaseFont ${baseFont} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>` +
      ` /FontDescriptor ${descriptor} /DW 1000 /W [${narrowWidths(widths)}] /CIDToGIDMap /Identity>>`,
  );
  const toUnicode = objects.addStream(
    '/Filter /FlateDecode',
    deflateBytes(Buffer.from(unicodeMap(codePoints), 'latin1')),
  );
  const ref = objects.add(
    `<</Type /Font /Subtype /Type0 /BaseFont ${baseFont} /Encoding /Identity-H /DescendantFonts [${descendant}] /ToUnicode ${toUnicode}>>`,
  );
  const shown = new Map(
    codePoints.map((codePoint, index) => [
      codePoint,
      { code: (index + 1).toString(16).padStart(4, '0'), width: widths[index] ?? 1000 },
    ]),
  );
  return {
    ref,
    glyph(codePoint) {
      const glyph = shown.get(codePoint);
      if (glyph === undefined) throw new Error(`U+${codePoint.toString(16)} was not embedded in ${name}`);
      return glyph;
    },
  };
}

/** The widths of codes 1, 2, 3 … that are not the full em of Han characters, consecutive codes together, as /W has them. */
function narrowWidths(widths: readonly number[]): string {
  const groups: string[] = [];
  for (let from = 0; from < widths.length; from += 1) {
    let to = from;
    while (to < widths.length && widths[to] !== 1000) to += 1;
    if (to === from) continue;
    groups.push(
      `${from + 1} [${widths
        .slice(from, to)
        .map((width) => pdfNumber(width, 5))
        .join(' ')}]`,
    );
    from = to;
  }
  return groups.join(' ');
}

/** Six capital letters that name a subset: the same for the same face and characters. */
function subsetTag(name: string, codePoints: readonly number[]): string {
  const digest = createHash('sha256').update(name).update(Uint32Array.from(codePoints)).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}
