import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { NeedsTree } from '../../main/contract/rulebook.ts';
import { resolveRequirements } from '../../main/core/requirements/resolve-requirements.ts';
import type { JudgedRequirement } from '../../main/core/review/judged-report.ts';
import { plainAnswers } from './clean-dossier.ts';
import { dossierWith } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

const rulebook = await loadRulebook();
const answerSchema = z.union([z.boolean(), z.string(), z.array(z.string())]);
const caseSchema = z.strictObject({
  facts: z.record(z.string(), answerSchema).default({}),
  papers: z.array(z.string()),
});
const table = z
  .array(z.strictObject({ category: z.string(), clause: z.string(), cases: z.array(caseSchema).min(1) }))
  .parse(parse(await readFile(new URL('category-papers.yaml', import.meta.url), 'utf8')));

/** What section 4.1 asks of everyone who is networked and owns everything. */
const ofEveryone = [
  'business-licence', 'icp-licence|icp-filing', 'icp-filing-proof', 'publishing-commitment', 'authorisation-letter',
  'computer-software-copyright-certificate|electronic-copyright-certificate|software-copyright-authentication-certificate',
  'legal-representative-id-copy', 'agent-id-copy',
]; // prettier-ignore

/** The demands of a tree that stand beside each other, choices written as in the table. */
function demandsOf(tree: NeedsTree): readonly string[] {
  if (typeof tree === 'string') return [tree];
  if ('allOf' in tree) return tree.allOf.flatMap(demandsOf);
  if (tree.anyOf.length === 1) return tree.anyOf.flatMap(demandsOf);
  return [
    tree.anyOf.map((part) => (typeof part === 'string' ? part : `(${demandsOf(part).join('&')})`)).join('|'),
  ];
}

/** Every paper and every choice of papers that is asked for, each once; groups stand for what they hold. */
function papersAsked(requirements: readonly JudgedRequirement[]): readonly string[] {
  const papers = requirements.filter((one) => one.kind === 'document' || one.kind === 'letter');
  const groups = new Set(papers.filter((one) => one.needs !== undefined).map((one) => one.id));
  const asked = papers.flatMap((one) => {
    if (one.needs !== undefined) return demandsOf(one.needs).filter((id) => !groups.has(id));
    return one.optional ? [] : [one.id];
  });
  return [...new Set(asked)].toSorted();
}

const ask = (
  category: string,
  facts: z.infer<typeof caseSchema>['facts'],
  track: string,
  applicant: string,
) =>
  resolveRequirements({
    rulebook,
    document: dossierWith({
      categories: [category],
      track,
      applicant: { kind: applicant },
      facts: { ...plainAnswers, networked: true, ...facts },
    }),
  });

test('the table has a row for each of the 33 categories and for the rest', () => {
  expect(table.map((row) => row.category).toSorted()).toEqual(
    rulebook.categories.map((one) => one.id).toSorted(),
  );
});

const cases = table.flatMap(({ category, cases: own, clause }) =>
  own.flatMap(({ facts, papers }) =>
    ['listing', 'search', 'showcase'].flatMap(
      (track) =>
      ['company', 'individual'].map((applicant) => ({ category, clause, facts, papers, track, applicant, answers: JSON.stringify(facts) })), // prettier-ignore
    ),
  ),
);

describe.each(cases)('$category $answers, $track, $applicant', (one) => {
  const requirements = ask(one.category, one.facts, one.track, one.applicant);

  test('asks for the papers of its row and nothing else', () => {
    const filing = one.facts['commercial-service'] === true ? 'icp-licence' : 'icp-licence|icp-filing';
    const everyone = ofEveryone.map((id) => (id === 'icp-licence|icp-filing' ? filing : id));
    expect(papersAsked(requirements)).toEqual([...new Set([...everyone, ...one.papers])].toSorted());
  });

  test('each cites the clause of its row, directly or by its group', () => {
    const wanted = one.papers.flatMap((paper) => paper.split(/[|&()]+/)).filter((id) => id !== '');
    for (const id of wanted) {
      const paper = requirements.find((each) => each.id === id)!;
      const group = requirements.filter(
        (each) => each.needs !== undefined && JSON.stringify(each.needs).includes(`"${id}"`),
      );
      expect([...paper.cites, ...group.flatMap((each) => each.cites)], id).toContain(one.clause);
    }
  });
});
