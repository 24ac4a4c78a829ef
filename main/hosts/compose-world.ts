import { dirname, join } from 'node:path';
import { createWrittenFolders } from '../adapters/disk/written-folders.ts';
import { createFolderHistory } from '../adapters/dossier-folder/folder-history.ts';
import { createNoLibrary } from '../adapters/dossier-folder/no-library.ts';
import { noCompanies } from '../adapters/dossier-folder/no-companies.ts';
import { createFolderStore } from '../adapters/dossier-folder/folder-store.ts';
import { createArtifacts } from '../adapters/exchange/artifacts.ts';
import { createFolders } from '../adapters/exchange/folders.ts';
import { createGrants } from '../adapters/exchange/grants.ts';
import { createPageCodes } from '../adapters/images/page-codes.ts';
import { createDataPlaces } from '../adapters/library/data-places.ts';
import { createTeamFolders } from '../adapters/library/team-folders.ts';
import { createFormShelf } from '../adapters/letters/form-shelf.ts';
import { createLetterShelf } from '../adapters/letters/letter-shelf.ts';
import { createFonts } from '../adapters/pdf/fonts.ts';
import { createFormWriter } from '../adapters/pdf/form-writer.ts';
import { createPdfWriter } from '../adapters/pdf/pdf-writer.ts';
import { createRulebookShelf } from '../adapters/rulebook/rulebook-shelf.ts';
import { createSqliteStore } from '../adapters/sqlite/sqlite-store.ts';
import { createVerifierPage } from '../adapters/zip/verifier-page.ts';
import type { World } from '../world.ts';
import type { DossierStore } from '../world/dossier-store.ts';
import type { FormFiles } from '../world/form-shelf.ts';
import type { PackWriter, PdfPages, PurposeLines } from '../world/pdf.ts';
import type { Inspector, Pictures, PrintReader } from '../world/pictures.ts';
import type { Tables } from '../world/tables.ts';
import type { WordFiles } from '../world/word-files.ts';
import type { HistoryShelf } from '../world/history.ts';
import type { Library } from '../world/library.ts';
import type { Zip } from '../world/zip.ts';
import type { KeptCompanies } from '../world/kept-companies.ts';
import { createClock } from './clock.ts';
import { newId } from './new-id.ts';
import { whenNeeded } from './when-needed.ts';

export interface WorldOptions {
  /** `folder`: a dossier is named by the path of its folder; `database`: by its id in the store of `dataFolder`. */
  readonly kind: 'folder' | 'database';
  readonly host: World['about']['host'];
  readonly version: string;
  readonly dataFolder: string;
  /** For artifacts; the caller made it and removes it. */
  readonly scratchFolder: string;
  readonly resourcesFolder: string;
  /** A team's own letter templates; `templates` in the data folder without it. */
  readonly templatesFolder?: string | undefined;
  /** The platforms' own forms as they were imported; `forms` in the data folder without it. */
  readonly formsFolder?: string | undefined;
  /** Rulebooks that the build compiled; absent where the program runs from its sources. */
  readonly rulebooksFolder?: string | undefined;
  readonly fontsFolder: string;
  /** `YYYY-MM-DD`: the clock stands still on this day. */
  readonly today?: string | undefined;
}

/** The real world of all three hosts: adapters over this computer's disk. `close` lets go of the database. */
export function composeWorld(options: WorldOptions): World & { close(): void } {
  const clock = createClock(options.today);
  const templates = options.templatesFolder ?? join(options.dataFolder, 'templates');
  const team = {
    templates,
    forms: options.formsFolder ?? join(options.dataFolder, 'forms'),
    // A team's word lists lie beside its templates.
    words: join(dirname(templates), 'words'),
  };
  const written = createWrittenFolders(options.dataFolder);
  const store = openStore(options, clock.now, written.collect);
  const pictures = whenNeeded<Pictures>(
    { picture: true, fit: true, straighten: true, lineClarity: true, withoutMetadata: true, convert: true, forPaper: true, overlay: true }, // prettier-ignore
    async () => (await import('../adapters/images/pictures.ts')).createPictures(),
  );
  const word = whenNeeded<WordFiles>({ write: true, read: true }, async () =>
    (await import('../adapters/docx/word-files.ts')).createWordFiles(),
  );
  // The command line works on folders and keeps no list; what is in the scratch folder goes with it.
  const noteFolder = async (folder: string): Promise<void> => {
    if (options.kind === 'database' && !`${folder}/`.startsWith(options.scratchFolder))
      await written.note(folder);
  };
  return {
    today: clock.today,
    now: clock.now,
    newId,
    about: { version: options.version, dataFolder: options.dataFolder, host: options.host },
    dossiers: store.dossiers,
    companies: store.companies,
    history: store.history,
    library: store.library,
    team: createTeamFolders(team),
    dataPlaces: createDataPlaces({ ...options, ...team }),
    rulebooks: createRulebookShelf(options.resourcesFolder, options.rulebooksFolder, team.words),
    letters: createLetterShelf(options.resourcesFolder, team.templates),
    forms: createFormShelf(team.forms),
    formFiles: whenNeeded<FormFiles>({ load: true, read: true }, async () =>
      (await import('../adapters/pdf/form-reader.ts')).createFormFiles(),
    ),
    tables: whenNeeded<Tables>({ read: true }, async () =>
      (await import('../adapters/tables/table-reader.ts')).createTableReader(),
    ),
    fonts: createFonts(options.fontsFolder),
    inspector: whenNeeded<Inspector>({ inspect: true }, async () => {
      const [{ createInspector }, { createTextInspector }] = await Promise.all([
        import('../adapters/images/inspector.ts'),
        import('../adapters/texts/text-inspector.ts'),
      ]);
      return createTextInspector(createInspector(), word);
    }),
    pictures,
    print: whenNeeded<PrintReader>({ read: true }, async () =>
      (await import('../adapters/images/print/print-reader.ts')).createPrintReader(),
    ),
    pdf: createFormWriter(createPdfWriter(options.fontsFolder)),
    word,
    packs: whenNeeded<PackWriter>({ write: true }, async () =>
      (await import('../adapters/pdf/pack-writer.ts')).createPackWriter(options.fontsFolder, pictures),
    ),
    pdfPages: whenNeeded<PdfPages>({ take: true, join: true, straighten: true }, async () =>
      (await import('../adapters/pdf/pdf-pages.ts')).createPdfPages(pictures),
    ),
    purposeLines: whenNeeded<PurposeLines>({ draw: true }, async () =>
      (await import('../adapters/pdf/purpose-lines.ts')).createPurposeLines(options.fontsFolder, pictures),
    ),
    codes: createPageCodes(),
    zip: whenNeeded<Zip>(
      { write: true, read: true, unpack: true, encrypt: true, decrypt: true, isEncrypted: true },
      async () => (await import('../adapters/zip/zip.ts')).createZip(noteFolder),
    ),
    verifierPage: createVerifierPage(options.resourcesFolder),
    grants: createGrants(),
    artifacts: createArtifacts(options.scratchFolder),
    folders: createFolders({ sampleFolder: join(options.resourcesFolder, 'sample'), noteFolder }),
    close: store.close,
  };
}

function openStore(
  options: WorldOptions,
  now: () => string,
  onOpened: () => Promise<void>,
): {
  readonly dossiers: DossierStore;
  readonly history: HistoryShelf;
  readonly library: Library;
  readonly companies: KeptCompanies;
  readonly close: () => void;
} {
  if (options.kind === 'folder') {
    const history = createFolderHistory({ exceptBelow: options.resourcesFolder });
    return {
      dossiers: createFolderStore({ now }),
      history,
      library: createNoLibrary(),
      companies: noCompanies,
      close: () => undefined,
    };
  }
  const store = createSqliteStore({ dataFolder: options.dataFolder, newId, now, onOpened });
  return {
    dossiers: store,
    history: store.history,
    library: store.library,
    companies: store.companies,
    close: () => store.close(),
  };
}
