import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../../main/app.ts';
import type { MethodInput, MethodName } from '../../../main/contract/api.ts';
import type { Language } from '../../../main/contract/language.ts';
import { sarifOf } from '../../../main/hosts/cli/sarif.ts';
import { temporaryFolder } from '../../adapters/disk/temporary-folder.ts';
import { openBench } from '../../methods/files-bench.ts';
import { sarifFaults } from './sarif-schema.ts';

interface Written {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: { readonly startLine: number };
        };
        readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
      }[];
    }[];
  }[];
}

/** The SARIF of a dossier folder as `yinqi check --format sarif` writes it. */
async function sarifOfFolder(folder: string, language: Language): Promise<Written> {
  const { world } = await openBench('folder');
  const app = createApp(world);
  const call = <N extends MethodName>(name: N, input: MethodInput<N>) => app.call(name, input, { language });
  const report = await call('review.check', { dossier: folder });
  const log = await sarifOf(report, folder, { call, language, version: '0.1.0', workingFolder: '/' });
  // Safe: sarifFaults has the schema say so.
  return JSON.parse(JSON.stringify(log)) as Written;
}

const files = ['图 片/营业执照（副本）#1 100%.png', '截图?.png', "it's [1]&2.png", 'a:b.png', '😀.png'];
const manyFindings = `schema: yinqi/dossier@1
platform: tencent-meeting
track: showcase
categories: [finance/banking, social/dating, ai/generative]
company:
  name: " 样例Ｃo "
  uscc: 91440300MA5EXAMPLA
  legalRepresentative: { name: 张三, idType: resident, idNumber: "1" }
  logo: ${JSON.stringify(files[2])}
app:
  name: 最好的腾讯会议
  version: v1
  logo: ${JSON.stringify(files[0])}
  privacyPolicy: 隐私 政策.md
  previews: { desktop: [${JSON.stringify(files[1])}, ${JSON.stringify(files[3])}, missing.png], mobile: [${JSON.stringify(files[4])}, "../outside.png"] }
documents: { business-licence: [${JSON.stringify(files[0])}, 没有.pdf] }
`;

function dossierOfManyFindings(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'dossier.yaml'), manyFindings);
  mkdirSync(join(folder, '图 片'));
  for (const name of files) writeFileSync(join(folder, name), 'no picture');
  writeFileSync(join(folder, '隐私 政策.md'), '# 隐私政策\n\n我们收集手机号。\n');
  return folder;
}

describe.each(['zh', 'en'] as const)('SARIF in %s, by the schema of OASIS,', (language) => {
  test('has no fault for the sample', async () => {
    const folder = temporaryFolder();
    cpSync(join(import.meta.dirname, '../../../resources/sample'), folder, { recursive: true });
    const log = await sarifOfFolder(folder, language);
    expect(sarifFaults(log)).toEqual([]);
    expect(log.runs[0]?.results.length).toBeGreaterThan(0);
  });

  test('has no fault for a dossier of many findings, whose files are named as people name them', async () => {
    const log = await sarifOfFolder(dossierOfManyFindings(), language);
    expect(sarifFaults(log)).toEqual([]);
    const results = log.runs[0]?.results ?? [];
    expect(results.length).toBeGreaterThan(60);
    const uris = new Set(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri));
    for (const name of [...files, 'missing.png', '没有.pdf', '隐私 政策.md'])
      expect([...uris].map((uri) => decodeURIComponent(uri ?? ''))).toContain(name);
    const lines = manyFindings.split('\n');
    const lineOf = (at: string) =>
      results.find(({ locations }) => locations[0]?.logicalLocations[0]?.fullyQualifiedName === at)
        ?.locations[0]?.physicalLocation.region?.startLine ?? 0;
    expect(lines[lineOf('company.legalRepresentative.idNumber') - 1]).toContain('idNumber');
    expect(lines[lineOf('app.version') - 1]).toContain('version');
  });
});

describe('the schema', () => {
  const place = {
    physicalLocation: {
      artifactLocation: { uri: 'a%20b.png', uriBaseId: 'DOSSIER' },
      region: { startLine: 1 },
    },
  };
  const result = { ruleId: 'a', ruleIndex: 0, level: 'error', message: { text: 't' }, locations: [place] };
  const logOf = (over: object, run: object = {}): unknown => ({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Yinqi', rules: [{ id: 'a' }] } },
        originalUriBaseIds: { DOSSIER: {} },
        results: [{ ...result, ...over }],
        ...run,
      },
    ],
  });
  const at = (uri: string) => ({
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: 'DOSSIER' } } }],
  });

  test('takes a log that is sound', () => {
    expect(sarifFaults(logOf({}))).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['another version', { version: '2.0.0', runs: [] }],
    ['a property that nobody knows', logOf({ place: 1 })],
    ['a level that nobody knows', logOf({ level: 'fatal' })],
    ['a result without words', logOf({ message: {} })],
    ['a rule of another number', logOf({ ruleId: 'b' })],
    ['a rule that is not there', logOf({ ruleIndex: 1 })],
    [
      'line 0',
      logOf({ locations: [{ physicalLocation: { ...place.physicalLocation, region: { startLine: 0 } } }] }),
    ],
    ['a place that is nowhere', logOf({ locations: [{ physicalLocation: {} }] })],
    ['a name with a space', logOf(at('a b.png'))],
    ['a name in Chinese as it is', logOf(at('营业执照.png'))],
    ['a lone per cent sign', logOf(at('100%.png'))],
    ['an absolute address over a base', logOf(at('file:///a.png'))],
    ['a base that the run does not know', logOf({}, { originalUriBaseIds: {} })],
    [
      'a rule that is there twice',
      logOf({}, { tool: { driver: { name: 'Yinqi', rules: [{ id: 'a' }, { id: 'a' }] } } }),
    ],
    ['a language that is none', logOf({}, { language: 'chinese' })],
    ['a tool without a name', logOf({}, { tool: { driver: {} } })],
  ])('refuses %s', (_what, log) => {
    expect(sarifFaults(log)).not.toEqual([]);
  });
});
