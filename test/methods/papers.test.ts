import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf } from '../adapters/disk/failure-of.ts';
import { openBench } from './files-bench.ts';

const sample = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../resources/sample/papers', name));

test('papers fill empty fields, agree with filled ones and tell of differences, and nothing is changed', async () => {
  const { call, world, dossier } = await openBench(
    'folder',
    'company: { name: 深圳市样例科技有限公司, uscc: 91110108MA01ABCD2H }\ndocuments: { business-licence: papers/licence.jpg, icp-filing: papers/filing.jpg }\n',
    { 'papers/licence.jpg': sample('business-licence.jpg'), 'papers/filing.jpg': sample('icp-filing.jpg') },
  );
  const { papers, suggestions } = await call('papers.read', {});
  expect(papers.map(({ path, kind, pageCount }) => [path, kind, pageCount])).toEqual([
    ['papers/licence.jpg', 'business-licence', 1],
    ['papers/filing.jpg', 'icp-filing', 1],
  ]);
  const told = suggestions.map(({ path, field, value, state }) => [path, field, value, state]);
  expect(told).toContainEqual(['papers/licence.jpg', 'company.name', '深圳市样例科技有限公司', 'same']);
  expect(told).toContainEqual(['papers/licence.jpg', 'company.uscc', '91440300MA5YANGL1W', 'differs']);
  expect(told).toContainEqual(['papers/licence.jpg', 'company.legalRepresentative.name', '张三', 'fills']);
  expect(told).toContainEqual(['papers/filing.jpg', 'company.icpNumber', '粤ICP备00000000号-1', 'fills']);
  expect((await world.dossiers.open(dossier)).document.company).toEqual({
    name: '深圳市样例科技有限公司',
    uscc: '91110108MA01ABCD2H',
  });
});

test('a licensor’s licence fills the only licensor, and nobody where there are two', async () => {
  const files = { 'papers/licence.jpg': sample('business-licence.jpg') };
  const documents = 'documents: { licensor-business-licence: papers/licence.jpg }\n';
  const licensor = '{ role: licensor, kind: company }';
  const one = await openBench(
    'folder',
    `${documents}parties: [{ role: affiliate, kind: company }, ${licensor}]\n`,
    files,
  );
  const fields = (await one.call('papers.read', {})).suggestions.map(({ field }) => field);
  expect(fields).toEqual(['parties.1.identifier', 'parties.1.name', 'parties.1.representative']);
  const two = await openBench('folder', `${documents}parties: [${licensor}, ${licensor}]\n`, files);
  expect((await two.call('papers.read', {})).suggestions).toEqual([]);
});

test('a paper of another kind than its place asks for suggests nothing', async () => {
  const { call } = await openBench('folder', 'documents: { business-licence: papers/filing.jpg }\n', {
    'papers/filing.jpg': sample('icp-filing.jpg'),
  });
  const { papers, suggestions } = await call('papers.read', {});
  expect(papers[0]?.kind).toBe('icp-filing');
  expect(suggestions).toEqual([]);
});

test('files are read by name; a damaged one is left out, and one that is not there is refused', async () => {
  const { call } = await openBench('folder', '', {
    'papers/cut.jpg': sample('business-licence.jpg').subarray(0, 30_000),
    'papers/filing.jpg': sample('icp-filing.jpg'),
  });
  const { papers } = await call('papers.read', { paths: ['papers/cut.jpg', 'papers/filing.jpg'] });
  expect(papers.map(({ path }) => path)).toEqual(['papers/filing.jpg']);
  const failure = await failureOf(call('papers.read', { paths: ['papers/none.jpg'] }));
  expect(failure.code).toBe('file-missing');
});
