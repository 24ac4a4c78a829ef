import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { app, BrowserWindow, dialog, Menu, session, shell } from 'electron';
import { createApp } from '../../app.ts';
import { createBugLog } from '../bug-log.ts';
import { composeWorld } from '../compose-world.ts';
import { dataFolderFor } from '../data-folder.ts';
import { eraseAtStart } from '../erase-at-start.ts';
import { locateInstall } from '../install.ts';
import { createSaves } from '../saves.ts';
import { createScratch } from '../scratch.ts';
import { handleCalls } from './calls.ts';
import { handleHandovers } from './handovers.ts';
import { menuLanguage, menuTemplate } from './menu.ts';
import { declareScheme, serveProtocol } from './protocol.ts';
import { problemText } from './tell-problem.ts';
import { lockSession, openWindow } from './window.ts';

const dataFolder = dataFolderFor({ platform: process.platform, env: process.env, homeFolder: homedir() });
mkdirSync(dataFolder, { recursive: true });
app.setName('Yinqi');
app.setPath('userData', dataFolder);
// Chromium's own caches stay apart from what the user owns.
app.setPath('sessionData', join(dataFolder, 'window'));
declareScheme();
app.enableSandbox();

// One program per data folder: a second start brings the first window to the front.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  // Not awaited here: Electron becomes ready only after this module has been evaluated.
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const language = menuLanguage(app.getLocale());
  try {
    const install = locateInstall(import.meta.dirname, process.resourcesPath);
    const scratch = createScratch();
    const world = composeWorld({
      kind: 'database',
      host: 'electron',
      version: install.version,
      dataFolder,
      scratchFolder: scratch.folder,
      resourcesFolder: install.resourcesFolder,
      fontsFolder: install.fontsFolder,
      rulebooksFolder: install.rulebooksFolder,
    });
    const saves = createSaves();
    let isSettled = false;
    app.on('will-quit', (event) => {
      if (isSettled) return;
      event.preventDefault();
      void saves.settled().then(() => {
        isSettled = true;
        world.close();
        scratch.remove();
        app.quit();
      });
    });
    const reportBug = createBugLog((text) => process.stderr.write(text), install.version);
    lockSession(session.defaultSession);
    serveProtocol(install.rendererFolder, world.artifacts);
    const yinqi = createApp(world);
    await eraseAtStart(yinqi, language, (text) => process.stderr.write(`${text}\n`));
    handleCalls(yinqi, saves, reportBug);
    handleHandovers(world.grants, world.artifacts);
    const actions = {
      openDataFolder: () => void shell.openPath(dataFolder),
      about: () => app.showAboutPanel(),
    };
    app.setAboutPanelOptions({ applicationName: '印齐 Yinqi', applicationVersion: install.version });
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(language, process.platform, !app.isPackaged, actions)),
    );
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) void openWindow(install.preloadFile, language);
    });
    await openWindow(install.preloadFile, language);
  } catch (error) {
    const { message, detail } = problemText(error, language);
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    dialog.showErrorBox(message, detail);
    app.exit(1);
  }
}
