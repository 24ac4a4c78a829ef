import type { Translated } from '../area.ts';
import type { form as zh } from '../zh/form.ts';

/** Texts of form fields. */
export const form: Translated<typeof zh> = {
  required: 'required',
  optional: 'optional',
  count: '{{count}} characters',
  count_one: 'one character',
  undecided: 'depends on your answers',
  add: 'Add',
  remove: 'Delete',
  removeOf: 'Delete: {{item}}',
  'idType.resident': 'Resident identity card',
  'idType.passport': 'Passport',
  'idType.hk-macao': 'Hong Kong and Macao travel permit',
  'idType.taiwan': 'Taiwan travel permit',
  'file.replace': 'Another file',
  'file.remove': 'Remove',
  'file.removed': '“{{name}}” was removed.',
};
