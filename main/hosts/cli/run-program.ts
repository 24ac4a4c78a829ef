import process from 'node:process';
import { runUnderCurrentNode } from './current-node.ts';
import { startWithinLimits } from './memory-limits.ts';

/** What a start loads: the command line itself, which only a current Node can. */
interface Program {
  startCommandLine(): Promise<never>;
}

/** Loads the command line under a Node that can run it, and runs it to its end. */
export async function runProgram(load: () => Promise<Program>): Promise<void> {
  try {
    if (await runUnderCurrentNode(process.argv.slice(2))) return;
    startWithinLimits();
    const { startCommandLine } = await load();
    await startCommandLine();
  } catch (error) {
    // Node would end with 1, which says that there are findings.
    console.error(error);
    process.exitCode = 70;
  }
}
