import { z } from 'zod';
import { Failure, Failures } from '../../contract/failure.ts';
import {
  backgroundSchema,
  categorySchema,
  conflictSchema,
  factFileSchema,
  platformSchema,
  ruleSchema,
  sourceSchema,
  type Fact,
  type Rulebook,
} from '../../contract/rulebook.ts';
import { reviewerWordsSchema } from '../../contract/reviewer-words.ts';
import { textStandardSchema } from '../../contract/text-standard.ts';
import { parseClauseTable, type TableFault } from './clause-table.ts';
import { readYaml, rulebookFault, type ReadFile } from './read-yaml.ts';
import { validateRulebook, type Placed, type Surroundings } from './validate-rulebook.ts';
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

/** Ids that occur twice among things of one kind; each fault names both places. */
function repeated(things: readonly Placed<{ readonly id: string }>[]): readonly Failure[] {
  const first = new Map<string, string>();
  return things.flatMap(({ from, path, value: { id } }) => {
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, from.file);
      return [];
    }
    return [
      rulebookFault(from.file, from.lineOf([...path, 'id']), {
        zh: `编号「${id}」重复，已在 ${other} 中使用`,
        en: `the id “${id}” occurs twice: it is already used in ${other}`,
      }),
    ];
  });
}

/** Files that hold one thing and are not named after it. */
function misnamed(files: readonly ReadFile<{ readonly id: string }>[]): readonly Failure[] {
  return files
    .filter(({ file, value }) => stemOf(file) !== value.id)
    .map(({ file, value, lineOf }) =>
      rulebookFault(file, lineOf(['id']), {
        zh: `文件名应与编号相同：${value.id}.yaml`,
        en: `the file must be named after its id: ${value.id}.yaml`,
      }),
    );
}

/** A file that holds one thing. */
const whole = <T>(from: ReadFile<T>): Placed<T> => ({ from, path: [], value: from.value });

/** The things in a file that holds a list. */
const each = <T>(from: ReadFile<readonly T[]> | null): readonly Placed<T>[] =>
  from === null ? [] : from.value.map((value, index) => ({ from, path: [index], value }));

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
  const inFolder = <T>(folder: string, schema: z.ZodType<T>): readonly ReadFile<T>[] =>
    [...files.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.yaml'))
      .sort()
      .flatMap((path) => read(path, schema) ?? []);
  const platform = read('platform.yaml', platformSchema);
  const categories = read('categories.yaml', z.array(categorySchema));
  const sources = read('sources.yaml', z.array(sourceSchema));
  const table = parseClauseTable(files.get('clauses.tsv') ?? '');
  for (const fault of table.faults) {
    faults.push(rulebookFault(`${root}/clauses.tsv`, fault.line, tableProblems[fault.problem]));
  }
  const rules = inFolder('rules', ruleSchema);
  const background = inFolder('background', z.array(backgroundSchema));
  const conflicts = inFolder('conflicts', conflictSchema);
  const texts = inFolder('texts', textStandardSchema);
  const search = files.has('reviewer-words.yaml') ? read('reviewer-words.yaml', reviewerWordsSchema) : null;
  const topics = platform?.value.questions.map((topic) => topic.id) ?? [];
  const facts = inFolder('facts', factFileSchema)
    .map((from) => ({ from, topic: stemOf(from.file) }))
    .toSorted((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic))
    .flatMap(({ from, topic }) =>
      each(from).map((fact): Placed<Fact> => ({ ...fact, value: { ...fact.value, topic } })),
    );
  faults.push(
    ...misnamed([...rules, ...conflicts, ...texts]),
    ...repeated(rules.map(whole)),
    ...repeated(facts),
    ...repeated(each(categories)),
    ...repeated(each(sources)),
  );

  if (platform !== null && categories !== null && sources !== null) {
    const rulebook: Rulebook = {
      platform: platform.value,
      categories: categories.value,
      facts: facts.map((fact) => fact.value),
      sources: sources.value,
      clauses: table.clauses,
      rules: rules.map((rule) => rule.value).sort((a, b) => (a.id < b.id ? -1 : 1)),
      background: background.flatMap((file) => file.value),
      conflicts: conflicts.map((conflict) => conflict.value),
      wordLists: new Map(
        [...files]
          .filter(([path]) => path.startsWith('words/') && path.endsWith('.txt'))
          .map(([path, text]) => [stemOf(path), wordsOf(text)]),
      ),
      texts: texts.map((text) => text.value),
      ...(search === null ? {} : { search: search.value }),
    };
    const draft = {
      rulebook,
      rules: rules.map(whole),
      facts,
      categories: each(categories),
      background: background.flatMap(each),
      conflicts: conflicts.map(whole),
      texts: texts.map(whole),
    };
    faults.push(...validateRulebook(draft, surroundings));
    if (faults.length === 0) return rulebook;
  }
  const [first, ...others] = faults;
  if (first === undefined) throw new Error('a rulebook without faults was not built');
  throw new Failures([first, ...others]);
}
