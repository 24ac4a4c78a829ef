import process from 'node:process';

/** How a program is to be started so that looking at many files keeps within little memory. */
export interface MemoryLimits {
  readonly env: Readonly<Record<string, string>>;
  /** Options of Node. */
  readonly options: readonly string[];
}

/** What looks at every file of a dossier; what does not is done before a second start would have paid. */
const commands: ReadonlySet<string> = new Set([
  'serve',
  'check',
  'bundle',
  'print-pack',
  'fix',
  'identities',
]);

/**
 * glibc gives each thread that asks for memory a heap of its own, an arena, and keeps what is freed in it: a decoder's threads held 220 MB
 * of a folder of 500 files between them, and 110 with one arena for all, at the same speed.
 */
const arenas = 'MALLOC_ARENA_MAX';
const oneArena = '1';

/**
 * A young heap that may grow as V8 likes takes 60 MB of a server for what its calls leave behind; one of 2 MB, which is enough for a
 * command, costs a server's calls a fifth of their time (see load-program.ts).
 */
const serverHeap = '--max-semi-space-size=4';

/** The limits that a command is to be started anew with; null where there are none, or this process has them. */
export function missingLimits({
  platform,
  env,
  command,
}: {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly command: string | undefined;
}): MemoryLimits | null {
  if (platform !== 'linux' || command === undefined || !commands.has(command)) return null;
  // Somebody's own choice stands; ours is there the second time.
  if (env[arenas] !== undefined) return null;
  return { env: { [arenas]: oneArena }, options: command === 'serve' ? [serverHeap] : [] };
}

/**
 * Starts the program anew in the same process with the limits that it lacks, which only a start can set. It returns where it has them, where there are none, and where this Node cannot do it: then it only takes more memory.
 */
export function startWithinLimits(): void {
  const limits = missingLimits({ platform: process.platform, env: process.env, command: process.argv[2] });
  if (limits === null) {
    // It has been read; a browser that is opened from here has its own way.
    if (process.env[arenas] === oneArena) delete process.env[arenas];
    return;
  }
  if (process.execve === undefined) return;
  const [node = process.execPath, ...words] = process.argv;
  try {
    process.execve(process.execPath, [node, ...limits.options, ...process.execArgv, ...words], {
      ...process.env,
      ...limits.env,
    });
  } catch {
    // Forbidden here: go on as it is.
  }
}
