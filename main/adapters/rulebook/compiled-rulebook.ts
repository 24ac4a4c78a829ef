import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clause, Rulebook } from '../../contract/rulebook.ts';
import { keepMarks, markRulebook, type RulebookMarks } from '../../core/history/rulebook-marks.ts';
import { withLate, withoutLate, type WithLate } from './late-members.ts';

/** What a compiled rulebook begins with: another form of it is not read. */
const form = 'yinqi/compiled-rulebook@3';

/** What most calls never look at: the long texts of rules, and parts that explain rather than decide. */
const lateOfRule = ['explain', 'statement', 'examples'];
const lateOfRulebook = ['conflicts', 'background', 'texts', 'search'];

/** A rulebook as JSON has it: maps as lists of pairs, and what is late as JSON within the JSON. */
interface Compiled {
  readonly form: typeof form;
  /** Hashes of its rules and parts, which take longer to work out than a letter to write. */
  readonly marks: string;
  readonly clauses: string;
  readonly wordLists: readonly (readonly [string, readonly string[]])[];
  readonly rules: readonly WithLate[];
  readonly rest: WithLate;
}

/** A validated rulebook as JSON text, which loads some fifty times faster than its YAML files. */
export function compileRulebook(rulebook: Rulebook): string {
  const { clauses, wordLists, rules, ...rest } = rulebook;
  return JSON.stringify({
    form,
    marks: JSON.stringify(markRulebook(rulebook)),
    clauses: JSON.stringify([...clauses]),
    wordLists: [...wordLists],
    rules: rules.map((rule) => withoutLate(rule, lateOfRule)),
    rest: withoutLate(rest, lateOfRulebook),
  } satisfies Compiled);
}

/** Reads a platform's rulebook that the build compiled; null where there is none. Throws for a file of another form. */
export async function readCompiledRulebook(folder: string, platform: string): Promise<Rulebook | null> {
  const file = join(folder, `${platform}.json`);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  // Safe, like the parts that are parsed later: the build wrote it from a validated rulebook, in the form that is checked next.
  const compiled = JSON.parse(text) as Compiled;
  if (compiled.form !== form) throw new Error(`${file} is no ${form}: build again`);
  let clauses: Rulebook['clauses'] | undefined;
  const parts = {
    ...compiled.rest,
    rules: compiled.rules.map(withLate),
    wordLists: new Map(compiled.wordLists),
    get clauses() {
      return (clauses ??= new Map(JSON.parse(compiled.clauses) as readonly (readonly [string, Clause])[]));
    },
  };
  const rulebook = withLate(parts) as unknown as Rulebook;
  keepMarks(rulebook, () => JSON.parse(compiled.marks) as RulebookMarks);
  return rulebook;
}
