import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { newDossier, edit, handOver, planOf, twoSides } from './hand-over.ts';
import { openComputer, type Computer } from './library-world.ts';

describe('what a team shares', () => {
  const put = (computer: Computer, path: string, content: string) => {
    const target = join(computer.dataFolder, path);
    mkdirSync(join(target, '..'), { recursive: true });
    writeFileSync(target, content);
  };
  const read = (computer: Computer, path: string) => readFileSync(join(computer.dataFolder, path), 'utf8');

  test('templates, clauses, forms and word lists come along; same versions with other bytes get a new name when both are kept', async () => {
    const { here, there } = await twoSides();
    put(there, 'templates/authorisation-letter/2.0.0/template.md', '新');
    put(there, 'templates/authorisation-letter/1.0.0/template.md', '他们的');
    put(here, 'templates/authorisation-letter/1.0.0/template.md', '我的');
    put(there, 'templates/clauses/seal/1.0.0.md', '条款');
    put(there, 'forms/authorisation-letter/1/form.yaml', 'a');
    put(there, 'forms/authorisation-letter/1/fields-1.yaml', 'f');
    put(here, 'forms/authorisation-letter/1/form.yaml', 'a');
    put(there, 'words/tencent-meeting/superlatives-allowed.txt', '第一课堂\n最会玩\n');
    put(here, 'words/tencent-meeting/superlatives-allowed.txt', '# 我们的\n最会玩\n');
    put(there, 'templates/.DS_Store', 'x');
    const { path, result } = await handOver(there);
    expect(result.teamFiles).toBe(6);
    const plan = await planOf(here, path);
    expect(plan.team.map(({ item, state }) => [item, state])).toEqual([
      ['authorisation-letter/1', 'completed'],
      ['authorisation-letter/1.0.0', 'conflict'],
      ['authorisation-letter/2.0.0', 'new'],
      ['clauses/seal/1.0.0.md', 'new'],
      ['tencent-meeting/superlatives-allowed.txt', 'completed'],
    ]);
    const id = plan.team.find(({ conflict }) => conflict !== undefined)?.conflict?.id ?? '';
    await here.app.call('library.merge', { file: here.grant(path), picks: { [id]: 'both' } });
    expect(read(here, 'templates/authorisation-letter/1.0.0/template.md')).toBe('我的');
    expect(read(here, 'templates/authorisation-letter/1.0.0-merged/template.md')).toBe('他们的');
    expect(read(here, 'templates/authorisation-letter/2.0.0/template.md')).toBe('新');
    expect(read(here, 'templates/clauses/seal/1.0.0.md')).toBe('条款');
    expect(read(here, 'forms/authorisation-letter/1/fields-1.yaml')).toBe('f');
    expect(read(here, 'words/tencent-meeting/superlatives-allowed.txt')).toBe('# 我们的\n最会玩\n第一课堂\n');
    const names = readdirSync(join(here.dataFolder, 'templates'));
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('phrases that a team allows are no finding any more; a list that does not exist is named', async () => {
    const here = openComputer();
    const dossier = await newDossier(here, '史上第一会议');
    const superlatives = async () =>
      (await here.app.call('review.check', { dossier })).findings.filter(
        ({ rule }) => rule === 'app-intro-without-superlatives',
      );
    await edit(here, dossier, [{ path: ['app', 'intro'], value: '国内第一的会议纪要工具，开会的人都说好' }]);
    expect(await superlatives()).not.toEqual([]);
    put(here, 'words/tencent-meeting/superlatives-allowed.txt', '\uFEFF# 说明\r\n国内第一的会议纪要\r\n');
    expect(await superlatives()).toEqual([]);
    put(here, 'words/tencent-meeting/superlative-allowed.txt', 'x\n');
    expect((await failureOf(superlatives())).code).toBe('word-list-fault');
  });
});
