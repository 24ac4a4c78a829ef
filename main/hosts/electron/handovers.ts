import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog, shell, type WebContents } from 'electron';
import { replaceFile } from '../../adapters/disk/atomic-write.ts';
import type { Artifacts, Grants } from '../../world/exchange.ts';
import { handle } from './handle.ts';
import type { FolderPurpose } from './ipc.ts';
import { tellProblem } from './tell-problem.ts';

const folderTitles: Readonly<Record<FolderPurpose, readonly [zh: string, en: string]>> = {
  'import-dossier': ['选择要导入的案卷文件夹', 'Choose a dossier folder to import'],
  'export-dossier': ['选择导出案卷的文件夹', 'Choose a folder to export the dossier into'],
  'write-letters': ['选择存放函件的文件夹', 'Choose a folder for the letters'],
};

const folderTitle = (purpose: FolderPurpose, language: string): string =>
  folderTitles[purpose][language === 'en' ? 1 : 0];

/** Answers the channels by which files, folders and targets change hands: the page gets grants, never paths. */
export function handleHandovers(grants: Grants, artifacts: Artifacts): void {
  handle('yinqi:grant-file', async ({ path }) => {
    if (path === '') throw new Error('A file without a path was handed over');
    return grants.offer(path);
  });

  handle('yinqi:choose-folder', async ({ purpose, language }, { sender }) => {
    const { filePaths } = await dialog.showOpenDialog(windowOf(sender), {
      title: folderTitle(purpose, language),
      properties: purpose === 'import-dossier' ? ['openDirectory'] : ['openDirectory', 'createDirectory'],
    });
    const [path] = filePaths;
    return path === undefined ? null : { grant: grants.offer(path), name: basename(path) };
  });

  handle('yinqi:choose-target', async ({ suggestedName }, { sender }) => {
    const path = await askTarget(sender, suggestedName);
    return path === null ? null : { grant: grants.offer(path), name: basename(path) };
  });

  handle('yinqi:save-artifact', async ({ token, suggestedName, language }, { sender }) => {
    try {
      const { absolutePath } = artifacts.resolve(token);
      const path = await askTarget(sender, suggestedName);
      if (path === null) return { saved: false };
      await replaceFile(path, (partial) => copyFile(absolutePath, partial));
    } catch (error) {
      await tellProblem(windowOf(sender), error, language === 'en' ? 'en' : 'zh');
      return { saved: false };
    }
    return { saved: true };
  });

  handle('yinqi:show-item', async ({ grant }) => {
    shell.showItemInFolder(grants.resolve(grant).absolutePath);
    return null;
  });
}

async function askTarget(sender: WebContents, suggestedName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(sender), {
    defaultPath: join(app.getPath('documents'), basename(suggestedName)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

function windowOf(sender: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(sender);
  if (window === null) throw new Error('The question came from no window');
  return window;
}
