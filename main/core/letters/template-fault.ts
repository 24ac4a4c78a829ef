import { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';

/** A fault of a letter template that knows its place: `template-fault`. */
export class TemplateFault extends Failure {
  /** From 1, in the whole file. */
  readonly line: number;
  /** What is wrong, without file and line. */
  readonly what: Localized;
  /** Of a fault in a shared clause: the line of the template that takes the clause in. */
  readonly takenInAt: number | undefined;

  constructor(fileName: string, line: number, what: Localized, hint: Localized, takenInAt?: number) {
    super(
      'template-fault',
      { zh: `${fileName} 第 ${line} 行：${what.zh}`, en: `${fileName}, line ${line}: ${what.en}` },
      hint,
    );
    this.line = line;
    this.what = what;
    this.takenInAt = takenInAt;
  }
}

/** A fault of a letter template: `template-fault` with file, line (from 1), what is wrong and what to write instead. */
export function templateFault(
  fileName: string,
  line: number,
  text: Localized,
  hint: Localized,
  takenInAt?: number,
): TemplateFault {
  return new TemplateFault(fileName, line, text, hint, takenInAt);
}
