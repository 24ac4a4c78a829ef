import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readHistory, textHash } from '../../main/core/history/history-lines.ts';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { handsFor, mouse, type Hands } from './hands.ts';
import { copySample, newFolder, run, yinqi } from './run-yinqi.ts';
import { serveYinqi, type ServedYinqi } from './serve-yinqi.ts';

let browser: Browser;
let served: ServedYinqi;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  served = await serveYinqi();
  context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  // The first look at the signed scans reads every page of them.
  page.setDefaultTimeout(120_000);
  faults.length = 0;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await context.close();
  await served.stop();
});

const shown = <T>(look: () => T) => expect.poll(look, { timeout: 90_000 });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const goTo = (step: string, hands: Hands = mouse) =>
  hands.press(
    page.getByRole('navigation', { name: '案卷的步骤' }).getByRole('link', { name: step, exact: true }),
  );
const exportBundle = async (hands: Hands = mouse): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    hands.press(button('导出材料包')),
  ]);
  const path = join(newFolder(), download.suggestedFilename());
  await download.saveAs(path);
  await shown(() => page.getByText('完整，没有被改动').count()).toBe(1);
  return path;
};
const expectNoViolation = async (): Promise<void> => {
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
};

test(
  'sent back, worked through, and sent again with an answer point by point',
  { timeout: 300_000 },
  async () => {
    const hands = handsFor('resubmission');
    await page.goto(served.address);
    await hands.press(button('打开示例案卷').first());
    await page.waitForURL(/#\/dossier\//);
    await goTo('导出材料包', hands);
    await hands.write(page.getByLabel('经办人', { exact: true }), '王五');
    await exportBundle(hands);
    const history = page.getByRole('region', { name: '导出和函件的历史' });
    await shown(() => history.getByText('王五').count()).toBe(1);

    await hands.press(button('记下退回意见'));
    await hands.write(
      page.getByLabel('退回意见原文'),
      '您好，未通过，原因如下：\n1、应用简介太简单，看不出是做什么的\n2、截图有水印',
    );
    await hands.press(button('查找可能的条款'));
    const first = page.getByRole('group', { name: '第 1 点：应用简介太简单，看不出是做什么的' });
    await hands.choose(first.getByRole('checkbox', { name: '选定 compliance/1(12)' }));
    await hands.choose(
      page
        .getByRole('group', { name: '第 2 点：截图有水印' })
        .getByRole('checkbox', { name: '选定 compliance/1(7)' }),
    );
    expect(await first.locator('mark').count()).toBeGreaterThan(0);
    await expectNoViolation();
    await hands.press(button('记入案卷，列出 2 项待处理'));

    // Noted down, it stands among the findings and in the list of steps until it is done.
    await shown(() => page.getByText('已处理 0 / 2').count()).toBe(1);
    await goTo('检查与确认', hands);
    await shown(() => page.getByText(/退回意见列了 2 项要处理，还有 2 项没有标为已处理/).count()).toBe(1);
    await goTo('应用信息', hands);
    await hands.write(page.getByLabel(/应用简介/).first(), '一键整理会议纪要');
    await goTo('导出材料包', hands);
    for (const [task, note] of [
      ['应用简介太简单，看不出是做什么的', '已改写简介'],
      ['截图有水印', '已换成没有水印的截图'],
    ] as const) {
      await hands.write(page.getByLabel(`做了什么（${task}）`), note);
      await hands.choose(page.getByRole('checkbox', { name: `已处理：${task}` }));
    }
    await shown(() => page.getByText('已处理 2 / 2').count()).toBe(1);
    await hands.press(button('看看重新提交说明'));
    await shown(() => page.getByText(/原为「.*」，现为「一键整理会议纪要」/).count()).toBeGreaterThan(0);

    const bundle = await exportBundle(hands);
    await shown(() => page.getByText('包里附有重新提交说明').count()).toBe(1);
    await shown(() => history.getByRole('row').count()).toBe(3);
    await expectNoViolation();

    // Another program reads the note, and the command line proves the bundle whole.
    const folder = newFolder();
    expect(run('unzip', ['-q', bundle, '-d', folder]).status).toBe(0);
    const find = run('find', [folder, '-name', '重新提交说明.*']).stdout.trim().split('\n').toSorted();
    expect(find.map((path) => path.split('.').at(-1))).toEqual(['pdf', 'txt']);
    const pdf = run('pdftotext', [find[0] ?? '', '-']).stdout.replaceAll(/\s/g, '');
    const text = readFileSync(find[1] ?? '', 'utf8');
    for (const words of ['截图有水印', '已处理。已换成没有水印的截图', '现为「一键整理会议纪要」']) {
      expect(pdf).toContain(words);
      expect(text).toContain(words);
    }
    const verified = yinqi('verify', bundle);
    expect(verified.status, verified.stdout).toBe(0);
  },
);

test(
  'a dossier that was exported under earlier rules says so on its card and its page',
  { timeout: 300_000 },
  async () => {
    const folder = copySample();
    const kept = yinqi('bundle', folder, '--out', join(newFolder(), 'a.zip'), '--by', '赵六');
    expect(kept.status, kept.stderr).toBe(0);
    makeOlder(join(folder, '.yinqi/history.jsonl'));
    const told = yinqi('history', folder);
    expect(told.stdout).toContain('赵六');
    expect(told.stdout).toMatch(/规则新增 1 条、取消 0 条、有变 1 条/);

    const grant = await served.uploadFolder(folder);
    await served.call('dossiers.importFolder', { folder: grant });
    await page.goto(served.address);
    await shown(() => page.getByText(/规则库已更新，与本案卷有关 2 条/).count()).toBe(1);
    await page
      .getByRole('link', { name: /样例纪要/ })
      .first()
      .click();
    await goTo('导出材料包');
    await shown(() => page.getByRole('heading', { name: '规则库更新了，有内容过时' }).count()).toBe(1);
    await shown(() => page.getByText(/新增 1 条规则、取消 0 条、有变 1 条/).count()).toBe(1);
    await expectNoViolation();
  },
);

test('on the command line: likely clauses, picks kept as tasks, done with a note, and the answer', () => {
  const folder = copySample();
  const words = join(newFolder(), '意见.txt');
  writeFileSync(words, '1、营业执照没有盖公章\n2、应用名称太长');
  const found = yinqi(
    'rejection',
    folder,
    '--words',
    words,
    '--pick',
    '1=compliance/4.1-2',
    '--format',
    'json',
  );
  expect(found.status, found.stderr).toBe(0);
  expect(JSON.parse(found.stdout)).toMatchObject({
    schema: 'yinqi/rejection@1',
    points: [
      { words: '营业执照没有盖公章', clauses: [{ clause: 'compliance/4.1-2' }, {}, {}, {}, {}, {}, {}, {}] },
      {},
    ],
    kept: { tasks: [{ clause: 'compliance/4.1-2', rule: 'business-licence' }] },
  });
  expect(yinqi('check', folder).stdout).toContain('rejection-tasks-done');
  expect(yinqi('rejection', folder, '--done', '1.1', '--note', '已盖章重扫').status).toBe(0);
  expect(yinqi('check', folder).stdout).not.toContain('rejection-tasks-done');
  const answer = yinqi('rejection', folder, '--answer').stdout;
  expect(answer).toContain('已处理。已盖章重扫');
  expect(answer).toContain('意见：应用名称太长\n   处理：尚未处理。');
  expect(yinqi('rejection', folder, '--done', '1.2').status).toBe(2);
  expect(yinqi('rejection', folder, '--words', words, '--pick', '1=no/such-clause').status).toBe(2);
});

/** Makes a history look as if the rulebook of then had lacked one rule and had another otherwise. */
function makeOlder(file: string): void {
  const { entries, texts } = readHistory(readFileSync(file, 'utf8'), file);
  const [entry] = entries;
  if (entry === undefined) throw new Error('nothing was kept');
  const rules = (texts.get(entry.kept.rules) ?? '')
    .replace(/"app-intro":\{"title":\{[^}]*\},"hash":"[0-9a-f]{16}"\},/, '')
    .replace(/("business-licence":\{"title":\{[^}]*\},"hash":")[0-9a-f]{16}/, '$10000000000000000');
  const older = {
    ...entry,
    rulebook: { ...entry.rulebook, version: '0.2.0', sha256: '0'.repeat(64) },
    kept: { ...entry.kept, rules: textHash(rules) },
  };
  const all = [...texts.values(), rules].map((text) => JSON.stringify({ sha256: textHash(text), text }));
  writeFileSync(file, [...all, JSON.stringify({ entry: older })].map((line) => `${line}\n`).join(''));
}
