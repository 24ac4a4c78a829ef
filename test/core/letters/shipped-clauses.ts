import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseClause, type Clauses } from '../../../main/core/letters/clause.ts';

/** Where the shared clauses that ship are. */
export const clausesFolder = join(import.meta.dirname, '../../../resources/letters/clauses');

const names = readdirSync(clausesFolder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -'.md'.length))
  .toSorted();

/** The shared clauses that ship. */
export const shippedClauses: Clauses = {
  names,
  usable: new Map(
    names.map((name) => [
      name,
      parseClause(
        readFileSync(join(clausesFolder, `${name}.md`), 'utf8'),
        `resources/letters/clauses/${name}.md`,
      ),
    ]),
  ),
  faults: new Map(),
};
