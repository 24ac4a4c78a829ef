/** What a paragraph of a Word file is for; the adapter gives each a named style. */
export const wordStyles = [
  'title',
  'salutation',
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'body',
  'item-1',
  'item-2',
  'item-3',
  'item-4',
  'item-5',
  'continued-1',
  'continued-2',
  'continued-3',
  'continued-4',
  'continued-5',
  'note',
  'centre',
  'end',
  'particulars',
  'table-text',
  'table-heading',
  'signing-line',
  'signature',
  'guide',
  'signature-setting',
  'tag',
  'front-matter',
  'instruction',
] as const;
export type WordStyle = (typeof wordStyles)[number];

/** A stretch of text of a Word file; a tab is `\t`, a line break `\n`. */
export interface WordRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** A variable or tag of a template. */
  readonly tag?: boolean;
  /** Where a link leads, in a file that was read. */
  readonly link?: string;
}

/** A paragraph to be written. Millimetres count from the left edge of the type area. */
export interface WordParagraph {
  readonly kind: 'paragraph';
  readonly style: WordStyle;
  readonly runs: readonly WordRun[];
  /** Items of one number are one list, counted from 1 at each level. */
  readonly list?: number;
  /** A heading that Word does not count. */
  readonly isUnnumbered?: boolean;
  /** Where the lines after the first begin, and tabs lead. */
  readonly hangMm?: number;
  /** Where tabs lead, beyond `hangMm`; `isRuled` draws a line up to there. */
  readonly tabs?: readonly { readonly mm: number; readonly isRuled: boolean }[];
  /** Left edge of the text. */
  readonly insetMm?: number;
  /** Begins at its left edge, whatever the style says. */
  readonly isFlush?: boolean;
  readonly spaceBeforeMm?: number;
  /** No page ends after it. */
  readonly keepWithNext?: boolean;
}

/** A table to be written; the columns share the width. */
export interface WordTable {
  readonly kind: 'table';
  readonly shares: readonly number[];
  /** A row of one cell goes across all columns. */
  readonly rows: readonly (readonly (readonly WordRun[])[])[];
  /** The first row is its heading and is repeated on each page. */
  readonly hasHeading: boolean;
  readonly sizePt?: number;
  /** Names what is written into a locked frame, not to be edited. */
  readonly lockedAs?: string;
}
export type WordBlock = WordParagraph | WordTable;

/** A Word file to be written: A4, the type area and type of `style`. Same document, same bytes. */
export interface WordDocument {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: 'zh-CN';
  /** What Word shows as the file's comments. */
  readonly description?: string;
  /** Custom properties, by name. */
  readonly properties: Readonly<Record<string, string>>;
  readonly style: 'letter' | 'checklist';
  /** Printed at the head of each page; empty prints nothing. */
  readonly header: string;
  readonly blocks: readonly WordBlock[];
}

/** Marks of a Word file that templates have no place for. */
export const wordMarks = [
  'image',
  'note',
  'text-box',
  'struck',
  'italic',
  'highlight',
  'merged-cells',
  'table-in-table',
  'formula',
  'ruby',
  'inserted-file',
  'check-box',
] as const;
export type WordMark = (typeof wordMarks)[number];

/** A paragraph that was read, tracked changes accepted. */
export interface ReadParagraph {
  readonly kind: 'paragraph';
  /** Counted from 1 over all paragraphs of the file that hold text, those in tables too; 0 for an empty one. */
  readonly number: number;
  /** Null for a style that this program does not know. */
  readonly style: WordStyle | null;
  readonly styleName: string;
  readonly runs: readonly WordRun[];
  /** Word's own numbering; `level` from 1. Paragraphs of one `list` are counted together; null where the file does not say. */
  readonly numbering: {
    readonly level: number;
    readonly isOrdered: boolean;
    readonly list: string | null;
  } | null;
  readonly align: 'start' | 'centre' | 'end';
  readonly marks: readonly WordMark[];
}

/** A table that was read, row by row, cell by cell. */
export interface ReadTable {
  readonly kind: 'table';
  /** The widths of its columns, in any unit; empty where the file does not say. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly {
    readonly span: number;
    readonly paragraphs: readonly ReadParagraph[];
  }[])[];
}

/** A Word file that was read. */
export interface ReadWord {
  /** The file's name. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly blocks: readonly (ReadParagraph | ReadTable)[];
  /** Comments, each with the paragraph it stands at; 0 where that is not known. */
  readonly comments: readonly {
    readonly author: string;
    readonly text: string;
    readonly paragraph: number;
  }[];
  /** Marks that stand somewhere in the file. */
  readonly marks: readonly WordMark[];
  /** How many tracked changes the file holds; text inserted is in, text deleted is out. */
  readonly changes: { readonly inserted: number; readonly deleted: number; readonly moved: number };
}
