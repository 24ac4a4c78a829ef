import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { historyEntrySchema } from '../../main/contract/history.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { edit, setName, setPhone, handOver, planOf, documentOf, twoSides } from './hand-over.ts';
import { openComputer, type Computer } from './library-world.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('merging what comes back', () => {
  test('takes what only they changed and keeps what only I changed, comments too', async () => {
    const { here, there } = await twoSides();
    const folder = temporaryFolder();
    const yaml =
      'schema: yinqi/dossier@1\nid: by-hand\nplatform: tencent-meeting\ncategories: [general/other]\napp: { name: 晨光 } # 商标名\ncompany: { phone: "1" }\n';
    writeFileSync(join(folder, 'dossier.yaml'), yaml);
    const { dossier } = await here.app.call('dossiers.importFolder', { folder: here.grant(folder) });
    await there.app.call('library.merge', { file: there.grant((await handOver(here)).path) });
    expect((await there.world.library.dossiers([dossier]))[0]?.yamlText).toBe(yaml);
    await edit(here, dossier, [{ path: ['app', 'intro'], value: '我的简介' }]);
    await edit(there, dossier, [
      setName('晨光会议'),
      setPhone(null),
      { path: ['facts', 'networked'], value: true },
    ]);
    const { path } = await handOver(there, { by: '小李' });
    const plan = await planOf(here, path);
    expect(plan).toMatchObject({ by: '小李', conflicts: 0 });
    expect(plan.dossiers.find((one) => one.dossier === dossier)).toMatchObject({
      state: 'both-changed',
      hasAncestor: true,
      fields: ['app.name', 'company.phone', 'facts.networked'],
    });
    await here.app.call('library.merge', { file: here.grant(path), token: plan.token });
    const document = await documentOf(here, dossier);
    expect(document.app).toEqual({ name: '晨光会议', intro: '我的简介' });
    expect(document.company).toBeUndefined();
    expect(document.facts).toEqual({ networked: true });
    expect((await here.world.library.dossiers([dossier]))[0]?.yamlText).toContain('# 商标名');
  });

  test('shows both values of a field that both changed, whose and when, and takes the one that is picked', async () => {
    const { here, there, dossier } = await twoSides();
    await edit(here, dossier, [setName('甲'), setPhone('0755-9')]);
    await edit(there, dossier, [setName('乙'), setPhone('0755-9')]);
    const { path } = await handOver(there, { by: '小李' });
    const plan = await planOf(here, path);
    const [conflict, ...none] = plan.dossiers[0]?.conflicts ?? [];
    expect(none).toEqual([]);
    expect(conflict).toMatchObject({
      kind: 'field',
      at: 'app.name',
      mine: { text: '甲', by: '本机' },
      theirs: { text: '乙', by: '小李' },
    });
    expect(conflict?.theirs.at).toMatch(/^2026-11-22/);
    const open = await failureOf(here.app.call('library.merge', { file: here.grant(path) }));
    expect(open.code).toBe('unresolved-conflicts');
    expect((await documentOf(here, dossier)).app?.name).toBe('甲');
    await here.app.call('library.merge', {
      file: here.grant(path),
      picks: { [conflict?.id ?? '']: 'theirs' },
    });
    expect((await documentOf(here, dossier)).app?.name).toBe('乙');
    const { records } = await here.app.call('library.records', {});
    expect(records).toMatchObject([
      {
        dossier,
        by: '小李',
        conflicts: [{ at: 'app.name', mine: { text: '甲' }, theirs: { text: '乙' }, picked: 'theirs' }],
      },
    ]);
  });

  test('asks about the same conflict once only, and both computers agree in the end', async () => {
    const { here, there, dossier } = await twoSides();
    await edit(here, dossier, [setName('甲')]);
    await edit(there, dossier, [setName('乙')]);
    const first = await handOver(there);
    const plan = await planOf(here, first.path);
    const id = plan.dossiers[0]?.conflicts[0]?.id ?? '';
    await here.app.call('library.merge', { file: here.grant(first.path), picks: { [id]: 'mine' } });
    await edit(there, dossier, [{ path: ['app', 'intro'], value: '新简介' }]);
    const second = await handOver(there);
    const again = await planOf(here, second.path);
    expect(again.dossiers).toMatchObject([{ conflicts: [], fields: ['app.intro'] }]);
    await here.app.call('library.merge', { file: here.grant(second.path) });
    const back = await handOver(here);
    expect((await planOf(there, back.path)).conflicts).toBe(0);
    await there.app.call('library.merge', { file: there.grant(back.path) });
    expect(await documentOf(there, dossier)).toEqual(await documentOf(here, dossier));
    expect((await planOf(there, back.path)).dossiers).toMatchObject([{ state: 'same' }]);
    expect((await planOf(there, first.path)).dossiers).toMatchObject([{ state: 'newer-here' }]);
  });

  test('without a common ancestor every difference is a conflict, and what one side alone has is taken', async () => {
    const [here, there] = [openComputer(), openComputer()];
    for (const computer of [here, there]) await computer.app.call('dossiers.createSample', {});
    const [sample] = await here.world.dossiers.list();
    const dossier = sample?.ref ?? '';
    await edit(here, dossier, [setName('甲')]);
    await edit(there, dossier, [setName('乙'), { path: ['facts', 'made-up'], value: 'x' }]);
    const { path } = await handOver(there);
    const plan = await planOf(here, path);
    expect(plan.dossiers).toMatchObject([
      { hasAncestor: false, fields: ['facts.made-up'], conflicts: [{ at: 'app.name' }] },
    ]);
  });

  test('files: takes new and replaced ones, drops what they removed, keeps both of two that differ', async () => {
    const { here, there, dossier } = await twoSides();
    for (const name of ['a.png', 'b.png', 'c.png'])
      await here.world.dossiers.addFile(dossier, name, text(name));
    const start = await handOver(here);
    await there.app.call('library.merge', { file: there.grant(start.path) });
    const replace = async (computer: Computer, path: string, content: string) => {
      await computer.world.dossiers.removeFile(dossier, path);
      await computer.world.dossiers.addFile(dossier, path, text(content));
    };
    await replace(there, 'a.png', 'theirs');
    await replace(there, 'b.png', 'theirs b');
    await there.world.dossiers.removeFile(dossier, 'c.png');
    await there.world.dossiers.addFile(dossier, 'd.png', text('d'));
    await replace(here, 'b.png', 'mine b');
    const { path } = await handOver(there);
    const plan = await planOf(here, path);
    expect(plan.dossiers[0]?.files).toEqual([
      { path: 'a.png', change: 'replaced' },
      { path: 'c.png', change: 'removed' },
      { path: 'd.png', change: 'added' },
    ]);
    const [conflict] = plan.dossiers[0]?.conflicts ?? [];
    expect(conflict).toMatchObject({ kind: 'file', at: 'b.png' });
    await here.app.call('library.merge', { file: here.grant(path), picks: { [conflict?.id ?? '']: 'mine' } });
    const read = async (name: string) =>
      readFileSync((await here.world.dossiers.locate(dossier, name)).absolutePath, 'utf8');
    const { files } = await here.app.call('dossiers.open', { dossier });
    expect(files.map((file) => file.path)).toEqual(['a.png', 'b-2.png', 'b.png', 'd.png']);
    expect(await Promise.all(['a.png', 'b.png', 'b-2.png'].map(read))).toEqual([
      'theirs',
      'mine b',
      'theirs b',
    ]);
  });

  test('a dossier that was removed here is brought back only when it is picked', async () => {
    const { here, there, dossier } = await twoSides();
    await here.app.call('dossiers.remove', { dossier });
    const { path } = await handOver(there);
    const plan = await planOf(here, path);
    expect(plan.dossiers).toMatchObject([{ state: 'removed', conflicts: [{ kind: 'removed' }] }]);
    const id = plan.dossiers[0]?.conflicts[0]?.id ?? '';
    await here.app.call('library.merge', { file: here.grant(path), picks: { [id]: 'mine' } });
    expect(await here.world.dossiers.list()).toEqual([]);
    await here.app.call('library.merge', { file: here.grant(path), picks: { [id]: 'theirs' } });
    expect((await documentOf(here, dossier)).app?.name).toBe('晨光');
  });

  test('history of both sides comes together, each entry once', async () => {
    const { here, there, dossier } = await twoSides();
    const add = async (computer: Computer, id: string): Promise<void> => {
      const texts = [`dossier ${id}`, `rules ${id}`, `requirements ${id}`];
      const [of, rules = '', requirements = ''] = texts.map((text) =>
        createHash('sha256').update(text).digest('hex'),
      );
      const kept = { dossier: of ?? '', rules, requirements };
      const rulebook = { id: 'tencent-meeting', version: '1', sha256: 'a'.repeat(64) };
      const entry = {
        id,
        kind: 'letters',
        at: '2026-11-22T08:00:00.000Z',
        by: '',
        rulebook,
        kept,
        files: [],
        letters: [],
      };
      await computer.world.history.add(dossier, historyEntrySchema.parse(entry), texts);
    };
    await add(here, 'aaaaaaaaaaaa');
    await add(there, 'bbbbbbbbbbbb');
    const { path } = await handOver(there);
    expect((await planOf(here, path)).dossiers).toMatchObject([{ state: 'same' }]);
    await here.app.call('library.merge', { file: here.grant(path) });
    await edit(there, dossier, [setName('丙')]);
    await here.app.call('library.merge', { file: here.grant((await handOver(there)).path) });
    const entries = await here.world.history.list(dossier);
    expect(entries.map(({ id }) => id)).toEqual(['aaaaaaaaaaaa', 'bbbbbbbbbbbb']);
    expect(await here.world.history.text(dossier, entries[1]?.kept.rules ?? '')).toBe('rules bbbbbbbbbbbb');
  });

  test('refuses a plan that something overtook, and changes nothing', async () => {
    const { here, there, dossier } = await twoSides();
    await edit(there, dossier, [setName('乙')]);
    const { path } = await handOver(there);
    const { token } = await planOf(here, path);
    await edit(here, dossier, [setPhone('1')]);
    const failure = await failureOf(here.app.call('library.merge', { file: here.grant(path), token }));
    expect(failure.code).toBe('library-changed');
    expect((await documentOf(here, dossier)).app?.name).toBe('晨光');
  });

  test('all or nothing: when a team file cannot be placed no dossier is changed either', async () => {
    const { here, there, dossier } = await twoSides();
    await edit(there, dossier, [setName('乙')]);
    const words = (computer: Computer) => join(computer.dataFolder, 'words', 'tencent-meeting');
    mkdirSync(words(there), { recursive: true });
    writeFileSync(join(words(there), 'superlatives-allowed.txt'), '第一课堂\n');
    const { path } = await handOver(there);
    const folder = words(here);
    // Another program puts a file there between the comparison and the last step.
    const stage = here.world.team.stage;
    Object.assign(here.world.team, {
      stage: async (...given: Parameters<typeof stage>) => {
        const staged = await stage(...given);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'superlatives-allowed.txt'), '别的\n');
        return staged;
      },
    });
    const failure = await failureOf(here.app.call('library.merge', { file: here.grant(path) }));
    expect(failure.code).toBe('library-changed');
    expect((await documentOf(here, dossier)).app?.name).toBe('晨光');
    expect(readFileSync(join(folder, 'superlatives-allowed.txt'), 'utf8')).toBe('别的\n');
  });
});
