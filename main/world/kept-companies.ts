import type { KeptDetails, KeptKind } from '../contract/kept-companies.ts';
import type { LocalFile } from './local-file.ts';

/** A company or person that is kept for all dossiers. */
export interface Kept<K extends KeptKind> {
  readonly id: string;
  readonly revision: number;
  readonly changedAt: string;
  readonly details: KeptDetails[K];
  /** The file name of a company's logo; null without one. */
  readonly logo: string | null;
}

/** What is to be kept. */
export interface ToKeep<K extends KeptKind> {
  /** Null for a new one. */
  readonly id: string | null;
  /** The revision that the changes were made on; not looked at for a new one. */
  readonly baseRevision: number;
  readonly details: KeptDetails[K];
  /** A file of a dossier as the new logo, null for none; left out, the logo stays. */
  readonly logo?: { readonly dossier: string; readonly path: string } | null;
}

/** Companies and people, kept once and reused in every dossier. */
export interface KeptCompanies {
  /** Those not removed, the last changed first. */
  list<K extends KeptKind>(kind: K): Promise<readonly Kept<K>[]>;
  /** Throws `not-kept`. */
  open<K extends KeptKind>(kind: K, id: string): Promise<Kept<K>>;
  /** Throws `not-kept`, `kept-conflict` when it was changed after `baseRevision`, `file-missing` for a logo that is not there. */
  save<K extends KeptKind>(kind: K, entry: ToKeep<K>): Promise<Kept<K>>;
  /** Throws `not-kept`. */
  remove(kind: KeptKind, id: string): Promise<void>;
  /** Throws `not-kept`. */
  restore<K extends KeptKind>(kind: K, id: string): Promise<Kept<K>>;
  /** The bytes of a company's logo. Throws `not-kept`, `file-missing`. */
  logo(id: string): Promise<LocalFile>;
}
