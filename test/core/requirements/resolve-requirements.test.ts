import { expect, test } from 'vitest';
import { resolveRequirements } from '../../../main/core/requirements/resolve-requirements.ts';
import { cleanDossier } from '../../rulebook/clean-dossier.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const rulebook = await loadRulebook();
const find = (input: Omit<Parameters<typeof resolveRequirements>[0], 'rulebook'>, id: string) =>
  resolveRequirements({ rulebook, ...input }).find((one) => one.id === id);

test('they come in the order of the upload form, statements last', () => {
  const ids = resolveRequirements({ rulebook, document: cleanDossier() }).map((one) => one.id);
  expect(ids.slice(0, 3)).toEqual(['app-name', 'app-logo', 'app-category']);
  expect(ids.indexOf('icp')).toBeLessThan(ids.indexOf('icp-licence'));
  const kinds = resolveRequirements({ rulebook, document: cleanDossier() }).map((one) => one.kind);
  expect(kinds.indexOf('attestation')).toBe(
    kinds.length - kinds.filter((one) => one === 'attestation').length,
  );
});

test('the reason names the answer that made it apply', () => {
  const document = dossierWith({ facts: { networked: true, 'icp-holder': 'affiliate' } });
  expect(find({ document }, 'icp-number')!.because.zh).toBe(
    '联网的应用须同时提供备案号。适用原因：「应用是否需要联网使用？」的回答是「是」。',
  );
  const sharing = find({ document }, 'icp-sharing-authorisation')!.because;
  expect(sharing.zh).toContain('属于「共用 ICP 的授权或关联证明」。');
  expect(sharing.zh).toContain('「母子、控股或关联公司」');
  expect(sharing.en).toContain('was answered “A parent, subsidiary or affiliate”');
});

test('the choices that brought it are told apart', () => {
  const document = dossierWith({
    categories: ['finance/insurance'],
    applicant: { kind: 'individual' },
    facts: { networked: true, 'insurance-role': 'branch' },
  });
  expect(find({ document }, 'business-licence')!.dueTo).toBeUndefined();
  expect(find({ document }, 'insurance-papers')!.dueTo).toEqual(['category']);
  expect(find({ document }, 'icp-number')!.dueTo).toEqual(['answer']);
  expect(find({ document }, 'individual-applicant-confirmed')!.dueTo).toEqual(['applicant']);
});

test('assumed answers decide instead of the dossier’s', () => {
  const document = dossierWith({ facts: { networked: true } });
  expect(find({ document, answers: { networked: false } }, 'icp-number')).toBeUndefined();
  expect(find({ document, answers: {} }, 'icp-number')!.status).toBe('open');
});

test('what hangs on a question stays open even where something was filled in', () => {
  const document = dossierWith({ company: { icpNumber: '粤ICP备2026000001号-1' } });
  expect(find({ document }, 'icp-number')).toMatchObject({
    status: 'open',
    facts: ['networked'],
  });
});

test('a group is open while only an open leaf is wanting', () => {
  const document = dossierWith({
    facts: { 'icp-holder': 'self' },
    documents: { 'icp-filing': 'a.pdf' },
  });
  expect(find({ document }, 'icp')).toMatchObject({
    status: 'open',
    // Whether the service is a paid one is asked once it is known that there is one.
    facts: ['networked'],
  });
});

test('either side of the previews satisfies them; fields and files are told', () => {
  const document = dossierWith({ app: { previews: { mobile: ['m.png'] } } });
  expect(find({ document }, 'previews')).toMatchObject({
    status: 'ok',
    fields: ['app.previews.desktop', 'app.previews.mobile'],
    files: ['m.png'],
  });
});

test('a blank text and an empty list are missing', () => {
  const document = dossierWith({ app: { name: '  ' }, documents: { 'business-licence': [] } });
  expect(find({ document }, 'app-name')!.status).toBe('missing');
  expect(find({ document }, 'business-licence')!.status).toBe('missing');
});

test('a field with an error is invalid', () => {
  const document = dossierWith({ app: { name: '纪要' } });
  const invalidFields = new Set(['app.name']);
  expect(find({ document, invalidFields }, 'app-name')!.status).toBe('invalid');
});

test('a statement is there once a named person made it', () => {
  const document = dossierWith({ attestations: { 'rights-cleared': { by: '王五', on: '2026-06-30' } } });
  expect(find({ document }, 'rights-cleared')!.status).toBe('ok');
  expect(find({ document }, 'oauth-sign-in')!.status).toBe('missing');
});
