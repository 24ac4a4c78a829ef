import { Liquid, type Template } from 'liquidjs';
import type { Failure } from '../../contract/failure.ts';
import type { Localized } from '../../contract/language.ts';
import { nearName } from '../near-name.ts';
import { isTemplateVariable, templateVariables } from './template-scope.ts';
import { templateFault } from './template-fault.ts';

/** A wording with its variables, conditions and loops understood. */
export interface Wording {
  /** Every variable that it looks at, by dotted name, sorted; lists and `facts` with what is looked into. */
  readonly variables: readonly string[];
  /**
   * The wording with each value replaced by a mark, and the values in the marks' order: data never passes through
   * Markdown. Throws `template-fault` for a value that is empty or no text. `onValue` hears of each value as it is printed.
   */
  render(
    scope: object,
    onValue?: (value: string) => void,
  ): { readonly markdown: string; readonly values: readonly string[] };
}

/** Around the number of a value: noncharacters, which no text holds. */
const open = '\uFDD0';
const close = '\uFDD1';

/** Puts values back in place of their marks. */
export function withValues(text: string, values: readonly string[]): string {
  return text.replace(/\uFDD0(\d+)\uFDD1/g, (_, index: string) => values[Number(index)] ?? '');
}

const tags = ['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment', '#'];
const filters = [
  'append',
  'default',
  'downcase',
  'first',
  'join',
  'last',
  'prepend',
  'replace',
  'size',
  'strip',
  'upcase',
];

/** A Liquid without files, clock, raw output or code: what is not listed above does not exist. */
function createEngine(outputEscape: (value: unknown) => string): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    relativeReference: false,
    // Named, lest the system's be looked for: a letter is the same everywhere, and looking loads all that Node has on languages.
    locale: 'zh-CN',
    outputEscape,
    fs: {
      exists: async () => false,
      existsSync: () => false,
      readFile: () => Promise.reject(new Error('templates read no files')),
      readFileSync: () => {
        throw new Error('templates read no files');
      },
      resolve: (_folder, file) => file,
    },
  });
  for (const name of Object.keys(engine.tags)) if (!tags.includes(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!filters.includes(name)) delete engine.filters[name];
  return engine;
}

/** Compiles the wording; what is wrong with it is added to `faults`, and then the answer is null. `asked`: the template’s own variables. */
export function compileWording(
  body: string,
  fileName: string,
  faults: Failure[],
  asked: readonly string[] = [],
): Wording | null {
  const before = faults.length;
  faults.push(...foreignMarks(body, fileName));
  if (faults.length > before) return null;
  let values: string[] = [];
  let heard: (value: string) => void = () => undefined;
  const engine = createEngine((value) => {
    if (value === null || value === undefined || value === '') throw new Error(emptyValue);
    if (typeof value === 'object' || typeof value === 'function') throw new Error(notText);
    values.push(String(value));
    heard(String(value));
    return `${open}${values.length - 1}${close}`;
  });
  let templates: Template[];
  try {
    templates = engine.parse(body, fileName);
  } catch (error) {
    faults.push(liquidFault(error, fileName));
    return null;
  }
  faults.push(...unknownVariables(engine, templates, fileName, asked));
  if (faults.length > before) return null;
  return {
    variables: variablesIn(engine, templates),
    render(scope, onValue = () => undefined) {
      values = [];
      heard = onValue;
      try {
        // Safe: without async tags and filters a synchronous render gives text.
        const markdown = engine.renderSync(templates, scope) as string;
        return { markdown, values };
      } catch (error) {
        throw liquidFault(error, fileName);
      }
    },
  };
}

function variablesIn(engine: Liquid, templates: Template[]): readonly string[] {
  const { globals } = engine.analyzeSync(templates, { partials: false });
  const names = Object.values(globals).flatMap((uses) => uses.map(({ segments }) => segments.join('.')));
  return [...new Set(names)].toSorted();
}

const emptyValue = 'the value is empty';
const notText = 'the value is a list or a group of values';

const halfWidth: ReadonlyMap<string, string> = new Map([
  ['“', '"'], ['”', '"'], ['‘', "'"], ['’', "'"], ['｜', '|'], ['：', ':'], ['，', ','], ['．', '.'], ['。', '.'], ['＝', '='],
]); // prettier-ignore

/** Full-width braces anywhere, and full-width marks inside a tag but outside its quoted texts. */
function foreignMarks(body: string, fileName: string): readonly Failure[] {
  return body.split('\n').flatMap((line, index) => {
    const found: Failure[] = [];
    const braces = /｛\s*[｛{%％]|[{]\s*％|[%％}｝]\s*｝|％\s*}/.exec(line);
    if (braces !== null) {
      found.push(
        templateFault(
          fileName,
          index + 1,
          { zh: `标签用了全角符号「${braces[0]}」`, en: `a tag is written with full-width “${braces[0]}”` },
          {
            zh: '请改用半角：{{ 变量 }} 或 {% if … %}',
            en: 'Use half-width braces: {{ variable }} or {% if … %}',
          },
        ),
      );
    }
    for (const [tag] of line.matchAll(/\{[{%].*?[%}]\}/g)) {
      const bare = tag.replace(/"[^"]*"|'[^']*'/g, '');
      const mark = Array.from(bare).find((character) => halfWidth.has(character));
      if (mark === undefined) continue;
      found.push(
        templateFault(
          fileName,
          index + 1,
          {
            zh: `标签 ${tag} 里有全角符号「${mark}」`,
            en: `the tag ${tag} holds the full-width mark “${mark}”`,
          },
          {
            zh: `请改成半角的 ${halfWidth.get(mark)}`,
            en: `Write the half-width ${halfWidth.get(mark)} instead`,
          },
        ),
      );
    }
    return found;
  });
}

function unknownVariables(
  engine: Liquid,
  templates: Template[],
  fileName: string,
  asked: readonly string[],
): readonly Failure[] {
  const variables = [...templateVariables, ...asked];
  const { globals } = engine.analyzeSync(templates, { partials: false });
  return Object.values(globals).flatMap((uses) =>
    uses.flatMap((use) => {
      const name = use.segments
        .filter((segment) => typeof segment === 'string' || typeof segment === 'number')
        .join('.');
      if (isTemplateVariable(name) || asked.includes(name)) return [];
      const near = nearName(name, variables);
      return [
        templateFault(
          fileName,
          use.location.row,
          { zh: `没有名为「${name}」的变量`, en: `there is no variable “${name}”` },
          near === undefined
            ? {
                zh: `可用的变量：${variables.join('、')}`,
                en: `There are: ${variables.join(', ')}`,
              }
            : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
        ),
      ];
    }),
  );
}

/** What Liquid says about a template, in our words, at its line. */
function liquidFault(error: unknown, fileName: string): Failure {
  if (!(error instanceof Error)) throw error;
  const token = 'token' in error ? error.token : undefined;
  // Safe: LiquidJS puts the token where it stopped on every error of its own; anything else is a bug and thrown on.
  const position = token as { getPosition?: () => readonly number[] } | undefined;
  if (position?.getPosition === undefined) throw error;
  const line = position.getPosition()[0] ?? 1;
  const message = error.message.replace(/, file:.*$/s, '').replace(/, line:\d+, col:\d+.*$/s, '');
  const { text, hint } = explain(message);
  return templateFault(fileName, line, text, hint);
}

function explain(message: string): { readonly text: Localized; readonly hint: Localized } {
  const quoted = /"(.*)"/s.exec(message)?.[1] ?? '';
  if (message.startsWith('output ')) {
    return {
      text: { zh: `变量没有写完：${quoted}`, en: `the variable ${quoted} is not closed` },
      hint: { zh: '请在末尾补上 }}', en: 'Close it with }}' },
    };
  }
  const block = /^tag \{%-?\s*(\w+).*not closed/s.exec(message)?.[1];
  if (block !== undefined) {
    return {
      text: { zh: `{% ${block} %} 没有结束`, en: `{% ${block} %} is not closed` },
      hint: { zh: `请补上 {% end${block} %}`, en: `Add {% end${block} %}` },
    };
  }
  if (/^tag ".*" not closed/s.test(message)) {
    return {
      text: { zh: `标签没有写完：${quoted}`, en: `the tag ${quoted} is not closed` },
      hint: { zh: '请在末尾补上 %}', en: 'Close it with %}' },
    };
  }
  if (/^tag ".*" not found/s.test(message)) {
    const known = [...tags, 'clause'];
    const near = nearName(quoted, known);
    return {
      text: { zh: `没有名为「${quoted}」的标签`, en: `there is no tag “${quoted}”` },
      hint:
        near === undefined
          ? { zh: `可用的标签：${known.join('、')}`, en: `There are: ${known.join(', ')}` }
          : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
    };
  }
  const filter = /^undefined filter: (\w+)/.exec(message)?.[1];
  if (filter !== undefined) {
    const near = nearName(filter, filters);
    return {
      text: { zh: `没有名为「${filter}」的过滤器`, en: `there is no filter “${filter}”` },
      hint:
        near === undefined
          ? { zh: `可用的过滤器：${filters.join('、')}`, en: `There are: ${filters.join(', ')}` }
          : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
    };
  }
  if (message.includes(emptyValue)) {
    return {
      text: { zh: '要打印的变量可能没有内容', en: 'a variable that is printed may be empty' },
      hint: {
        zh: '请把它列入文件头的 needs，或用 {% if … %} 包起来',
        en: 'List it under needs in the front matter, or put it inside {% if … %}',
      },
    };
  }
  if (message.includes(notText)) {
    return {
      text: { zh: '要打印的变量不是一段文字', en: 'a variable that is printed is no text' },
      hint: {
        zh: '请写到具体的一项，或用 {% for … %} 逐项打印',
        en: 'Name one item, or print a list with {% for … %}',
      },
    };
  }
  return {
    text: { zh: `模板语法有误：${message}`, en: `the template is not understood: ${message}` },
    hint: { zh: '请检查这一行的标签', en: 'Look at the tags of this line' },
  };
}
