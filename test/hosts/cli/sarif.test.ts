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
  const log = sarifSchema.parse(JSON.parse(JSON.stringify(sarifLog(report, [rule], yaml, 'zh', '1.0.0'))));
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
  const log = sarifSchema.parse(sarifLog(report, [], yaml, 'en', '1.0.0'));
  const places = log.runs[0]?.results.map((one) => one.locations[0]?.physicalLocation);
  expect(places).toEqual([
    { artifactLocation: { uri: 'dossier.yaml', uriBaseId: 'DOSSIER' }, region: { startLine: 8 } },
    { artifactLocation: { uri: 'dossier.yaml', uriBaseId: 'DOSSIER' }, region: { startLine: 4 } },
    {
      artifactLocation: { uri: 'papers/%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%201.jpg', uriBaseId: 'DOSSIER' },
    },
  ]);
});

test('a missing field stands on the line of what is around it', () => {
  expect(lineOfField(yaml, 'app.previews.mobile')).toBe(5);
  expect(lineOfField(yaml, 'app.intro')).toBe(3);
  expect(lineOfField(yaml, 'documents.business-licence')).toBe(1);
  expect(lineOfField('', 'app.name')).toBe(1);
  expect(lineOfField('{ broken', 'app.name')).toBe(1);
});
