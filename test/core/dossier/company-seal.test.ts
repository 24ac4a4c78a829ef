import { expect, test } from 'vitest';
import { Failure, Failures } from '../../../main/contract/failure.ts';
import { applyEdits, editYaml } from '../../../main/core/dossier/edit-dossier.ts';
import { parseDossier } from '../../../main/core/dossier/parse-dossier.ts';
import { writeDossier } from '../../../main/core/dossier/write-dossier.ts';

const head = 'schema: yinqi/dossier@1\nplatform: tencent-meeting\ncategories: [general/other]\n';
const withSeal = (seal: string): string => `${head}company:\n  name: 甲\n  seal: ${seal}\n`;

function refusal(seal: string): Failure {
  try {
    parseDossier(withSeal(seal), 'dossier.yaml');
  } catch (error) {
    if (error instanceof Failures && error.all.length === 1 && error.all[0] !== undefined)
      return error.all[0];
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error(`${seal} was accepted`);
}

test.each([
  ['{ shape: round, widthMm: 38 }', { shape: 'round', widthMm: 38 }],
  ['{ shape: round, widthMm: 42, heightMm: 42 }', { shape: 'round', widthMm: 42, heightMm: 42 }],
  ['{ shape: round, widthMm: 45.0 }', { shape: 'round', widthMm: 45 }],
  ['{ shape: oval, widthMm: 45, heightMm: 30 }', { shape: 'oval', widthMm: 45, heightMm: 30 }],
  ['{ shape: oval, widthMm: 40.5, heightMm: 29.5 }', { shape: 'oval', widthMm: 40.5, heightMm: 29.5 }],
])('%s is a seal', (yaml, seal) => {
  const document = parseDossier(withSeal(yaml), 'dossier.yaml');
  expect(document.company?.seal).toEqual(seal);
  expect(parseDossier(writeDossier(document), 'dossier.yaml')).toEqual(document);
});

test.each([
  ['{ shape: round, widthMm: 50 }', 'widthMm', '50', '38 到 45'],
  ['{ shape: round, widthMm: 37.9 }', 'widthMm', '37.9', '38 到 45'],
  ['{ shape: round, widthMm: 40, heightMm: 30 }', 'heightMm', '30', '40'],
  ['{ shape: oval, widthMm: 45 }', 'heightMm', '没有填写', '25 到 45'],
  ['{ shape: oval, widthMm: 40, heightMm: 40 }', 'heightMm', '40', '小于宽'],
  ['{ shape: oval, widthMm: 45, heightMm: 20 }', 'heightMm', '20', '25 到 45'],
  ['{ shape: oval, widthMm: 60, heightMm: 30 }', 'widthMm', '60', '38 到 50'],
  ['{ shape: round, widthMm: 40mm }', 'widthMm', '40mm', '一个数字'],
  ['{ shape: round, widthMm: "40" }', 'widthMm', '40', '一个数字'],
  ['{ shape: square, widthMm: 40 }', 'shape', 'square', 'round'],
])('%s is refused: %s, what was found and what is wanted', (yaml, field, found, wanted) => {
  const { text, hint } = refusal(yaml);
  const zh = `${text.zh}。${hint.zh}`;
  expect(zh).toContain(`company.seal.${field}`);
  expect(zh).toContain(found);
  expect(zh).toContain(wanted);
  expect(text.en).toContain(field);
});

test('the seal is edited in place, with its comments, as numbers', () => {
  const text = `${head}company:\n  name: 甲\n  seal: # 公章\n    shape: round\n    widthMm: 40 # 量过\n`;
  const edited = editYaml(text, [{ path: ['company', 'seal', 'widthMm'], value: 42 }]);
  expect(edited).toBe(text.replace('widthMm: 40', 'widthMm: 42'));
  const added = editYaml(`${head}company: { name: 甲 }\n`, [
    { path: ['company', 'seal'], value: { shape: 'oval', widthMm: 45, heightMm: 30 } },
  ]);
  expect(parseDossier(added, 'x').company?.seal).toEqual({ shape: 'oval', widthMm: 45, heightMm: 30 });
  expect(() =>
    applyEdits(parseDossier(text, 'x'), [{ path: ['company', 'seal', 'widthMm'], value: 60 }]),
  ).toThrowError(Failure);
});
