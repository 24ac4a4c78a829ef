import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import v8 from 'node:v8';
import vm from 'node:vm';
import { cacheFolderFor } from '../cache-folder.ts';
import { readCompiled, writeCompiled, type CompiledPlace } from './compiled-code.ts';

/** The script of the whole command line beside the program that starts it; tools/build-command-line.ts writes it. */
const fileName = 'command-line.cjs';

interface CommandLine {
  startCommandLine(): Promise<never>;
}

/** What the script is: a function of what a CommonJS module is given and of what imports packages, which fills `exports`. */
type Script = (
  exports: object,
  require: (name: string) => unknown,
  importPackage: (name: string) => Promise<unknown>,
  file: string,
  folder: string,
) => void;

/**
 * Loads the command line's script from a folder. What V8 compiled for a command is kept in the cache folder when that command has ended
 * well, functions that only ran later included, and the next run of it compiles nothing: Node's own cache of modules keeps only what
 * runs at once, and some ninety modules cost more to link than to read. Throws where the script is not there.
 */
export function loadProgram(folder: string): CommandLine {
  const file = join(folder, fileName);
  const source = readFileSync(file, 'utf8');
  const place = placeOf(source);
  const cachedData = readCompiled(place);
  const script = new vm.Script(source, {
    filename: file,
    ...(cachedData === null ? {} : { cachedData }),
  });
  const isKept = cachedData !== null && script.cachedDataRejected !== true;
  for (const name of usualModules) process.getBuiltinModule(name);
  // A server's calls leave more behind them than a small young heap holds: a fifth of their time went into emptying it.
  setFlags(process.argv[2] === 'serve' ? shortRun : [...shortRun, smallYoungHeap]);
  // Safe: the build wraps the script into this function.
  const run = script.runInThisContext() as Script;
  const program: Partial<CommandLine> = {};
  run(program, loadLate(createRequire(file)), (name) => import(name), file, folder);
  if (program.startCommandLine === undefined) throw new Error(`${file} starts nothing: build again`);
  // What goes on for longer is worth being optimised.
  setTimeout(() => setFlags(longRun), 400).unref();
  if (!isKept) {
    process.once('exit', (code) => {
      if (code !== 0 && code !== 1) return;
      // V8 takes compiled code only under the flags that it was made with, and it is read under none.
      setFlags([...longRun, '--semi-space-growth-factor=2']);
      writeCompiled(place, script.createCachedData());
    });
  }
  return { startCommandLine: program.startCommandLine };
}

/**
 * Optimising takes a fifth of what a command that is done within a moment costs, and pays only later. A batch keeps little of each
 * letter: without a small young heap V8 lets what is done with grow to fifty megabytes before it looks for it. Set after the script and
 * Node's own modules that most commands use are there: compiled code of one set of flags, even Node's own, is none under another.
 */
const shortRun = ['--no-opt', '--no-maglev'];
const smallYoungHeap = '--semi-space-growth-factor=1';
const usualModules = ['node:crypto', 'node:fs/promises', 'node:stream', 'node:zlib'];
const longRun = ['--opt', '--maglev'];

function setFlags(flags: readonly string[]): void {
  for (const flag of flags) v8.setFlagsFromString(flag);
}

/** Where a command's compiled code is kept: under its name, and under what the build wrote at the head of the script. */
function placeOf(source: string): CompiledPlace {
  const { platform, env, versions, arch } = process;
  const word = process.argv[2] ?? '';
  const build = /^\/\/ ([0-9a-f]{16})\n/u.exec(source)?.[1] ?? '';
  return {
    folder: join(cacheFolderFor({ platform, env, homeFolder: homedir() }), 'compiled'),
    command: /^[a-z-]{1,40}$/u.test(word) ? word : 'start',
    key: `${build}-${versions.v8}-${arch}`,
  };
}

/** Gives a module of Node's when something of it is first used: a command needs few of them. `process` keeps what is set on it. */
function loadLate(require: NodeJS.Require): (name: string) => unknown {
  return (name) => {
    if (!isBuiltin(name) || /^(?:node:)?process$/u.test(name)) return require(name);
    let loaded: object | undefined;
    // Safe: Node's own modules are objects.
    const real = (): object => (loaded ??= require(name) as object);
    return new Proxy(
      {},
      {
        get: (_, key) => Reflect.get(real(), key),
        has: (_, key) => Reflect.has(real(), key),
        ownKeys: () => Reflect.ownKeys(real()),
        getOwnPropertyDescriptor: (_, key) => {
          const found = Reflect.getOwnPropertyDescriptor(real(), key);
          return found === undefined ? undefined : { ...found, configurable: true };
        },
      },
    );
  };
}
