import type { Command } from '../command.ts';
import { bundleCommand } from './bundle.ts';
import { categoriesCommand } from './categories.ts';
import { checkCommand } from './check.ts';
import { deadlinesCommand } from './deadlines.ts';
import { explainCommand } from './explain.ts';
import { factsCommand } from './facts.ts';
import { fileCommand } from './file.ts';
import { fixCommand } from './fix.ts';
import { formCommand } from './form.ts';
import { historyCommand } from './history.ts';
import { identitiesCommand } from './identities.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { lettersBatchCommand } from './letters-batch.ts';
import { lettersCommand } from './letters.ts';
import { libraryCommand } from './library.ts';
import { pagesCommand } from './pages.ts';
import { policyCommand } from './policy.ts';
import { printPackCommand } from './print-pack.ts';
import { purposeCommand } from './purpose.ts';
import { readCommand } from './read.ts';
import { rejectionCommand } from './rejection.ts';
import { requirementsCommand } from './requirements.ts';
import { retentionCommand } from './retention.ts';
import { rulesCommand } from './rules.ts';
import { serveCommand } from './serve.ts';
import { statementsCommand } from './statements.ts';
import { templateCommand } from './template.ts';
import { verifyCommand } from './verify.ts';

/** Every command, in the order of the flow. */
export const allCommands: readonly Command[] = [
  initCommand,
  categoriesCommand,
  factsCommand,
  requirementsCommand,
  checkCommand,
  statementsCommand,
  policyCommand,
  identitiesCommand,
  readCommand,
  fixCommand,
  pagesCommand,
  purposeCommand,
  lettersCommand,
  lettersBatchCommand,
  printPackCommand,
  fileCommand,
  deadlinesCommand,
  bundleCommand,
  verifyCommand,
  importCommand,
  historyCommand,
  rejectionCommand,
  rulesCommand,
  explainCommand,
  templateCommand,
  formCommand,
  retentionCommand,
  libraryCommand,
  serveCommand,
];
