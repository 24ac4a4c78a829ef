import { BrowserWindow, clipboard, dialog, screen, type Session } from 'electron';
import type { Language } from '../../contract/language.ts';
import { appOrigin, externalAddress, mayNavigate, mayRequest, windowOptions } from './security.ts';

/** Cancels every request outside the app's own protocol and denies every permission, for all windows of a session. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayRequest(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Opens the window on the app's page. It goes nowhere else, opens no other window and embeds no web view. */
export async function openWindow(preloadFile: string, language: Language): Promise<BrowserWindow> {
  const window = new BrowserWindow(windowOptions(preloadFile, screen.getPrimaryDisplay().workAreaSize));
  const contents = window.webContents;
  contents.on('will-navigate', (event) => {
    if (mayNavigate(event.url)) return;
    event.preventDefault();
    void showAddress(window, event.url, language);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void showAddress(window, url, language);
    return { action: 'deny' };
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${appOrigin}/`);
  return window;
}

/** An address outside is never opened: it is shown, to be copied and opened by hand. */
async function showAddress(window: BrowserWindow, url: string, language: Language): Promise<void> {
  const address = externalAddress(url);
  if (address === null) return;
  const t = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const { response } = await dialog.showMessageBox(window, {
    type: 'info',
    title: '印齐 Yinqi',
    message: t('印齐不访问网络', 'Yinqi does not go online'),
    detail: t(
      `可以复制地址，在浏览器里打开：\n${address}`,
      `Copy the address and open it in a browser:\n${address}`,
    ),
    buttons: [t('复制地址', 'Copy Address'), t('关闭', 'Close')],
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) clipboard.writeText(address);
}
