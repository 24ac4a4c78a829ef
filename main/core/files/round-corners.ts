import type { MeasuredFile } from './file-subject.ts';
import type { PictureWants } from './picture-wants.ts';

/** A logo is measured on a square of this side (LogoMeasure). */
const measuredPx = 128;
/** Of a quarter disc's radius, what lies beyond it on the diagonal. */
const diagonalRoom = 1 - Math.SQRT1_2;
/** What is drawn comes no nearer to the rounded corner than this. */
const roomPx = 2;

/**
 * The radius to which a logo's corners can be rounded without cutting into what it shows; undefined where they are round
 * enough, where they are not its ground alone, or where that cannot be told. `target` is the size that it will have.
 */
export function roundableCorners(
  { image, picture }: MeasuredFile,
  { corners }: Pick<PictureWants, 'corners'>,
  target: { readonly widthPx: number; readonly heightPx: number },
): number | undefined {
  if (corners === null || picture === undefined || target.widthPx !== target.heightPx) return undefined;
  const radiusPx = Math.round((corners.radiusPx * target.widthPx) / measuredPx);
  const { logo } = picture;
  if (logo === undefined) {
    // A long picture is padded in its own colour: its new corners are ground where the strips are deep enough.
    const ratio = Math.min(image.widthPx, image.heightPx) / Math.max(image.widthPx, image.heightPx);
    const stripPx = (target.widthPx * (1 - ratio)) / 2;
    return picture.transparentShare === 0 && stripPx >= radiusPx * diagonalRoom ? radiusPx : undefined;
  }
  const { cornerRadiusPx: found, cornerSpreadPx: spread = 0, cornersAre, mark, outline, badge } = logo;
  if (logo.shape !== 'tile' || found === undefined || cornersAre === 'other') return undefined;
  const isRound = Math.abs(found - corners.radiusPx) <= corners.tolerancePx && spread <= corners.tolerancePx;
  if (isRound || found + spread > corners.radiusPx + 1) return undefined;
  if (outline !== undefined || badge !== undefined || mark === undefined) return undefined;
  const right = measuredPx - mark.leftPx - mark.widthPx;
  const bottom = measuredPx - mark.topPx - mark.heightPx;
  return [mark.leftPx, right].every((across) =>
    [mark.topPx, bottom].every((down) => isWithinRound(across, down, corners.radiusPx)),
  )
    ? radiusPx
    : undefined;
}

/** Whether a point so far from both sides of a corner lies within its rounding, with room to spare. */
function isWithinRound(across: number, down: number, radius: number): boolean {
  if (across >= radius || down >= radius) return true;
  return Math.hypot(radius - across, radius - down) <= radius - roomPx;
}
