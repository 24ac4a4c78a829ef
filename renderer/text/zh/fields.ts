import { fieldNames } from '../field-names.ts';

/** Names of the fields of a dossier, by dotted field. */
export const fields = fieldNames('zh');
