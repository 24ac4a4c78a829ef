import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { handsFor } from './hands.ts';
import { newFolder, yinqi } from './run-yinqi.ts';
import { shown, useDesk } from './use-desk.ts';

// A team's templates of one test are no other's.
const desk = useDesk({ anew: true });
const { button, downloadBy } = desk;

const goToLetters = async (): Promise<void> => {
  await desk.goTo('函件');
  await shown(() => desk.page.getByRole('heading', { name: '授权委托书', exact: true }).count(), 90_000).toBe(
    1,
  );
};
beforeEach(async () => {
  await desk.openSample();
  await goToLetters();
});

/** What another program says of a file. */
const told = (program: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, [...args], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
};

test('a print pack holds what was chosen, in its order, and says what is done with each page', async () => {
  await button('打印包').click();
  const dialog = desk.page.getByRole('dialog', { name: '制作打印包' });
  await shown(() => dialog.getByText('证照复印件').count()).toBe(1);
  await desk.expectUsable();
  await dialog.getByRole('checkbox', { name: /授权委托书/ }).check();
  await dialog.getByRole('button', { name: '制作打印包', exact: true }).click();
  await shown(() => dialog.getByText(/打印包排好了/).count()).toBe(1);
  await desk.expectUsable();
  const [, pages] = /共 (\d+) 页/.exec(await dialog.getByText(/打印包排好了/).innerText()) ?? [];
  await shown(() => dialog.getByText(/《授权委托书》第 2 页/).count()).toBe(1);
  const path = await downloadBy(dialog.getByRole('button', { name: '下载打印包' }));
  expect(told('pdfinfo', path)).toMatch(new RegExp(`Pages:\\s+${pages}\\n`));
  expect(told('pdftotext', path, '-').replaceAll(/\s/g, '')).toContain('腾讯会议开放平台授权委托书');
  await desk.page.keyboard.press('Escape');
  await shown(() => dialog.count()).toBe(0);
  // The focus is where it was.
  await shown(() => button('打印包').evaluate((one) => one === document.activeElement)).toBe(true);
});

test('a batch says which columns and rows are wrong before anything is made, and makes the others', async () => {
  await button('批量制作').click();
  const dialog = desk.page.getByRole('dialog', { name: '批量制作函件' });
  const table = join(newFolder(), '公司.csv');
  writeFileSync(
    table,
    `公司名称,统一社会信用代码,公司住所,法定代表人姓名,备注
杭州甲样例有限公司,91440300MA5YANGL1W,杭州市样例路 1 号,王五,
杭州乙样例有限公司,91440300MA5YANGL1X,杭州市样例路 2 号,赵六,
`,
  );
  await dialog.getByLabel('放入表格', { exact: true }).setInputFiles(table);
  await shown(() => dialog.getByText(/有 1 列认不出来/).count()).toBe(1);
  expect(await dialog.getByRole('button', { name: '制作', exact: true }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: '略过「备注」' }).check();
  await shown(() => dialog.getByText('共 2 行：1 行可以制作，1 行有问题。').count()).toBe(1);
  expect(await dialog.getByText(/91440300MA5YANGL1X.*校验位/).count()).toBe(1);
  await desk.expectUsable();
  await dialog.getByRole('button', { name: '制作 1 份' }).click();
  await shown(() => dialog.getByText('做好 1 份，1 行没有做成。').count()).toBe(1);
  const path = await downloadBy(dialog.getByRole('button', { name: '下载压缩包' }));
  const names = told(
    'python3',
    '-c',
    'import sys,zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))',
    path,
  );
  expect(names).toMatch(/杭州甲样例有限公司.*\.pdf/);
  expect(names).toContain('生成结果.csv');
  expect(names).not.toContain('杭州乙样例有限公司');
});

describe('the preview', () => {
  test('leads from a field to its words and from words to their field, and shows what is changed', async () => {
    await button('预览 授权委托书').click();
    const dialog = desk.page.getByRole('dialog', { name: '授权委托书' });
    await shown(() => dialog.getByRole('img', { name: /第 1 页/ }).count()).toBe(1);
    await desk.expectUsable();
    const address = dialog.getByLabel(/^公司住所/);
    await dialog.getByTitle('公司住所').first().click();
    expect(await address.evaluate((one) => one === document.activeElement)).toBe(true);
    // A field that stands on the second page alone brings that desk.page.
    await dialog.getByLabel(/^有效期起/).focus();
    await shown(() => dialog.getByRole('img', { name: /第 2 页/ }).count()).toBe(1);
    const before = await dialog.getByRole('img', { name: /第 2 页/ }).getAttribute('src');
    await dialog.getByLabel(/^有效期起/).fill('2026-12-24');
    await shown(() => dialog.getByRole('img', { name: /第 2 页/ }).getAttribute('src')).not.toBe(before);
    await desk.page.keyboard.press('Escape');
    const path = await downloadBy(button('下载 PDF 授权委托书'));
    expect(told('pdftotext', path, '-').replaceAll(/\s/g, '')).toContain('自2026年12月24日起');
  });

  test('of a letter that lacks something is a draft, and its gap is named and filled in on the spot', async () => {
    await button('预览 授权委托书').click();
    const dialog = desk.page.getByRole('dialog', { name: '授权委托书' });
    await dialog.getByLabel(/^公司住所/).fill('');
    await shown(() => dialog.getByText(/这是草稿/).count()).toBe(1);
    await dialog.getByLabel(/^公司住所/).fill('深圳市样例区新路 8 号');
    await shown(() => dialog.getByText(/这是草稿/).count()).toBe(0);
  });
});

test('a letter goes out as a Word file', async () => {
  const path = await downloadBy(button('导出 Word 授权委托书'));
  expect(path).toMatch(/授权委托书\.docx$/);
  expect(told('unzip', '-p', path, 'word/document.xml')).toContain('受托人不得转委托');
});

test('a lawyer changes a template: faults in their place, a version of the team’s, the difference, and a review in Word', async () => {
  const hands = handsFor('legal user');
  await hands.press(desk.page.getByRole('link', { name: '函件模板' }));
  await hands.press(desk.page.getByRole('link', { name: '授权委托书', exact: true }));
  const text = desk.page.getByLabel('模板的文字');
  await shown(() => desk.page.getByRole('img', { name: /第 1 页打印出来的样子/ }).count()).toBe(1);
  await desk.expectUsable();
  const own = await text.inputValue();
  await hands.write(text, own.replace('{{ app.name }}', '{{ app.nmae }}'));
  await shown(() => desk.page.getByText('是否想写「app.name」？').count()).toBe(1);
  expect(await button('保存为新版本').isDisabled()).toBe(true);
  await desk.expectUsable();
  await hands.write(text, own.replace('受托人不得转委托。', '受托人不得把本委托转给他人。'));
  await shown(() => desk.page.getByText('没有发现错误。').count()).toBe(1);
  // What is not saved outlives the desk.page.
  await desk.page.reload();
  await shown(() => text.inputValue()).toContain('转给他人');
  await hands.write(desk.page.getByLabel('新版本号'), '2.0.0');
  await hands.press(button('保存为新版本'));
  await shown(() => desk.page.getByText(/已保存为团队版本 2\.0\.0/).count()).toBe(1);

  await hands.switchTo(desk.page, '比较版本');
  await shown(() => desk.page.getByRole('cell', { name: /受托人不得把本委托转给他人/ }).count()).toBe(1);
  await desk.expectUsable();

  await hands.switchTo(desk.page, 'Word 审阅');
  const sent = await downloadBy(button('下载审阅稿'), hands);
  const back = join(newFolder(), '审阅后.docx');
  // A lawyer changes one word, as a program that knows nothing of ours.
  const edit = `import sys,zipfile
source=zipfile.ZipFile(sys.argv[1]); target=zipfile.ZipFile(sys.argv[2],"w",zipfile.ZIP_DEFLATED)
for one in source.infolist():
    data=source.read(one)
    if one.filename=="word/document.xml":
        changed=data.decode().replace("转给他人","转给任何人")
        assert changed!=data.decode()
        data=changed.encode()
    target.writestr(one,data)
target.close()`;
  told('python3', '-c', edit, sent, back);
  await hands.give(desk.page, '放入审阅后的 Word 文件', [back]);
  await shown(() => desk.page.getByText(/可以存成版本 2\.1\.0/).count()).toBe(1);
  await desk.expectUsable();
  await hands.press(button('放进编辑器'));
  await shown(() => text.inputValue()).toContain('转给任何人');
  await shown(() => desk.page.getByText('没有发现错误。').count()).toBe(1);
  await hands.press(button('保存为新版本'));
  await shown(() => desk.page.getByText(/已保存为团队版本 2\.1\.0/).count()).toBe(1);

  // The letter is made from it now, and what was signed before is out of date.
  await desk.page.goBack();
  await desk.page.goBack();
  await goToLetters();
  await shown(() => desk.page.getByText('措辞：团队模板 2.1.0。').count()).toBe(1);
  await shown(() => desk.page.getByText('扫描件已过时').count()).toBeGreaterThan(0);

  // Printed and signed anew, it goes out with the rest.
  const printed = await downloadBy(button('下载 PDF 授权委托书'), hands);
  expect(told('pdftotext', printed, '-').replaceAll(/\s/g, '')).toContain('不得把本委托转给任何人');
  await hands.give(desk.page, '放入一批扫描件', [printed]);
  await shown(() => desk.page.getByText('扫描件已过时').count(), 90_000).toBe(0);
  await desk.goTo('导出材料包', hands);
  const verified = yinqi('verify', await downloadBy(button('导出材料包'), hands));
  expect(verified.stdout).toContain('完整');
  expect(verified.status).toBe(0);
}, 300_000);

test('a shared clause is changed once, and the letters that take it in follow', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: '函件模板' }).click();
  await page.getByRole('link', { name: '授权期限', exact: true }).click();
  const text = page.getByLabel('条款的文字');
  const own = await text.inputValue();
  await desk.expectUsable();
  await text.fill(own.replace('letter.validUntil', 'letter.validUntill'));
  await shown(() => page.getByText(/有 \d+ 处错误/).count()).toBe(1);
  expect(await button('保存为新版本').isDisabled()).toBe(true);
  await text.fill(own.replace('止。', '止，期满自动失效。'));
  await shown(() => page.getByText('没有发现错误。').count()).toBe(1);
  await button('保存为新版本').click();
  await shown(() => page.getByText(/已保存为团队版本 1\.0\.1/).count()).toBe(1);
  await page.getByText('比较版本', { exact: true }).click();
  await shown(() => page.getByRole('cell', { name: /期满自动失效/ }).count()).toBe(1);
  await desk.expectUsable();
  // Back over the clause and the list, in the dossier again.
  await page.goBack();
  await page.goBack();
  await goToLetters();
  const printed = await downloadBy(button('下载 PDF 安全检查授权书'));
  expect(told('pdftotext', printed, '-').replaceAll(/\s/g, '')).toContain('期满自动失效');
});

test('the platform’s form is put in once, its places are set by hand and by keyboard, and the letter is made on it', async () => {
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.create();
  const sheet = pdf.addPage([595.28, 841.89]);
  pdf.getForm().createTextField('company.name').addToPage(sheet, { x: 200, y: 700, width: 320, height: 24 });
  const form = join(newFolder(), '平台承诺函.pdf');
  writeFileSync(form, await pdf.save());

  const card = desk.page.getByRole('region', { name: '应用发布承诺函 · 平台官方表格' });
  await card.getByLabel('放入平台的 PDF 表格', { exact: true }).setInputFiles(form);
  await shown(() => desk.page.getByRole('img', { name: '表格第 1 页' }).count()).toBe(1);
  await desk.expectUsable();
  await button('全部采用').click();
  await button('加盖章处').click();
  const seal = desk.page.getByRole('button', { name: /^盖章处，/ });
  await shown(() => seal.evaluate((one) => one === document.activeElement)).toBe(true);
  const before = await desk.page.getByLabel('距左', { exact: true }).inputValue();
  await desk.page.keyboard.press('Shift+ArrowRight');
  await shown(() => desk.page.getByLabel('距左', { exact: true }).inputValue()).toBe(
    (Number(before) + 5).toFixed(1),
  );
  await button('加填写处').click();
  expect(await button('保存位置').isDisabled()).toBe(true);
  await desk.page.keyboard.press('Delete');
  await desk.expectUsable();
  await button('试填看放不放得下').click();
  await shown(() => desk.page.getByText(/都放得下/).count()).toBeGreaterThan(0);
  await button('保存位置').click();
  await shown(() => desk.page.getByText(/（在用）/).count()).toBeGreaterThan(0);
  await button('返回').click();
  await shown(() => desk.page.getByText(/填在「平台承诺函\.pdf」上/).count()).toBe(1);
  const path = await downloadBy(button('下载 PDF 应用发布承诺函'));
  expect(told('pdftotext', path, '-').replaceAll(/\s/g, '')).toContain('深圳市样例科技有限公司');
});

test('axe finds nothing on the letters’ screens in English either', async () => {
  await desk.page.getByText('English', { exact: true }).click();
  for (const [opener, closer] of [
    ['Print pack', 'Close the print pack'],
    ['Make in bulk', 'Close'],
    ['Preview Authorisation letter', 'Close the preview'],
  ] as const) {
    await button(opener).click();
    await desk.page.waitForLoadState('networkidle');
    await desk.expectUsable();
    await button(closer).click();
    await shown(() => desk.page.getByRole('dialog').count()).toBe(0);
  }
  await desk.page.getByRole('link', { name: 'Letter templates' }).click();
  await shown(() => desk.page.getByRole('link', { name: 'Publishing commitment' }).count()).toBeGreaterThan(
    0,
  );
  await desk.expectUsable();
});
