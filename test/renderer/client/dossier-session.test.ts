import { describe, expect, test } from 'vitest';
import type { OpenDossierData } from '../../../main/contract/open-dossier.ts';
import type { DossierDocument, FieldEdit } from '../../../main/contract/dossier.ts';
import type { AppClient } from '../../../renderer/client/app-client.ts';
import { CallFailure } from '../../../renderer/client/call-error.ts';
import { createDossierSession } from '../../../renderer/client/dossier-session.ts';
import { withValue } from '../../../renderer/client/field-path.ts';

const first: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'tencent-meeting',
  categories: [],
  app: { name: '旧名' },
};

/** A host with one dossier; edits of a field changed since their base are refused, as the real one does. */
function hostOf() {
  let now: OpenDossierData = { dossier: 'a1', revision: 1, document: first, files: [] };
  const changedAt = new Map<string, number>();
  const apply = (edits: readonly FieldEdit[]): OpenDossierData => {
    let { document } = now;
    for (const { path, value } of edits) document = withValue(document, path, value);
    now = { ...now, revision: now.revision + 1, document };
    for (const { path } of edits) changedAt.set(path.join('.'), now.revision);
    return now;
  };
  const call = async (
    name: string,
    input: { edits?: FieldEdit[]; baseRevision?: number },
  ): Promise<unknown> => {
    if (name === 'dossiers.open') return now;
    if (name === 'review.check') return { counts: {}, findings: [], requirements: [] };
    const { edits = [], baseRevision = 0 } = input;
    const clash = edits.find((one) => (changedAt.get(one.path.join('.')) ?? 0) > baseRevision);
    if (clash !== undefined) throw new CallFailure({ code: 'edit-conflict', message: '', hint: '' });
    return apply(edits);
  };
  // Safe: a session uses nothing of the client but these.
  const client = { call, subscribe: () => () => undefined, connection: () => 'ok' } as unknown as AppClient;
  return { client, opened: now, elsewhere: apply, document: () => now.document };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('the session of a dossier', () => {
  test('shows an edit at once and saves it', async () => {
    const host = hostOf();
    const session = createDossierSession(host.client, host.opened);
    session.edit(['app', 'name'], '新名');
    expect(session.getState().data.document.app?.name).toBe('新名');
    expect(session.getState().saving.kind).toBe('unsaved');
    await session.flush();
    expect(host.document().app?.name).toBe('新名');
    expect(session.getState().saving.kind).toBe('saved');
    session.close();
  });

  test('edits of other fields in another window are no conflict', async () => {
    const host = hostOf();
    const session = createDossierSession(host.client, host.opened);
    host.elsewhere([{ path: ['app', 'intro'], value: '别处写的简介' }]);
    session.edit(['app', 'name'], '新名');
    await session.flush();
    expect(session.getState().conflicts).toEqual([]);
    expect(session.getState().data.document.app).toEqual({ name: '新名', intro: '别处写的简介' });
    session.close();
  });

  test.each([
    ['mine', '这里的名'],
    ['theirs', '别处的名'],
  ] as const)('a field changed in two windows is asked about; %s keeps %s', async (choice, kept) => {
    const host = hostOf();
    const session = createDossierSession(host.client, host.opened);
    host.elsewhere([{ path: ['app', 'name'], value: '别处的名' }]);
    session.edit(['app', 'name'], '这里的名');
    await session.flush();
    await settled();
    expect(session.getState().conflicts).toEqual([
      { path: ['app', 'name'], mine: '这里的名', theirs: '别处的名' },
    ]);
    session.settleConflict(choice);
    await session.flush();
    await settled();
    expect(session.getState().conflicts).toEqual([]);
    expect(session.getState().data.document.app?.name).toBe(kept);
    expect(host.document().app?.name).toBe(kept);
    session.close();
  });
});
