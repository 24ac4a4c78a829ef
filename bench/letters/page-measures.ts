/** The page that every peer sets, in points: the measures of our own letters. */
export const page = {
  widthPt: 595.28,
  heightPt: 841.89,
  topPt: 104.9,
  bottomPt: 99.2,
  sidePt: 79.4,
} as const;
export const type = { titlePt: 22, bodyPt: 12, pitchPt: 20.6, indentPt: 24 } as const;
