import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const uriReference = /^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-F]{2})*$/;

/**
 * The JSON schema of SARIF 2.1.0 as a schema of zod, which takes `definitions` in draft 7 only. What zod cannot say, relative references and
 * alternatives of required properties, `sarifFaults` looks at.
 */
function loadSchema(): z.ZodType {
  const path = join(import.meta.dirname, 'fixtures', 'sarif-2.1.0.json');
  const text = readFileSync(path, 'utf8').replace(
    '"format": "uri-reference"',
    '"description": "looked at apart"',
  );
  return z.fromJSONSchema({ ...JSON.parse(text), $schema: 'http://json-schema.org/draft-07/schema#' });
}

const schema = loadSchema();

interface Place {
  readonly physicalLocation?: {
    readonly artifactLocation?: { readonly uri?: string; readonly uriBaseId?: string };
    readonly address?: unknown;
  };
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules?: readonly { readonly id: string }[] } };
    readonly originalUriBaseIds?: Readonly<Record<string, unknown>>;
    readonly results?: readonly {
      readonly ruleId?: string;
      readonly ruleIndex?: number;
      readonly message: { readonly text?: string; readonly id?: string };
      readonly locations?: readonly Place[];
    }[];
  }[];
}

/**
 * What of a SARIF log breaks its schema, or these words of the specification: 3.27.6 (ruleIndex is the place of ruleId among the rules),
 * 3.29 (an address or an artifact), 3.11 (a text or an id), 3.4.3 and 3.4.4 (a URI reference, relative to a base that the run knows).
 */
export function sarifFaults(log: unknown): readonly string[] {
  const parsed = schema.safeParse(log);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  // Safe: the schema says so of what is named here.
  const { runs } = log as Log;
  return runs.flatMap(({ tool, originalUriBaseIds = {}, results = [] }) =>
    results.flatMap(({ ruleId, ruleIndex = -1, message, locations = [] }, index) => {
      const at = `results.${index}`;
      const faults: string[] = [];
      if (ruleIndex >= 0 && tool.driver.rules?.[ruleIndex]?.id !== ruleId) faults.push(`${at}.ruleIndex`);
      if (message.text === undefined && message.id === undefined) faults.push(`${at}.message`);
      for (const { physicalLocation: place } of locations) {
        if (place === undefined) continue;
        const { uri, uriBaseId } = place.artifactLocation ?? {};
        if (place.address === undefined && place.artifactLocation === undefined)
          faults.push(`${at}: no place`);
        if (uri !== undefined && !uriReference.test(uri)) faults.push(`${at}.uri: ${uri}`);
        if (uriBaseId !== undefined && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri ?? ''))
          faults.push(`${at}.uri: ${uri}`);
        if (uriBaseId !== undefined && !(uriBaseId in originalUriBaseIds)) faults.push(`${at}.uriBaseId`);
      }
      return faults;
    }),
  );
}
