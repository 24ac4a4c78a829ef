import { z } from 'zod';
import { Failure, Failures } from '../../contract/failure.ts';
import {
  categorySchema,
  factSchema,
  platformSchema,
  ruleSchema,
  sourceSchema,
  type Rule,
  type Rulebook,
} from '../../contract/rulebook.ts';
import { parseClauseTable, type TableFault } from './clause-table.ts';
import { readYaml, rulebookFault, type ReadFile } from './read-yaml.ts';
import { validateRulebook, type Surroundings } from './validate-rulebook.ts';
import type { Localized } from '../../contract/language.ts';

/** The text of a file by its path inside the platform's folder, forward slashes. */
export type RulebookFiles = ReadonlyMap<string, string>;

const tableProblems: Readonly<Record<TableFault['problem'], Localized>> = {
  columns: {
    zh: '应有三列：编号、种类、摘要，以制表符隔开',
    en: 'three columns between tabs are wanted: id, kind, gist',
  },
  kind: { zh: '种类应为 clause、text、row 或 heading', en: 'the kind must be clause, text, row or heading' },
  duplicate: { zh: '条款编号重复', en: 'the clause id occurs twice' },
};

/** Words, one a line; blank lines and lines that begin with # are left out. */
const wordsOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The file name of a path without folder and ending. */
const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');

/** Ids that occur twice in a list of things with ids. */
function repeated<T extends { readonly id: string }>(
  read: ReadFile<readonly T[]> | null,
): readonly Failure[] {
  if (read === null) return [];
  const seen = new Set<string>();
  return read.value.flatMap(({ id }, index) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew
      ? []
      : [
          rulebookFault(read.file, read.lineOf([index, 'id']), {
            zh: `编号「${id}」重复`,
            en: `the id “${id}” occurs twice`,
          }),
        ];
  });
}

/** Rules whose file has another name, and rules that share an id. */
function misnamed(rules: readonly ReadFile<Rule>[]): readonly Failure[] {
  const first = new Map<string, string>();
  return rules.flatMap(({ file, value, lineOf }) => {
    const line = lineOf(['id']);
    const found: Failure[] = [];
    if (stemOf(file) !== value.id) {
      found.push(
        rulebookFault(file, line, {
          zh: `文件名应与规则编号相同：${value.id}.yaml`,
          en: `the file must be named after its rule: ${value.id}.yaml`,
        }),
      );
    }
    const other = first.get(value.id);
    if (other === undefined) first.set(value.id, file);
    else {
      found.push(
        rulebookFault(file, line, {
          zh: `规则编号「${value.id}」已在 ${other} 中使用`,
          en: `the rule id “${value.id}” is already used in ${other}`,
        }),
      );
    }
    return found;
  });
}

/**
 * Builds a platform's rulebook from its files. Every fault of every file comes at once as Failures, each naming file
 * (below `root`) and line: unknown keys, wrong values, references that lead nowhere, repeated ids.
 */
export function buildRulebook(root: string, files: RulebookFiles, surroundings: Surroundings): Rulebook {
  const faults: Failure[] = [];
  const read = <T>(path: string, schema: z.ZodType<T>): ReadFile<T> | null => {
    const text = files.get(path);
    if (text !== undefined) return readYaml(`${root}/${path}`, text, schema, faults);
    faults.push(rulebookFault(`${root}/${path}`, 1, { zh: '缺少这个文件', en: 'the file is missing' }));
    return null;
  };
  const platform = read('platform.yaml', platformSchema);
  const categories = read('categories.yaml', z.array(categorySchema));
  const facts = read('facts.yaml', z.array(factSchema));
  const sources = read('sources.yaml', z.array(sourceSchema));
  const table = parseClauseTable(files.get('clauses.tsv') ?? '');
  for (const fault of table.faults) {
    faults.push(rulebookFault(`${root}/clauses.tsv`, fault.line, tableProblems[fault.problem]));
  }
  const rules = [...files.keys()]
    .filter((path) => path.startsWith('rules/') && path.endsWith('.yaml'))
    .sort()
    .flatMap((path) => read(path, ruleSchema) ?? []);
  faults.push(...misnamed(rules), ...repeated(categories), ...repeated(facts), ...repeated(sources));

  if (platform !== null && categories !== null && facts !== null && sources !== null) {
    const rulebook: Rulebook = {
      platform: platform.value,
      categories: categories.value,
      facts: facts.value,
      sources: sources.value,
      clauses: table.clauses,
      rules: rules.map((rule) => rule.value).sort((a, b) => (a.id < b.id ? -1 : 1)),
      wordLists: new Map(
        [...files]
          .filter(([path]) => path.startsWith('words/') && path.endsWith('.txt'))
          .map(([path, text]) => [stemOf(path), wordsOf(text)]),
      ),
    };
    faults.push(...validateRulebook({ rulebook, rules, facts, categories }, surroundings));
    if (faults.length === 0) return rulebook;
  }
  const [first, ...others] = faults;
  if (first === undefined) throw new Error('a rulebook without faults was not built');
  throw new Failures([first, ...others]);
}
