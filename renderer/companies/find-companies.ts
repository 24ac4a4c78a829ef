import type { CompanySummary } from '../../main/contract/kept-companies.ts';

const bare = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The companies in whose name, credit code or people every word of a query is found. */
export function findCompanies(
  companies: readonly CompanySummary[],
  query: string,
): readonly CompanySummary[] {
  const words = bare(query).split(/\s+/).filter(Boolean);
  return companies.filter(({ name, uscc, legalRepresentative, agent }) => {
    const text = bare([name, uscc, legalRepresentative, agent].join('\n'));
    return words.every((word) => text.includes(word));
  });
}
