import { existsSync, linkSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eraseFile } from '../../main/adapters/disk/erase-file.ts';
import { createFolderStore } from '../../main/adapters/dossier-folder/folder-store.ts';
import { duePapers, erasureDay } from '../../main/core/retention/due-papers.ts';
import type { DossierDocument } from '../../main/contract/dossier.ts';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { temporaryFolder } from '../adapters/disk/temporary-folder.ts';
import { openComputer, type Computer } from './library-world.ts';
import { accepted, importOne, secret, sha256, writeDossier, yamlOf } from './retention-dossiers.ts';

const blobOf = ({ dataFolder }: Computer, text: string): string =>
  join(dataFolder, 'blobs', sha256(text).slice(0, 2), sha256(text));

describe('which papers are due when', () => {
  const document: DossierDocument = {
    schema: 'yinqi/dossier@1',
    platform: 'tencent-meeting',
    categories: [],
    acceptance: { on: '2026-01-31' },
    retention: { days: 30, what: ['id-copies'] },
    documents: { 'agent-id-copy': 'b-upright.jpg', 'business-licence': ['c.pdf', 'e.png'] },
    app: { logo: 'shared.png' },
    repairs: {
      'turn-1': {
        on: '2026-01-02',
        changes: [{ field: 'documents.agent-id-copy', from: ['a.jpg'], to: ['b-upright.jpg'] }],
      },
    },
  };
  const files = ['a.jpg', 'b-upright.jpg', 'c.pdf', 'copy-of-a.jpg', 'e.png', 'shared.png'].map((path) => ({
    path,
    sha256: path === 'copy-of-a.jpg' ? 'a.jpg' : path,
  }));

  const idCopies = new Set(['agent-id-copy']);

  test('counts calendar days over the end of a month', () => {
    expect(erasureDay(document)).toBe('2026-03-02');
    expect(erasureDay({ ...document, acceptance: undefined })).toBeNull();
  });

  test('takes an ID copy with what it was before its repair and with other copies of the same bytes', () => {
    expect(duePapers(document, files, idCopies).map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'id-copies a.jpg',
      'id-copies b-upright.jpg',
      'id-copies copy-of-a.jpg',
    ]);
  });

  test('takes a copy with a purpose line that was put in no place, with the ID copy that it was made of', () => {
    const made: DossierDocument = {
      ...document,
      repairs: {
        ...document.repairs,
        'purpose-line:b-用途.jpg': {
          on: '2026-01-03',
          made: { 'b-用途.jpg': 'b-用途.jpg' },
          of: 'b-upright.jpg',
          changes: [],
        },
      },
    };
    const copy = { path: 'b-用途.jpg', sha256: 'b-用途.jpg' };
    expect(duePapers(made, [...files, copy], idCopies).map(({ path, kind }) => `${kind} ${path}`)).toContain(
      'id-copies b-用途.jpg',
    );
    // The same of a paper that is not named stays.
    const ofLicence = {
      ...made,
      documents: { 'business-licence': ['b-upright.jpg'] },
      repairs: {
        'purpose-line:b-用途.jpg': made.repairs?.['purpose-line:b-用途.jpg'] ?? {
          on: '2026-01-03',
          changes: [],
        },
      },
    };
    expect(duePapers(ofLicence, [...files, copy], idCopies)).toEqual([]);
  });

  test('takes other scans when they are named, but no file that a field outside of these uses', () => {
    const all: DossierDocument = {
      ...document,
      retention: { days: 0, what: ['scans'] },
      documents: { 'business-licence': ['c.pdf', 'shared.png'], 'agent-id-copy': 'a.jpg' },
    };
    expect(duePapers(all, files, idCopies).map(({ path }) => path)).toEqual(['c.pdf']);
  });
});

describe('erasing in the database', () => {
  test('waits for the day, then removes the bytes and keeps hash and record; what is not named stays', async () => {
    const computer = openComputer('2026-11-22');
    const early = await importOne(
      computer,
      yamlOf('early', accepted('2026-11-10', '{ days: 13, what: [id-copies] }')),
    );
    expect((await failureOf(computer.app.call('retention.erase', { dossier: early }))).code).toBe(
      'erasure-not-due',
    );
    expect(existsSync(blobOf(computer, secret))).toBe(true);
    await computer.app.call('dossiers.edit', {
      dossier: early,
      baseRevision: 1,
      edits: [{ path: ['retention', 'days'], value: 12 }],
    });
    const { dossiers } = await computer.app.call('retention.list', {});
    expect(dossiers).toMatchObject([{ dueOn: '2026-11-22', isDue: true, acceptedOn: '2026-11-10' }]);
    expect(dossiers[0]?.papers.map(({ path }) => path)).toEqual(['证件/又一份.png', '证件/李四.png']);
    const erasure = await computer.app.call('retention.erase', { dossier: early });
    expect(erasure.kept).toEqual([]);
    expect(existsSync(blobOf(computer, secret))).toBe(false);
    expect(existsSync(blobOf(computer, '执照'))).toBe(true);
    const { document, files } = await computer.app.call('dossiers.open', { dossier: early });
    expect(files.map(({ path }) => path)).toEqual(['证件/执照.pdf']);
    expect(document.erased?.['证件/李四.png']).toEqual({
      on: '2026-11-22',
      sha256: sha256(secret),
      sizeBytes: Buffer.byteLength(secret),
      fields: ['documents.agent-id-copy'],
    });
    expect(document.documents?.['agent-id-copy']).toBe('证件/李四.png');
    const database = statSync(join(computer.dataFolder, 'yinqi.sqlite-wal'), { throwIfNoEntry: false });
    expect(database?.size ?? 0).toBe(0);
    expect((await computer.app.call('retention.erase', { dossier: early })).erased).toEqual([]);
  });

  test('leaves a content that another dossier holds, a removed one too, and says which', async () => {
    const computer = openComputer();
    const first = await importOne(
      computer,
      yamlOf('first', accepted('2026-01-01', '{ days: 1, what: [id-copies] }')),
    );
    const second = await importOne(computer, yamlOf('second'));
    await computer.app.call('dossiers.remove', { dossier: second });
    const { erased, kept } = await computer.app.call('retention.erase', { dossier: first });
    expect(erased).toHaveLength(2);
    expect(kept).toMatchObject([{ usedBy: [second] }, { usedBy: [second] }]);
    expect(readFileSync(blobOf(computer, secret), 'utf8')).toBe(secret);
  });

  test('leaves a content that is the logo of a kept company, and names the company', async () => {
    const computer = openComputer();
    const first = await importOne(
      computer,
      yamlOf('first', accepted('2026-01-01', '{ days: 1, what: [id-copies] }')),
    );
    const kept = await computer.world.companies.save('company', {
      id: null,
      baseRevision: 0,
      details: { name: '甲公司' },
      logo: { dossier: first, path: '证件/李四.png' },
    });
    const erasure = await computer.app.call('retention.erase', { dossier: first });
    expect(erasure.kept).toMatchObject([{ usedBy: ['甲公司'] }, { usedBy: ['甲公司'] }]);
    const { absolutePath } = await computer.world.companies.logo(kept.id);
    expect(readFileSync(absolutePath, 'utf8')).toBe(secret);
  });

  test('at the start erases only in dossiers that are set so and due', async () => {
    const computer = openComputer();
    const asks = await importOne(
      computer,
      yamlOf('asks', accepted('2026-01-01', '{ days: 1, what: [scans] }')),
    );
    const starts = await importOne(
      computer,
      yamlOf('starts', accepted('2026-01-01', '{ days: 1, what: [id-copies], when: at-start }')),
    );
    const later = await importOne(
      computer,
      yamlOf('later', accepted('2026-11-22', '{ days: 1, what: [id-copies], when: at-start }')),
    );
    const { erasures } = await computer.app.call('retention.eraseAtStart', {});
    expect(erasures.map(({ dossier }) => dossier)).toEqual([starts]);
    for (const dossier of [asks, later]) {
      expect((await computer.app.call('dossiers.open', { dossier })).files).toHaveLength(3);
    }
  });

  test('the check says erased and not missing while the dossier is accepted, and missing once it is not', async () => {
    const computer = openComputer();
    const dossier = await importOne(
      computer,
      yamlOf('first', accepted('2026-01-01', '{ days: 1, what: [id-copies] }')),
    );
    await computer.app.call('retention.erase', { dossier });
    const about = async () => {
      const { findings, requirements } = await computer.app.call('review.check', { dossier });
      const ofPaper = findings.filter(({ at }) => at === '证件/李四.png');
      const status = requirements.find(({ id }) => id === 'agent-id-copy')?.status;
      return { rules: [...new Set(ofPaper.map(({ rule, level }) => `${level} ${rule}`))], status };
    };
    expect(await about()).toEqual({ rules: ['notice paper-erased-after-acceptance'], status: 'ok' });
    const { revision } = await computer.app.call('dossiers.open', { dossier });
    const edits = [{ path: ['acceptance'], value: null }];
    await computer.app.call('dossiers.edit', { dossier, baseRevision: revision, edits });
    const without = await about();
    expect(without.status).toBe('invalid');
    expect(without.rules.some((rule) => rule.startsWith('error'))).toBe(true);
  });

  test('a paper that was erased here does not come back by merging from where it still is', async () => {
    const [here, there] = [openComputer(), openComputer()];
    const dossier = await importOne(
      here,
      yamlOf('first', accepted('2026-01-01', '{ days: 1, what: [id-copies] }')),
    );
    const path = join(temporaryFolder(), 'x.yinqi');
    await here.app.call('library.export', { plain: true, target: here.grant(path) });
    await there.app.call('library.merge', { file: there.grant(path) });
    await here.app.call('retention.erase', { dossier });
    const { revision } = await there.app.call('dossiers.open', { dossier });
    const edits = [{ path: ['app', 'name'], value: '晨光' }];
    await there.app.call('dossiers.edit', { dossier, baseRevision: revision, edits });
    await there.app.call('library.export', { plain: true, target: there.grant(path) });
    await here.app.call('library.merge', { file: here.grant(path) });
    const { document, files } = await here.app.call('dossiers.open', { dossier });
    expect(document.app?.name).toBe('晨光');
    expect(files.map((file) => file.path)).not.toContain('证件/李四.png');
    expect(existsSync(blobOf(here, secret))).toBe(false);
  });

  test('says what is kept and where, by kind, each content once', async () => {
    const computer = openComputer();
    await importOne(computer, yamlOf('first'));
    const gone = await importOne(computer, yamlOf('second'));
    await computer.world.dossiers.addFile(gone, 'only-there.txt', new TextEncoder().encode('12345'));
    await computer.app.call('dossiers.remove', { dossier: gone });
    const overview = await computer.app.call('data.overview', {});
    expect(overview).toMatchObject({ dataFolder: computer.dataFolder, dossiers: 1, removedDossiers: 1 });
    const kinds = Object.fromEntries(overview.kinds.map(({ kind, sizeBytes }) => [kind, sizeBytes]));
    expect(kinds).toMatchObject({ 'id-copies': Buffer.byteLength(secret), scans: 6, removed: 5, texts: 0 });
    const files = overview.places.find(({ id }) => id === 'files');
    expect(files).toMatchObject({ files: 3, sizeBytes: Buffer.byteLength(secret) + 6 + 5 });
    expect(overview.places.find(({ id }) => id === 'database')?.sizeBytes).toBeGreaterThan(0);
  });
});

test('in a folder the bytes are overwritten before the file goes', async () => {
  const folder = temporaryFolder();
  writeDossier(folder, yamlOf('first'));
  const path = join(folder, '证件/李四.png');
  // A second name for the same bytes shows what became of them.
  const witness = join(temporaryFolder(), 'witness');
  linkSync(path, witness);
  const store = createFolderStore({ now: () => '' });
  const { revision } = await store.open(folder);
  const edits = [{ path: ['app', 'name'], value: '晨光' }];
  await store.erase(folder, revision, ['证件/李四.png'], edits);
  expect(existsSync(path)).toBe(false);
  expect(readFileSync(witness)).toHaveLength(Buffer.byteLength(secret));
  expect(readFileSync(witness, 'utf8')).not.toContain('身份证');
  expect((await failureOf(store.erase(folder, 1, ['证件/执照.pdf'], edits))).code).toBe('edit-conflict');
  expect(existsSync(join(folder, '证件/执照.pdf'))).toBe(true);
  expect(() => eraseFile(join(folder, '没有'))).not.toThrow();
});
