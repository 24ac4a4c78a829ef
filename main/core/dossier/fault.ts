import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';
import type { FieldPath } from './schema-shape.ts';

/** What is wrong at one place of a dossier, before it is known where that place is written. */
export interface Fault {
  readonly code:
    | 'dossier-syntax'
    | 'dossier-unknown-field'
    | 'dossier-wrong-type'
    | 'dossier-missing-field'
    | 'dossier-bad-value';
  readonly path: FieldPath;
  /** What was found and what was wanted. */
  readonly text: Localized;
  /** What to do. */
  readonly hint: Localized;
}

/** A field as people write it: `company.legalRepresentative.name`, `parties.0.role`. */
export const fieldName = (path: FieldPath): string => path.join('.');

/** The failure of one fault of a file: names file, line (from 1) and field. */
export function faultFailure(fault: Fault, fileName: string, line: number): Failure {
  const field = fieldName(fault.path);
  return new Failure(
    fault.code,
    {
      zh: `${fileName} 第 ${line} 行${field === '' ? '' : `，字段 ${field}`}：${fault.text.zh}`,
      en: `${fileName}, line ${line}${field === '' ? '' : `, field ${field}`}: ${fault.text.en}`,
    },
    fault.hint,
  );
}
