import type { FontSet } from './contract/laid-out-document.ts';
import type { DataPlaces } from './world/data-places.ts';
import type { DossierStore } from './world/dossier-store.ts';
import type { Artifacts, Folders, Grants } from './world/exchange.ts';
import type { FormFiles, FormShelf } from './world/form-shelf.ts';
import type { HistoryShelf } from './world/history.ts';
import type { Library, TeamFolders } from './world/library.ts';
import type { KeptCompanies } from './world/kept-companies.ts';
import type { LetterShelf } from './world/letter-shelf.ts';
import type { PageCodes } from './world/page-codes.ts';
import type { PackWriter, PdfPages, PdfWriter, PurposeLines } from './world/pdf.ts';
import type { Inspector, Pictures, PrintReader } from './world/pictures.ts';
import type { RulebookShelf } from './world/rulebook-shelf.ts';
import type { Tables } from './world/tables.ts';
import type { WordFiles } from './world/word-files.ts';
import type { Zip } from './world/zip.ts';

/** Everything outside the program. Adapters implement it, tests replace it, core never sees it. */
export interface World {
  /** `YYYY-MM-DD`; fixed by `--today`. */
  today(): string;
  /** ISO 8601 instant, for records of when something was saved; fixed by `--today`. */
  now(): string;
  /** A new identifier: lower-case letters and digits, 20 characters. */
  newId(): string;
  readonly about: {
    readonly version: string;
    readonly dataFolder: string;
    readonly host: 'electron' | 'browser' | 'command-line';
  };
  readonly dossiers: DossierStore;
  readonly history: HistoryShelf;
  readonly library: Library;
  readonly team: TeamFolders;
  readonly dataPlaces: DataPlaces;
  readonly companies: KeptCompanies;
  readonly rulebooks: RulebookShelf;
  readonly letters: LetterShelf;
  readonly forms: FormShelf;
  readonly formFiles: FormFiles;
  readonly tables: Tables;
  readonly fonts: () => Promise<FontSet>;
  readonly inspector: Inspector;
  readonly pictures: Pictures;
  readonly print: PrintReader;
  readonly pdf: PdfWriter;
  readonly word: WordFiles;
  readonly packs: PackWriter;
  readonly pdfPages: PdfPages;
  readonly purposeLines: PurposeLines;
  readonly codes: PageCodes;
  readonly zip: Zip;
  /** The page that verifies a bundle without this program: one HTML file, UTF-8. */
  readonly verifierPage: () => Promise<Uint8Array>;
  readonly grants: Grants;
  readonly artifacts: Artifacts;
  readonly folders: Folders;
}
