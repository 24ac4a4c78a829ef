import { expect, test } from 'vitest';
import type { Locator } from 'playwright';
import type { Language } from '../../main/contract/language.ts';
import { keyboard } from './hands.ts';
import { shown, useDesk } from './use-desk.ts';
import { makeWidestDossier } from './widest-dossier.ts';

const desk = useDesk();

const words = {
  zh: {
    language: '中文',
    part: '由人确认',
    next: /^下一屏/,
  },
  en: {
    language: 'English',
    part: 'Confirmed by a person',
    next: /^Next of/,
  },
} as const;

/** Makes a dossier to be looked at; answers its id. */
const dossiers = {
  sample: async () => (await desk.served.call('dossiers.createSample', {})).dossier,
  'sample without statements': async () => {
    const { dossier, revision } = await desk.served.call('dossiers.createSample', {});
    const edits = [{ path: ['attestations'], value: null }];
    await desk.served.call('dossiers.edit', { dossier, baseRevision: revision, edits });
    return dossier;
  },
  widest: () => makeWidestDossier(desk.served),
} as const;

const openReview = async (dossier: string, language: Language): Promise<Locator> => {
  const { page } = desk;
  await page.getByRole('button', { name: words[language].language, exact: true }).click();
  await page.goto(new URL(`/#/dossier/${dossier}/review`, page.url()).href);
  const part = page.getByRole('region', { name: words[language].part, exact: true });
  await part.getByRole('region').first().waitFor();
  await page.waitForLoadState('networkidle');
  return part;
};

/** What of a screen of statements stands outside the window, and which statements it shows. */
const lookAt = (topic: Locator) =>
  topic.evaluate((fold) => {
    const { top, bottom } = fold.getBoundingClientRect();
    const bar = document.querySelector('.confirm-bar')?.getBoundingClientRect();
    const reach = bar === undefined ? window.innerHeight : Math.min(bar.top, window.innerHeight);
    const beyond = [
      top < 0 ? `its head by ${-top} px` : '',
      bottom > reach ? `its foot by ${bottom - reach} px` : '',
      bar !== undefined && bar.bottom > window.innerHeight ? `the bar that confirms` : '',
    ].filter((one) => one !== '');
    return { beyond, rules: [...fold.querySelectorAll('li[id]')].map(({ id }) => id.split('.')[1] ?? '') };
  });

/** Turns through the screens of an open topic; answers the statements of each. */
async function readScreens(topic: Locator, language: Language): Promise<readonly (readonly string[])[]> {
  const name = await topic.getByRole('button').first().innerText();
  const screens: string[][] = [];
  for (;;) {
    // The window scrolls with the next frame.
    await shown(async () => (await lookAt(topic)).beyond, 2000).toEqual([]);
    const { beyond, rules } = await lookAt(topic);
    expect({ topic: name, screen: screens.length + 1, beyond }).toEqual({
      topic: name,
      screen: screens.length + 1,
      beyond: [],
    });
    screens.push(rules);
    const next = topic.getByRole('button', { name: words[language].next });
    if ((await next.count()) === 0 || (await next.isDisabled())) return screens;
    await next.click();
    await shown(async () => (await lookAt(topic)).rules).not.toEqual(rules);
  }
}

const windows = [
  [1280, 800],
  [1024, 700],
] as const;
const made = new Map<string, string>();
test.each(
  (['sample', 'sample without statements', 'widest'] as const)
    .flatMap((dossier) =>
      windows.flatMap(([width, height]) =>
        (['zh', 'en'] as const).map((language) => ({ dossier, width, height, language })),
      ),
    )
    // What is confirmed already stands no higher than before: once in the smaller window shows it.
    .filter(({ dossier, width }) => dossier !== 'sample' || width === 1024),
)(
  'every screen of every topic fits the window with the bar that confirms: $dossier, $width×$height, $language',
  async ({ dossier, width, height, language }) => {
    const { page, served } = desk;
    await page.setViewportSize({ width, height });
    const id = made.get(dossier) ?? (await dossiers[dossier]());
    made.set(dossier, id);
    const part = await openReview(id, language);
    const seen: string[] = [];
    const lines: string[] = [];
    const topics = await part.getByRole('region').all();
    for (const topic of topics) {
      const head = topic.getByRole('button').first();
      for (const open of await part.getByRole('button', { expanded: true }).all()) await open.click();
      await head.click();
      const screens = await readScreens(topic, language);
      seen.push(...screens.flat());
      lines.push(`${await head.innerText()} ${screens.map((screen) => screen.length).join('+')}`);
    }
    console.log(`${dossier} ${width}×${height} ${language}: ${lines.join(', ')}`);
    // None is left out, none is shown twice.
    const { topics: asked } = await served.call('review.statements', { dossier: id });
    const all = asked.flatMap(({ statements }) => statements.map(({ rule }) => rule));
    expect(seen.length).toBeGreaterThan(40);
    expect([...seen].toSorted()).toEqual(all.toSorted());
  },
);

test('“select all” and “confirm” take what is in sight and lead on to the next screen, by keyboard alone', async () => {
  const { page, served } = desk;
  const dossier = await makeWidestDossier(served);
  const part = await openReview(dossier, 'zh');
  const topic = part.getByRole('region', { name: '特殊资质', exact: true });
  await keyboard.press(topic.getByRole('button', { name: '特殊资质', exact: true }));
  const first = (await lookAt(topic)).rules;
  expect(first.length).toBeLessThan(19);
  // Only what was chosen on the screen before stays chosen: nothing that nobody has seen.
  await keyboard.choose(topic.getByRole('checkbox', { name: /^全选本屏/ }));
  await keyboard.press(topic.getByRole('button', { name: /^下一屏/ }));
  const second = (await lookAt(topic)).rules;
  expect(first.some((rule) => second.includes(rule))).toBe(false);
  // The focus stands on the screen that was turned to, which says where it is.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await shown(focused).toMatch(/^特殊资质，第 2\/\d 屏$/);
  expect(await topic.getByRole('checkbox', { checked: true }).count()).toBe(0);
  await desk.expectUsable();
  await keyboard.press(topic.getByRole('button', { name: /^上一屏/ }));
  expect((await lookAt(topic)).rules).toEqual(first);

  await keyboard.write(page.getByLabel('确认人姓名', { exact: true }), '李四');
  await keyboard.press(page.getByRole('button', { name: '确认', exact: true }));
  await shown(() => page.getByText(`已确认 ${first.length} 条。`).count()).toBe(1);
  await shown(async () => (await lookAt(topic)).rules).toEqual(second);
  await shown(focused).toMatch(/^特殊资质，第 2\/\d 屏$/);
  await desk.saved();
  const after = await served.call('dossiers.open', { dossier });
  expect(Object.keys(after.document.attestations ?? {}).toSorted()).toEqual(first.toSorted());
});

test('a statement on a later screen is shown when the address asks for it', async () => {
  const { page, served } = desk;
  const dossier = await makeWidestDossier(served);
  const { topics } = await served.call('review.statements', { dossier });
  const last = topics.find(({ id }) => id === 'qualifications')?.statements.at(-1)?.rule ?? '';
  await page.goto(new URL(`/#/dossier/${dossier}/review?focus=attestations.${last}`, page.url()).href);
  await shown(() => page.evaluate(() => document.activeElement?.closest('li')?.id ?? null)).toBe(
    `field-attestations.${last}`,
  );
});

test('turning the window small and large again loses no statement and keeps those in sight', async () => {
  const { page, served } = desk;
  const part = await openReview(await makeWidestDossier(served), 'zh');
  const topic = part.getByRole('region', { name: '特殊资质', exact: true });
  await topic.getByRole('button', { name: '特殊资质', exact: true }).click();
  await topic.getByRole('button', { name: /^下一屏/ }).click();
  const before = (await lookAt(topic)).rules;
  await page.setViewportSize({ width: 1024, height: 600 });
  await shown(async () => (await lookAt(topic)).rules.length).toBeLessThan(before.length);
  expect((await lookAt(topic)).rules).toContain(before[0]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await shown(async () => (await lookAt(topic)).rules).toEqual(before);
});
