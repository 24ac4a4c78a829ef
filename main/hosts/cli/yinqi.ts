#!/usr/bin/env node
import { runUnderCurrentNode } from './current-node.ts';

try {
  // The program itself is loaded only under a Node that can run it.
  if (!runUnderCurrentNode(process.argv.slice(2))) await import('./start-command-line.ts');
} catch (error) {
  // Node would end with 1, which says that there are findings.
  console.error(error);
  process.exitCode = 70;
}
