import type {
  AttestationRule,
  CheckRule,
  DeadlineRule,
  RequirementRule,
  Rule,
  Rulebook,
} from '../../contract/rulebook.ts';

export type DocumentRule = Extract<RequirementRule, { readonly kind: 'document' }>;
export type GroupRule = DocumentRule & { readonly needs: NonNullable<DocumentRule['needs']> };
export type LetterRule = Extract<RequirementRule, { readonly kind: 'letter' }>;

export const isRequirementRule = (rule: Rule): rule is RequirementRule =>
  rule.kind !== 'check' && rule.kind !== 'deadline';
export const isCheckRule = (rule: Rule): rule is CheckRule => rule.kind === 'check';
export const isAttestationRule = (rule: Rule): rule is AttestationRule => rule.kind === 'attestation';
export const isDeadlineRule = (rule: Rule): rule is DeadlineRule => rule.kind === 'deadline';
export const isLetterRule = (rule: Rule): rule is LetterRule => rule.kind === 'letter';

/** Whether a requirement is satisfied by others instead of by a file of its own. */
export const isGroup = (rule: Rule): rule is GroupRule =>
  rule.kind === 'document' && rule.needs !== undefined;

/** Whether a requirement is a paper: a document or letter with files of its own. */
export const isPaper = (rule: Rule): boolean =>
  rule.kind === 'letter' || (rule.kind === 'document' && rule.needs === undefined);

/** The rule that asks for the platform's own form of a letter; undefined where the platform has none. */
export const officialFormRule = (
  { rules }: Pick<Rulebook, 'rules'>,
  requirement: string,
): CheckRule | undefined =>
  rules.filter(isCheckRule).find(({ on }) => 'letters' in on && on.letters.includes(requirement));

/** The requirements whose files a check looks at, by id; none for a check on a field. */
export function papersOf({ on }: CheckRule, rules: readonly Rule[]): readonly string[] {
  if ('files' in on) return on.files;
  return 'everyPaper' in on ? paperIds(rules) : [];
}

const papers = new WeakMap<readonly Rule[], readonly string[]>();

function paperIds(rules: readonly Rule[]): readonly string[] {
  const ids = papers.get(rules) ?? rules.filter(isPaper).map((rule) => rule.id);
  papers.set(rules, ids);
  return ids;
}

/** The dossier fields where a requirement is filled in; none for a group. */
export function fieldsOf(rule: RequirementRule): readonly string[] {
  switch (rule.kind) {
    case 'letter':
      return [`documents.${rule.id}`];
    case 'document':
      return rule.needs === undefined ? [`documents.${rule.id}`] : [];
    case 'asset':
      return rule.fields;
    case 'text':
      return [rule.field];
    case 'attestation':
      return [`attestations.${rule.id}`];
  }
}
