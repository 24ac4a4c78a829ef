import * as fc from 'fast-check';
import type { DossierDocument, FieldEdit } from '../../../main/contract/dossier.ts';
import { firstUnprintable } from '../../../main/core/dossier/unprintable.ts';

const awkward = fc.constantFrom(
  '', ' ', 'true', 'yes', 'No', 'null', '~', '1.0', '0755', '1e3', '2026-11-22', '12:30', '.inf', '- a', 'a: b', 'a #b', '#', '|', '>',
  "it's", '"q"', '{a}', '[b]', '&x', '*y', '!t', '%d', '@at', '`tick`', '---', '...', '? k', ': v', 'x:', 'tab\tin', ' lead', 'trail ',
  'l1\nl2', 'l1\nl2\n', '\nfirst', 'last\n\n', 'a\n\nb', 'a \nb', 'a\n b', '\ttab', '---\nb', 'a\n---\nb', '深圳市示例科技有限公司', '👩‍👧 emoji', '\u2028', '\uFEFFx',
); // prettier-ignore
const anyText = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
    { weight: 2, arbitrary: awkward },
  )
  .map((text) => text.replaceAll('\r\n', '\n'))
  .filter((text) => firstUnprintable(text) === null);
const filled = anyText.filter((text) => text !== '');
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5})?$/);
const date = fc.constantFrom('2026-01-31', '2024-02-29', '1999-12-31');
const few = { maxLength: 3 };

const optional = <T extends Record<string, fc.Arbitrary<unknown>>>(fields: T) =>
  fc.record(fields, { requiredKeys: [] });
const record = <T>(value: fc.Arbitrary<T>) => fc.dictionary(id, value, { maxKeys: 3 });
const personFields = {
  name: anyText,
  idType: fc.constantFrom('resident', 'passport', 'hk-macao', 'taiwan'),
  idNumber: anyText,
};
const permission = fc.record({ name: anyText, purpose: anyText }, { requiredKeys: ['name'] });
const party = fc.record(
  {
    role: fc.constantFrom('licensor', 'affiliate', 'technology-provider', 'assessor'),
    kind: fc.constantFrom('company', 'individual'),
    name: anyText,
    identifier: anyText,
    representative: anyText,
  },
  { requiredKeys: ['role', 'kind'] },
);
const fact = fc.oneof(fc.boolean(), anyText, fc.array(anyText, few));
const attestation = fc.record({ by: filled, on: date, note: anyText }, { requiredKeys: ['by', 'on'] });
const letter = optional({ date, validFrom: date, validUntil: date });
const paths = fc.oneof(filled, fc.array(filled, few));

/** Dossiers of every shape that the schema allows, full of texts that YAML could misread. */
export const dossiers = fc.record(
  {
    schema: fc.constant('yinqi/dossier@1'),
    id: fc.stringMatching(/^[0-9a-z-]{1,40}$/),
    platform: filled,
    track: anyText,
    categories: fc.array(anyText, few),
    applicant: fc.record({ kind: fc.constantFrom('company', 'individual') }),
    company: optional({
      name: anyText,
      uscc: anyText,
      legalRepresentative: optional(personFields),
      agent: optional({ ...personFields, phone: anyText, email: anyText }),
      address: anyText,
      phone: anyText,
      website: anyText,
      icpNumber: anyText,
      logo: filled,
      seal: fc.constantFrom(
        { shape: 'round', widthMm: 40 },
        { shape: 'round', widthMm: 42.5, heightMm: 42.5 },
        { shape: 'oval', widthMm: 45, heightMm: 30 },
      ),
    }),
    parties: fc.array(party, few),
    app: optional({
      name: anyText,
      description: anyText,
      searchKeywords: fc.array(anyText, few),
      permissions: fc.array(permission, few),
      version: anyText,
      logo: filled,
      previews: optional({ desktop: fc.array(filled, few), mobile: fc.array(filled, few) }),
    }),
    facts: record(fact),
    documents: record(paths),
    attestations: record(attestation),
    letters: record(letter),
  },
  { requiredKeys: ['schema', 'platform', 'categories'] },
) as fc.Arbitrary<DossierDocument>; // Safe: each field is generated as the schema has it.

const edit = (path: FieldEdit['path'], value: fc.Arbitrary<unknown>): fc.Arbitrary<FieldEdit> =>
  fc
    .oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
    .map((one) => ({ path, value: one }));

/** Edits that may or may not fit a dossier: filling in, changing, clearing; scalars, lists and groups. */
export const edits: fc.Arbitrary<readonly FieldEdit[]> = fc.array(
  fc.oneof(
    edit(['app', 'name'], anyText),
    edit(['app', 'description'], anyText),
    edit(['app'], optional({ name: anyText })),
    edit(['app', 'searchKeywords'], fc.array(anyText, few)),
    edit(['app', 'searchKeywords', 0], anyText),
    edit(['app', 'searchKeywords', 1], anyText),
    edit(['app', 'previews', 'desktop', 0], filled),
    edit(['app', 'permissions', 0, 'purpose'], anyText),
    edit(['company', 'name'], anyText),
    edit(['company', 'agent', 'phone'], anyText),
    edit(['company', 'legalRepresentative', 'idNumber'], anyText),
    edit(['company'], fc.constant({})),
    edit(['parties'], fc.array(party, few)),
    edit(['parties', 0], party),
    edit(['categories'], fc.array(anyText, few)),
    edit(['categories', 0], anyText),
    edit(['applicant', 'kind'], fc.constantFrom('company', 'individual')),
    id.chain((key) => edit(['facts', key], fact)),
    id.chain((key) => edit(['documents', key], paths)),
    id.chain((key) => edit(['attestations', key], attestation)),
    edit(['letters', 'commitment', 'date'], date),
  ),
  { minLength: 1, maxLength: 5 },
);
