import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** How a person works the page: with a mouse, or with the keyboard and nothing else. */
export interface Hands {
  press(control: Locator): Promise<void>;
  /** Chooses a radio button or ticks a checkbox. */
  choose(control: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Chooses one of the views that a switch offers, by its word. */
  switchTo(page: Page, word: string): Promise<void>;
  /** Hands files over where a drop zone asks for them. */
  give(page: Page, zone: string, files: readonly string[]): Promise<void>;
}

export const mouse: Hands = {
  press: (control) => control.click(),
  choose: (control) => control.check(),
  write: (field, text) => field.fill(text),
  switchTo: (page, word) => page.getByText(word, { exact: true }).click(),
  give: (page, zone, files) => page.getByLabel(zone, { exact: true }).setInputFiles([...files]),
};

/** Where the focus is, seen from a control: on it, on a radio button of its group, or so many stops before (negative: after) it. */
type Place = 'here' | 'group' | number;

/** Walks with Tab, backwards with Shift, until the focus stands on the control. */
async function reach(control: Locator): Promise<void> {
  await control.waitFor({ state: 'attached' });
  const where = (): Promise<Place> =>
    control.evaluate((element): Place => {
      const active = document.activeElement ?? document.body;
      if (active === element) return 'here';
      const isRadio = (one: Element): one is HTMLInputElement =>
        one instanceof HTMLInputElement && one.type === 'radio';
      if (isRadio(element) && isRadio(active) && element.name !== '' && element.name === active.name) {
        return 'group';
      }
      const stops = [
        ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
      ].filter((one) => one.checkVisibility({ contentVisibilityAuto: false }));
      const from = active === document.body ? -1 : stops.indexOf(active);
      return stops.indexOf(element) - from;
    });
  const { keyboard } = control.page();
  for (let looks = 0; looks < 600; looks += 1) {
    const place = await where();
    if (place === 'here' || place === 'group') return;
    // Not every stop counted takes the focus: a few at once when far away, one by one when near.
    const presses = Math.max(1, Math.floor(Math.abs(place) / 4));
    for (let press = 0; press < presses; press += 1) await keyboard.press(place >= 0 ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`Tab never comes to ${String(control)}`);
}

export const keyboard: Hands = {
  async press(control) {
    await reach(control);
    await control.page().keyboard.press('Enter');
  },
  async choose(control) {
    await reach(control);
    const { keyboard: keys } = control.page();
    if ((await control.getAttribute('type')) !== 'radio') {
      if (!(await control.isChecked())) await keys.press('Space');
      return;
    }
    // The arrow keys go round the group and choose as they go; Space chooses where nothing is chosen yet.
    for (let steps = 0; steps < 30 && !(await control.isChecked()); steps += 1) {
      const isHere = await control.evaluate((element) => element === document.activeElement);
      await keys.press(isHere ? 'Space' : 'ArrowDown');
    }
    expect(await control.isChecked()).toBe(true);
  },
  async write(field, text) {
    await reach(field);
    const { keyboard: keys } = field.page();
    await keys.press('Control+A');
    await keys.insertText(text);
  },
  switchTo: (page, word) => keyboard.choose(page.getByRole('radio', { name: word, exact: true })),
  async give(page, zone, files) {
    const button = page.getByRole('button', { name: `选择文件 ${zone}`, exact: true });
    await reach(button);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles([...files]);
  },
};

const usual = {
  bank: mouse,
  generative: mouse,
  individual: mouse,
  'legal user': mouse,
  resubmission: keyboard,
} as const;

/**
 * The hands by which a named journey is gone now, and says which. Each is gone by one hand at a time, for they are long: `npm run
 * test:hands` goes each by the other (YINQI_HANDS=other).
 */
export function handsFor(journey: keyof typeof usual): Hands {
  const isUsual = process.env['YINQI_HANDS'] !== 'other';
  const hands = isUsual === (usual[journey] === keyboard) ? keyboard : mouse;
  console.log(`The journey “${journey}” is gone by ${hands === keyboard ? 'keyboard alone' : 'mouse'}.`);
  return hands;
}
