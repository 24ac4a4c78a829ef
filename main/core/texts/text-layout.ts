/** A stretch of a text, in UTF-16 units from its beginning; `end` is the unit after it. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** What a text file says beside its words: where headings, table rows, links and words that stand out are. */
export interface TextLayout {
  /** `level` 1 to 6. */
  readonly headings: readonly (TextSpan & { readonly level: number })[];
  /** Rows of tables, cells set apart by tabs; rows of one `table` belong together, the first is its heading. */
  readonly rows: readonly (TextSpan & { readonly table: number })[];
  /** Bold, underlined, coloured or marked words. */
  readonly emphasis: readonly TextSpan[];
}

/** The layout of a text of which only the words are known. */
export const noLayout: TextLayout = { headings: [], rows: [], emphasis: [] };

/** A link of a text: the words that can be pressed. */
export interface TextLink {
  readonly name: string;
  readonly target: string;
}

/** What a reader sees of a text file: its words in their order, the names of its links, and how it is laid out. */
export interface LaidOutText {
  readonly text: string;
  readonly links: readonly TextLink[];
  readonly layout: TextLayout;
}
