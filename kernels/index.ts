export {
  countColours,
  countDrawn,
  countShades,
  putOverBlack,
  readLuminance,
  squaresOf,
  sumBright,
  sumOf,
} from './colours';
export { addMeans, finishMeans } from './means';
export { readBands, readShades } from './shades';
export { walkLine } from './walk-line';
export { addSpecks } from './specks';
export { addFormerJpeg } from './former-jpeg';
export { addBends } from './bends';
export { fourierSums } from './fourier';
export { sumLikeness } from './likeness';
export { colourChanges, readLab } from './lab';
export { hashBytes } from './hash-bytes';
export { partOpacity } from './part-opacity';

/** The first byte of memory that is the caller's. */
export const firstFree: usize = __heap_base;
