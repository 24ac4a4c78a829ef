#!/usr/bin/env node
import { existsSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import v8 from 'node:v8';
import { cacheFolderFor } from '../cache-folder.ts';
import { runUnderCurrentNode } from './current-node.ts';

try {
  if (!(await runUnderCurrentNode(process.argv.slice(2)))) {
    // A batch keeps little of each letter: without this V8 lets what is done with grow to fifty megabytes before it looks for it.
    v8.setFlagsFromString('--semi-space-growth-factor=1');
    // What V8 made of the program is kept for the next start. Node goes on without where the folder cannot be written, and
    // makes it anew where the program or Node changed. Older ones, which come no further than here, do not have it.
    const { platform, env } = process;
    const cache = join(cacheFolderFor({ platform, env, homeFolder: homedir() }), 'compiled');
    if (isMade(cache)) module.enableCompileCache(cache);
    // The program itself is loaded only under a Node that can run it.
    await import('./start-command-line.ts');
  }
} catch (error) {
  // Node would end with 1, which says that there are findings.
  console.error(error);
  process.exitCode = 70;
}

/** Whether a folder is there or could be made, each by itself: Node's own way of making several never ends on /proc. */
function isMade(folder: string): boolean {
  if (existsSync(folder)) return true;
  try {
    if (dirname(folder) === folder || !isMade(dirname(folder))) return false;
    mkdirSync(folder);
    return true;
  } catch {
    // It only saves time: without it the program is the same.
    return existsSync(folder);
  }
}
