import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { enclosedReportSchema, parseEnclosedReport } from '../../main/core/bundle/enclosed-report.ts';
import { parseReport, type JsonSchema } from '../../verifier/parse-report.ts';
import { exampleBag } from '../core/bundle/example-bag.ts';
import { finding, reportWith } from '../core/bundle/example.ts';

// Safe: the page knows every keyword that the schema is written in, which the tests below prove.
const schema = z.toJSONSchema(enclosedReportSchema, { io: 'input' }) as JsonSchema;
const bytes = exampleBag(reportWith(finding('warning'))).get('data/report.json') ?? new Uint8Array();

/** Every place of the report, to be spoiled one at a time. */
function places(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, one]) => places(one, [...path, key]))];
}

test('the page takes a report that Yinqi takes', () => {
  expect(parseReport(bytes, schema)).toEqual(parseEnclosedReport(bytes));
  expect(parseReport(bytes, schema)).not.toBe(null);
});

test('whatever is put anywhere into a report, the page refuses what Yinqi refuses', () => {
  const report: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  const all = places(report).filter((path) => path.length > 0);
  const value = fc.oneof(fc.constantFrom(null, '', -1, 0.5, true, [], {}, '2026-02-30', 1e300), fc.string());
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.option(value, { nil: undefined }), (path, put) => {
      const copy = structuredClone(report) as Record<string, unknown>;
      let at: Record<string, unknown> = copy;
      for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
      at[path.at(-1) ?? ''] = put;
      const spoiled = Buffer.from(JSON.stringify(copy));
      const ours = parseEnclosedReport(spoiled);
      if (ours === null) refused += 1;
      expect(parseReport(spoiled, schema) === null).toBe(ours === null);
    }),
    { numRuns: 600 },
  );
  expect(refused).toBeGreaterThan(100);
});
