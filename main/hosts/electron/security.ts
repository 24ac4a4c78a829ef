import type { BrowserWindowConstructorOptions } from 'electron';

/** Where the app's own pages live; nothing else is ever loaded. */
export const appOrigin = 'yinqi://app';

const parse = (url: string): URL | null => URL.parse(url);

/** Whether a URL is one of the app's own: its scheme and host, no user name, no port. */
export function isOwnUrl(url: string): boolean {
  const parsed = parse(url);
  return (
    parsed !== null &&
    parsed.protocol === 'yinqi:' &&
    parsed.host === 'app' &&
    parsed.username === '' &&
    parsed.password === ''
  );
}

/** Whether a message may come from this frame: the window's own top frame showing the app's own page. */
export function isTrustedSender(
  frame: { readonly url: string; readonly parent: unknown } | null | undefined,
): boolean {
  return frame !== null && frame !== undefined && frame.parent === null && isOwnUrl(frame.url);
}

/** Whether a window may go to a page: the app's own, never an artifact or another site. */
export function mayNavigate(url: string): boolean {
  return isOwnUrl(url) && !(parse(url)?.pathname ?? '').startsWith('/artifact/');
}

/**
 * Whether a request may be made at all: inside the app's own protocol, for pictures made in the page (blob, data),
 * and for the developer tools where they are open. Everything else, the network above all, is cancelled.
 */
export function mayRequest(url: string): boolean {
  if (isOwnUrl(url)) return true;
  const scheme = parse(url)?.protocol ?? '';
  return scheme === 'devtools:' || scheme === 'data:' || url.startsWith('blob:yinqi://app/');
}

/** An address outside that may be shown to the user to open by hand: https only, without a password in it. */
export function externalAddress(url: string): string | null {
  const parsed = parse(url);
  if (parsed === null || parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '')
    return null;
  return parsed.href;
}

/** The settings of the window: isolated, sandboxed, no Node, nothing that weakens the web's own rules. */
export function windowOptions(
  preloadFile: string,
  workArea: { readonly width: number; readonly height: number },
): BrowserWindowConstructorOptions {
  return {
    title: '印齐 Yinqi',
    width: Math.min(1280, workArea.width),
    height: Math.min(860, workArea.height),
    minWidth: Math.min(720, workArea.width),
    minHeight: Math.min(520, workArea.height),
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}
