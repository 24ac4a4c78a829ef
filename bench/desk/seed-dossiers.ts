import { composeWorld } from '../../main/hosts/compose-world.ts';
import { locateInstall } from '../../main/hosts/install.ts';
import { join } from 'node:path';
import { rulebooksFolder } from '../bench-world.ts';

const root = join(import.meta.dirname, '..', '..');
const install = locateInstall(root);
const makers = ['星桥', '云岭', '海藤', '青柏', '北辰', '南屿', '明湖', '长庚', '鹿溪', '听潮'];
const trades = ['软件', '网络科技', '信息技术', '智能科技', '医疗科技', '教育科技', '数据服务'];
const apps = ['会议纪要', '互动白板', '实时字幕', '签到助手', '日程管家', '投票工具', '在线面试', '翻译助手'];
const cities = ['深圳市', '广州市', '杭州市', '成都市', '武汉市', '南京市'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/**
 * Fills the database of a data folder with `count` dossiers of fictitious companies, one app in seven of a name as long as
 * forms take; every one but each fifth was judged. Answers the ids, in the order in which they were made.
 */
export async function seedDossiers(
  dataFolder: string,
  scratchFolder: string,
  count: number,
): Promise<readonly string[]> {
  const world = composeWorld({
    kind: 'database',
    host: 'browser',
    version: install.version,
    dataFolder,
    scratchFolder,
    resourcesFolder: install.resourcesFolder,
    fontsFolder: install.fontsFolder,
    rulebooksFolder,
  });
  const { platform } = await world.rulebooks.load('tencent-meeting');
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = `${pick(apps, index * 3)} ${String(index + 1).padStart(4, '0')}`;
    const company = `${pick(cities, index)}${pick(makers, index * 7)}${pick(trades, index * 5)}有限公司`;
    const { ref, revision } = await world.dossiers.create({
      schema: 'yinqi/dossier@1',
      platform: index % 9 === 8 ? 'tencent-open-platform' : 'tencent-meeting',
      ...(index % 9 === 8 ? {} : { track: pick(['listing', 'search', 'showcase'], index) }),
      categories: index % 9 === 8 ? ['tool'] : ['general/other'],
      company: {
        name: company,
        uscc: `91440300MA5${String(index).padStart(5, '0')}XX`,
        address: `${company}住所`,
      },
      app: {
        name: index % 7 === 0 ? `${name}·跨部门协同会议资料整理与待办分发平台（企业旗舰版）` : name,
        intro: '把会中要点整理成纪要与待办',
        version: '1.0.0',
      },
    });
    ids.push(ref);
    if (index % 5 === 4) continue;
    const errors = (index * 11) % 13;
    await world.dossiers.recordProgress(ref, {
      revision,
      rulebook: platform.version,
      day: world.today(),
      done: (index * 5) % 22,
      total: 22,
      open: index % 3,
      errors,
      blocker:
        errors === 0
          ? null
          : {
              message: { zh: '没有营业执照', en: 'There is no business licence' },
              at: 'documents.business-licence',
            },
    });
  }
  world.close();
  return ids;
}
