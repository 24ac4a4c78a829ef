/** A file or folder in which the program keeps something, measured. */
export interface DataPlace {
  readonly id: 'database' | 'files' | 'templates' | 'forms' | 'words' | 'scratch';
  readonly path: string;
  readonly files: number;
  readonly sizeBytes: number;
}

/** Where the program keeps what it keeps on this computer. */
export interface DataPlaces {
  /** Each place with its files counted, hidden ones too; none and 0 where nothing is there yet. */
  measure(): Promise<readonly DataPlace[]>;
}
