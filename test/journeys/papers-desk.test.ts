import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newFolder, sampleFolder } from './run-yinqi.ts';
import { shown, useDesk } from './use-desk.ts';

const desk = useDesk({ width: 1024, height: 700 });
const { button, goTo, valueOf } = desk;
const focused = (): Promise<string | null> =>
  desk.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

/** How many in a hundred pixels of what is shown there are dark, as print is. */
async function darkShare(place: Locator): Promise<number> {
  const { data } = await sharp(await place.screenshot())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (100 * data.filter((shade) => shade < 110).length) / data.length;
}

test('a licence that is dropped on the company page fills the form, one reading beside its cut-out, and back', async () => {
  await button('新建案卷').first().click();
  await desk.page.waitForURL(/#\/dossier\//);
  await goTo('公司信息');
  await desk.page
    .getByLabel('放入营业执照，读出内容', { exact: true })
    .setInputFiles(join(sampleFolder, 'papers/business-licence.jpg'));
  await shown(() => desk.page.getByText('4 项可以核对采用，0 项与表单一致').count()).toBe(1);

  const cuts = button('看原件：business-licence.jpg 第 1 页');
  expect(await cuts.count()).toBe(4);
  // Print, not an empty sheet: the picture is there and the cut lies where the words are.
  for (let place = 0; place < 4; place += 1) {
    await shown(() => darkShare(cuts.nth(place))).toBeGreaterThan(1.5);
  }
  await desk.expectUsable();

  await button('填入空着的 4 项').click();
  await shown(() => valueOf('企业名称')).toBe('深圳市样例科技有限公司');
  expect(await valueOf('统一社会信用代码')).toBe('91440300MA5YANGL1W');
  expect(await valueOf('法定代表人姓名')).toBe('张三');
  expect(await valueOf('公司住所')).toContain('样例大厦');
  await shown(() => desk.page.getByText('0 项可以核对采用，4 项与表单一致').count()).toBe(1);
  await desk.undo();
  await shown(() => valueOf('企业名称')).toBe('');
  expect(await valueOf('统一社会信用代码')).toBe('');

  // By keyboard: what is taken leaves the list, and the focus stands on the next.
  await button('采用「企业名称」：深圳市样例科技有限公司').focus();
  await desk.page.keyboard.press('Enter');
  await shown(() => valueOf('企业名称')).toBe('深圳市样例科技有限公司');
  await shown(focused).toMatch(/^采用「统一社会信用代码」/);

  // What is filled in is never replaced unasked.
  await desk.page.getByLabel('企业名称', { exact: true }).fill('深圳市别样科技有限公司');
  const replace = button('换成这个「企业名称」：深圳市样例科技有限公司');
  await shown(() => replace.innerText()).toBe('换成这个');
  await replace.click();
  await shown(() =>
    desk.page.getByText('把「深圳市别样科技有限公司」换成「深圳市样例科技有限公司」。').count(),
  ).toBe(1);
  const asked = await button('不换').boundingBox();
  expect(asked?.x).toBeGreaterThan(0);
  expect(asked?.x).toBeLessThan(1024);
  await button('不换').click();
  expect(await valueOf('企业名称')).toBe('深圳市别样科技有限公司');
  await replace.click();
  await button('替换').click();
  await shown(() => valueOf('企业名称')).toBe('深圳市样例科技有限公司');
  await desk.undo();
  await shown(() => valueOf('企业名称')).toBe('深圳市别样科技有限公司');

  // The rest of the licence, and the whole desk.page.
  await desk.page.getByText('1 份材料上还读到了什么').click();
  await shown(() => desk.page.getByText(/软件开发；信息系统集成服务/).count()).toBeGreaterThan(0);
  await cuts.first().click();
  await shown(() =>
    desk.page.getByRole('dialog').getByAltText('business-licence.jpg 第 1 页，共 1 页').count(),
  ).toBe(1);
  await desk.page.keyboard.press('Escape');
  await shown(() => desk.page.getByRole('dialog').count()).toBe(0);
});

/** The sample licence with a QR code at its upper left. */
async function licenceWithCode(text: string, path: string): Promise<void> {
  const { prepareZXingModule, writeBarcode } = await import('zxing-wasm/writer');
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const { image } = await writeBarcode(text, { format: 'QRCode', scale: 6 });
  if (image === null) throw new Error('the QR code was not drawn');
  const code = Buffer.from(await image.arrayBuffer());
  await sharp(join(sampleFolder, 'papers/business-licence.jpg'))
    .composite([{ input: code, left: 60, top: 60 }])
    .jpeg({ quality: 92 })
    .toFile(path);
}

test('the QR code of a licence is shown as text, never as a link, and its bad scan is told at its place', async () => {
  await button('打开示例案卷').first().click();
  await desk.page.waitForURL(/#\/dossier\//);
  const dossier = /#\/dossier\/([^/]+)/.exec(desk.page.url())?.[1] ?? '';
  const path = join(newFolder(), '带码执照.jpg');
  await licenceWithCode('https://example.com/licence?id=1', path);
  await desk.served.call('files.import', {
    dossier,
    file: await desk.served.upload(path),
    slot: 'documents.business-licence',
  });
  await desk.page.reload();
  await goTo('公司信息');
  await button('识别证照').click();
  await shown(() => desk.page.getByText('https://example.com/licence?id=1').count()).toBe(1);
  expect(await desk.page.locator('a', { hasText: 'example.com/licence' }).count()).toBe(0);
  expect(await desk.page.locator('a[href*="example.com/licence"]').count()).toBe(0);
  await desk.expectUsable();
  await desk.page.getByText('English', { exact: true }).click();
  await shown(() => desk.page.getByText('Shown as text; Yinqi does not open it.').count()).toBe(1);
  await desk.expectUsable();
  await desk.page.getByText('中文', { exact: true }).click();

  await goTo('文件');
  const blurred = join(newFolder(), '备案-模糊.jpg');
  await sharp(join(sampleFolder, 'papers/icp-filing.jpg')).blur(6).jpeg().toFile(blurred);
  await desk.page.getByLabel('再加一个文件：ICP 备案', { exact: true }).setInputFiles(blurred);
  await shown(() => desk.page.getByText(/边缘宽约 [\d.]+ 毫米（清楚的不超过 0\.7 毫米/).count()).toBe(1);
  await shown(() => desk.page.getByText(/^待核对 \d+ 处$/).count()).toBeGreaterThan(0);
  await desk.expectUsable();
});

test('reading can be cancelled, and begun again', async () => {
  await button('打开示例案卷').first().click();
  await desk.page.waitForURL(/#\/dossier\//);
  const dossier = /#\/dossier\/([^/]+)/.exec(desk.page.url())?.[1] ?? '';
  // Bytes that were never read in this program: a remembered reading would be there at once.
  const folder = newFolder();
  const fresh = join(folder, '营业执照-重拍.jpg');
  await sharp(join(sampleFolder, 'papers/business-licence.jpg'))
    .modulate({ brightness: 0.98 })
    .jpeg({ quality: 91 })
    .toFile(fresh);
  await desk.served.call('files.import', {
    dossier,
    file: await desk.served.upload(fresh),
    slot: 'documents.business-licence',
  });
  await desk.page.reload();
  await goTo('公司信息');
  await button('识别证照').click();
  await button('取消').click();
  await shown(() => button('识别证照').count()).toBe(1);
  await button('识别证照').click();
  await shown(() => desk.page.getByText(/0 项可以核对采用，\d+ 项与表单一致/).count()).toBe(1);
});

test('company and app stand in one table, and what differs is said in words', async () => {
  await button('打开示例案卷').first().click();
  await desk.page.waitForURL(/#\/dossier\//);
  await goTo('公司信息');
  await desk.page.getByLabel('企业名称', { exact: true }).fill('深圳市样例科技有限公司 ');
  await desk.page.getByLabel('企业名称', { exact: true }).fill('深圳市样例信息科技有限公司');
  await desk.page.getByLabel('企业名称', { exact: true }).blur();
  await goTo('检查与确认');
  const table = desk.page.getByRole('region', { name: '各处写法对照表' });
  await shown(() => table.getByRole('row', { name: /^隐私政策 文件里的文字.*不一致/ }).count()).toBe(1);
  await button('识别扫描件').click();
  await shown(() => table.getByRole('row', { name: /^营业执照.*不一致 机器识别/ }).count()).toBe(1);
  const { width, scrollWidth } = await table.evaluate((box) => ({
    width: box.clientWidth,
    scrollWidth: box.scrollWidth,
  }));
  expect(scrollWidth).toBeGreaterThan(width);
  await desk.expectUsable();
  await table.getByRole('link', { name: '营业执照', exact: true }).click();
  await shown(() => desk.page.getByRole('heading', { level: 1 }).allInnerTexts()).toContain('文件');
});

test('a policy is gone through item by item: passages marked in the text, and what to add', async () => {
  await button('打开示例案卷').first().click();
  await desk.page.waitForURL(/#\/dossier\//);
  await goTo('应用信息');
  const policy = join(newFolder(), '隐私政策.txt');
  writeFileSync(
    policy,
    '隐私政策\n\n本政策由深圳市样例科技有限公司制定。\n\n一、存储\n\n信息存储在中国境内的服务器上，不向境外提供。\n',
  );
  await desk.page.getByLabel('换一个文件 · 隐私政策文件', { exact: true }).setInputFiles(policy);
  await shown(() => desk.page.getByText(/写了 \d+ 项，没写 [1-9]\d* 项/).count()).toBe(1);
  await shown(() => desk.page.getByText(/^补上：/).count()).toBeGreaterThan(3);
  await desk.page
    .getByRole('radiogroup', { name: '显示哪些审核项' })
    .getByText('全部', { exact: true })
    .click();
  await button(/在全文里标出：.*信息存储在中国境内/)
    .first()
    .click();
  const text = desk.page.getByRole('region', { name: '隐私政策全文' });
  await shown(() => text.locator('mark').allInnerTexts()).toEqual([
    '信息存储在中国境内的服务器上，不向境外提供。',
  ]);
  await desk.expectUsable();
  await desk.page.getByText('English', { exact: true }).click();
  await shown(() => desk.page.getByText(/^Add: /).count()).toBeGreaterThan(3);
  await desk.expectUsable();
});
