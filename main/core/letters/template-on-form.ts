import type { FormField, FormPlacement } from '../../contract/forms.ts';
import type { DossierDocument } from '../../contract/dossier.ts';
import { isWritten } from './form-variables.ts';
import type { LetterTemplate } from './template.ts';
import type { LetterEntry } from './template-scope.ts';
import { variableTitle } from './variable-title.ts';

/**
 * A letter's template as far as it counts when the letter is made on the platform's form: what the fields print is needed and asked
 * for, nothing else. Without `data` every field counts; with it, those whose condition holds.
 */
export function templateOnForm<T extends LetterTemplate>(
  template: T,
  { fields }: FormPlacement,
  data?: { readonly document: DossierDocument; readonly entry: LetterEntry },
): T {
  const written = data === undefined ? fields : fields.filter((one) => isWritten(one, { template, ...data }));
  const variables = new Set(written.flatMap(({ variable }) => variable ?? []));
  const required = new Set(written.filter(({ optional }) => optional !== true).flatMap(variableOf));
  const isPrinted = (id: string): boolean => variables.has(`letter.${id}`);
  return {
    ...template,
    needs: [...required]
      .filter((variable) => !variable.startsWith('letter.'))
      .map((field) => ({ field, title: variableTitle(field, template) })),
    asks: template.asks.filter(isPrinted),
    // What was typed for our wording may stay where it is.
    fields: template.fields.map((ask) => ({
      ...ask,
      required: required.has(`letter.${ask.id}`) && ask.required,
    })),
    periods: template.periods.filter(({ from, to }) => isPrinted(from) && isPrinted(to)),
    wording: { ...template.wording, variables: [...variables].toSorted() },
  };
}

const variableOf = ({ variable }: FormField): readonly string[] => (variable === undefined ? [] : [variable]);
