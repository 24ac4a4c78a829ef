import type { FileInspection } from '../../contract/files.ts';

/** What was found of a file, without the name it goes by. */
export type Findings = Omit<FileInspection, 'path' | 'namedType'>;

/** A dossier has some dozens of files; a picture's findings take 10 KB. */
const mostFindings = 3000;
/** Of all texts together, which take two bytes a character. */
const mostCharacters = 15_000_000;

/** What was found of the files that were asked for last. When too much is there, the oldest is forgotten, and long texts by themselves. */
export class FindingsMemory {
  readonly #found = new Map<string, Findings>();
  #characters = 0;

  get(key: string): Findings | undefined {
    const found = this.#found.get(key);
    if (found === undefined) return undefined;
    // Asked for last.
    this.#found.delete(key);
    this.#found.set(key, found);
    return found;
  }

  add(key: string, found: Findings): void {
    this.#forget(key);
    this.#found.set(key, found);
    this.#characters += found.text?.length ?? 0;
    for (const oldest of this.#found.keys()) {
      if (this.#found.size <= mostFindings && this.#characters <= mostCharacters) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#characters -= this.#found.get(key)?.text?.length ?? 0;
    this.#found.delete(key);
  }
}
