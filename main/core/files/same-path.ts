import { plainPath } from '../dossier/dossier-path.ts';

/** A path as it is compared: macOS decomposes characters, people write a leading `./`. */
export const comparedPath = (path: string): string => plainPath(path).normalize('NFC');

/** Whether two paths of a dossier name the same file. */
export const isSamePath = (a: string, b: string): boolean => comparedPath(a) === comparedPath(b);
