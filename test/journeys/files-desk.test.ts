import { appendFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeYaml, copySample, newFolder, sampleFolder } from './run-yinqi.ts';
import { shown, useDesk } from './use-desk.ts';

const desk = useDesk({ width: 1024, height: 700 });

/** Files of the sample under names as a phone and a scanner give them. */
function nameless(): readonly string[] {
  const folder = newFolder();
  return (
    [
      ['papers/publishing-commitment-signed.pdf', 'scan0001.pdf'],
      ['assets/desktop-1.png', '1.png'],
      ['papers/business-licence.jpg', 'IMG_2031.jpg'],
      ['papers/agent-id.jpg', '被授权人身份证.jpg'],
    ] as const
  ).map(([from, to]) => {
    copyFileSync(join(sampleFolder, from), join(folder, to));
    return join(folder, to);
  });
}

test('everything is dropped at once, each file is told by code, name, size or print, and put there by choice', async () => {
  await desk.button('新建案卷').first().click();
  await desk.page.waitForURL(/#\/dossier\//);
  await desk.goTo('文件');
  const { page, button } = desk;
  await desk.drop('放入文件（可以一次放很多）', ...nameless());
  await shown(() => page.getByText('4 个文件还没有位置，不会进入材料包。').count()).toBe(1);
  await shown(() => page.getByText('看印的字像是「营业执照」').count(), 170_000).toBe(1);
  await shown(() => page.getByText('页码标识说是「应用发布承诺函」').count()).toBe(1);
  await shown(() => page.getByText('尺寸正合「桌面端预览图」').count()).toBe(1);
  await shown(() => page.getByText('看名字像是「被授权人身份证复印件」').count()).toBe(1);
  await desk.expectUsable();
  await button('按建议放好 4 个').click();
  await shown(() => page.getByText(/个文件还没有位置/).count()).toBe(0);
  await shown(() => button('移除「IMG_2031.jpg」').count()).toBe(1);
  await desk.undo();
  await shown(() => page.getByText('4 个文件还没有位置，不会进入材料包。').count()).toBe(1);
  // One by itself, and what had the focus hands it on.
  await button('放入「IMG_2031.jpg」').click();
  await shown(() => page.getByText('3 个文件还没有位置，不会进入材料包。').count()).toBe(1);
  await shown(() => page.evaluate(() => document.activeElement?.id ?? '')).toBe('any-files');
}, 300_000);

/** The sample with a licence of 41 scans, which take seconds to look at. */
function manyScans(): string {
  const folder = copySample();
  const scans = Array.from({ length: 40 }, (_, index) => `papers/licence-${index}.jpg`);
  for (const [index, path] of scans.entries()) {
    copyFileSync(join(sampleFolder, 'papers/business-licence.jpg'), join(folder, path));
    // What stands behind a picture's end is no part of it, but makes the file another one.
    appendFileSync(join(folder, path), `${index}`);
  }
  changeYaml(folder, 'papers/business-licence.jpg', `[papers/business-licence.jpg, ${scans.join(', ')}]`);
  return folder;
}

test('a check of many files shows how far it has come, is stopped and goes on, and long rows of files are listed in steps', async () => {
  const { page, button, served } = desk;
  const { dossier } = await served.call('dossiers.importFolder', {
    folder: await served.uploadFolder(manyScans()),
  });
  const open = (step: string): Promise<unknown> =>
    page.goto(new URL(`/#/dossier/${dossier}/${step}`, page.url()).href);
  const progress = page.locator('.work-progress').getByRole('progressbar');
  const verdict = page.locator('#review-verdict');
  await open('review');
  await progress.first().waitFor();
  expect(await verdict.count()).toBe(0);
  // One bar for one check, and nothing beside it that says so again.
  await shown(() => progress.count()).toBe(1);
  expect(await page.getByText('正在检查…', { exact: true }).count()).toBe(0);
  await button('取消').click();
  await shown(() => page.getByText('检查已停止，还没查到的文件没有结果。').count()).toBe(1);
  await page.waitForTimeout(1500);
  expect([await progress.count(), await verdict.count()]).toEqual([0, 0]);
  expect(await page.locator('.task-list').getByText('还没检查').count()).toBe(8);
  expect(await page.getByText('检查停下来时还没有对照，继续检查后显示。').count()).toBe(1);
  await desk.expectUsable();

  await open('files');
  await page.getByText('检查已停止，还没查到的文件没有结果。').waitFor();
  expect(await page.getByText('正在查看文件…').count()).toBe(0);
  await button('继续检查').click();
  await progress.first().waitFor();
  await open('review');
  await shown(() => verdict.count(), 120_000).toBe(1);
  await shown(() => progress.count()).toBe(0);

  await open('files');
  const rows = page.getByRole('button', { name: /^移除「(business-licence|licence-\d+)\.jpg」$/ });
  await shown(() => rows.count()).toBe(20);
  await button('再列出 20 个（已列 20/41）').click();
  await shown(() => rows.count()).toBe(41);
  await desk.expectUsable();
});
