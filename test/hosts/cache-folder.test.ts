import { expect, test } from 'vitest';
import { cacheFolderFor } from '../../main/hosts/cache-folder.ts';

test('what can be made again lies where each system keeps such things', () => {
  const home = { homeFolder: '/home/a' };
  expect(cacheFolderFor({ platform: 'linux', env: {}, ...home })).toBe('/home/a/.cache/yinqi');
  expect(cacheFolderFor({ platform: 'linux', env: { XDG_CACHE_HOME: '/c' }, ...home })).toBe('/c/yinqi');
  expect(cacheFolderFor({ platform: 'linux', env: { XDG_CACHE_HOME: 'c' }, ...home })).toBe(
    '/home/a/.cache/yinqi',
  );
  expect(cacheFolderFor({ platform: 'darwin', env: {}, ...home })).toBe('/home/a/Library/Caches/Yinqi');
  const windows = { platform: 'win32', homeFolder: 'C:\\Users\\a' };
  expect(cacheFolderFor({ ...windows, env: { LOCALAPPDATA: 'D:\\L' } })).toBe('D:\\L\\Yinqi\\Cache');
  expect(cacheFolderFor({ ...windows, env: {} })).toBe('C:\\Users\\a\\AppData\\Local\\Yinqi\\Cache');
});
