import { resolve } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import type { Language } from '../../contract/language.ts';
import { createBugLog } from '../bug-log.ts';
import { cancelled } from '../reply.ts';
import type { Command, OpenedApp, Session } from './command.ts';
import { writeCommandHelp, writeOverview } from './help-text.ts';
import { createPage, plain, type Page } from './page.ts';
import { languageOf, parseCommandLine } from './parse-command-line.ts';
import { createProgressLine } from './progress-line.ts';
import type { Stream } from './stream.ts';

/** Everything outside of a command run. */
export interface Surface {
  readonly out: Stream;
  readonly err: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly version: string;
  readonly signal: AbortSignal;
  /** See {@link Session.askSecret}; without it nobody can be asked. */
  readonly askSecret?: (question: string, signal: AbortSignal) => Promise<string | null>;
  /** Opens the app over dossier folders or over the database; `today` fixes the clock. */
  open(
    kind: 'folder' | 'database',
    today: string | undefined,
    /** The folder of the team's letter templates, absolute; the data folder's own without it. */
    templates?: string,
    /** The folder of the platforms' own forms, absolute; the data folder's own without it. */
    forms?: string,
  ): Promise<OpenedApp>;
}

/** How a run ended: see the overview in help-text.ts. */
export type ExitCode = 0 | 1 | 2 | 70 | 130;

const wantsColours = (stream: Stream, env: Surface['env']): boolean =>
  stream.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';

/** Runs one command line. Results go to `out`, everything else to `err`; nothing is thrown. */
export async function runCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  surface: Surface,
): Promise<ExitCode> {
  let language: Language = languageOf(argv);
  const pageFor = (stream: Stream): Page =>
    createPage({ language, colours: wantsColours(stream, surface.env), width: stream.columns });
  const opened: OpenedApp[] = [];
  try {
    const request = parseCommandLine(argv, commands);
    language = request.language;
    if (request.kind === 'version') {
      surface.out.write(`${surface.version}\n`);
      return 0;
    }
    const page = pageFor(surface.out);
    if (request.kind === 'help') {
      if (request.command === null) writeOverview(page, commands, surface.version);
      else writeCommandHelp(page, request.command);
      surface.out.write(page.text());
      return 0;
    }
    const session = createSession(surface, language, async (kind) => {
      const { today, templates, forms } = request;
      const absolute = (folder: string | undefined): string | undefined =>
        folder === undefined ? undefined : resolve(surface.workingFolder, folder);
      const app = await surface.open(kind, today, absolute(templates), absolute(forms));
      opened.push(app);
      return app;
    });
    const outcome = await request.command.run(request.given, session);
    if (request.format === 'human') {
      outcome.human(page);
      surface.out.write(page.text());
    } else {
      const data = request.format === 'sarif' ? await outcome.sarif?.() : outcome.json;
      surface.out.write(`${JSON.stringify(data, null, 2)}\n`);
    }
    await outcome.after?.();
    return outcome.exitCode;
  } catch (error) {
    return tellError(error, surface, pageFor(surface.err));
  } finally {
    for (const app of opened) app.close();
  }
}

function createSession(
  surface: Surface,
  language: Language,
  open: (kind: 'folder' | 'database') => Promise<OpenedApp>,
): Session {
  let folders: Promise<OpenedApp> | undefined;
  const openFolders = (): Promise<OpenedApp> => (folders ??= open('folder'));
  return {
    language,
    version: surface.version,
    workingFolder: surface.workingFolder,
    signal: surface.signal,
    async call(name, input) {
      const { app } = await openFolders();
      const progress = createProgressLine(surface.err);
      try {
        return await app.call(name, input, { language, signal: surface.signal, onProgress: progress.show });
      } finally {
        progress.clear();
      }
    },
    async grant(path) {
      const { grants } = await openFolders();
      return grants.offer(resolve(surface.workingFolder, path));
    },
    openDatabase: () => open('database'),
    variable: (name) => (surface.env[name] === '' ? undefined : surface.env[name]),
    askSecret: async (question) => surface.askSecret?.(question, surface.signal) ?? null,
    note: (text) => surface.err.write(`${plain(text)}\n`),
  };
}

/** Prints a failure, an interruption or a bug, and answers the exit code that says so. */
function tellError(error: unknown, surface: Surface, page: Page): ExitCode {
  const tell = (failure: Failure): void => {
    const { message, hint } = failure.in(page.language);
    const indent = page.t('错误：', 'Error: ').length * (page.language === 'zh' ? 2 : 1);
    page.paragraph(message, indent, page.paint('red', page.t('错误：', 'Error: ')));
    if (hint !== '') page.paragraph(hint, indent, page.paint('bold', page.t('建议：', 'Hint:  ')));
    surface.err.write(page.text());
  };
  if (surface.signal.aborted) {
    tell(cancelled);
    return 130;
  }
  if (error instanceof Failure) {
    tell(error);
    return 2;
  }
  const id = createBugLog((text) => surface.err.write(plain(text)), surface.version)(error, 'command line');
  page.line(
    page.t(
      `程序出错了（编号 ${id}），这不是您的问题。请把上面的内容报告给我们。`,
      `The program itself failed (number ${id}); this is not your doing. Please report what stands above.`,
    ),
  );
  surface.err.write(page.text());
  return 70;
}
