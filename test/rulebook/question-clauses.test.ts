import { expect, test } from 'vitest';
import { loadRulebook } from './load-rulebook.ts';

/** What hangs on an answer, read off the clauses by hand: a question says by which clause it asks. */
const clauses: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'tencent-meeting': {
    networked: ['compliance/4.1-4'],
    'icp-holder': ['compliance/4.1-4'],
    // the licence or the filing; for securities by their own row
    'commercial-service': ['compliance/annex-icp/1-1', 'compliance/4.2.1-2'],
    'software-copyright-holder': ['compliance/4-1', 'compliance/4-2'],
    'game-copyright-holder': ['compliance/4-1', 'compliance/4-2', 'compliance/6-4'],
    'game-licence-holder': ['compliance/4-1', 'compliance/6-3'],
    // the assessment of services by which the public speaks, whatever the category
    chat: ['compliance/annex-assessment/1-1', 'compliance/2.10(2)'],
    'live-streaming': ['compliance/annex-assessment/1-1', 'compliance/2.10-6'],
    'public-posting': ['compliance/annex-assessment/1-1', 'compliance/2.10(2)'],
    // of deep synthesis, where it is handed in
    'generates-content': ['compliance/annex-assessment/2-2', 'compliance/4.2.9-2'],
    'religious-content': ['compliance/2.4(5)', 'compliance/2.4(4)'],
    'special-licence-holder': ['compliance/4-1'],
  },
  'tencent-open-platform': {
    'operation-events': [
      'open-platform/2.6.1',
      'open-platform/2.6.2',
      'open-platform/2.6.7',
      'open-platform/2.9.5',
    ],
    'further-papers': ['open-platform/2.2.3', 'open-platform/2.2.4'],
  },
};

test.each(Object.entries(clauses))(
  'the questions of %s cite what their papers rest on',
  async (platform, of) => {
    const { facts } = await loadRulebook(platform);
    const missing = Object.entries(of).map(([id, wanted]) => {
      const cites = facts.find((fact) => fact.id === id)?.cites ?? [];
      return [id, wanted.filter((clause) => !cites.includes(clause))];
    });
    expect(missing).toEqual(Object.keys(of).map((id) => [id, []]));
  },
);
