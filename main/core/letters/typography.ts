import type { DocumentTree } from '../../contract/letters.ts';

/** The measures of a page. Millimetres unless the name says points or em. */
export interface Typography {
  readonly pageWidthMm: number;
  readonly pageHeightMm: number;
  readonly marginLeftMm: number;
  readonly marginTopMm: number;
  /** The type area: everything of the document itself stays inside. */
  readonly areaWidthMm: number;
  readonly areaHeightMm: number;
  readonly bodyPt: number;
  /** From base line to base line. */
  readonly pitchMm: number;
  readonly titlePt: number;
  readonly titlePitchMm: number;
  readonly notePt: number;
  readonly notePitchMm: number;
  readonly tablePt: number;
  readonly particularsPitchMm: number;
  /** Of the first line of a paragraph. */
  readonly indentEm: number;
  readonly footerPt: number;
  readonly footerBaselineMm: number;
  readonly codeMm: number;
  readonly codePt: number;
}

/**
 * A letter, after GB/T 9704-2012: A4, margins 37 and 28 mm, type area 156 × 225 mm, title in 二号 (22 pt), indents of
 * two characters. The body is 小四 (12 pt) 36 characters a line, 31 lines a page on a pitch of 20.6 pt, and not the
 * standard's 三号 (16 pt) on 22 lines: a commitment names its parties in full and states every obligation, which in 三号
 * or 四号 takes three sheets and in 小四, the size of Chinese contracts, two. The share of pitch to type is 1.71 for the standard's 1.81.
 */
const letter: Typography = {
  pageWidthMm: 210,
  pageHeightMm: 297,
  marginLeftMm: 28,
  marginTopMm: 37,
  areaWidthMm: 156,
  areaHeightMm: 225,
  bodyPt: 12,
  pitchMm: 225 / 31,
  titlePt: 22,
  titlePitchMm: 12,
  notePt: 9,
  notePitchMm: 5.4,
  tablePt: 10.5,
  particularsPitchMm: 6.8,
  indentEm: 2,
  footerPt: 10.5,
  footerBaselineMm: 273,
  codeMm: 14,
  codePt: 7,
};

/** A list to work from at a desk: small type, narrow margins. */
const checklist: Typography = {
  ...letter,
  marginLeftMm: 18,
  marginTopMm: 18,
  areaWidthMm: 174,
  areaHeightMm: 255,
  bodyPt: 10.5,
  pitchMm: 6.2,
  titlePt: 18,
  titlePitchMm: 10,
  notePitchMm: 5,
  tablePt: 9.5,
  particularsPitchMm: 6.2,
  indentEm: 0,
  footerPt: 9,
  footerBaselineMm: 283,
};

/** The measures of a document's style. */
export function typographyOf(style: DocumentTree['style']): Typography {
  return style === 'letter' ? letter : checklist;
}

/** Where the ideographic em box stands on a line: share of the em above the base line. */
export const ascentEm = 0.88;

/** The base line of a line of type that is centred in its pitch, from the line's top. */
export function baselineIn(pitchMm: number, emMm: number): number {
  return (pitchMm - emMm) / 2 + ascentEm * emMm;
}
