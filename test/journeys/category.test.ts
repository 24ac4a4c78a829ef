import { describe, expect, test } from 'vitest';
import { shown, useDesk } from './use-desk.ts';

const desk = useDesk();

const heading = (level: number) => desk.page.getByRole('heading', { level });
const focused = () => desk.page.evaluate(() => document.activeElement?.textContent ?? '');
const list = () => desk.page.getByRole('complementary', { name: '按现在的选择需要交' });

/** A new dossier with the category that fits most apps, at its first screen of questions. */
async function beginWithOther(beforeChoosing = async (): Promise<void> => undefined): Promise<void> {
  await desk.button('新建案卷').first().click();
  await shown(() => heading(1).allInnerTexts()).toContain('类目与问题');
  await beforeChoosing();
  await desk.page.getByRole('checkbox', { name: /^其他/ }).check();
  await heading(3).filter({ hasText: '主体与证照' }).waitFor();
}

describe('the questions come one screen at a time', () => {
  test('Alt with PageDown and PageUp turns the pages, and the heading of the page has the focus', async () => {
    await beginWithOther();
    const { page } = desk;
    const questions = page.locator('fieldset[id^="field-facts."]');
    await questions.first().getByRole('radio').first().focus();
    const first = await questions.first().innerText();
    expect(await questions.count()).toBeLessThanOrEqual(5);
    await page.keyboard.press('Alt+PageDown');
    await shown(focused).toMatch(/^功能与内容第 1 页，共 \d 页/);
    await page.keyboard.press('Alt+PageUp');
    await shown(focused).toMatch(/^主体与证照/);
    expect(await questions.first().innerText()).toBe(first);
    await page.getByRole('navigation', { name: '问题的分组' }).getByRole('button', { name: /^个人信息/ }).click(); // prettier-ignore
    await shown(focused).toMatch(/^个人信息/);
    await desk.button('全部展开 几个问题').click();
    await shown(() => questions.count()).toBeGreaterThan(20);
    await desk.expectUsable();
  });
});

describe('the list beside the questions', () => {
  test('marks what an answer adds and takes away, tells it, and follows undo', async () => {
    const told = list().locator('[aria-live="polite"]');
    // What a choice changes can be said only of a list that was there before the choice.
    await beginWithOther(() => list().getByRole('button', { name: '营业执照', exact: true }).waitFor());
    await shown(() => told.innerText()).toContain('刚才的选择');
    const { page } = desk;
    const network = page.getByRole('group', { name: '应用是否需要联网使用？' });
    await network.getByRole('radio', { name: '是', exact: true }).check();
    const added = list().locator('.needed-added');
    await shown(() => added.getByRole('button', { name: 'ICP 备案号', exact: true }).count()).toBe(1);
    await shown(() => told.innerText()).toMatch(/新增 1 项：ICP 备案号/);
    await network.getByRole('radio', { name: '否', exact: true }).check();
    const removed = list().locator('.needed-removed');
    await shown(() => removed.filter({ hasText: 'ICP 备案号' }).innerText()).toContain('不再需要');
    await desk.expectUsable();
    await page.keyboard.press('Control+z');
    await shown(() => added.getByRole('button', { name: 'ICP 备案号', exact: true }).count()).toBe(1);
  });

  test('an entry leads to its explanation, and F1 opens the guide over the page, not in place of the list', async () => {
    await beginWithOther();
    const { page } = desk;
    await list().getByRole('button', { name: '营业执照', exact: true }).click();
    await page.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor();
    await page.keyboard.press('Escape');
    await shown(() => page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: '这一项的规定' }).waitFor();
    expect(await list().count()).toBe(1);
  });

  test('in a small window it is a bar that opens', async () => {
    await beginWithOther();
    await desk.page.setViewportSize({ width: 1024, height: 700 });
    const entry = list().getByRole('button', { name: '营业执照', exact: true });
    await shown(() => entry.count()).toBe(0);
    await list().getByRole('button', { name: '按现在的选择需要交' }).click();
    await shown(() => entry.count()).toBe(1);
    await desk.expectUsable();
  });
});
