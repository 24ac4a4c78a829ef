/** One step of the database's shape. Written once, never changed: what comes later is a migration of its own. */
export interface Migration {
  /** From 1, without gaps: the database's user_version once it is done. */
  readonly number: number;
  readonly statements: string;
}
