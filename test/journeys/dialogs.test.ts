import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MethodInput } from '../../main/contract/api.ts';
import { newFolder } from './run-yinqi.ts';
import { serveYinqi, type ServedYinqi } from './serve-yinqi.ts';
import { shown, useDesk } from './use-desk.ts';

const desk = useDesk();
let there: ServedYinqi;
beforeAll(async () => {
  there = await serveYinqi();
});
afterAll(() => there.stop());

const windows = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const;
const longText = '两边都改过的一段很长的说明，写给审核的人看。'.repeat(12);

const edit = async (
  { call }: ServedYinqi,
  dossier: string,
  edits: MethodInput<'dossiers.edit'>['edits'],
): Promise<void> => {
  const { revision } = await call('dossiers.open', { dossier });
  await call('dossiers.edit', { dossier, baseRevision: revision, edits });
};

/** A hand-over of the dossier in which every field that was changed here was changed otherwise; answers its path. */
async function conflictingHandOver(dossier: string): Promise<string> {
  const { served } = desk;
  const write = async (from: ServedYinqi, name: string): Promise<string> => {
    const out = await from.call('library.export', {
      dossiers: [dossier],
      plain: true,
      by: '小李',
      withTeam: false,
    });
    const path = join(newFolder(), name);
    writeFileSync(path, await from.download(out.artifact ?? ''));
    return path;
  };
  const first = await write(served, '交接.yinqi');
  await there.call('library.merge', { file: await there.upload(first), picks: {} });
  const fields = ['description', 'intro', 'name', 'releaseNotes', 'version', 'privacyPolicyUrl', 'termsUrl'];
  for (const [side, by] of [
    [served, '本机'],
    [there, '对方'],
  ] as const)
    await edit(
      side,
      dossier,
      fields.map((field) => ({ path: ['app', field], value: `${by}${field} ${longText}` })),
    );
  return write(there, '交接回来.yinqi');
}

/** Every dialog of the app: the page it is opened on and what opens it, by the words of both languages. */
const dialogs: readonly {
  readonly name: string;
  readonly title: RegExp;
  readonly at: string;
  readonly open: (dossier: string) => Promise<void>;
}[] = [
  { name: 'shortcuts', title: /^(键盘快捷键|Keyboard shortcuts)$/, at: '', open: () => press(/^(键盘快捷键|Keyboard shortcuts)/) },
  { name: 'purpose line', title: /^(加用途说明|Purpose line)：?:? ?agent-id/, at: 'files', open: async () => {
    await press(/^(给「agent-id.*」加用途说明|Purpose line for “agent-id.*)$/);
    await desk.page.getByAltText(/^(加说明后|With the purpose line)$/).waitFor();
  } },
  { name: 'page viewer', title: /business-licence/, at: 'files', open: () => press(/^(查看「business-licence|View “business-licence)/) },
  { name: 'letter preview', title: /^(授权委托书|.*uthorisation.*)$/, at: 'letters', open: () => press(/^(预览|Preview) .*(授权委托书|uthorisation)/) },
  { name: 'print pack', title: /^(制作打印包|Make a print pack)$/, at: 'letters', open: () => press(/^(打印包|Print pack)$/) },
  { name: 'batch', title: /^(批量制作函件|Make letters in bulk)$/, at: 'letters', open: async () => {
    await press(/^(批量制作|Make in bulk)$/);
    const table = join(newFolder(), '公司.csv');
    const columns = Array.from({ length: 20 }, (_, place) => `备注${place}`);
    writeFileSync(table, `公司名称,${columns.join(',')}\n样例公司,${columns.join(',')}\n`);
    await desk.page.getByRole('dialog').locator('input[type=file]').setInputFiles(table);
    await desk.page.getByRole('checkbox', { name: /备注19/ }).waitFor();
  } },
  { name: 'when papers are erased', title: /^(通过之后删除|Erasing after)/, at: '/data', open: () => press(/^(设定删除|Set what is erased)/) },
  { name: 'erase', title: /^(删除这些文件|Erase these)/, at: '/data', open: () => press(/^(删除到期的文件|Erase what is due)/) },
  { name: 'merge', title: /^(合并：|Merge)/, at: '/data', open: async (dossier) => {
    await desk.page.locator('input[type=file]').setInputFiles(await conflictingHandOver(dossier));
  } },
  { name: 'what an import left out', title: /^(材料包已还原成案卷|The bundle was restored as a dossier)$/, at: '/', open: async (dossier) => {
    for (let place = 0; place < 20; place += 1) {
      const loose = join(newFolder(), `${'没有用到的一份很长的文件名'.repeat(3)}-${place}.txt`);
      writeFileSync(loose, `${place}`);
      await desk.served.call('files.import', { dossier, file: await desk.served.upload(loose) });
    }
    const { artifact = '' } = await desk.served.call('bundle.export', { dossier, draft: true, unusedFiles: false });
    const bundle = join(newFolder(), '材料包.zip');
    writeFileSync(bundle, await desk.served.download(artifact));
    await desk.page.locator('.import-bundle input[type=file]').setInputFiles(bundle);
  } },
  { name: 'two windows', title: /^(同一项在别处|Changed elsewhere)/, at: 'app', open: async (dossier) => {
    await desk.page.getByRole('textbox', { name: /^(详细描述|.*description)/i }).waitFor();
    await edit(desk.served, dossier, [{ path: ['app', 'description'], value: `别处${longText}${longText}` }]);
    await desk.page.getByRole('textbox', { name: /^(详细描述|.*description)/i }).fill(`这里${longText}${longText}`);
    await desk.page.keyboard.press('Control+s');
  } },
]; // prettier-ignore

const press = (name: RegExp): Promise<void> => desk.page.getByRole('button', { name }).first().click();

/** What of a dialog, its buttons and its page stands outside the window. */
const beyond = (dialog: Locator): Promise<readonly string[]> =>
  dialog.evaluate((element) => {
    const box = element.querySelector('.ant-modal-container') ?? element;
    const parts = [
      box,
      ...box.querySelectorAll('.ant-modal-footer button, .ant-modal-close, .ant-modal-title'),
    ];
    const outside = parts.filter((part) => {
      const { top, bottom, left, right } = part.getBoundingClientRect();
      return top < 0 || left < 0 || bottom > window.innerHeight || right > window.innerWidth;
    });
    const wrap = element.closest('.ant-modal-wrap');
    const scrolls =
      wrap !== null && wrap.scrollHeight > wrap.clientHeight ? ['the dialog scrolls as a whole'] : [];
    return [...outside.map((part) => `${part.className} ${part.textContent}`.slice(0, 120)), ...scrolls];
  });

// Colours move nothing: each language is looked at in one appearance.
test.each([
  { language: 'zh', appearance: 'light' },
  { language: 'en', appearance: 'dark' },
])(
  'the buttons of every dialog are in the window: $language, $appearance',
  async ({ language, appearance }) => {
    const { page, served } = desk;
    await page.getByLabel('外观').selectOption(appearance);
    if (language === 'en') await page.getByRole('button', { name: 'English', exact: true }).click();
    const { dossier } = await served.call('dossiers.createSample', {});
    await edit(served, dossier, [
      { path: ['acceptance'], value: { on: '2026-01-10' } },
      { path: ['retention'], value: { days: 1, what: ['id-copies', 'scans'], when: 'on-confirmation' } },
    ]);
    for (const { name, title, at, open } of dialogs) {
      const address = at.startsWith('/') ? at : `/dossier/${dossier}/${at === '' ? 'category' : at}`;
      await page.goto('about:blank');
      await page.goto(`${served.address}#${address}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await open(dossier);
      const dialog = page.getByRole('dialog', { name: title });
      await dialog.waitFor();
      await page.waitForTimeout(400);
      for (const size of windows) {
        await page.setViewportSize(size);
        await shown(() => beyond(dialog), 3000).toEqual([]);
        const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
        expect
          .soft([name, ...violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)])
          .toEqual([name]);
      }
    }
  },
);
