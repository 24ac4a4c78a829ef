import type { DossierDocument, LetterEntry } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import { judgeDocument } from '../dossier/document-faults.ts';
import { fieldValue } from '../dossier/fields.ts';
import type { BatchColumn } from './batch-columns.ts';
import { cellValue } from './batch-values.ts';
import { isPartyVariable, partyField, wantedParty } from './party-variables.ts';
import type { LetterTemplate } from './template.ts';

/** A row laid over a dossier, or why it cannot be. */
export type LaidRow =
  | {
      readonly document: DossierDocument;
      /** What of the dossier was not taken over, because the row is of another company, app or party. */
      readonly dropped: ReadonlySet<string>;
    }
  | { readonly reasons: readonly Localized[] };

type Value = string | boolean | null;
type Group = { [key: string]: unknown };

/**
 * Lays a row over a dossier: a cell stands in place of the dossier's value, an empty one for no value. Where a row names
 * another company, app or party, nothing else of the dossier's own is taken over, so that two are never mixed in a letter.
 */
export function layRow(input: {
  readonly base: DossierDocument;
  readonly template: LetterTemplate;
  readonly columns: readonly BatchColumn[];
  readonly cells: readonly string[];
  /** How many columns the header has. */
  readonly width: number;
}): LaidRow {
  const { base, template, columns, cells, width } = input;
  if (cells.slice(width).some((cell) => cell !== '')) return { reasons: [tooManyCells(width, cells.length)] };
  const values = new Map<string, Value>();
  const reasons: Localized[] = [];
  for (const { index, variable, title } of columns) {
    const read = cellValue(cells[index] ?? '', variable, isDay(variable, template));
    if ('fault' in read) reasons.push(named(title, read.fault));
    else values.set(variable, read.value);
  }
  if (reasons.length > 0) return { reasons };
  const dropped = otherOwners(base, template, values);
  const data = withValues(startOf(base, template, values, dropped), template, values);
  const judged = judgeDocument(data);
  if (judged.document !== null) return { document: judged.document, dropped };
  return {
    reasons: judged.faults.map(({ path, text }) => {
      const field = path.join('.');
      const column = columns.find(({ variable }) => placeOf(variable, template).join('.') === field);
      return named(column?.title ?? { zh: field, en: field }, text);
    }),
  };
}

/** A reason with what it is about in front. */
export const named = (title: Localized, fault: Localized): Localized => ({
  zh: `${title.zh}：${fault.zh}`,
  en: `${title.en}: ${fault.en}`,
});

function isDay(variable: string, { fields }: LetterTemplate): boolean {
  if (!variable.startsWith('letter.')) return false;
  const id = variable.slice('letter.'.length);
  return (
    ['date', 'validFrom', 'validUntil'].includes(id) ||
    fields.some((one) => one.id === id && one.kind === 'date')
  );
}

/** The groups whose name or number differs from the dossier's: `company`, `app`, `licensor` … */
function otherOwners(
  base: DossierDocument,
  { licenses }: LetterTemplate,
  values: ReadonlyMap<string, Value>,
): ReadonlySet<string> {
  const groups = new Set<string>();
  for (const [variable, value] of values) {
    const [group = '', key = ''] = variable.split('.');
    if (
      !['company.name', 'company.uscc', 'app.name'].includes(variable) &&
      !(isPartyVariable(variable) && key === 'name')
    ) {
      continue;
    }
    const field = isPartyVariable(variable) ? partyField(base, variable, licenses) : variable;
    const before = field === null ? undefined : fieldValue(base, field);
    if (before !== undefined && before !== value) groups.add(group);
  }
  return groups;
}

/** What of the dossier a row starts from: not its name in page codes, nor what belongs to others. */
function startOf(
  base: DossierDocument,
  template: LetterTemplate,
  values: ReadonlyMap<string, Value>,
  dropped: ReadonlySet<string>,
): Group {
  const start: Group = structuredClone(base);
  const isOther = [...values].some(
    ([variable, value]) => fieldValue(base, variable) !== (value ?? undefined),
  );
  if (isOther) delete start['id'];
  for (const group of ['company', 'app']) if (dropped.has(group)) delete start[group];
  start['parties'] = (base.parties ?? []).map((party, index) => {
    const isDropped = [...dropped].some(
      (group) =>
        wantedParty(`${group}.name`) !== undefined &&
        partyField(base, `${group}.name`, template.licenses) === `parties.${index}.name`,
    );
    if (!isDropped) return { ...party };
    const { role, kind, licenses } = party;
    return { role, kind, ...(licenses === undefined ? {} : { licenses }) };
  });
  for (const variable of values.keys()) {
    const wanted = wantedParty(variable);
    // Safe: made just above, of the dossier's own parties.
    const parties = start['parties'] as NonNullable<DossierDocument['parties']>;
    if (wanted === undefined || partyField({ parties }, variable, template.licenses) !== null) continue;
    parties.push({ role: wanted.role, kind: wanted.kind ?? kindGiven(variable, values) });
  }
  if ((start['parties'] as readonly unknown[]).length === 0) delete start['parties'];
  // What was printed and kept is the dossier's own history.
  const entry = base.letters?.[template.id];
  delete start['letters'];
  if (entry !== undefined) start['letters'] = { [template.id]: ownEntry(entry, template, dropped) };
  return start;
}

/** What is typed into the dossier's letter, without what belongs to a company, app or party that the row is not of. */
function ownEntry(entry: LetterEntry, { fields }: LetterTemplate, dropped: ReadonlySet<string>): LetterEntry {
  const others = new Set(Array.from(dropped, (group) => wantedParty(`${group}.name`)?.role ?? group));
  const gone = new Set(
    fields.filter(({ of: owners = [] }) => owners.some((one) => others.has(one))).map(({ id }) => id),
  );
  if (entry.fields === undefined || gone.size === 0) return { ...entry };
  const kept = Object.entries(entry.fields).filter(([id]) => !gone.has(id));
  return { ...entry, fields: Object.fromEntries(kept) };
}

const kindGiven = (variable: string, values: ReadonlyMap<string, Value>): 'company' | 'individual' =>
  values.get(`${variable.split('.')[0]}.kind`) === 'individual' ? 'individual' : 'company';

function withValues(start: Group, template: LetterTemplate, values: ReadonlyMap<string, Value>): Group {
  for (const [variable, value] of values) {
    // Safe: startOf put the dossier's parties there, and those that the row names.
    const parties = (start['parties'] ?? []) as NonNullable<DossierDocument['parties']>;
    const field = isPartyVariable(variable) ? partyField({ parties }, variable, template.licenses) : null;
    const path = field === null ? placeOf(variable, template) : field.split('.');
    put(start, path, value);
  }
  return start;
}

/** Where a variable other than a party's is in a dossier. */
function placeOf(variable: string, template: LetterTemplate): readonly string[] {
  const [group = '', ...rest] = variable.split('.');
  if (group === 'letter') {
    const id = rest.join('.');
    return template.fields.some((one) => one.id === id)
      ? ['letters', template.id, 'fields', id]
      : ['letters', template.id, id];
  }
  return group === 'facts' ? ['facts', rest.join('.')] : [group, ...rest];
}

/** Puts a value in its place, groups on the way made; null takes out what is there. */
function put(group: Group, [key = '', ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) {
    if (value === null) delete group[key];
    else group[key] = value;
    return;
  }
  const inner = group[key];
  if (inner === undefined && value === null) return;
  // Safe: the fields of a dossier lie in groups and lists of groups.
  const below = (inner ?? {}) as Group;
  group[key] = below;
  put(below, rest, value);
}

const tooManyCells = (width: number, found: number): Localized => ({
  zh: `这一行有 ${found} 个单元格，表头只有 ${width} 列：内容里有逗号时，请用英文双引号把它括起来`,
  en: `the row has ${found} cells under ${width} columns: put content that holds the delimiter in double quotes`,
});
