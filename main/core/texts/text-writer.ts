import type { TextLayout, TextSpan } from './text-layout.ts';

/** Puts a text together from its pieces and remembers where headings, rows and words that stand out are. */
export class TextWriter {
  readonly #pieces: string[] = [];
  #length = 0;
  #lineStart = 0;
  #isBlank = true;
  #endsInSpace = false;
  #row: { start: number; table: number } | null = null;
  #tables = 0;
  readonly #openTables: number[] = [];
  readonly #headings: (TextSpan & { level: number })[] = [];
  readonly #rows: (TextSpan & { table: number })[] = [];
  readonly #emphasis: TextSpan[] = [];

  /** Units written so far. */
  get length(): number {
    return this.#length;
  }

  #put(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  /** Adds words, a run of blanks as one blank, none at the beginning of a line. */
  words(words: string): void {
    let piece = words.replaceAll(/[ \t\r\n\f]+/g, ' ');
    if ((this.#isBlank || this.#endsInSpace) && piece.startsWith(' ')) piece = piece.slice(1);
    if (piece === '') return;
    this.#put(piece);
    this.#isBlank = false;
    this.#endsInSpace = piece.endsWith(' ');
  }

  /** Ends a line that holds anything; inside a row of a table cells stay on their line. */
  endLine(): void {
    if (this.#isBlank) return;
    if (this.#row !== null) {
      this.words(' ');
      return;
    }
    this.#put('\n');
    this.#startLine();
  }

  #startLine(): void {
    this.#lineStart = this.#length;
    this.#isBlank = true;
    this.#endsInSpace = false;
  }

  beginTable(): void {
    this.#tables += 1;
    this.#openTables.push(this.#tables);
  }

  endTable(): void {
    this.#openTables.pop();
  }

  beginRow(): void {
    // A table inside a cell reads on in the row around it.
    if (this.#row === null) this.#row = { start: this.#length, table: this.#openTables.at(-1) ?? 0 };
  }

  endCell(): void {
    if (this.#row === null) return;
    this.#put('\t');
    this.#isBlank = false;
    this.#endsInSpace = true;
  }

  endRow(): void {
    if (this.#row === null) return;
    const { start, table } = this.#row;
    this.#row = null;
    if (this.#length > start) this.#rows.push({ start, end: this.#length, table });
    this.endLine();
  }

  /** Makes the present line a heading, and ends it. */
  endHeading(level: number): void {
    if (this.#length > this.#lineStart && this.#row === null) {
      this.#headings.push({ start: this.#lineStart, end: this.#length, level });
    }
    this.endLine();
  }

  /** What was written since a place stands out. */
  emphasise(start: number): void {
    if (this.#length > start) this.#emphasis.push({ start, end: this.#length });
  }

  /** The words since a place. */
  since(start: number): string {
    const parts: string[] = [];
    let length = this.#length;
    for (let index = this.#pieces.length - 1; index >= 0 && length > start; index -= 1) {
      const piece = this.#pieces[index] ?? '';
      length -= piece.length;
      parts.push(length < start ? piece.slice(start - length) : piece);
    }
    return parts.reverse().join('');
  }

  finish(): { readonly text: string; readonly layout: TextLayout } {
    this.endRow();
    const byStart = (a: TextSpan, b: TextSpan): number => a.start - b.start || b.end - a.end;
    return {
      text: this.#pieces.join(''),
      layout: {
        headings: this.#headings,
        rows: this.#rows.toSorted(byStart),
        emphasis: this.#emphasis.toSorted(byStart),
      },
    };
  }
}
