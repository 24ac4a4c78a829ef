import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { newFolder, sampleFolder } from './run-yinqi.ts';
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
