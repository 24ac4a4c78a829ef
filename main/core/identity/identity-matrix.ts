import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import { identityRowIds, type IdentityMatrix, type IdentityRowId } from '../../contract/identity.ts';
import type { Localized } from '../../contract/language.ts';
import type { Particular, ReadPaper } from '../../contract/read-paper.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { fieldValue, filesOfField } from '../dossier/fields.ts';
import type { LetterState } from '../letters/letter-state.ts';
import { isLetterRule } from '../rulebook/rule-kinds.ts';
import { laidOutText } from '../app/readable-text.ts';
import { compareValues, hostOf } from './compare-values.ts';
import { letterCell } from './letter-cells.ts';
import { rowFields, rowTitles } from './identity-rows.ts';
import type { JudgedCell, Reading } from './reading.ts';
import { searchable, valueInText, type SearchableText } from './values-in-text.ts';

type Localised<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: Localized };
type Source = Localised<IdentityMatrix['sources'][number], 'title'>;
export type JudgedMatrix = Omit<IdentityMatrix, 'sources' | 'rows'> & {
  readonly sources: readonly Source[];
  readonly rows: readonly {
    readonly id: IdentityRowId;
    readonly title: Localized;
    readonly reference: string | null;
    readonly cells: readonly JudgedCell[];
  }[];
};

/** What the matrix is made from; `papers` are what text recognition read, as far as it did: suggestions. */
export interface IdentityInput {
  readonly rulebook: Rulebook;
  readonly document: DossierDocument;
  readonly inspections: ReadonlyMap<string, FileInspection>;
  readonly letters: readonly LetterState[];
  readonly papers: readonly ReadPaper[];
}

/** Says what a source has for a row: a cell without its comparison, or null where the source never says it. */
interface Column {
  readonly source: Source;
  read(row: IdentityRowId, reference: string | null): Reading | null;
}
const unread: Reading = { value: null, state: 'not-read' };

const valueOf = (document: DossierDocument, field: string): string | null => {
  const value = fieldValue(document, field);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

/** What the form has: addresses count by their host. */
function formValue(document: DossierDocument, row: IdentityRowId): { value: string | null; field: string } {
  const fields = rowFields[row];
  const field = fields.find((one) => valueOf(document, one) !== null) ?? fields[0] ?? row;
  const value = valueOf(document, field);
  return { value: row === 'domain' && value !== null ? (hostOf(value) ?? value) : value, field };
}

const formColumn = (document: DossierDocument): Column => ({
  source: { id: 'form', title: { zh: '案卷', en: 'Dossier' }, kind: 'form', read: 'typed' },
  read: (row) => formValue(document, row),
});

/** Addresses that the form has beside the website's. */
const addressColumns = (document: DossierDocument): readonly Column[] =>
  (
    [
      ['app.privacyPolicyUrl', { zh: '隐私政策地址', en: 'Address of the policy' }],
      ['app.termsUrl', { zh: '用户协议地址', en: 'Address of the agreement' }],
    ] as const
  )
    .filter(([field]) => valueOf(document, field) !== null && formValue(document, 'domain').field !== field)
    .map(([field, title]): Column => ({
      source: { id: field, title, kind: 'form', read: 'typed' },
      read: (row) => (row === 'domain' ? { value: hostOf(valueOf(document, field) ?? ''), field } : null),
    }));

/** Which particulars of a paper stand in a row. */
const particularsOf: Readonly<Record<IdentityRowId, readonly Particular[]>> = {
  company: ['company-name', 'copyright-owner'],
  'credit-code': ['credit-code'],
  'legal-representative': ['legal-representative', 'person-name'],
  'app-name': ['software-name'],
  'installed-name': [],
  version: ['software-version'],
  domain: ['domain'],
  'icp-number': ['icp-number', 'licence-number'],
};

/** What each kind of paper says; the person on an identity card is the legal representative where its rule says so. */
const rowsOfPaper: Readonly<Record<string, readonly IdentityRowId[]>> = {
  'business-licence': ['company', 'credit-code', 'legal-representative'],
  'icp-licence': ['company', 'legal-representative', 'icp-number', 'domain'],
  'icp-filing': ['company', 'icp-number', 'domain'],
  'software-copyright-certificate': ['company', 'app-name', 'version'],
  'identity-document': ['legal-representative'],
};

const wordRows: readonly IdentityRowId[] = [
  'company',
  'credit-code',
  'legal-representative',
  'app-name',
  'installed-name',
  'domain',
  'icp-number',
];

function wordsColumn(source: Source, words: SearchableText): Column {
  return {
    source,
    read(row, reference) {
      if (!wordRows.includes(row)) return null;
      const found = valueInText(row, reference, words);
      return found === null ? { value: null } : { value: found.value, passage: { ...found.passage } };
    },
  };
}

function paperColumns({ rulebook, document, inspections, papers }: IdentityInput): readonly Column[] {
  return rulebook.rules.flatMap((rule): readonly Column[] => {
    if (rule.kind !== 'document') return [];
    const { reads } = rule;
    const isOurs = reads?.of === 'company' || reads?.of === 'legal-representative';
    if (!isOurs && rule.namesApplicant !== true) return [];
    return filesOfField(document, `documents.${rule.id}`).map((path, index): Column => {
      const source = {
        id: index === 0 ? rule.id : `${rule.id}-${index + 1}`,
        title: rule.title,
        kind: 'paper' as const,
        path,
      };
      const paper = papers.find((one) => one.path === path);
      const text = inspections.get(path)?.text ?? '';
      if (paper === undefined && text.trim() !== '')
        return wordsColumn({ ...source, read: 'words' }, searchable(text));
      const rows = reads === undefined ? wordRows : (rowsOfPaper[reads.paper] ?? []);
      return {
        source: { ...source, read: paper === undefined ? 'unread' : 'recognised' },
        read(row) {
          if (!rows.includes(row)) return null;
          if (paper === undefined) return unread;
          const found = paper.particulars.find(({ particular }) => particularsOf[row].includes(particular));
          return found === undefined
            ? { value: null }
            : { value: found.value, confidence: found.confidence, page: found.page, box: { ...found.box } };
        },
      };
    });
  });
}

function textColumns({ document, inspections }: IdentityInput): readonly Column[] {
  return (
    [
      ['app.privacyPolicy', { zh: '隐私政策', en: 'Privacy policy' }],
      ['app.terms', { zh: '用户协议', en: 'User agreement' }],
    ] as const
  ).flatMap(([field, title]) =>
    filesOfField(document, field).map((path): Column => {
      const file = inspections.get(path);
      const read = file === undefined ? null : laidOutText(file);
      const isRead = read !== null && read.text.trim() !== '';
      const source = {
        id: field,
        title,
        kind: 'text' as const,
        path,
        read: isRead ? ('words' as const) : ('unread' as const),
      };
      if (isRead) return wordsColumn(source, searchable(read.text));
      return { source, read: (row) => (wordRows.includes(row) ? unread : null) };
    }),
  );
}

function letterColumns({ rulebook, document, inspections, letters }: IdentityInput): readonly Column[] {
  return rulebook.rules.filter(isLetterRule).flatMap((rule): readonly Column[] => {
    const paths = filesOfField(document, `documents.${rule.id}`);
    const [path] = paths;
    const state = letters.find((one) => one.requirement === rule.id);
    if (path === undefined || state === undefined) return [];
    const pages = paths.flatMap((one) => inspections.get(one)?.pages ?? []);
    const isCoded = pages.some(({ code }) => code !== undefined);
    return [
      {
        source: {
          id: rule.id,
          title: rule.title,
          kind: 'letter',
          path,
          read: isCoded ? 'page-code' : 'unread',
        },
        read: (row) =>
          letterCell(rowFields[row], { state, document, pages, form: formValue(document, row).value }),
      },
    ];
  });
}

function cellOf(
  column: Column,
  row: IdentityRowId,
  reference: string | null,
  isReference: boolean,
): JudgedCell {
  const { id: source } = column.source;
  const reading = column.read(row, reference);
  if (reading === null) return { source, value: null, state: 'none', spellings: [] };
  const { state, ...rest } = reading;
  if (state !== undefined) return { source, ...rest, state, spellings: [] };
  if (reading.value === null) return { source, ...rest, state: 'not-said', spellings: [] };
  if (isReference || reference === null) return { source, ...rest, state: 'reference', spellings: [] };
  const { state: compared, spellings } = compareValues(row, reference, reading.value);
  return { source, ...rest, state: compared, spellings: [...spellings] };
}

/** Puts what identifies company and app into one table, each cell with its source and how it compares. */
export function identityMatrix(input: IdentityInput): JudgedMatrix {
  const columns = [
    formColumn(input.document),
    ...addressColumns(input.document),
    ...paperColumns(input),
    ...textColumns(input),
    ...letterColumns(input),
  ];
  const rows = identityRowIds.map((id) => {
    const form = formValue(input.document, id).value;
    const first =
      form === null ? columns.findIndex((column) => typeof column.read(id, null)?.value === 'string') : 0;
    const reference = form ?? columns[first]?.read(id, null)?.value ?? null;
    const cells = columns.map((column, index) => cellOf(column, id, reference, index === first));
    return { id, title: rowTitles[id], reference, cells };
  });
  const cells = rows.flatMap((row) => row.cells);
  const count = (holds: (cell: JudgedCell) => boolean): number => cells.filter(holds).length;
  return {
    schema: 'yinqi/identities@1',
    sources: columns.map(({ source }) => source),
    rows,
    counts: {
      different: count(({ state, confidence }) => state === 'different' && confidence === undefined),
      machineDifferent: count(({ state, confidence }) => state === 'different' && confidence !== undefined),
      spelling: count(({ state }) => state === 'spelling'),
      notRead: count(({ state }) => state === 'not-read'),
    },
  };
}
