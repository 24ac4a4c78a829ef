import { z } from 'zod';
import { licensedRights, pageCodeSchema } from '../../contract/dossier.ts';
import { Failure, Failures } from '../../contract/failure.ts';
import { localizedSchema } from '../../contract/language.ts';
import { askFaults, asksSchema, periodSchema, type Ask, type PlainAsk } from './asks.ts';
import { noClauses, type Clause, type Clauses } from './clause.ts';
import { compileWording, type Wording } from './compile-wording.ts';
import { containerFaults } from './containers.ts';
import { expandClauses, type ExpandedWording } from './expand-clauses.ts';
import { cutFrontMatter, readFrontMatter, type FrontFault } from './front-matter.ts';
import { shortHash } from './page-code.ts';
import { nearName } from '../near-name.ts';
import { isTemplateVariable, templateVariables } from './template-scope.ts';

const sealSchema = z.strictObject({
  widthMm: z.number().min(20).max(60),
  heightMm: z.number().min(20).max(60),
  label: z.string().min(1),
  /** Where no source demands the seal. */
  suggested: z.boolean().optional(),
});

const frontMatterSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    // The folder of the shared clauses lies among those of the letters.
    .refine((id) => id !== 'clauses', 'the folder clauses is that of the shared clauses'),
  title: localizedSchema,
  /** A letter that a requirement asks for, or a notice that is made when there is occasion. */
  kind: z.enum(['letter', 'notice']).default('letter'),
  /** The requirement whose scan the signed letter becomes; a notice may have none. */
  requirement: z.string().optional(),
  /** For which platforms a notice is. */
  platforms: z.array(z.string()).optional(),
  /** When a notice is made, and what the source says of its form. */
  because: localizedSchema.optional(),
  /** Of an authorisation: the right that its licensor gives, which tells it from other licensors. */
  licenses: z.enum(licensedRights).optional(),
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
  /** `off` for what is published: its pages bear no page code unless the dossier says so. */
  pageCode: pageCodeSchema.default('on'),
});
type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A letter's wording, ready to be filled in. */
export interface LetterTemplate extends Readonly<Omit<FrontMatter, 'asks'>> {
  readonly fileName: string;
  /** Shipped with the app, or the team's own. */
  readonly origin: 'app' | 'team';
  /** A hash of title and wording, clauses in place: what two versions with the same words have in common. */
  readonly digest: string;
  /** The same of the template's own words alone, its clauses by their ids. */
  readonly ownDigest: string;
  /** The shared clauses that it takes in, each once; what they cite is among `cites`. */
  readonly clauses: readonly Clause[];
  /** A fault of its filled wording where its author finds it: in the template, or in a clause. */
  placed(fault: Failure): Failure;
  /** The dates that it asks for. */
  readonly asks: PlainAsk[];
  /** What else it asks to be typed into it. */
  readonly fields: readonly Ask[];
  readonly wording: Wording;
}

/**
 * Reads template.md: YAML front matter between lines of ---, then the wording, with its shared clauses in place. Throws Failures, each with
 * file, line and a suggestion: faults of the front matter, unknown variables, tags, filters or clauses, unclosed tags, full-width braces, curly quotes.
 */
export function parseTemplate(
  source: string,
  fileName: string,
  origin: LetterTemplate['origin'] = 'app',
  clauses: Clauses = noClauses,
): LetterTemplate {
  const { front: head, body } = cutFrontMatter(source, fileName, 'id, title, requirement');
  const front = readFrontMatter(head, fileName, frontMatterSchema, frontFaults);
  const faults: Failure[] = [];
  const expanded = expandClauses(body, fileName, clauses, faults);
  const asks = front.asks.filter((ask) => typeof ask === 'string');
  const fields = front.asks.filter((ask) => typeof ask !== 'string');
  const found: Failure[] = [...containerFaults(expanded.text, fileName)];
  const asked = fields.map(({ id }) => `letter.${id}`);
  const wording = compileWording(expanded.text, fileName, found, asked);
  faults.push(...found.map(expanded.placed));
  const [first, ...others] = faults;
  if (first !== undefined) throw new Failures([first, ...others]);
  if (wording === null) throw new Error('a wording without faults was not compiled');
  const digestOf = (words: string): string => shortHash(JSON.stringify([front.title, words.trim()]), 8);
  return {
    ...front,
    cites: [...new Set([...front.cites, ...expanded.clauses.flatMap(({ cites }) => cites)])],
    asks,
    fields,
    fileName,
    origin,
    digest: digestOf(expanded.text),
    ownDigest: digestOf(body),
    clauses: expanded.clauses,
    placed: expanded.placed,
    wording: placedWording(wording, expanded),
  };
}

/** A wording whose faults when it is filled in stand where its author finds them. */
const placedWording = (wording: Wording, { placed }: ExpandedWording): Wording => ({
  ...wording,
  render(scope, onValue) {
    try {
      return wording.render(scope, onValue);
    } catch (error) {
      throw error instanceof Failure ? placed(error) : error;
    }
  },
});

/** What the schema cannot say: asks that clash, needs that no dossier has. */
function frontFaults(front: FrontMatter): readonly FrontFault[] {
  return [
    ...askFaults(front),
    ...front.needs.flatMap(({ field }, index) => {
      if (isTemplateVariable(field)) return [];
      const near = nearName(field, templateVariables);
      return [
        {
          path: ['needs', index, 'field'],
          text: { zh: `案卷没有字段「${field}」`, en: `a dossier has no field “${field}”` },
          hint:
            near === undefined
              ? { zh: '请改用案卷里的字段名', en: 'Use the name of a field of the dossier' }
              : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
        },
      ];
    }),
  ];
}
