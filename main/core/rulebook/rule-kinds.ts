import type {
  AttestationRule,
  CheckRule,
  DeadlineRule,
  RequirementRule,
  Rule,
} from '../../contract/rulebook.ts';

export type DocumentRule = Extract<RequirementRule, { readonly kind: 'document' }>;
export type LetterRule = Extract<RequirementRule, { readonly kind: 'letter' }>;

export const isRequirementRule = (rule: Rule): rule is RequirementRule =>
  rule.kind !== 'check' && rule.kind !== 'deadline';
export const isCheckRule = (rule: Rule): rule is CheckRule => rule.kind === 'check';
export const isAttestationRule = (rule: Rule): rule is AttestationRule => rule.kind === 'attestation';
export const isDeadlineRule = (rule: Rule): rule is DeadlineRule => rule.kind === 'deadline';
export const isLetterRule = (rule: Rule): rule is LetterRule => rule.kind === 'letter';

/** Whether a requirement is satisfied by others instead of by a file of its own. */
export const isGroup = (
  rule: Rule,
): rule is DocumentRule & { readonly needs: NonNullable<DocumentRule['needs']> } =>
  rule.kind === 'document' && rule.needs !== undefined;

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
