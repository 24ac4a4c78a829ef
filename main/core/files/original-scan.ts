import type { FileInspection } from '../../contract/files.ts';

/**
 * Whether a scan shows a seal or a page code, or red as seal ink is: a file made from it stands in for it only where a person
 * chooses that.
 */
export const bearsSealOrCode = ({ pages = [] }: FileInspection): boolean =>
  pages.some(
    ({ code, scan, measure }) =>
      code !== undefined || (scan?.seals.length ?? 0) > 0 || measure.redShare >= leastRedShare,
  );

/** Less red than this is no ink of a seal: one of 20 mm on A4 has 0.002. */
const leastRedShare = 0.0005;
