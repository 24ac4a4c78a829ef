import type { DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { Platform, Rulebook } from '../../contract/rulebook.ts';

/** Whether this version's rules cover a track of the platform. */
export const coversTrack = (platform: Platform, track: string): boolean =>
  platform.covers?.tracks.includes(track) ?? true;

/** Whether this version's rules cover a category of the platform. */
export const coversCategory = (platform: Platform, category: string): boolean =>
  platform.covers?.categories.includes(category) ?? true;

/** Something chosen that the rules cannot judge: where it was chosen, and its name for people. */
export interface Gap {
  readonly at: 'platform' | 'track' | 'categories';
  readonly title: Localized;
}

/** The known choices of a dossier that this version's rules do not cover; unknown choices are not listed. */
export function gapsInCoverage(rulebook: Rulebook, document: DossierDocument): readonly Gap[] {
  const { platform, categories } = rulebook;
  if (platform.covers?.tracks.length === 0 && platform.covers.categories.length === 0) {
    return [{ at: 'platform', title: platform.title }];
  }
  const tracks = platform.tracks
    .filter((track) => track.id === document.track && !coversTrack(platform, track.id))
    .map((track): Gap => ({ at: 'track', title: track.title }));
  const special = categories
    .filter((one) => document.categories.includes(one.id) && !coversCategory(platform, one.id))
    .map((one): Gap => ({ at: 'categories', title: one.title }));
  return [...tracks, ...special];
}
