import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import process from 'node:process';
import { createApp } from '../../app.ts';
import { Failure } from '../../contract/failure.ts';
import { composeWorld } from '../compose-world.ts';
import { dataFolderFor } from '../data-folder.ts';
import { locateInstall } from '../install.ts';
import { createScratch } from '../scratch.ts';
import { askSecret } from './ask-secret.ts';
import { allCommands } from './commands/all-commands.ts';
import { runCommandLine } from './run-command-line.ts';
import { createStream } from './stream.ts';

/** A folder that is misspelt would be no folder, and the app's own wording be printed without a word. */
function requireFolder(path: string, what: 'templates' | 'forms'): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new Failure(
    'folder-missing',
    {
      zh: `找不到${what === 'templates' ? '模板' : '官方格式的'}文件夹「${path}」`,
      en: `There is no folder of ${what} “${path}”`,
    },
    {
      zh: '请检查路径；第一次保存之前请先新建它',
      en: 'Check the path; make it before the first one is saved',
    },
  );
}

/** Runs the command line of this process to its end, and ends the process with its exit code. */
export async function startCommandLine(): Promise<never> {
  const install = locateInstall(import.meta.dirname);
  const out = createStream(process.stdout);
  const err = createStream(process.stderr);

  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // The second time is meant: work that does not listen is ended.
      if (interruption.signal.aborted) process.exit(130);
      interruption.abort();
    });
  }

  const exitCode = await runCommandLine(process.argv.slice(2), allCommands, {
    out,
    err,
    env: process.env,
    workingFolder: process.cwd(),
    version: install.version,
    signal: interruption.signal,
    askSecret,
    async open(kind, today, templates, forms) {
      if (templates !== undefined) requireFolder(templates, 'templates');
      if (forms !== undefined) requireFolder(forms, 'forms');
      const scratch = createScratch();
      process.on('exit', scratch.remove);
      const world = composeWorld({
        kind,
        host: kind === 'folder' ? 'command-line' : 'browser',
        version: install.version,
        dataFolder: dataFolderFor({ platform: process.platform, env: process.env, homeFolder: homedir() }),
        scratchFolder: scratch.folder,
        resourcesFolder: install.resourcesFolder,
        fontsFolder: install.fontsFolder,
        rulebooksFolder: install.rulebooksFolder,
        templatesFolder: templates,
        formsFolder: forms,
        today,
      });
      await world.dossiers.ready();
      return {
        app: createApp(world),
        grants: world.grants,
        artifacts: world.artifacts,
        scratchFolder: scratch.folder,
        rendererFolder: install.rendererFolder,
        close: () => world.close(),
      };
    },
  });
  const isWritten = await out.finish();
  if (!isWritten)
    err.write('错误：结果没能写出，磁盘可能已满 (The output could not be written; the disk may be full)\n');
  await err.finish();
  // Workers that decoded pictures may still be there: the program ends when its output is out.
  process.exit(isWritten ? exitCode : 2);
}
