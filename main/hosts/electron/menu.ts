import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../contract/language.ts';

/** What the menu's own items do. */
export interface MenuActions {
  openDataFolder(): void;
  about(): void;
}

/** The language of the menu and dialogs: Chinese unless the system speaks something else. */
export function menuLanguage(locale: string): Language {
  return locale === '' || /^zh\b/i.test(locale) ? 'zh' : 'en';
}

/** The menu as a template: standard roles, the data folder, about. Developer tools only where `isDevelopment`. */
export function menuTemplate(
  language: Language,
  platform: string,
  isDevelopment: boolean,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const t = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const about: MenuItemConstructorOptions = { label: t('关于印齐', 'About Yinqi'), click: actions.about };
  const openData: MenuItemConstructorOptions = {
    label: t('打开数据文件夹', 'Open Data Folder'),
    click: actions.openDataFolder,
  };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = platform === 'darwin';
  const macApp: MenuItemConstructorOptions[] = isMac
    ? [
        {
          label: '印齐',
          submenu: [
            about,
            separator,
            { role: 'hide', label: t('隐藏印齐', 'Hide Yinqi') },
            { role: 'hideOthers', label: t('隐藏其他', 'Hide Others') },
            { role: 'unhide', label: t('全部显示', 'Show All') },
            separator,
            { role: 'quit', label: t('退出印齐', 'Quit Yinqi') },
          ],
        },
      ]
    : [];
  return [
    ...macApp,
    {
      label: t('文件', 'File'),
      submenu: [
        openData,
        separator,
        isMac
          ? { role: 'close', label: t('关闭窗口', 'Close Window') }
          : { role: 'quit', label: t('退出', 'Quit') },
      ],
    },
    {
      label: t('编辑', 'Edit'),
      submenu: [
        { role: 'undo', label: t('撤销', 'Undo') },
        { role: 'redo', label: t('重做', 'Redo') },
        separator,
        { role: 'cut', label: t('剪切', 'Cut') },
        { role: 'copy', label: t('复制', 'Copy') },
        { role: 'paste', label: t('粘贴', 'Paste') },
        { role: 'selectAll', label: t('全选', 'Select All') },
      ],
    },
    {
      label: t('视图', 'View'),
      submenu: [
        { role: 'resetZoom', label: t('实际大小', 'Actual Size') },
        { role: 'zoomIn', label: t('放大', 'Zoom In') },
        { role: 'zoomOut', label: t('缩小', 'Zoom Out') },
        separator,
        { role: 'togglefullscreen', label: t('全屏', 'Full Screen') },
        ...(isDevelopment
          ? [separator, { role: 'toggleDevTools', label: t('开发者工具', 'Developer Tools') } as const]
          : []),
      ],
    },
    { label: t('帮助', 'Help'), role: 'help', submenu: [...(isMac ? [] : [about]), openData] },
  ];
}
