/** How large a page can be shown; 1 fits the width. */
export const zooms = [0.5, 0.75, 1, 1.5, 2, 3] as const;

/** The next step up or down; the same at the ends. */
export function zoomAfter(zoom: number, by: 1 | -1): number {
  return (by > 0 ? zooms.find((one) => one > zoom) : zooms.findLast((one) => one < zoom)) ?? zoom;
}

/** About how wide the page stands at zoom 1, in CSS px. */
const fitPx = 720;
const paperInches = 210 / 25.4;

/** The resolution at which a page of A4 is no coarser than the screen, in steps so that pictures are used again. */
export function printingDpi(zoom: number, pixelRatio: number): number {
  const wanted = (fitPx * zoom * Math.max(1, pixelRatio)) / paperInches;
  return [96, 150, 220].find((dpi) => dpi >= wanted) ?? 300;
}
