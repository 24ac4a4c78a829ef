import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { letterStates } from '../../main/methods/letter-states.ts';
import { shippedNotices } from '../core/letters/shipped-notices.ts';
import { letterSetting, root, type Setting } from './letter-setting.ts';

const { newFolder, makeWorld, setUp: setUpWith } = letterSetting('notices');

const sample = (letter: string): string =>
  readFileSync(join(root, 'resources/letters', letter, 'sample.yaml'), 'utf8');

// One world: it loads the rulebook once.
const world = makeWorld();
const setUp = (yaml: string): Setting => setUpWith(yaml, world);

const noticesOf = async ({ app, dossier }: Setting) =>
  (await app.call('letters.list', { dossier })).letters.filter(({ need }) => need === 'notice');

async function write({ app, world, dossier }: Setting, letters?: string[], date?: string) {
  const out = newFolder();
  const result = await app.call('letters.write', {
    dossier,
    folder: world.grants.offer(out),
    ...(letters === undefined ? {} : { letters }),
    ...(date === undefined ? {} : { date }),
  });
  return { ...result, out };
}

const read = (path: string): string =>
  spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s/g, '');

describe('the list of letters', () => {
  test('holds the notices of the dossier’s platform and no other, whatever it lacks', async () => {
    const meeting = await noticesOf(setUp(sample('withdrawal-notice')));
    expect(meeting.map(({ letter }) => letter)).toEqual([
      'account-deregistration',
      'account-misuse-notice',
      'data-breach-notice',
      'information-change-notice',
      'marketing-activity-report',
      'sanction-appeal',
      'withdrawal-notice',
    ]);
    const open = await noticesOf(setUp(sample('termination-notice')));
    expect(open.map(({ letter }) => letter)).toEqual([
      'developer-account-misuse-notice',
      'developer-information-change-notice',
      'infringement-counter-notice',
      'suspension-notice',
      'suspension-request',
      'termination-announcement',
      'termination-notice',
    ]);
    expect([...meeting, ...open].map(({ letter }) => letter).toSorted()).toEqual(
      [...shippedNotices].toSorted(),
    );
    for (const one of [...meeting, ...open]) {
      expect(one.requirement).toBeUndefined();
      expect(one.scan).toBe('none');
      expect(one.because).toContain('盖章');
      expect(one.notice).toContain('没有规定格式');
    }
  });

  test('says what each asks for, what is typed, and what is missing', async () => {
    const yaml = sample('withdrawal-notice').replace(/ {6}reason:.*\n/, '');
    const notices = await noticesOf(setUp(yaml));
    const one = notices.find(({ letter }) => letter === 'withdrawal-notice');
    expect(one).toMatchObject({
      state: 'missing-data',
      missingFields: [{ field: 'letters.withdrawal-notice.fields.reason', title: '撤出原因' }],
      entry: { fields: { withdrawDate: '2026-12-31' } },
    });
    expect(one?.fields.slice(0, 3)).toEqual([
      { id: 'appId', title: '应用编号', kind: 'text', required: false, hint: expect.any(String) },
      { id: 'withdrawDate', title: '拟撤出日期', kind: 'date', required: true },
      { id: 'reason', title: '撤出原因', kind: 'long-text', required: true },
    ]);
    const other = notices.find(({ letter }) => letter === 'account-misuse-notice');
    expect(other?.missingFields.map(({ field }) => field)).toContain(
      'letters.account-misuse-notice.fields.account',
    );
  });

  test('speaks English where it is asked to', async () => {
    const { app, dossier } = setUp(sample('termination-notice'));
    const { letters } = await app.call('letters.list', { dossier }, { language: 'en' });
    const one = letters.find(({ letter }) => letter === 'termination-notice');
    expect(one).toMatchObject({ title: 'Notice of termination' });
    expect(one?.fields.find(({ id }) => id === 'endDate')?.title).toBe('Last day of operation');
    expect(one?.because).toContain('2026-12-31 at the latest');
  });

  test('asks for the day on which payment closes only of games', async () => {
    const fieldsOf = async (yaml: string) =>
      (await noticesOf(setUp(yaml)))
        .find(({ letter }) => letter === 'termination-announcement')
        ?.fields.map(({ id }) => id);
    const yaml = sample('termination-announcement');
    expect(await fieldsOf(yaml)).toContain('paymentCloseDate');
    expect(await fieldsOf(yaml.replace('[game]', '[tool]'))).not.toContain('paymentCloseDate');
  });
});

describe('a notice', () => {
  test.each(shippedNotices)('%s is made from its sample when it is named', async (letter) => {
    const { written, held, left, out } = await write(setUp(sample(letter)), [letter]);
    expect([held, left]).toEqual([[], []]);
    expect(written).toMatchObject([{ letter, revision: expect.stringMatching(/^[0-9a-f]{8}$/) }]);
    const path = join(out, written[0]?.fileName ?? '');
    expect(read(path)).toContain('深圳市样例科技有限公司');
    expect(spawnSync('qpdf', ['--check', path]).status).toBe(0);
  });

  test('is neither written nor counted as left out unless it is named', async () => {
    const { written, held, left } = await write(setUp(sample('withdrawal-notice')));
    const ids = [...written, ...held, ...left].map(({ letter }) => letter);
    expect(ids).toContain('publishing-commitment');
    expect(ids.filter((id) => (shippedNotices as readonly string[]).includes(id))).toEqual([]);
  });

  test('of another platform is refused by name', async () => {
    await expect(write(setUp(sample('withdrawal-notice')), ['termination-notice'])).rejects.toMatchObject({
      code: 'unknown-letter',
    });
  });

  test('that is mistyped is refused with the near name', async () => {
    await expect(write(setUp(sample('withdrawal-notice')), ['withdrawl-notice'])).rejects.toMatchObject({
      code: 'unknown-letter',
      hint: { zh: expect.stringContaining('withdrawal-notice') },
    });
  });

  test('with data missing is held, and the data named', async () => {
    const yaml = sample('withdrawal-notice').replace(/ {6}(reason|arrangements):.*\n( {8}.*\n)*/g, '');
    const { written, held } = await write(setUp(yaml), ['withdrawal-notice']);
    expect(written).toEqual([]);
    expect(held.map(({ missingFields }) => missingFields)).toEqual([
      [
        { field: 'letters.withdrawal-notice.fields.reason', title: '撤出原因' },
        { field: 'letters.withdrawal-notice.fields.arrangements', title: '对已安装企业的服务安排' },
      ],
    ]);
  });

  test('with a field that it does not know is held, with the near name', async () => {
    const yaml = sample('withdrawal-notice').replace('      reason:', '      reson:');
    const { held } = await write(setUp(yaml), ['withdrawal-notice']);
    expect(held[0]?.missingFields).toEqual([
      {
        field: 'letters.withdrawal-notice.fields.reson',
        title: '这份函件没有名为「reson」的填写项，是否想写「reason」？',
      },
      { field: 'letters.withdrawal-notice.fields.reason', title: '撤出原因' },
    ]);
  });

  test('dated too late for its clause is held, and both dates are named', async () => {
    const setting = setUp(sample('termination-announcement'));
    const late = await write(setting, ['termination-announcement'], '2027-02-10');
    expect(late.written).toEqual([]);
    expect(late.held[0]?.missingFields).toEqual([
      {
        field: 'letters.termination-announcement.fields.endDate',
        title:
          '终止运营日期（2027年3月31日）距落款日期（2027年2月10日）不足 60 日（open-platform/2.6.2）：落款日期最晚为2027年1月30日',
      },
    ]);
    const inTime = await write(setting, ['termination-announcement'], '2027-01-15');
    expect(inTime.held).toEqual([]);
    const text = read(join(inTime.out, inTime.written[0]?.fileName ?? ''));
    expect(text).toContain('支付入口于2027年1月15日关闭');
    expect(text).not.toContain('盖章');
  });

  test('without its day typed says by when it must be dated', async () => {
    const notices = await noticesOf(setUp(sample('termination-notice')));
    const one = notices.find(({ letter }) => letter === 'termination-notice');
    expect(one).toMatchObject({ state: 'ready' });
    expect(one?.because).toContain('落款日期最晚为2026年12月31日');
  });

  test('is no part of what the review judges', async () => {
    const { dossier } = setUp(sample('withdrawal-notice'));
    const states = await letterStates(world, await world.dossiers.open(dossier));
    expect(states.map(({ letter }) => letter)).not.toContain('withdrawal-notice');
  });

  test('that was signed and scanned is recognised, and stays where it is', async () => {
    const setting = setUp(sample('suspension-request'));
    const { out, written } = await write(setting, ['suspension-request']);
    const scans = newFolder();
    const pdf = join(out, written[0]?.fileName ?? '');
    expect(spawnSync('pdftoppm', ['-r', '150', '-jpeg', pdf, join(scans, 'scan')]).status).toBe(0);
    const before = readFileSync(join(setting.dossier, 'dossier.yaml'), 'utf8');
    const filing = await setting.app.call('letters.file', {
      dossier: setting.dossier,
      scans: readdirSync(scans).map((name) => setting.world.grants.offer(join(scans, name))),
      keep: true,
    });
    expect(filing).toMatchObject({
      pages: [1, 2].map((page) => ({ letter: 'suspension-request', page, state: 'current' })),
      unfiled: [],
      letters: [{ id: 'suspension-request', complete: true, missing: [] }],
    });
    expect(readFileSync(join(setting.dossier, 'dossier.yaml'), 'utf8')).toBe(before);
    expect(existsSync(join(setting.dossier, 'papers'))).toBe(false);
  });

  const scanOf = (out: string, fileName: string): readonly string[] => {
    const scans = newFolder();
    const pdf = join(out, fileName);
    expect(spawnSync('pdftoppm', ['-r', '150', '-jpeg', pdf, join(scans, 'scan')]).status).toBe(0);
    return readdirSync(scans).map((name) => join(scans, name));
  };
  const file = (setting: Setting, scans: readonly string[]) =>
    setting.app.call('letters.file', {
      dossier: setting.dossier,
      scans: scans.map((path) => setting.world.grants.offer(path)),
      keep: true,
    });

  test('that is published bears no page code, and its pages are said to be filed by hand', async () => {
    const setting = setUp(sample('suspension-notice'));
    const { out, written } = await write(setting, ['suspension-notice']);
    const path = join(out, written[0]?.fileName ?? '');
    expect(read(path)).not.toMatch(/YQ|suspension-notice/);
    const keywords = spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout;
    expect(keywords).toContain(`letter:suspension-notice`);
    expect(keywords).toContain(`revision:${written[0]?.revision}`);
    const filing = await file(setting, scanOf(out, written[0]?.fileName ?? ''));
    expect(filing.pages).toEqual([]);
    expect(filing.unfiled[0]?.why).toContain('《暂时中止服务通知》');
    expect(filing.unfiled[0]?.why).toContain('只能手动归档');
  });

  test('whose paper the dossier asks for goes to its place, beside what stands there', async () => {
    const asked = sample('termination-notice').replace(/^facts:.*$/m, '');
    const setting = setUp(
      `${asked}\nfacts: { operation-events: [termination] }\ndocuments: { termination-notice: papers/proof.pdf }\n`,
    );
    const listed = (await noticesOf(setting)).find(({ letter }) => letter === 'termination-notice');
    expect(listed?.requirement).toBe('termination-notice');
    const { out, written } = await write(setting, ['termination-notice'], '2026-11-22');
    const filing = await file(setting, scanOf(out, written[0]?.fileName ?? ''));
    expect(filing.letters).toContainEqual({ id: 'termination-notice', complete: true, missing: [] });
    const { document } = await setting.app.call('dossiers.open', { dossier: setting.dossier });
    const placed = document.documents?.['termination-notice'];
    expect(placed).toEqual(['papers/proof.pdf', expect.stringMatching(/^papers\/scan/), expect.anything()]);
    const now = (await noticesOf(setting)).find(({ letter }) => letter === 'termination-notice');
    expect(now?.scan).toBe('current');
  });

  test('of another platform is not rendered either, nor made as a Word file, and both platforms are named', async () => {
    const { app, dossier } = setUp(sample('withdrawal-notice'));
    for (const method of ['letters.render', 'letters.word'] as const) {
      await expect(app.call(method, { dossier, letter: 'termination-notice' })).rejects.toMatchObject({
        code: 'letter-of-another-platform',
        text: { zh: expect.stringMatching(/应用终止运营通知书.*tencent-open-platform.*tencent-meeting/) },
      });
    }
  });
});
