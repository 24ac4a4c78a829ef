/** What decides whether the desktop window can be opened. */
export interface HostFacts {
  /** `-- --browser` was given. */
  readonly isBrowserWanted: boolean;
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Electron's runtime is in node_modules. */
  readonly isRuntimeInstalled: boolean;
}

/** Which host to start; `reason` says in one line why it is not the desktop window. */
export type HostChoice =
  | { readonly host: 'desktop' }
  /** Try to fetch the runtime; where that fails, the browser. */
  | { readonly host: 'download-then-desktop' }
  | { readonly host: 'browser'; readonly reason: string | null };

/** Whether there is a screen to open a window on: on Linux a display server, elsewhere always. */
export function hasDisplay(platform: string, env: HostFacts['env']): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Decides which host to start. Without a display nothing is downloaded. */
export function chooseHost(facts: HostFacts): HostChoice {
  if (facts.isBrowserWanted) return { host: 'browser', reason: null };
  if (!hasDisplay(facts.platform, facts.env)) {
    return {
      host: 'browser',
      reason: '没有图形界面，改在浏览器里打开 (no display here: the same app opens in the browser)',
    };
  }
  return { host: facts.isRuntimeInstalled ? 'desktop' : 'download-then-desktop' };
}

/** Why the browser is used after the runtime could not be fetched. */
export const noRuntime =
  '桌面运行环境 Electron 没有安装也无法下载，改在浏览器里打开 (Electron’s runtime is not installed and cannot be downloaded: the same app opens in the browser)';

/** Why the browser is used after the desktop window did not come up. */
export const windowFailed = (how: string): string =>
  `桌面窗口没能启动（${how}），改在浏览器里打开 (the desktop window did not start: the same app opens in the browser)`;
