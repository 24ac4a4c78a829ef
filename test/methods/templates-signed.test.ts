import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../main/app.ts';
import type { World } from '../../main/world.ts';
import {
  dossierText,
  letter,
  listed,
  newFolder,
  ours,
  put,
  setUp,
  shippedVersion,
  type TeamSetting,
} from './template-world.ts';

describe('a signed scan on file', () => {
  /** Prints the letters, scans them, and puts the scans in their places. */
  async function signed(setting: TeamSetting): Promise<void> {
    const { app, world, dossier } = setting;
    const [out, scans] = [newFolder(), newFolder()];
    await app.call('letters.write', { dossier, folder: world.grants.offer(out), letters: [letter] });
    for (const name of readdirSync(out)) {
      expect(spawnSync('pdftoppm', ['-r', '150', '-jpeg', join(out, name), join(scans, 's')]).status).toBe(0);
    }
    const files = readdirSync(scans).map((name) => world.grants.offer(join(scans, name)));
    const filing = await app.call('letters.file', { dossier, scans: files, keep: true });
    expect(filing.letters).toMatchObject([{ id: letter, complete: true }, { complete: false }]);
  }
  const edit = async (
    { app, world, dossier }: TeamSetting,
    path: string[],
    value: unknown,
  ): Promise<void> => {
    const { revision: baseRevision } = await world.dossiers.open(dossier);
    await app.call('dossiers.edit', { dossier, baseRevision, edits: [{ path, value }] });
  };

  test('says why it went out of date: data, wording, or both; and the review says it too', async () => {
    const setting = setUp();
    await signed(setting);
    expect(await listed(setting)).toMatchObject({ scan: 'current', stale: [], entry: {} });
    await edit(setting, ['app', 'name'], '样例白板');
    expect(await listed(setting)).toMatchObject({
      scan: 'outdated',
      stale: [{ kind: 'data', text: '资料变了：应用名称', fields: ['app.name'] }],
    });
    await edit(setting, ['app', 'name'], '样例纪要');
    expect(await listed(setting)).toMatchObject({ scan: 'current', stale: [] });
    put(setting.team, '2.1.0', ours('2.1.0'));
    await edit(setting, ['company', 'address'], '新地址');
    expect(await listed(setting)).toMatchObject({
      scan: 'outdated',
      stale: [
        { kind: 'wording', text: `措辞变了：当时是自带模板 ${shippedVersion}，现在是团队模板 2.1.0` },
        { kind: 'data', fields: ['company.address'] },
      ],
    });
    const { findings } = await setting.app.call('review.check', { dossier: setting.dossier });
    const found = findings.find((one) => one.rule === letter && one.message.includes('旧版'));
    expect(found?.message).toContain('现在是团队模板 2.1.0。资料变了：公司住所。请重新打印');
  });

  test('of which nothing was written down is out of date without a reason', async () => {
    const setting = setUp();
    await signed(setting);
    await edit(setting, ['letters', letter], null);
    await edit(setting, ['app', 'name'], '样例白板');
    expect(await listed(setting)).toMatchObject({ scan: 'outdated', stale: [{ kind: 'unknown' }] });
  });

  test('is to be looked at again when the clauses behind its rule change', async () => {
    const setting = setUp();
    await signed(setting);
    const { world } = setting;
    const changed: World = {
      ...world,
      rulebooks: {
        ...world.rulebooks,
        async load(platform) {
          const book = await world.rulebooks.load(platform);
          const sources = book.sources.map((one) =>
            one.id === 'compliance' ? { ...one, dated: '2027-01-01' } : one,
          );
          return { ...book, sources, platform: { ...book.platform, version: '2027.1' } };
        },
      },
    };
    const later = { ...setting, app: createApp(changed) };
    expect(await listed(later)).toMatchObject({
      scan: 'current',
      stale: [{ kind: 'rule', text: expect.stringContaining('2027.1') }],
    });
    const { findings } = await later.app.call('review.check', { dossier: setting.dossier });
    expect(findings.find((one) => one.message.includes('签署之后规则有变'))).toMatchObject({
      level: 'notice',
      rule: letter,
    });
  });
});

test('what is printed is written down only when that is asked for', async () => {
  const { app, world, dossier } = setUp();
  const write = (record: boolean) =>
    app.call('letters.write', { dossier, folder: world.grants.offer(newFolder()), record });
  await write(false);
  expect(readFileSync(join(dossier, 'dossier.yaml'), 'utf8')).toBe(dossierText);
  const { written } = await write(true);
  const { document } = await world.dossiers.open(dossier);
  expect(document.letters?.[letter]?.made?.[written[0]?.revision ?? '']).toMatchObject({
    on: '2026-11-22',
    template: { version: shippedVersion, origin: 'app' },
    rule: { rulebook: expect.any(String) },
    data: { 'company.name': expect.stringMatching(/^[0-9a-f]{8}$/) },
  });
  expect(await app.call('letters.list', { dossier })).toMatchObject({ letters: expect.any(Array) });
});
