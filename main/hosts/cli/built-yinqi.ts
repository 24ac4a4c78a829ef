#!/usr/bin/env node
import { loadProgram } from './load-program.ts';
import { runProgram } from './run-program.ts';

// The command line as it is built: everything else is in one script, which the build writes beside this one.
await runProgram(async () => loadProgram(import.meta.dirname));
