import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { mouse, type Hands } from './hands.ts';

const shown = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 });

/** Opens every folded panel of a part of the page, where it folds. */
async function unfold(page: Page, part: string, hands: Hands): Promise<void> {
  const all = page.getByRole('button', { name: `全部展开 ${part}`, exact: true });
  if ((await all.count()) > 0) await hands.press(all);
}

/** Whether one of the answers of a question is chosen. */
const isAnswered = async (question: Locator): Promise<boolean> =>
  (await question.locator('input:checked').count()) > 0;

/**
 * Answers what the step 类目与问题 asks: the given questions with the given options, in their order, then the rest of
 * each topic in one press, and what is left by itself with no or none.
 */
export async function answerQuestions(
  page: Page,
  given: readonly (readonly [question: RegExp, option: string])[],
  hands: Hands = mouse,
): Promise<void> {
  await page.getByText('应用是否需要联网使用？').or(page.getByRole('button', { name: /^全部展开/ })).first().waitFor(); // prettier-ignore
  for (const [question, option] of given) {
    // A question may come up only by the answer before it, in a topic that is folded.
    await unfold(page, '几个问题', hands);
    const group = page.getByRole('group', { name: question });
    const named = { name: option, exact: true };
    await hands.choose(group.getByRole('radio', named).or(group.getByRole('checkbox', named)));
  }
  const rests = page.getByRole('button', { name: /其余 \d+ 项都没有$/ });
  // Answers may bring up further questions, which take their time under load: until then the count is not the last word.
  const count = page.getByRole('status').filter({ hasText: /^共 \d+ 组 (\d+) 题，已答 \1 题$/ });
  const all = count.and(page.locator('[aria-busy="false"]'));
  for (let round = 0; round < 20 && (await all.count()) === 0; round += 1) {
    await unfold(page, '几个问题', hands);
    while ((await rests.count()) > 0) {
      // It names its topic and how many it answers; what they bring up may have another in its place.
      const name = (await rests.first().getAttribute('aria-label')) ?? '';
      await hands.press(rests.first());
      await shown(() => page.getByRole('button', { name, exact: true }).count()).toBe(0);
    }
    for (const question of await page.locator('fieldset[id^="field-facts."]').all()) {
      if (await isAnswered(question)) continue;
      const none = question.getByRole('radio', { name: '否', exact: true });
      await hands.choose(none.or(question.getByRole('checkbox', { name: '以上都没有', exact: true })));
    }
    await page.waitForTimeout(500);
  }
  await shown(() => all.count()).toBe(1);
}

/** Chooses every statement, whole screens at once, and confirms them with a name and a day. */
export async function confirmStatements(
  page: Page,
  by: string,
  on: string,
  hands: Hands = mouse,
): Promise<void> {
  const part = page.getByRole('region', { name: '由人确认', exact: true });
  await part.getByText(/共 \d+ 条，已确认 \d+ 条/).waitFor();
  await unfold(page, '由人确认', hands);
  for (const topic of await part.getByRole('region').all()) {
    for (;;) {
      const whole = topic.getByRole('checkbox', { name: /^全选/ });
      const open = topic.getByRole('checkbox', { checked: false });
      if ((await whole.count()) > 0) await hands.choose(whole);
      // A screen with a single statement has nothing to choose as a whole.
      else if ((await open.count()) > 0) await hands.choose(open);
      // Each before the next: a box that is not drawn as chosen yet would be pressed again, and open once more.
      await shown(() => open.count()).toBe(0);
      const next = topic.getByRole('button', { name: /^下一屏/ });
      if ((await next.count()) === 0 || (await next.isDisabled())) break;
      const place = topic.getByText(/第 \d+\/\d+ 屏/);
      const before = await place.textContent();
      await hands.press(next);
      await shown(() => place.textContent()).not.toBe(before);
    }
  }
  await hands.write(page.getByLabel('确认人姓名', { exact: true }), by);
  await hands.write(page.getByLabel('确认日期', { exact: true }), on);
  await hands.press(page.getByRole('button', { name: '确认', exact: true }));
  await shown(() => part.getByText(/共 (\d+) 条，已确认 \1 条/).count()).toBe(1);
}
