import { z } from 'zod';

/** A point of the whole picture in px, from its upper left corner; outside the picture where a sheet goes on beyond it. */
const pointSchema = z.strictObject({ x: z.number(), y: z.number() });
export type ScanPoint = z.infer<typeof pointSchema>;

export const scanSideSchema = z.enum(['top', 'right', 'bottom', 'left']);
export type ScanSide = z.infer<typeof scanSideSchema>;

/** A red seal on a page, as its ring shows. */
export const sealMeasureSchema = z.strictObject({
  shape: z.enum(['round', 'oval', 'square']),
  /** The ring's outer width and height in px of the picture, the longer axis first. */
  widthPx: z.number(),
  heightPx: z.number(),
  /** The same in millimetres; absent where the scale of the picture is unknown. */
  widthMm: z.number().optional(),
  heightMm: z.number().optional(),
  /** Its middle in shares of the page's width and height, from the upper left. */
  centre: pointSchema,
  /** Share of its area that is red, 0 to 1. */
  inkShare: z.number(),
  /** Whether it runs over the edge of page or picture. */
  isCut: z.boolean(),
});
export type SealMeasure = z.infer<typeof sealMeasureSchema>;

/** What a scanned or photographed page is like. Shares are 0 to 1; nothing here is a judgement. */
export const scanMeasureSchema = z.strictObject({
  /** `picture`: a picture file; `scanned`: a PDF page that is a picture; `digital`: a PDF page of text and lines, no scan. */
  source: z.enum(['picture', 'scanned', 'digital']),
  page: z.strictObject({
    /** `edges`: the sheet's edges stand out from what it lies on; `frame`: the sheet fills the picture; `none`: neither. */
    found: z.enum(['edges', 'frame', 'none']),
    /** Upper left, upper right, lower right, lower left. */
    corners: z.array(pointSchema).length(4),
    /** Of the picture. */
    share: z.number(),
    /** Sides at which the sheet or its print goes on beyond the picture. */
    cut: z.array(scanSideSchema),
    /** How much longer one side is than the one opposite: 0 is square on, 0.2 a fifth. */
    perspective: z.number(),
  }),
  /** Degrees by which lines of print, or the sheet, lean clockwise; null where there is too little to tell. */
  skewDegrees: z.number().nullable(),
  /** Pixels per inch of paper: from the PDF's size and pictures, the file's own word, or the sheet taken for A4; null when unknown. */
  dpi: z.number().nullable(),
  dpiFrom: z.enum(['pdf', 'metadata', 'sheet']).nullable(),
  light: z.strictObject({
    /** Luminance of the paper, 0 to 255. */
    paper: z.number(),
    /** The darkest part of the paper against the brightest, 0 to 1: 1 is even. */
    evenness: z.number(),
  }),
  /** A spot where the light washes the page out, with its share of the page and its middle in shares of the page. */
  glare: z.strictObject({ share: z.number(), centre: pointSchema }).nullable(),
  /** How wide the edges of strokes are; null where there is too little print. */
  focus: z
    .strictObject({
      /** In px as measured (a large picture is measured smaller), for most of the print: 2 is sharp. */
      edgePx: z.number(),
      /** The same in millimetres of the sheet, an unknown sheet taken for A4. */
      edgeMm: z.number(),
      /** Share of the print whose edges are wider than 0.7 mm and 3 px. */
      softShare: z.number(),
    })
    .nullable(),
  /** Share of the page that bears ink. */
  inkShare: z.number(),
  isBlank: z.boolean(),
  seals: z.array(sealMeasureSchema),
  /** 40 rows of 40 shades, 64 characters from dark to light: the same page however it was encoded or resized. */
  fingerprint: z.string(),
});
export type ScanMeasure = z.infer<typeof scanMeasureSchema>;
