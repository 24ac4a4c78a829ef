import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Failures } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';
import { plainParsing } from '../../contract/plain-parsing.ts';
import { templateFault } from './template-fault.ts';

/** A fault of front matter, at the value that it is about. */
export interface FrontFault {
  readonly path: readonly PropertyKey[];
  readonly text: Localized;
  readonly hint: Localized;
}

/**
 * Cuts a text into its YAML front matter, between lines of ---, and its wording: blank lines in place of the front matter
 * keep every line's number as it is in the file. Throws `template-fault` where there is none; `keys` are named then.
 */
export function cutFrontMatter(
  source: string,
  fileName: string,
  keys: string,
): { readonly front: string; readonly body: string } {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const end =
    lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && line.trim() === '---') : -1;
  if (end < 0) {
    throw templateFault(
      fileName,
      1,
      { zh: '缺少文件头', en: 'the front matter is missing' },
      {
        zh: `请以一行 --- 开头，写明 ${keys.replaceAll(', ', '、')} 等，再以一行 --- 结束`,
        en: `Begin with a line of ---, state ${keys} and so on, and end it with a line of ---`,
      },
    );
  }
  return {
    front: lines.slice(1, end).join('\n'),
    body: [...lines.slice(0, end + 1).map(() => ''), ...lines.slice(end + 1)].join('\n'),
  };
}

/**
 * Reads front matter. Throws Failures, each with file and line: what is no YAML, what the schema refuses, and what `look`
 * finds beyond the schema.
 */
export function readFrontMatter<T>(
  text: string,
  fileName: string,
  schema: z.ZodType<T>,
  look: (front: T) => readonly FrontFault[] = () => [],
): T {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line + 1;
  const faults = document.errors.map((error) =>
    templateFault(
      fileName,
      lineAt(error.pos[0]),
      {
        zh: `文件头不是有效的 YAML：${error.message}`,
        en: `the front matter is not valid YAML: ${error.message}`,
      },
      {
        zh: '请检查缩进、引号和冒号后的空格',
        en: 'Look at indentation, quotes and the blank after each colon',
      },
    ),
  );
  const [broken, ...more] = faults;
  if (broken !== undefined) throw new Failures([broken, ...more]);
  const parsed = schema.safeParse(document.toJS(), plainParsing);
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
        return lineAt(Number(node.range[0]));
      }
    }
    return 1;
  };
  const wrong: readonly FrontFault[] = parsed.success
    ? look(parsed.data)
    : parsed.error.issues.map((issue) => ({
        path: issue.path,
        text: {
          zh: `文件头的「${issue.path.join('.')}」不合要求：${issue.message}`,
          en: `“${issue.path.join('.')}” in the front matter is not as expected: ${issue.message}`,
        },
        hint: {
          zh: '请对照 resources/letters/README.md 填写',
          en: 'Compare it with resources/letters/README.md',
        },
      }));
  const [first, ...others] = wrong.map((one) =>
    templateFault(fileName, lineOf(one.path), one.text, one.hint),
  );
  if (first !== undefined) throw new Failures([first, ...others]);
  if (!parsed.success) throw parsed.error;
  return parsed.data;
}
