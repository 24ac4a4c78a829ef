import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newFolder, run, sampleFolder, yinqi } from './run-yinqi.ts';
import { shown, useDesk } from './use-desk.ts';

const desk = useDesk({ width: 1024, height: 700, anew: true });
const { button, goTo } = desk;
const passphrase = 'copper lantern 42';

/** Every name in a zip, as Python's zipfile reads them. */
const namesIn = (path: string): readonly string[] =>
  run('python3', [
    '-c',
    'import sys,zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))',
    path,
  ])
    .stdout.trim()
    .split('\n');

/** Opens an encrypted bundle with 7-Zip; answers the one file that was in it. */
function unlock(path: string): string {
  const folder = newFolder();
  const opened = run('7z', ['x', `-p${passphrase}`, `-o${folder}`, path]);
  expect(opened.status, opened.stdout).toBe(0);
  const [inner = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, inner);
}

test('an ID copy gets a line that says what it is for, seen before it is made, and the bundle has it', async () => {
  const { page } = desk;
  await desk.openSample();
  await goTo('文件');
  await button(/^给「agent-id.*」加用途说明$/).click();
  const dialog = page.getByRole('dialog', { name: /^加用途说明：agent-id/ });
  await shown(() => dialog.getByAltText('加说明后').count()).toBe(1);
  const words = dialog.getByLabel('文字（最多 60 个字）');
  expect(await words.inputValue()).toMatch(/^仅用于/);
  await words.fill('仅用于样例纪要上架审核，他用无效');
  await dialog.getByRole('button', { name: '看看效果' }).click();
  await shown(() => dialog.locator('.purpose-pictures-old').count()).toBe(0);
  await desk.expectUsable();
  const replace = dialog.getByRole('checkbox', { name: '用新文件代替原件放在这一项' });
  if (!(await replace.isChecked())) await replace.check();
  await dialog.getByRole('button', { name: '生成副本' }).click();
  await shown(() => page.getByText(/^已生成「.*」，代替了原件。$/).count()).toBe(1);
  await desk.saved();

  await goTo('导出材料包');
  await button('导出草稿').waitFor();
  const bundle = await desk.downloadBy(button('导出草稿'));
  const folder = newFolder();
  expect(run('unzip', ['-q', bundle, '-d', folder]).status).toBe(0);
  const copies = run('find', [folder, '-path', '*/data/*', '-iname', '*被授权人*']).stdout.trim().split('\n');
  const copy = copies.find((path) => /\.(jpe?g|png)$/i.test(path)) ?? '';
  // Where the line runs the copy has ink that the original has not; elsewhere it is the same picture.
  const [made, original] = await Promise.all(
    [copy, join(sampleFolder, 'papers/agent-id.jpg')].map((path) =>
      sharp(path).greyscale().resize(400, 400, { fit: 'fill' }).raw().toBuffer(),
    ),
  );
  const differing = [...(made ?? [])].filter((value, at) => Math.abs(value - (original?.[at] ?? 0)) > 24);
  expect(differing.length).toBeGreaterThan(400);
  expect(differing.length).toBeLessThan(80_000);
});

test('a redacted bundle is exported under a passphrase, opens in 7-Zip, and holds no identity papers', async () => {
  const { page } = desk;
  await desk.openSample();
  await goTo('导出材料包');
  await page.getByRole('checkbox', { name: '脱敏版' }).check();
  await page.getByRole('checkbox', { name: '用口令加密' }).check();
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByLabel('再输一遍').fill('copper lantern 24');
  await shown(() => page.getByText('两次输入的口令不一样').count()).toBe(1);
  expect(await button('导出材料包').isDisabled()).toBe(true);
  await desk.expectUsable();
  await page.getByLabel('再输一遍').fill(passphrase);
  const locked = await desk.downloadBy(button('导出材料包'));
  await shown(() => page.getByText('这是脱敏版，不能用于提交。').count()).toBeGreaterThan(0);

  expect(run('7z', ['t', '-pwrong horse 99', locked]).status).not.toBe(0);
  const bundle = unlock(locked);
  const names = namesIn(bundle);
  expect(names.some((name) => name.endsWith('dossier.yaml'))).toBe(true);
  expect(names.filter((name) => /身份证/.test(name))).toEqual([]);
  const text = run('unzip', ['-p', bundle, '*/dossier.yaml']).stdout;
  expect(text).not.toContain('440301190001010011');
  const verified = yinqi('verify', bundle);
  expect(verified.status, verified.stdout).toBe(0);
});

test('a bundle comes back from the home page, by its passphrase, and its dossier exports again', async () => {
  const { page } = desk;
  await desk.openSample();
  await goTo('导出材料包');
  await page.getByRole('checkbox', { name: '用口令加密' }).check();
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByLabel('再输一遍').fill(passphrase);
  const locked = await desk.downloadBy(button('导出材料包'));
  await shown(() => page.getByText('完整，没有被改动').count()).toBeGreaterThan(0);

  await page.getByRole('link', { name: '全部案卷' }).first().click();
  await shown(() => page.getByText(/^上次导出：正式，/).count()).toBe(1);
  await page.getByLabel('导入材料包', { exact: true }).and(page.locator('input')).setInputFiles(locked);
  const asked = page.getByLabel(/已加密，请输入口令$/);
  await asked.fill('copper lantern 24');
  await page.keyboard.press('Enter');
  await shown(() => page.getByText('口令不对，请检查大小写、空格和输入法').count()).toBe(1);
  await desk.expectUsable();
  await asked.fill(passphrase);
  await page.keyboard.press('Enter');
  const told = page.getByRole('dialog', { name: '材料包已还原成案卷' });
  await shown(() => told.getByText('案卷的文件全部还原，没有缺少。').count()).toBe(1);
  await shown(() => told.getByRole('region', { name: /^没有放进案卷的 \d+ 个文件$/ }).innerText()).toContain(
    'data/材料清单.pdf',
  );
  await desk.expectUsable();
  // The focus stands on the way on.
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/dossier\//);
  await goTo('导出材料包');
  const again = await desk.downloadBy(button('导出材料包'));
  const verified = yinqi('verify', again);
  expect(verified.status, verified.stdout).toBe(0);
  const payload = (path: string): readonly string[] =>
    namesIn(path)
      .filter((name) => name.includes('/data/'))
      .map((name) => name.slice(name.indexOf('/')))
      .toSorted();
  expect(payload(again)).toEqual(payload(unlock(locked)));
});

test('a bundle dropped on the page is restored, and what it left out is told with the reason', async () => {
  const { page, context, served } = desk;
  const { dossier } = await served.call('dossiers.createSample', {});
  const loose = join(newFolder(), '旧的 营业执照.png');
  writeFileSync(loose, readFileSync(join(sampleFolder, 'assets/app-logo.png')));
  const file = await served.upload(loose);
  await served.call('files.import', { dossier, file });
  const { artifact = '' } = await served.call('bundle.export', { dossier, draft: true, unusedFiles: false });
  const bundle = join(newFolder(), '材料包.zip');
  writeFileSync(bundle, await served.download(artifact));

  const session = await context.newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 640,
      y: 300,
      data: { items: [], files: [bundle], dragOperationsMask: 1 },
    });
  const told = page.getByRole('dialog', { name: '材料包已还原成案卷' });
  await shown(() => told.getByText(/材料包于 2026-11-22 导出，是草稿。$/).count()).toBe(1);
  const leftOut = told.getByRole('region', { name: '导出时没有带上的 1 个文件' });
  await shown(() => leftOut.innerText()).toContain('旧的 营业执照.png');
  expect(await leftOut.innerText()).toContain('导出的人选择了不带上');
  expect(await page.getByText(/这里只能拖入/).count()).toBe(0);
  await desk.expectUsable();
  // Closed, it leaves the dossier in the list.
  await page.keyboard.press('Escape');
  await shown(() => page.getByRole('link', { name: '打开案卷：样例纪要' }).count()).toBe(2);
});
