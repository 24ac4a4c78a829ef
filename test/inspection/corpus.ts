import type { CorpusCase } from './corpus-case.ts';
import { heicCases } from './heic/heic-cases.ts';
import { cleanLogos } from './logos/clean-logos.ts';
import { faultyLogos } from './logos/faulty-logos.ts';
import { cleanPreviews } from './previews/clean-previews.ts';
import { faultyPreviews } from './previews/faulty-previews.ts';
import { cleanScans } from './scans/clean-scans.ts';
import { faultyScans } from './scans/faulty-scans.ts';
import { cleanTexts } from './texts/clean-texts.ts';
import { faultyTexts } from './texts/faulty-texts.ts';

/** Every case, its id once. */
export const corpus: readonly CorpusCase[] = [
  ...cleanLogos,
  ...faultyLogos,
  ...cleanPreviews,
  ...faultyPreviews,
  ...cleanScans,
  ...faultyScans,
  ...cleanTexts,
  ...faultyTexts,
  ...heicCases,
];
