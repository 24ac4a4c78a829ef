import type { Clause } from '../../contract/rulebook.ts';

/** A fault of a table, with its line from 1. */
export interface TableFault {
  readonly line: number;
  readonly problem: 'columns' | 'kind' | 'duplicate';
  readonly text: string;
}

const kinds: ReadonlySet<string> = new Set(['clause', 'text', 'row', 'heading']);
const isKind = (kind: string): kind is Clause['kind'] => kinds.has(kind);

/** Reads clauses.tsv: a heading line, then id, kind and our gist (may be empty) between tabs. Faults come along. */
export function parseClauseTable(text: string): {
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly faults: readonly TableFault[];
} {
  const clauses = new Map<string, Clause>();
  const faults: TableFault[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (index === 0 || line === '') return;
    const [id = '', kind = '', gist, ...rest] = line.split('\t');
    const fault = (problem: TableFault['problem']): void => {
      faults.push({ line: index + 1, problem, text: line });
    };
    if (gist === undefined || rest.length > 0 || id === '') return fault('columns');
    if (!isKind(kind)) return fault('kind');
    if (clauses.has(id)) return fault('duplicate');
    clauses.set(id, { id, kind, gist });
  });
  return { clauses, faults };
}
