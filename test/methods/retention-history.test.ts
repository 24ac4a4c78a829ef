import { existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolderHistory } from '../../main/adapters/dossier-folder/folder-history.ts';
import { historyEntrySchema } from '../../main/contract/history.ts';
import { maskHistory } from '../../main/core/retention/mask-history.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { openComputer, type Computer } from './library-world.ts';
import { accepted, importOne, sha256, yamlOf } from './retention-dossiers.ts';

describe('identity numbers in the history', () => {
  const number = '110101199003070011';
  const passport = 'E12345678';
  const withNumbers = `company:
  name: 甲公司
  legalRepresentative: { name: 张三, idType: resident, idNumber: "${number}" }
  agent: { name: 李四, idType: passport, idNumber: ${passport} }
`;
  const due = accepted('2026-01-01', '{ days: 1, what: [id-copies] }');
  const wordsOf = (name: string): string => `${name}：张三，身份证号 ${number}；李四，护照 ${passport}。`;
  const add = async (
    { world }: Computer,
    dossier: string,
    id: string,
    yamlText: string,
  ): Promise<readonly string[]> => {
    const texts = [yamlText, 'rules', '[]', wordsOf(id)];
    const [of = '', rules = '', requirements = '', words = ''] = texts.map(sha256);
    const rulebook = { id: 'tencent-meeting', version: '1', sha256: sha256('x') };
    const origin = { template: { version: '1', origin: 'app', text: 'x' }, data: {} };
    const entry = {
      id,
      kind: 'letters' as const,
      at: '2026-01-02T00:00:00.000Z',
      by: '',
      rulebook,
      files: [],
      kept: { dossier: of, rules, requirements },
      letters: [{ letter: 'a', title: { zh: '函', en: 'A' }, revision: 'r', origin, text: words }],
    };
    await world.history.add(dossier, historyEntrySchema.parse(entry), texts);
    return [of, words];
  };

  test('are masked with the ID copies, in the dossier as it was and in letters, and their hashes stay', async () => {
    const computer = openComputer();
    const dossier = await importOne(computer, yamlOf('first', withNumbers + due));
    const hashes = await add(computer, dossier, 'aaaaaaaaaaaa', yamlOf('first', withNumbers));
    const { dossiers } = await computer.app.call('retention.list', { dossier });
    expect(dossiers[0]?.historyTexts).toBe(2);
    expect((await computer.app.call('retention.erase', { dossier })).maskedTexts).toBe(2);
    for (const hash of hashes) {
      const text = await computer.world.history.text(dossier, hash);
      expect(text).not.toContain(number);
      expect(text).not.toContain(passport);
      expect(text).toContain('110***********0011');
    }
    const bytes = ['yinqi.sqlite', 'yinqi.sqlite-wal']
      .map((name) => join(computer.dataFolder, name))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path).toString('latin1'));
    // The dossier itself still says the number, once in its text; the letter's words nowhere.
    expect(bytes.some((text) => text.includes(Buffer.from(`身份证号 ${number}`).toString('latin1')))).toBe(
      false,
    );
    expect((await computer.app.call('retention.list', { dossier })).dossiers[0]?.historyTexts).toBe(0);
    const [entry] = await computer.world.history.list(dossier);
    expect([entry?.kept.dossier, entry?.letters[0]?.text]).toEqual(hashes);
    const again = await computer.app.call('retention.erase', { dossier });
    expect(again.maskedTexts).toBe(0);
  });

  test('stay masked on the way to a folder, to another computer and back', async () => {
    const [here, there] = [openComputer(), openComputer()];
    const dossier = await importOne(here, yamlOf('first', withNumbers + due));
    const [hash = ''] = await add(here, dossier, 'aaaaaaaaaaaa', yamlOf('first', withNumbers));
    await here.app.call('retention.erase', { dossier });
    const folder = join(temporaryFolder(), '导出');
    await here.app.call('dossiers.exportFolder', { dossier, folder: here.grant(folder) });
    expect(readFileSync(join(folder, '.yinqi/history.jsonl'), 'utf8')).not.toContain(number);
    const imported = await there.app.call('dossiers.importFolder', { folder: there.grant(folder) });
    expect(await there.world.history.text(imported.dossier, hash)).toContain('110***********0011');
  });

  test('stay where another dossier’s history names the same text, and where only other scans are set', async () => {
    const computer = openComputer();
    const first = await importOne(computer, yamlOf('first', withNumbers + due));
    const other = await importOne(
      computer,
      yamlOf('other', withNumbers + accepted('2026-01-01', '{ days: 1, what: [scans] }')),
    );
    const [, words = ''] = await add(computer, first, 'aaaaaaaaaaaa', yamlOf('first', withNumbers));
    await add(computer, other, 'aaaaaaaaaaaa', yamlOf('other', withNumbers));
    expect((await computer.app.call('retention.erase', { dossier: first })).maskedTexts).toBe(1);
    expect(await computer.world.history.text(first, words)).toContain(number);
    expect((await computer.app.call('retention.erase', { dossier: other })).maskedTexts).toBe(0);
  });

  test('in a folder the bytes of before are overwritten, and an altered text without that mark is still refused', async () => {
    const folder = temporaryFolder();
    const history = createFolderHistory({ exceptBelow: '/nowhere' });
    const [hash = ''] = await add(
      { ...openComputer(), world: { ...openComputer().world, history } },
      folder,
      'aaaaaaaaaaaa',
      yamlOf('first', withNumbers),
    );
    const path = join(folder, '.yinqi/history.jsonl');
    const witness = join(temporaryFolder(), 'witness');
    linkSync(path, witness);
    expect(readFileSync(witness, 'utf8')).toContain(number);
    await history.mask(folder, maskHistory(await history.list(folder), await history.ownTexts(folder)));
    expect(readFileSync(witness, 'latin1')).not.toContain(number);
    expect(readFileSync(path, 'utf8')).not.toContain(number);
    expect(readdirSync(join(folder, '.yinqi'))).toEqual(['history.jsonl']);
    expect(await history.text(folder, hash)).toContain('甲公司');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(',"masked":true', ''));
    expect((await failureOf(history.list(folder))).code).toBe('history-damaged');
  });
});
