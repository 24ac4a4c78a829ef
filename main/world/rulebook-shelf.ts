import type { Rulebook } from '../contract/rulebook.ts';

/** Platforms whose rules ship with the app. */
export interface RulebookShelf {
  list(): Promise<readonly string[]>;
  /** Throws Failures that name file and line for a rulebook with faults, `unknown-platform` for none. */
  load(platform: string): Promise<Rulebook>;
}
