import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDossier } from '../../../main/core/dossier/parse-dossier.ts';
import { writeDossier } from '../../../main/core/dossier/write-dossier.ts';
import { dossiers } from './generated-dossiers.ts';

test('what is written reads back as the same dossier, whatever its texts look like', () => {
  fc.assert(
    fc.property(dossiers, (dossier) => {
      expect(parseDossier(writeDossier(dossier), 'dossier.yaml')).toEqual(dossier);
    }),
    { numRuns: 250 },
  );
});

test('the same data give the same bytes, in the order of the schema, whatever order they came in', () => {
  const one = writeDossier({
    schema: 'yinqi/dossier@1',
    platform: 'tencent-meeting',
    categories: ['general/other'],
    app: { name: '甲', version: '1.0' },
    facts: { networked: true, 'icp-holder': 'self' },
  });
  const other = writeDossier({
    facts: { 'icp-holder': 'self', networked: true },
    app: { version: '1.0', name: '甲' },
    categories: ['general/other'],
    platform: 'tencent-meeting',
    schema: 'yinqi/dossier@1',
  });
  expect(other).toBe(one);
  expect(one).toBe(
    [
      'schema: yinqi/dossier@1',
      'platform: tencent-meeting',
      'categories:',
      '  - general/other',
      'app:',
      '  name: 甲',
      '  version: "1.0"',
      'facts:',
      '  icp-holder: self',
      '  networked: true',
      '',
    ].join('\n'),
  );
});
