import type { MethodOutput } from '../../../main/contract/api.ts';
import { allCommands } from '../../../main/hosts/cli/commands/all-commands.ts';
import { runCommandLine, type Surface } from '../../../main/hosts/cli/run-command-line.ts';
import { fakeApp, type FakeMethod } from '../fake-app.ts';

/** How a run with a fake app ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly opened: readonly (readonly [string, string | undefined])[];
  readonly closed: number;
  readonly seen: ReturnType<typeof fakeApp>['seen'];
}

/** Runs a command line over a fake app, as the built program would. */
export async function runWith(
  argv: readonly string[],
  methods: Partial<Record<string, FakeMethod>> = {},
  surface: Partial<Surface> & { readonly isTerminal?: boolean } = {},
): Promise<Ran> {
  const texts = { out: '', err: '' };
  const app = fakeApp(methods);
  const opened: (readonly [string, string | undefined])[] = [];
  let closed = 0;
  const stream = (name: 'out' | 'err') => ({
    write(text: string) {
      texts[name] += text;
    },
    isTerminal: surface.isTerminal ?? false,
    columns: surface.isTerminal === true ? 80 : undefined,
  });
  const code = await runCommandLine(argv, allCommands, {
    out: stream('out'),
    err: stream('err'),
    env: {},
    workingFolder: '/home',
    version: '1.2.3',
    signal: new AbortController().signal,
    async open(kind, today) {
      opened.push([kind, today]);
      return {
        app,
        grants: { offer: (path) => `grant:${path}`, resolve: () => ({ absolutePath: '', name: '' }) },
        artifacts: { inPrivate: (work) => work(''), keep: async () => '', reserve: async () => ({ artifact: '', absolutePath: '' }), resolve: () => ({ absolutePath: '', name: '', mediaType: '' }) }, // prettier-ignore
        scratchFolder: '',
        rendererFolder: '',
        close: () => (closed += 1),
      };
    },
    ...surface,
  });
  return { code, ...texts, opened, closed, seen: app.seen };
}

/** A report with these findings. */
export const report = (findings: MethodOutput<'review.check'>['findings']): MethodOutput<'review.check'> => ({
  schema: 'yinqi/report@1',
  rulebook: { id: 'tencent-meeting', version: '2026.1' },
  verdict: findings.some((one) => one.level === 'error') ? 'fail' : 'pass',
  counts: {
    error: findings.filter((one) => one.level === 'error').length,
    warning: findings.filter((one) => one.level === 'warning').length,
    notice: findings.filter((one) => one.level === 'notice').length,
  },
  findings,
  requirements: [],
});

/** A finding of a level at a field. */
export const finding = (level: 'error' | 'warning' | 'notice', at = 'app.name') => ({
  rule: 'app-name',
  level,
  outcome: 'fail' as const,
  message: '名称太长',
  at,
  cites: ['listing/function-6'],
});
