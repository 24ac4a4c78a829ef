import type { Translated } from '../area.ts';
import { fieldNames } from '../field-names.ts';
import type { fields as zh } from '../zh/fields.ts';

/** Names of the fields of a dossier, by dotted field. */
export const fields: Translated<typeof zh> = fieldNames('en');
