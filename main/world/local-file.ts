/** A file on this computer's disk. */
export interface LocalFile {
  readonly absolutePath: string;
  /** The name to show: no folder. */
  readonly name: string;
}
