import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const samplePath = join(import.meta.dirname, '../../resources/sample/dossier.yaml');

/** The sample's company, app and answers without its files and statements, so that every finding at a file is about that file. */
function readBase(): Record<string, unknown> {
  // Safe: the sample's dossier is a map; the program that reads the result says so where it is not.
  const sample = parse(readFileSync(samplePath, 'utf8')) as {
    company: Record<string, unknown>;
    app: Record<string, unknown>;
  } & Record<string, unknown>;
  const { attestations: _statements, documents: _papers, letters: _letters, ...rest } = sample;
  const { logo: _companyLogo, ...company } = rest.company;
  const { logo: _logo, previews: _previews, privacyPolicy: _policy, terms: _terms, ...app } = rest.app;
  return { ...rest, company, app };
}

const base = readBase();

/** The text of dossier.yaml with these fields set by dotted path; null removes one. */
export function dossierText(fields: Readonly<Record<string, unknown>>): string {
  const document = structuredClone(base);
  for (const [field, value] of Object.entries(fields)) {
    const keys = field.split('.');
    const last = keys.pop() ?? '';
    let place = document;
    for (const key of keys) {
      // Safe: every inner place of a dossier is a map.
      place = (place[key] ??= {}) as Record<string, unknown>;
    }
    if (value === null) delete place[last];
    else place[last] = value;
  }
  return stringify(document);
}
