/** Millimetres as twentieths of a point, Word's unit of length. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** Points as eighths of one, Word's unit of rules. */
export const eighthsOfPt = (pt: number): number => Math.round(pt * 8);
