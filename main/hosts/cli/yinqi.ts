#!/usr/bin/env node
import { runProgram } from './run-program.ts';

// From the source; the built command line starts in built-yinqi.ts.
await runProgram(() => import('./start-command-line.ts'));
