import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';

/** A fault of a letter template: `template-fault` with file, line (from 1), what is wrong and what to write instead. */
export function templateFault(fileName: string, line: number, text: Localized, hint: Localized): Failure {
  return new Failure(
    'template-fault',
    { zh: `${fileName} 第 ${line} 行：${text.zh}`, en: `${fileName}, line ${line}: ${text.en}` },
    hint,
  );
}
