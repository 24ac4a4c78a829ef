import { z } from 'zod';

/** A box in shares of the picture's width and height, 0 to 1. */
export const sharesBoxSchema = z.strictObject({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
});
export type SharesBox = z.infer<typeof sharesBoxSchema>;

/** A code that a reader of codes finds in a picture. Its content is shown and never opened. */
export const pictureCodeSchema = z.strictObject({
  /** As the reader names it: QRCode, Code128 … */
  format: z.string(),
  /** At most 500 characters. */
  text: z.string(),
  at: sharesBoxSchema,
});
export type PictureCode = z.infer<typeof pictureCodeSchema>;

/**
 * How steep the edges along one direction are: of each clear change from one shade to another, the part that falls
 * between two neighbouring pixels, 1 for a hard edge. Given is the value that a quarter of the edges exceed.
 */
export const edgesSchema = z.strictObject({
  steepness: z.number(),
  count: z.number().int().nonnegative(),
  /** How many times larger than its pixels once were the picture is along this direction, where the edges tell. */
  enlargedBy: z.number().optional(),
});
export type Edges = z.infer<typeof edgesSchema>;

/** A corner badge or dot: a small patch of one strong colour that stands out from what surrounds it. */
export const badgeSchema = z.strictObject({
  colour: z.string(),
  at: sharesBoxSchema,
  /** Share of its box that it fills: 0.79 for a disc, 1 for a rectangle. */
  fill: z.number(),
  /** Whether something light is drawn on it, as the letters of NEW are. */
  isLettered: z.boolean(),
});
export type Badge = z.infer<typeof badgeSchema>;

/**
 * The drawing of a logo, measured on the picture scaled to 128 × 128. Lengths are px of that square, colours
 * `#rrggbb`. What cannot be told is absent.
 */
export const logoMeasureSchema = z.strictObject({
  /** `tile`: a ground reaches all four edges; `free`: a figure stands on transparency. */
  shape: z.enum(['tile', 'free']),
  /** Of the tile's corners, the four averaged; 0 is square. Absent for `free`. */
  cornerRadiusPx: z.number().optional(),
  /** Largest departure of one corner from that average. */
  cornerSpreadPx: z.number().optional(),
  /** What lies outside the rounded corners. */
  cornersAre: z.enum(['transparent', 'light', 'other']).optional(),
  groundColour: z.string().optional(),
  /** `found`: see `mark`; `none`: nothing stands out; `busy`: a photograph, pattern or scene fills the tile, of which no figure can be told. */
  figure: z.enum(['found', 'none', 'busy']),
  mark: z
    .strictObject({
      leftPx: z.number(),
      topPx: z.number(),
      widthPx: z.number(),
      heightPx: z.number(),
      /** Of the middle of its box from the middle of the tile; positive is right and down. */
      offsetXPx: z.number(),
      offsetYPx: z.number(),
      /** Of its centre of mass. */
      massXPx: z.number(),
      massYPx: z.number(),
      colour: z.string(),
      /** WCAG contrast ratio, 1 to 21, of its most visible part with the ground beside it. */
      contrastRatio: z.number(),
      /** CIE76 colour difference of the same, 0 to about 100 and more. */
      colourDifference: z.number(),
    })
    .optional(),
  /** A line of another colour along the tile's edge, on all four sides. */
  outline: z.strictObject({ widthPx: z.number(), insetPx: z.number(), colour: z.string() }).optional(),
  badge: badgeSchema.optional(),
});
export type LogoMeasure = z.infer<typeof logoMeasureSchema>;

/** What a picture carries beside its pixels about where, with what and by whom it was taken. */
export const pictureMetadataSchema = z.strictObject({
  hasPosition: z.boolean(),
  /** Maker and model of a camera or phone. */
  device: z.string().optional(),
  author: z.string().optional(),
});
export type PictureMetadata = z.infer<typeof pictureMetadataSchema>;

/** What one decode of a logo or preview tells beside its ImageMeasure. Shares are 0 to 1 of the area. */
export const pictureMeasureSchema = z.strictObject({
  transparentShare: z.number(),
  /** Share of the area with a change of colour in or beside it: near 0 is an empty picture. */
  detailShare: z.number(),
  /** Edges from left to right, and from top to bottom; absent where there are too few to judge. */
  across: edgesSchema.optional(),
  down: edgesSchema.optional(),
  /** Of a JPEG the quality, 1 to 100, whose standard tables come closest; of others that of a JPEG they were once saved as, where it shows. */
  jpegQuality: z.number().optional(),
  /** Of other types than JPEG: of what is drawn on pure white, the share that compression has strewn with pale grey. */
  specks: z.number().optional(),
  /** 64 × 64 mean grey shades over white, base64: what a picture looks like, whatever its size and encoding. */
  likeness: z.string(),
  codes: z.array(pictureCodeSchema),
  /** Places that look like the corner mark of a QR code, whether a code was read there or not. */
  finders: z.number().int().nonnegative(),
  metadata: pictureMetadataSchema.optional(),
  /** Of nearly square pictures. */
  logo: logoMeasureSchema.optional(),
});
export type PictureMeasure = z.infer<typeof pictureMeasureSchema>;
