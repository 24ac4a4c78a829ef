import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { answerQuestions, confirmStatements } from './answer-by-topic.ts';
import { newFolder, sampleFolder, yinqi } from './run-yinqi.ts';
import { shown, steps, useDesk } from './use-desk.ts';

const desk = useDesk();
const { button, goTo, fill, saved, drop, downloadBy } = desk;
const sample = (path: string): string => join(sampleFolder, path);

test('a newcomer goes from an empty page to a bundle that the command line verifies', async () => {
  await button('新建案卷').first().click();
  await goTo('类目与问题');
  await desk.page.getByRole('checkbox', { name: /^其他/ }).check();
  await answerQuestions(desk.page, [
    [/是否需要联网/, '是'],
    [/ICP 许可证或备案登记在谁名下/, '本公司'],
    [/软件著作权属于谁/, '本公司'],
    [/是不是游戏/, '不是'],
    [/涉不涉及宗教/, '不涉及'],
    [/输入或上传自己的内容/, '是'],
    [/是否收集或使用个人信息/, '是'],
    [/接入了腾讯会议的哪些能力/, '把应用或内容分享给参会人、邀请参会人'],
    [/用到哪些视图/, '侧边栏视图'],
  ]);
  await saved();

  await goTo('公司信息');
  await fill('企业名称', '深圳市样例科技有限公司');
  await fill('统一社会信用代码', '91440300MA5YANGL1W');
  await fill('公司住所', '广东省深圳市样例区样例路 1 号');
  await fill('客服电话', '0755-88880000');
  await fill('应用官网', 'https://www.example.com');
  await fill('ICP 许可证号或备案号', '粤ICP备00000000号-1');
  for (const [role, name, number] of [
    ['法定代表人', '张三', '440301190001010011'],
    ['被授权人', '李四', '440301190002020027'],
  ] as const) {
    await fill(`${role}姓名`, name);
    await desk.page
      .getByRole('group', { name: `${role}证件类型` })
      .getByRole('radio', { name: '居民身份证' })
      .check();
    await fill(`${role}证件号码`, number);
  }
  await fill('被授权人手机号码', '13800000000');
  await fill('被授权人电子邮箱', 'lisi@example.com');
  await saved();

  await goTo('应用信息');
  await fill('应用名称', '样例纪要');
  await fill('应用简介', '把会中要点整理成纪要与待办');
  await fill('详细描述', '样例纪要把主持人在会中记下的要点、结论和待办按议题归类，会后排成一份纪要。');
  await fill('版本号', '1.0.0');
  await fill('隐私协议地址', 'https://www.example.com/privacy');
  await fill('使用条款地址', 'https://www.example.com/terms');
  await saved();

  await goTo('文件');
  await drop('放入「应用 LOGO」', sample('assets/app-logo.png'));
  await drop('放入「企业 LOGO」', sample('assets/company-logo.png'));
  await drop('放入「桌面端预览图」', sample('assets/desktop-1.png'), sample('assets/desktop-2.png'));
  await drop('放入「营业执照」', sample('papers/business-licence.jpg'));
  await drop('放入「ICP 备案」', sample('papers/icp-filing.jpg'));
  await drop('放入「ICP 备案截图」', sample('papers/icp-filing-proof.png'));
  await drop('放入「计算机软件著作权证书」', sample('papers/software-copyright-certificate.jpg'));
  await drop('放入「法定代表人身份证复印件」', sample('papers/legal-representative-id.jpg'));
  await drop('放入「被授权人身份证复印件」', sample('papers/agent-id.jpg'));

  await goTo('函件');
  const printed: string[] = [];
  for (const title of ['应用发布承诺函', '授权委托书']) {
    printed.push(await downloadBy(button(`下载 PDF ${title}`)));
  }
  // What is printed comes back as a scan: the page codes file it.
  await drop('放入一批扫描件', ...printed);
  await shown(() => desk.page.getByText('扫描件与当前版本一致', { exact: true }).count()).toBe(2);

  await goTo('检查与确认');
  await confirmStatements(desk.page, '李四', '2026-11-22');

  await goTo('导出材料包');
  // What still blocks would stand here by name.
  await shown(() => desk.page.getByText(/还有 \d+ 项错误/).allInnerTexts()).toEqual([]);
  const bundle = await downloadBy(button('导出材料包'));
  await shown(() => desk.page.getByText('完整，没有被改动').count()).toBeGreaterThan(0);
  const verified = yinqi('verify', bundle);
  expect(verified.stdout).toContain('完整');
  expect(verified.status).toBe(0);
});

describe('the sample dossier', () => {
  beforeEach(async () => {
    await desk.openSample();
  });

  test.each(['中文', 'English'])('axe finds no violation on any page in %s', async (language) => {
    if (language === 'English') await desk.page.getByText('English', { exact: true }).click();
    await shown(() => desk.page.locator('nav a[href*="#/dossier/"]').count()).toBe(steps.length);
    const addresses = await desk.page
      .locator('nav a[href*="#/dossier/"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const pages = new Set(addresses);
    expect(pages.size).toBeGreaterThanOrEqual(8);
    for (const address of pages) {
      await desk.page.goto(address);
      await desk.page.waitForLoadState('networkidle');
      await desk.expectUsable();
    }
  });

  test('what is typed is there after the page is torn away in mid-word', async () => {
    await goTo('应用信息');
    await fill('应用简介', '刚刚改过的简介');
    await desk.tearAway();
    await shown(() => desk.valueOf('应用简介')).toBe('刚刚改过的简介');
  });

  test('a wrong file is told at its place, measured against what was wanted', async () => {
    await goTo('文件');
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const fake = join(folder, '看起来像图标.png');
    writeFileSync(fake, '这不是图片');
    await drop('换一个文件：应用 LOGO', fake);
    await shown(() => desk.page.getByText(/看起来像图标/).count()).toBeGreaterThan(0);
    await drop('换一个文件：应用 LOGO', sample('assets/desktop-1.png'));
    await shown(() => desk.page.getByText(/1920×1080.*128×128|128×128.*1920×1080/).count()).toBeGreaterThan(
      0,
    );
    const empty = join(folder, '空.png');
    writeFileSync(empty, '');
    await drop('换一个文件：应用 LOGO', empty);
    await shown(() => desk.page.getByText(/没有导入/).count()).toBeGreaterThan(0);
  });

  test('the page speaks to nobody but its own host', async () => {
    const elsewhere: string[] = [];
    desk.page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (hostname !== '127.0.0.1' && protocol !== 'data:' && protocol !== 'blob:')
        elsewhere.push(request.url());
    });
    for (const step of steps) await goTo(step);
    expect(elsewhere).toEqual([]);
  });
});

test('the built start page is light: at most 350 KB compressed', async () => {
  const { gzipSync } = await import('node:zlib');
  const loaded = new Set<string>();
  desk.page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) loaded.add(new URL(response.url()).pathname);
  });
  await desk.page.reload();
  await desk.page.waitForLoadState('networkidle');
  const assets = [...loaded].map((path) => readFileSync(join(sampleFolder, '../../out/renderer', path)));
  expect(assets.length).toBeGreaterThan(0);
  expect(assets.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)).toBeLessThan(350_000);
});
