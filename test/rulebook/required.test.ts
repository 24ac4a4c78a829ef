import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { FactAnswer } from '../../main/contract/dossier.ts';
import { needsTreeSchema } from '../../main/contract/rulebook.ts';
import { resolveRequirements } from '../../main/core/requirements/resolve-requirements.ts';
import { plainAnswers } from './clean-dossier.ts';
import { dossierWith } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

const rowSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['document', 'letter', 'text', 'asset']),
  clause: z.string(),
  optional: z.boolean().default(false),
  needs: needsTreeSchema.optional(),
});
const table = z
  .record(z.enum(['always', 'networked', 'affiliate', 'otherCompany', 'otherIndividual']), z.array(rowSchema))
  .parse(parse(await readFile(new URL('required.yaml', import.meta.url), 'utf8')));

const rulebook = await loadRulebook();
const list = (facts: Readonly<Record<string, FactAnswer>>, applicant = 'company') =>
  resolveRequirements({ rulebook, document: dossierWith({ facts, applicant: { kind: applicant } }) });

const cases = [true, false].flatMap((networked) =>
  ['self', 'affiliate'].flatMap((icp) =>
    ['self', 'company', 'individual'].flatMap((holder) =>
      ['company', 'individual'].map((applicant) => ({ networked, icp, holder, applicant })),
    ),
  ),
);

describe.each(cases)('networked $networked, ICP $icp, copyright $holder, applicant $applicant', (one) => {
  const found = list(
    {
      ...plainAnswers,
      networked: one.networked,
      'icp-holder': one.icp,
      'software-copyright-holder': one.holder,
    },
    one.applicant,
  );
  const wanted = [
    ...table.always,
    ...(one.networked ? table.networked : []),
    ...(one.icp === 'affiliate' ? table.affiliate : []),
    ...(one.holder === 'company' ? table.otherCompany : []),
    ...(one.holder === 'individual' ? table.otherIndividual : []),
  ];

  test('needs what the sources ask for and nothing else', () => {
    const ids = found.filter((each) => each.kind !== 'attestation').map((each) => each.id);
    expect(ids.toSorted()).toEqual(wanted.map((each) => each.id).toSorted());
  });

  test('each with its kind, its clause and whether it can be left out', () => {
    for (const row of wanted) {
      const requirement = found.find((each) => each.id === row.id)!;
      expect([row.id, requirement.kind, requirement.optional]).toEqual([row.id, row.kind, row.optional]);
      expect(requirement.cites).toContain(row.clause);
      expect(requirement.status).toBe(row.id === 'app-category' ? 'ok' : 'missing');
      if (row.needs !== undefined) {
        const extra = [
          ...(row.id === 'icp' && one.networked ? ['icp-filing-proof'] : []),
          ...(row.id === 'icp' && one.icp === 'affiliate' ? ['icp-sharing'] : []),
        ];
        expect(requirement.needs).toEqual(extra.length > 0 ? { allOf: [row.needs, ...extra] } : row.needs);
      }
    }
  });
});

test('unanswered questions leave open what hangs on them, listed all the same', () => {
  const open = list({}).filter((one) => one.status === 'open');
  const facts = Object.fromEntries(open.map((one) => [one.id, one.facts]));
  expect(facts).toMatchObject({
    'icp-filing-proof': ['networked'],
    'icp-number': ['networked'],
    'icp-website-related': ['networked'],
    'icp-sharing': ['icp-holder'],
    'icp-sharing-authorisation': ['icp-holder'],
    'licensor-business-licence': expect.arrayContaining(['game', 'software-copyright-holder']),
    'cooperation-contract': expect.arrayContaining(['game', 'software-copyright-holder']),
    'individual-signing-photo': ['game', 'software-copyright-holder'],
  });
  for (const id of Object.keys(facts))
    expect(list({}).find((one) => one.id === id)!.because.zh).toContain('取决于');
});

test('an individual keeps the licence and is told that the sources disagree', () => {
  const licence = list({}, 'individual').find((one) => one.id === 'business-licence')!;
  expect(licence.optional).toBe(false);
  expect(licence.because.zh).toContain('审核员');
  expect(licence.cites).toEqual(expect.arrayContaining(['compliance/2.9(2)', 'cooperation/2.1']));
  expect(list({}, 'individual').map((one) => one.id)).toContain('individual-applicant-confirmed');
  expect(list({}).map((one) => one.id)).not.toContain('individual-applicant-confirmed');
});
