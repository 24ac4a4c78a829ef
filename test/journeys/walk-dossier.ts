import { join } from 'node:path';
import { expect } from 'vitest';
import { answerQuestions, confirmStatements } from './answer-by-topic.ts';
import { mouse, type Hands } from './hands.ts';
import { sampleFolder, yinqi } from './run-yinqi.ts';
import { shown, type Desk } from './use-desk.ts';

const sample = (path: string): string => join(sampleFolder, path);

/** An app that is applied for, as somebody fills it in from nothing. */
export interface Application {
  readonly hands?: Hands;
  readonly applicant?: '企业' | '个人';
  /** The start of the category's label. */
  readonly category: RegExp;
  /** Beyond what every app answers; all other questions are answered with no. */
  readonly answers?: readonly (readonly [question: RegExp, option: string])[];
  readonly app: {
    readonly name: string;
    readonly intro: string;
    readonly description: string;
  };
  /** Zone → file, beyond what every app puts there. */
  readonly files?: ReadonlyMap<string, string>;
  /** Letters that are printed and come back signed, beyond the two that every app has. */
  readonly letters?: readonly string[];
}

const always: readonly (readonly [RegExp, string])[] = [
  [/是否需要联网/, '是'],
  [/ICP 许可证或备案登记在谁名下/, '本公司'],
  [/软件著作权属于谁/, '本公司'],
  [/是不是游戏/, '不是'],
  [/涉不涉及宗教/, '不涉及'],
  [/输入或上传自己的内容/, '是'],
  [/是否收集或使用个人信息/, '是'],
  [/接入了腾讯会议的哪些能力/, '把应用或内容分享给参会人、邀请参会人'],
  [/用到哪些视图/, '侧边栏视图'],
];

/** Goes from the home page through every step to a final bundle that the command line verifies; answers its path. */
export async function walkDossier(desk: Desk, application: Application): Promise<string> {
  const hands = application.hands ?? mouse;
  const { page, button } = desk;
  const goTo = async (step: string): Promise<void> => {
    await hands.press(page.getByRole('navigation', { name: '案卷的步骤' }).getByRole('link', { name: step }));
    await shown(() => page.getByRole('heading', { level: 1 }).allInnerTexts(), 90_000).toContain(step);
  };
  const fill = (label: string, text: string): Promise<void> =>
    hands.write(page.getByLabel(label, { exact: true }), text);
  const give = (zone: string, ...files: readonly string[]): Promise<void> => hands.give(page, zone, files);

  await hands.press(button('新建案卷').first());
  await shown(() => page.getByRole('heading', { level: 1 }).allInnerTexts()).toContain('类目与问题');
  if (application.applicant !== undefined)
    await hands.choose(page.getByRole('radio', { name: application.applicant, exact: true }));
  await hands.choose(page.getByRole('checkbox', { name: application.category }));
  await answerQuestions(page, [...always, ...(application.answers ?? [])], hands);
  await desk.saved();

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
    await hands.choose(
      page.getByRole('group', { name: `${role}证件类型` }).getByRole('radio', { name: '居民身份证' }),
    );
    await fill(`${role}证件号码`, number);
  }
  await fill('被授权人手机号码', '13800000000');
  await fill('被授权人电子邮箱', 'lisi@example.com');
  await desk.saved();

  await goTo('应用信息');
  await fill('应用名称', application.app.name);
  await fill('应用简介', application.app.intro);
  await fill('详细描述', application.app.description);
  await fill('版本号', '1.0.0');
  await fill('隐私协议地址', 'https://www.example.com/privacy');
  await fill('使用条款地址', 'https://www.example.com/terms');
  await desk.saved();

  await goTo('文件');
  await give('放入「应用 LOGO」', sample('assets/app-logo.png'));
  await give('放入「企业 LOGO」', sample('assets/company-logo.png'));
  await give('放入「桌面端预览图」', sample('assets/desktop-1.png'), sample('assets/desktop-2.png'));
  await give('放入「营业执照」', sample('papers/business-licence.jpg'));
  await give('放入「ICP 备案」', sample('papers/icp-filing.jpg'));
  await give('放入「ICP 备案截图」', sample('papers/icp-filing-proof.png'));
  await give('放入「计算机软件著作权证书」', sample('papers/software-copyright-certificate.jpg'));
  await give('放入「法定代表人身份证复印件」', sample('papers/legal-representative-id.jpg'));
  await give('放入「被授权人身份证复印件」', sample('papers/agent-id.jpg'));
  for (const [zone, file] of application.files ?? []) await give(`放入「${zone}」`, file);

  await goTo('函件');
  const titles = ['应用发布承诺函', '授权委托书', ...(application.letters ?? [])];
  const printed: string[] = [];
  for (const title of titles) {
    const control = button(`下载 PDF ${title}`);
    await control.waitFor();
    printed.push(await desk.downloadBy(control, hands));
  }
  // What is printed comes back as a scan: the page codes file it.
  await give('放入一批扫描件', ...printed);
  await shown(() => page.getByText('扫描件与当前版本一致', { exact: true }).count(), 90_000).toBe(
    titles.length,
  );

  await goTo('检查与确认');
  await confirmStatements(page, '李四', '2026-11-22', hands);

  await goTo('导出材料包');
  await button('导出材料包').waitFor();
  // What still blocks would stand here by name.
  const blockers = page.getByRole('region', { name: /^还有 \d+ 项错误/ });
  if (!(await button('导出材料包').isEnabled())) expect(await blockers.allInnerTexts()).toEqual([]);
  const bundle = await desk.downloadBy(button('导出材料包'), hands);
  await shown(() => page.getByText('完整，没有被改动').count()).toBeGreaterThan(0);
  const verified = yinqi('verify', bundle);
  expect(verified.stdout).toContain('完整');
  expect(verified.status).toBe(0);
  return bundle;
}
