import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Failures, type Failure } from '../../contract/failure.ts';
import { localizedSchema } from '../../contract/language.ts';
import { askFaults, asksSchema, periodSchema, type Ask, type PlainAsk } from './asks.ts';
import { compileWording, type Wording } from './compile-wording.ts';
import { containerFaults } from './containers.ts';
import { shortHash } from './page-code.ts';
import { isTemplateVariable } from './template-scope.ts';
import { templateFault } from './template-fault.ts';
import { nearName } from '../near-name.ts';
import { templateVariables } from './template-scope.ts';

const sealSchema = z.strictObject({
  widthMm: z.number().min(20).max(60),
  heightMm: z.number().min(20).max(60),
  label: z.string().min(1),
});

const frontMatterSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  title: localizedSchema,
  /** A letter that a requirement asks for, or a notice that is made when there is occasion. */
  kind: z.enum(['letter', 'notice']).default('letter'),
  /** The requirement whose scan the signed letter becomes; a notice has none. */
  requirement: z.string().optional(),
  /** For which platforms a notice is. */
  platforms: z.array(z.string()).optional(),
  /** When a notice is made, and what the source says of its form. */
  because: localizedSchema.optional(),
  version: z.string(),
  /** The clauses that the wording rests on. */
  cites: z.array(z.string()).min(1),
  /** What must be filled in before it can be printed; with `kind`, only where the party it is of is of this kind. */
  needs: z.array(
    z.strictObject({
      field: z.string(),
      title: localizedSchema,
      kind: z.enum(['company', 'individual']).optional(),
    }),
  ),
  /** What is typed into this letter alone, or left blank for the pen. */
  asks: asksSchema,
  /** The times that clauses fix between typed dates. */
  periods: z.array(periodSchema).default([]),
  seal: sealSchema.nullable(),
});
type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A letter's wording, ready to be filled in. */
export interface LetterTemplate extends Readonly<Omit<FrontMatter, 'asks'>> {
  readonly fileName: string;
  /** Shipped with the app, or the team's own. */
  readonly origin: 'app' | 'team';
  /** A hash of title and wording: what two versions with the same words have in common. */
  readonly digest: string;
  /** The dates that it asks for. */
  readonly asks: PlainAsk[];
  /** What else it asks to be typed into it. */
  readonly fields: readonly Ask[];
  readonly wording: Wording;
}

/**
 * Reads template.md: YAML front matter between lines of ---, then the wording. Throws Failures, each with file, line and
 * a suggestion: faults of the front matter, unknown variables, tags or filters, unclosed tags, full-width braces, curly quotes.
 */
export function parseTemplate(
  source: string,
  fileName: string,
  origin: LetterTemplate['origin'] = 'app',
): LetterTemplate {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const end =
    lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && line.trim() === '---') : -1;
  if (end < 0) {
    throw templateFault(
      fileName,
      1,
      { zh: '缺少文件头', en: 'the front matter is missing' },
      {
        zh: '请以一行 --- 开头，写明 id、title、requirement 等，再以一行 --- 结束',
        en: 'Begin with a line of ---, state id, title, requirement and so on, and end it with a line of ---',
      },
    );
  }
  const front = parseFrontMatter(lines.slice(1, end).join('\n'), fileName);
  // Blank lines in place of the front matter keep every line's number as it is in the file.
  const body = [...lines.slice(0, end + 1).map(() => ''), ...lines.slice(end + 1)].join('\n');
  const faults: Failure[] = [...containerFaults(body, fileName)];
  const asks = front.asks.filter((ask) => typeof ask === 'string');
  const fields = front.asks.filter((ask) => typeof ask !== 'string');
  const wording = compileWording(
    body,
    fileName,
    faults,
    fields.map(({ id }) => `letter.${id}`),
  );
  const [first, ...others] = faults;
  if (first !== undefined) throw new Failures([first, ...others]);
  if (wording === null) throw new Error('a wording without faults was not compiled');
  const digest = shortHash(JSON.stringify([front.title, body.trim()]), 8);
  return { ...front, asks, fields, fileName, origin, digest, wording };
}

function parseFrontMatter(text: string, fileName: string): FrontMatter {
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
  const parsed = frontMatterSchema.safeParse(document.toJS());
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
        return lineAt(Number(node.range[0]));
      }
    }
    return 1;
  };
  const wrong = parsed.success
    ? [
        ...askFaults(parsed.data).map((one) => templateFault(fileName, lineOf(one.path), one.text, one.hint)),
        ...parsed.data.needs.flatMap(({ field }, index) => {
          if (isTemplateVariable(field)) return [];
          const near = nearName(field, templateVariables);
          return [
            templateFault(
              fileName,
              lineOf(['needs', index, 'field']),
              { zh: `案卷没有字段「${field}」`, en: `a dossier has no field “${field}”` },
              near === undefined
                ? { zh: '请改用案卷里的字段名', en: 'Use the name of a field of the dossier' }
                : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
            ),
          ];
        }),
      ]
    : parsed.error.issues.map((issue) =>
        templateFault(
          fileName,
          lineOf(issue.path),
          {
            zh: `文件头的「${issue.path.join('.')}」不合要求：${issue.message}`,
            en: `“${issue.path.join('.')}” in the front matter is not as expected: ${issue.message}`,
          },
          {
            zh: '请对照 resources/letters/README.md 填写',
            en: 'Compare it with resources/letters/README.md',
          },
        ),
      );
  const [first, ...others] = wrong;
  if (first !== undefined) throw new Failures([first, ...others]);
  if (!parsed.success) throw parsed.error;
  return parsed.data;
}
