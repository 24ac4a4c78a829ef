import type { DossierDocument, LicensedRight } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import { fieldValue, isFilled } from '../dossier/fields.ts';
import { isPartyVariable, partyField } from './party-variables.ts';
import type { LetterTemplate } from './template.ts';

/** What a template needs and a dossier does not hold: the variable, and the field to fill in (`parties` for a party that is not there). */
export interface MissingNeed {
  readonly variable: string;
  readonly field: string;
  readonly title: Localized;
}

/** The needs of a template that a dossier leaves unfilled, in their order. */
export function missingNeeds(template: LetterTemplate, document: DossierDocument): readonly MissingNeed[] {
  return template.needs.flatMap(({ field: variable, title, kind }): readonly MissingNeed[] => {
    if (kind !== undefined && kind !== kindOf(document, variable, template.licenses)) return [];
    const field = isPartyVariable(variable) ? partyField(document, variable, template.licenses) : variable;
    if (field === null) return [{ variable, field: 'parties', title }];
    return isFilled(fieldValue(document, field)) ? [] : [{ variable, field, title }];
  });
}

/** Whether a variable tells of a company or of an individual: the party it names, else the applicant. */
function kindOf(
  document: DossierDocument,
  variable: string,
  right: LicensedRight | undefined,
): 'company' | 'individual' {
  if (!isPartyVariable(variable)) return document.applicant?.kind ?? 'company';
  const field = partyField(document, `${variable.split('.')[0]}.kind`, right);
  return field !== null && fieldValue(document, field) === 'individual' ? 'individual' : 'company';
}
