import type { Command } from '../command.ts';
import { unknownPlatform } from '../unknown-platform.ts';

/** `yinqi categories`: the categories of every platform, and which of them the rules cover so far. */
export const categoriesCommand: Command = {
  name: 'categories',
  summary: { zh: '列出全部类目', en: 'lists the categories' },
  words: [],
  options: {
    platform: { value: 'ID', help: { zh: '只看一个平台', en: 'one platform only' } },
  },
  formats: ['human', 'json'],
  async run(given, session) {
    const { platforms } = await session.call('rulebook.platforms', {});
    const wanted = given.text('platform');
    const shown = wanted === undefined ? platforms : platforms.filter((one) => one.id === wanted);
    if (wanted !== undefined && shown.length === 0) {
      throw unknownPlatform(
        wanted,
        platforms.map((one) => one.id),
      );
    }
    return {
      exitCode: 0,
      json: { schema: 'yinqi/categories@1', platforms: shown },
      human(page) {
        for (const platform of shown) {
          page.line(`${page.paint('bold', platform.title)}  ${page.paint('dim', platform.id)}`);
          const groups = platform.groups.length === 0 ? [{ id: '', title: '' }] : platform.groups;
          for (const group of groups) {
            const ofGroup = platform.categories.filter(
              (one) => group.id === '' || one.id.startsWith(`${group.id}/`),
            );
            if (ofGroup.length === 0) continue;
            if (group.title !== '') page.line(`  ${group.title}`);
            page.columns(
              ofGroup.map((one) => [one.covered ? '✓' : ' ', one.id, one.title]),
              4,
              ['green', 'cyan', null],
            );
          }
          page.line();
        }
        page.line(page.t('✓ 表示本版本的规则已覆盖。', '✓ marks what the rules of this version cover.'));
      },
    };
  },
};
