import type { Random } from './drawing/random.ts';
import type { Studio } from './drawing/studio.ts';

/** What a file is in a dossier, which decides the checks that look at it. */
export const roles = ['logo', 'preview', 'paper', 'policy', 'agreement', 'fields'] as const;
export type Role = (typeof roles)[number];

/** A defect that was put into a case on purpose. */
export interface PutDefect {
  /** A kind of `defect-kinds.yaml`. */
  readonly kind: string;
  /** In the unit that the kind names; absent where the defect is either there or not. */
  readonly strength?: number;
  /** Files or fields at which a finding counts as found. */
  readonly at: readonly string[];
}

/** A file that a reviewer would accept: no check may find anything on it. */
export interface CleanFile {
  readonly role: Role;
  readonly at: string;
}

/** The dossier of a case: fields by dotted path, which are set over the base dossier, and files by path. */
export interface MadeCase {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** One dossier of the corpus, with what is known of it before anything looks at it. */
export interface CorpusCase {
  /** Its own among all; seeds its random numbers. */
  readonly id: string;
  readonly role: Role;
  readonly defects: readonly PutDefect[];
  readonly clean: readonly CleanFile[];
  make(studio: Studio, random: Random): Promise<MadeCase>;
}

/** Whether a finding at a place is about a file or field, or about a part of it such as `app.permissions.0`. */
export const isWithin = (place: string, of: string): boolean => place === of || place.startsWith(`${of}.`);
