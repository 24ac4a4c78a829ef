import { LineCounter, parseDocument, stringify } from 'yaml';
import { Failure, Failures } from '../../contract/failure.ts';
import { formPlacementSchema, type FormPlacement } from '../../contract/forms.ts';
import type { Localized } from '../../contract/language.ts';
import { formPlaceFaults, type PlaceFault } from './form-place-faults.ts';
import type { LetterTemplate } from './template.ts';

/** What placed fields are held against: the form and the letter. */
export interface PlaceSurroundings {
  readonly form: {
    readonly letter: string;
    readonly sha256: string;
    readonly pages: readonly { readonly widthMm: number; readonly heightMm: number }[];
  };
  readonly template: Pick<LetterTemplate, 'id' | 'needs' | 'fields'>;
}

/** Reads fields.yaml. Throws Failures `form-fault`, every fault at once, each with file and line. */
export function parseFormFields(text: string, fileName: string, around: PlaceSurroundings): FormPlacement {
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: counter,
    prettyErrors: false,
  });
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
        return counter.linePos(Number(node.range[0])).line;
      }
    }
    return 1;
  };
  const at = (line: number, what: Localized, hint: Localized): Failure =>
    formFault(fileName, line, what, hint);
  throwAll(
    document.errors.map((error) =>
      at(
        counter.linePos(error.pos[0]).line,
        { zh: `不是有效的 YAML：${error.message}`, en: `not valid YAML: ${error.message}` },
        {
          zh: '请检查缩进、引号和冒号后的空格',
          en: 'Look at indentation, quotes and the blank after each colon',
        },
      ),
    ),
  );
  const parsed = formPlacementSchema.safeParse(dataOf(document, at));
  if (!parsed.success) {
    throwAll(
      shapeFaults(parsed.error.issues).map(({ path, text: what, hint }) => at(lineOf(path), what, hint)),
    );
    throw parsed.error;
  }
  throwAll(
    formPlaceFaults(parsed.data, around.form, around.template).map(({ path, text: what, hint }) =>
      at(lineOf(path), named(parsed.data, path, what), hint),
    ),
  );
  return parsed.data;
}

/** Holds placed fields that came as data against the form. Throws Failures `form-fault`, each naming its field. */
export function requirePlaceable(placement: FormPlacement, around: PlaceSurroundings): void {
  throwAll(
    formPlaceFaults(placement, around.form, around.template).map(
      ({ path, text, hint }) => new Failure('form-fault', named(placement, path, text), hint),
    ),
  );
}

/** Placed fields as YAML for people, a field a block. */
export function formatFormFields(placement: FormPlacement): string {
  const remarks = [
    '# 官方格式的填写位置。毫米，从页面左上角量起；页面按显示的方向。',
    '# Where what is written on the official form: millimetres from the top left corner of the page as it is looked at.',
  ];
  return `${remarks.join('\n')}\n${stringify(placement, { lineWidth: 0 })}`;
}

function dataOf(
  document: ReturnType<typeof parseDocument>,
  at: (line: number, what: Localized, hint: Localized) => Failure,
): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw at(
      1,
      { zh: `不能用引用（&、*）：${why}`, en: `it may not use aliases: ${why}` },
      { zh: '请把内容直接写出来', en: 'Write out what they refer to' },
    );
  }
}

/** A fault with the field's name in front, so that it is found without its line too. */
function named(placement: FormPlacement, path: PlaceFault['path'], text: Localized): Localized {
  const [group, index] = path;
  if ((group !== 'fields' && group !== 'guides') || typeof index !== 'number') return text;
  const id = placement[group][index]?.id;
  return id === undefined ? text : { zh: `「${id}」${text.zh}`, en: `“${id}”: ${text.en}` };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function shapeFaults(issues: readonly Issue[]): readonly PlaceFault[] {
  return issues.flatMap((issue): readonly PlaceFault[] => {
    const path = issue.path.map((one) => (typeof one === 'symbol' ? String(one) : one));
    const keys = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : [];
    const hint = {
      zh: '请对照 yinqi form show 的输出填写',
      en: 'Compare it with what yinqi form show prints',
    };
    if (keys.length > 0) {
      return keys.map((key) => ({
        path: [...path, key],
        text: { zh: `没有名为「${key}」的键`, en: `there is no key “${key}”` },
        hint,
      }));
    }
    const where = path.join('.');
    return [
      {
        path,
        text: {
          zh: `「${where}」不合要求：${issue.message}`,
          en: `“${where}” is not as expected: ${issue.message}`,
        },
        hint,
      },
    ];
  });
}

const formFault = (fileName: string, line: number, what: Localized, hint: Localized): Failure =>
  new Failure(
    'form-fault',
    { zh: `${fileName} 第 ${line} 行：${what.zh}`, en: `${fileName}, line ${line}: ${what.en}` },
    hint,
  );

function throwAll(failures: readonly Failure[]): void {
  const [first, ...others] = failures;
  if (first !== undefined) throw others.length === 0 ? first : new Failures([first, ...others]);
}
