import type { DossierDocument, LetterOrigin } from '../../contract/dossier.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { fieldValue } from '../dossier/fields.ts';
import type { LetterRule } from '../rulebook/rule-kinds.ts';
import { shortHash } from './page-code.ts';
import { isPartyVariable, partyField } from './party-variables.ts';
import type { LetterTemplate } from './template.ts';
import type { LetterEntry } from './template-scope.ts';

/** What a letter is made from now, before it is known on which day it is printed. */
export type Ingredients = Omit<LetterOrigin, 'on'>;

/** What a letter is made from: the wording, and every variable that it looks at, but for the day of signing. */
export function ingredientsOf(input: {
  readonly template: LetterTemplate;
  readonly document: DossierDocument;
  readonly entry: LetterEntry;
  readonly rule?: LetterOrigin['rule'];
  /** The platform's form, where it is made on it; `template` then is what counts on the form. */
  readonly form?: LetterOrigin['form'];
}): Ingredients {
  const { template, document, entry, rule, form } = input;
  const variables = new Set([...template.needs.map(({ field }) => field), ...template.wording.variables]);
  variables.delete('letter.date');
  const data = Array.from(variables)
    .toSorted()
    .map((variable) => [variable, hashOf(valueOf(variable, document, entry, template))]);
  return {
    template: {
      version: template.version,
      origin: template.origin,
      text: template.digest,
      ...(template.clauses.length === 0 ? {} : clausesOf(template)),
    },
    ...(form === undefined ? {} : { form }),
    ...(rule === undefined ? {} : { rule }),
    data: Object.fromEntries(data),
  };
}

const clausesOf = ({ ownDigest, clauses }: LetterTemplate): Partial<LetterOrigin['template']> => ({
  own: ownDigest,
  clauses: Object.fromEntries(
    clauses.map(({ id, title, version, origin, digest }) => [id, { title, version, origin, text: digest }]),
  ),
});

/** What a letter's rule rests on: the letter that it names, its clauses and the days of their sources. */
export function ruleIngredient(rulebook: Rulebook, rule: LetterRule): NonNullable<LetterOrigin['rule']> {
  const dated = new Map(rulebook.sources.map(({ id, dated: day }) => [id, day ?? '']));
  const cites = rule.cites.toSorted().map((clause) => [clause, dated.get(clause.split('/')[0] ?? '') ?? '']);
  return { rulebook: rulebook.platform.version, text: hashOf([rule.letter, cites]) };
}

/** Eight letters tell two contents apart. */
const hashOf = (value: unknown): string => shortHash(JSON.stringify(value ?? null), 8);

function valueOf(
  variable: string,
  document: DossierDocument,
  entry: LetterEntry,
  { licenses }: LetterTemplate,
): unknown {
  if (variable.startsWith('letter.')) {
    const id = variable.slice('letter.'.length);
    return id === 'validFrom' || id === 'validUntil' ? entry[id] : entry.fields?.[id];
  }
  if (!isPartyVariable(variable)) return fieldValue(document, variable);
  const field = partyField(document, variable, licenses);
  return field === null ? undefined : fieldValue(document, field);
}

const keptPrints = 5;

/**
 * The edits that write down in a dossier what the print of a revision was made from; the latest five prints of each
 * letter are kept.
 */
export function originEdits(
  document: DossierDocument,
  letter: string,
  revision: string,
  origin: LetterOrigin,
): readonly { readonly path: string[]; readonly value: unknown }[] {
  const before = Object.entries(document.letters?.[letter]?.made ?? {}).filter(([key]) => key !== revision);
  const leaving = before
    .toSorted(([, one], [, other]) => (one.on < other.on ? 1 : -1))
    .slice(keptPrints - 1)
    .map(([key]) => key);
  const place = ['letters', letter, 'made'];
  return [
    { path: [...place, revision], value: origin },
    ...leaving.map((key) => ({ path: [...place, key], value: null })),
  ];
}
