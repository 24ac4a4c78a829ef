import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with the count of tests that were really run, on a line of its own. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      if (!module.ok() && module.errors().length > 0) counts.failed += 1;
    }
    const skipped = counts.skipped + counts.pending;
    const parts = [`${counts.passed} passed`, `${counts.failed} failed`];
    if (skipped > 0) parts.push(`${skipped} skipped`);
    process.stdout.write(`\n${parts.join(', ')}\n`);
  }
}
