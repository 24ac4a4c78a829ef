import { expect, test } from 'vitest';
import { z } from 'zod';
import { lineOfField } from '../../../main/hosts/cli/line-of-field.ts';
import { sarifLog } from '../../../main/hosts/cli/sarif.ts';
import type { Report } from '../../../main/contract/report.ts';

const yaml = `# comment
schema: yinqi/dossier@1
app:
  name: 样例
  previews: { desktop: [a.png] }
company:
  agent:
    phone: "1"
`;

// The parts of sarif-schema-2.1.0.json (OASIS, errata 01) that we write; there, too, unknown properties are refused.
const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);
const language = z.string().regex(/^[a-zA-Z]{2}(-[a-zA-Z]{2})?$/);
const bag = z.record(z.string(), z.unknown());
const uriReference = z.string().regex(/^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]+$/);
const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          version: z.string(),
          language,
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message.optional(),
              defaultConfiguration: z.strictObject({ level }).optional(),
              properties: bag.optional(),
            }),
          ),
        }),
      }),
      language,
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      originalUriBaseIds: z.record(z.string(), z.strictObject({ description: message })),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.number().int().min(0),
          level,
          message,
          locations: z.array(
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri: uriReference, uriBaseId: z.string() }),
                region: z.strictObject({ startLine: z.number().int().min(1) }).optional(),
              }),
              logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string(), kind: z.string() })),
            }),
          ),
          partialFingerprints: z.record(z.string(), z.string()),
          properties: bag,
        }),
      ),
      properties: bag,
    }),
  ),
});

const found = (rule: string, level: 'error' | 'warning' | 'notice', at: string) => ({
  rule,
  level,
  outcome: 'fail' as const,
  message: '说明',
  at,
  cites: ['listing/function-6'],
});

const report: Report = {
  schema: 'yinqi/report@1',
  rulebook: { id: 'tencent-meeting', version: '1' },
  verdict: 'fail',
  counts: { error: 1, warning: 1, notice: 1 },
  findings: [
    found('z-rule', 'error', 'company.agent.phone'),
    found('app-name', 'notice', 'app.name'),
    found('app-name', 'warning', 'papers/营业执照 1.jpg'),
  ],
  requirements: [],
};

const given = {
  report,
  rules: [],
  files: new Set(['papers/营业执照 1.jpg', '隐私政策.md']),
  yaml,
  language: 'en',
  version: '1.0.0',
} as const;

const rule = {
  id: 'app-name',
  title: '应用名称',
  platform: 'tencent-meeting',
  kind: 'check',
  level: 'error' as const,
  automated: true,
  cites: [],
};

test('the log has the shape of SARIF 2.1.0, and every result points at its rule', () => {
  const log = sarifSchema.parse(
    JSON.parse(JSON.stringify(sarifLog({ ...given, rules: [rule], language: 'zh' }))),
  );
  const [only] = log.runs;
  expect(only?.results.map((one) => only.tool.driver.rules[one.ruleIndex]?.id)).toEqual(
    report.findings.map((one) => one.rule),
  );
  expect(only?.results.map((one) => one.level)).toEqual(['error', 'note', 'warning']);
  expect(only?.tool.driver.rules[0]).toMatchObject({
    id: 'app-name',
    shortDescription: { text: '应用名称' },
  });
});

test('a field stands on its line of dossier.yaml, a file on itself with its name percent-encoded', () => {
  const log = sarifSchema.parse(sarifLog(given));
  const places = log.runs[0]?.results.map((one) => one.locations[0]?.physicalLocation);
  expect(places).toEqual([
    { artifactLocation: { uri: 'dossier.yaml', uriBaseId: 'DOSSIER' }, region: { startLine: 8 } },
    { artifactLocation: { uri: 'dossier.yaml', uriBaseId: 'DOSSIER' }, region: { startLine: 4 } },
    {
      artifactLocation: { uri: 'papers/%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%201.jpg', uriBaseId: 'DOSSIER' },
    },
  ]);
});

test('a file beside dossier.yaml stands on itself, though its name reads like a field', () => {
  const log = sarifSchema.parse(
    sarifLog({ ...given, report: { ...report, findings: [found('privacy', 'error', '隐私政策.md')] } }),
  );
  const [place] = log.runs[0]?.results[0]?.locations ?? [];
  expect(place?.physicalLocation.artifactLocation.uri).toBe('%E9%9A%90%E7%A7%81%E6%94%BF%E7%AD%96.md');
  expect(place?.logicalLocations[0]?.kind).toBe('resource');
});

test('a rule of the program itself says what it is', () => {
  const log = sarifSchema.parse(
    sarifLog({ ...given, report: { ...report, findings: [found('facts-answered', 'error', 'facts.chat')] } }),
  );
  expect(log.runs[0]?.tool.driver.rules[0]?.shortDescription?.text).toBe('Every question is answered');
});

test('a missing field stands on the line of what is around it', () => {
  expect(lineOfField(yaml, 'app.previews.mobile')).toBe(5);
  expect(lineOfField(yaml, 'app.intro')).toBe(3);
  expect(lineOfField(yaml, 'documents.business-licence')).toBe(1);
  const list = 'parties:\n  - role: licensor\n    name: a\n  - role: affiliate\n    name: b\n';
  expect(lineOfField(list, 'parties.1.name')).toBe(5);
  expect(lineOfField(list, 'parties.1')).toBe(4);
  expect(lineOfField(list, 'parties.7.name')).toBe(1);
  expect(lineOfField(list, 'parties.x')).toBe(1);
  expect(lineOfField('', 'app.name')).toBe(1);
  expect(lineOfField('{ broken', 'app.name')).toBe(1);
});
