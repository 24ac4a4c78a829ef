import { describe, expect, expectTypeOf, test } from 'vitest';
import { menuLanguage, menuTemplate } from '../../../main/hosts/electron/menu.ts';
import type { ElectronBridge } from '../../../main/hosts/electron/preload.ts';
import { protocolRoute } from '../../../main/hosts/electron/protocol-route.ts';
import {
  externalAddress,
  isOwnUrl,
  isTrustedSender,
  mayNavigate,
  mayRequest,
  windowOptions,
} from '../../../main/hosts/electron/security.ts';
import type { Bridge } from '../../../renderer/client/bridge.ts';

test('the preload gives the page the bridge that the page expects', () => {
  // Decided by the type check: a difference does not compile.
  expectTypeOf<ElectronBridge>().toExtend<Bridge>();
});

const foreign = ['https://example.com/', 'http://127.0.0.1/', 'file:///etc/passwd', 'yinqi://evil/', 'yinqi://app.evil/', 'yinqi://app:1/', 'yinqi://user@app/', 'yinqi:app', 'javascript:alert(1)', 'about:blank', 'chrome://gpu', 'ws://app/', 'xyinqi://app/', '']; // prettier-ignore

test('only the app’s own scheme and host is its own', () => {
  expect(isOwnUrl('yinqi://app/')).toBe(true);
  expect(isOwnUrl('yinqi://app/index.html#/review')).toBe(true);
  for (const url of foreign) expect(isOwnUrl(url), url).toBe(false);
});

describe('who may speak to the program', () => {
  test('the top frame of the app’s own page', () => {
    expect(isTrustedSender({ url: 'yinqi://app/index.html', parent: null })).toBe(true);
  });

  test('no frame inside it, no other page, none that is gone', () => {
    expect(isTrustedSender({ url: 'yinqi://app/index.html', parent: {} })).toBe(false);
    for (const url of foreign) expect(isTrustedSender({ url, parent: null }), url).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
    expect(isTrustedSender(undefined)).toBe(false);
  });
});

test('a window goes to the app’s pages alone, not to artifacts', () => {
  expect(mayNavigate('yinqi://app/')).toBe(true);
  expect(mayNavigate('yinqi://app/artifact/abc')).toBe(false);
  for (const url of foreign) expect(mayNavigate(url), url).toBe(false);
});

test('requests stay inside the app: the network, files and other schemes are cancelled', () => {
  for (const url of [
    'yinqi://app/assets/a.js',
    'yinqi://app/artifact/a',
    'data:image/png;base64,AA',
    'blob:yinqi://app/0-0',
    'devtools://devtools/bundled/x.js',
  ]) {
    expect(mayRequest(url), url).toBe(true);
  }
  for (const url of [
    ...foreign,
    'blob:https://example.com/0-0',
    'wss://example.com/',
    'ftp://example.com/',
  ]) {
    expect(mayRequest(url), url).toBe(false);
  }
});

test('only plain https addresses are ever shown to be opened by hand', () => {
  expect(externalAddress('https://open.tencent.com/x?y=1')).toBe('https://open.tencent.com/x?y=1');
  for (const url of [
    'http://example.com/',
    'https://user:pass@example.com/',
    'file:///etc/passwd',
    'javascript:0',
    'mailto:a@b',
    '',
  ]) {
    expect(externalAddress(url), url).toBeNull();
  }
});

describe('the window', () => {
  test('is isolated, sandboxed and without Node', () => {
    expect(windowOptions('/p/preload.cjs', { width: 1920, height: 1040 }).webPreferences).toMatchObject({
      preload: '/p/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
  });

  test('fits on the screen', () => {
    expect(windowOptions('', { width: 1024, height: 600 })).toMatchObject({ width: 1024, height: 600 });
    expect(windowOptions('', { width: 640, height: 480 })).toMatchObject({ minWidth: 640, minHeight: 480 });
  });
});

describe('the app’s own protocol', () => {
  test.each([
    ['GET', 'yinqi://app/', { kind: 'asset', path: 'index.html' }],
    ['HEAD', 'yinqi://app/assets/a-1.js?v=1#x', { kind: 'asset', path: 'assets/a-1.js' }],
    ['GET', 'yinqi://app/artifact/0af9', { kind: 'artifact', token: '0af9', isDownload: false }],
    ['GET', 'yinqi://app/artifact/0af9?download=1', { kind: 'artifact', token: '0af9', isDownload: true }],
    ['POST', 'yinqi://app/', { kind: 'nothing' }],
    ['GET', 'yinqi://evil/', { kind: 'nothing' }],
    ['GET', 'yinqi://app/%2e%2e%2fsecret', { kind: 'nothing' }],
    ['GET', 'yinqi://app/a%5c..%5csecret', { kind: 'nothing' }],
    ['GET', 'yinqi://app/artifact/a/b', { kind: 'nothing' }],
    ['GET', 'yinqi://app/artifact/..%2fsecret', { kind: 'nothing' }],
    ['GET', 'not a url', { kind: 'nothing' }],
  ])('%s %s', (method, address, route) => {
    expect(protocolRoute(method, address)).toEqual(route);
  });
});

describe('the menu', () => {
  const actions = { openDataFolder: () => undefined, about: () => undefined };
  const textOf = (platform: string, isDevelopment: boolean, language: 'zh' | 'en' = 'zh'): string =>
    JSON.stringify(menuTemplate(language, platform, isDevelopment, actions));

  test('speaks Chinese unless the system speaks something else', () => {
    expect(['', 'zh-CN', 'zh', 'zh-TW'].map(menuLanguage)).toEqual(['zh', 'zh', 'zh', 'zh']);
    expect(['en-US', 'fr'].map(menuLanguage)).toEqual(['en', 'en']);
    expect(textOf('win32', false)).toContain('打开数据文件夹');
    expect(textOf('linux', false, 'en')).not.toMatch(/\p{Script=Han}/u);
  });

  test('has what editing needs, and developer tools only in development', () => {
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit']) {
      expect(textOf('darwin', false)).toContain(`"role":"${role}"`);
    }
    expect(textOf('win32', false)).not.toContain('toggleDevTools');
    expect(textOf('win32', true)).toContain('toggleDevTools');
  });
});
