import { join } from 'node:path';
import process from 'node:process';
import { Failures } from '../main/contract/failure.ts';
import { createRulebookShelf } from '../main/adapters/rulebook/rulebook-shelf.ts';
import { coverClauses } from '../main/core/rulebook/clause-coverage.ts';

// Prints every fault of the rulebooks with file and line, and the clauses that nothing accounts for. Exits 1 when there are any.
const shelf = createRulebookShelf(join(import.meta.dirname, '..', 'resources'));
const [only] = process.argv.slice(2);
let isSound = true;
for (const platform of only === undefined ? await shelf.list() : [only]) {
  try {
    const rulebook = await shelf.load(platform);
    const { uncovered } = coverClauses(rulebook);
    isSound &&= uncovered.length === 0;
    process.stdout.write(
      `${platform}: ${rulebook.rules.length} rules, ${rulebook.facts.length} questions; without a rule or reason: ${uncovered.length}\n`,
    );
    for (const clause of uncovered) process.stdout.write(`  ${clause}\n`);
  } catch (error) {
    if (!(error instanceof Failures)) throw error;
    isSound = false;
    for (const failure of error.all) process.stdout.write(`${failure.text.en}\n`);
  }
}
process.exitCode = isSound ? 0 : 1;
