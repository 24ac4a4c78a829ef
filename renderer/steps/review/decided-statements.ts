import type { MethodOutput } from '../../../main/contract/api.ts';
import type { Requirement } from '../../../main/contract/report.ts';

type Topic = MethodOutput<'review.statements'>['topics'][number];

/**
 * The statements to be made, by topic, none empty; those that hang on a question without an answer are only counted, unless
 * somebody made them already.
 */
export function decidedStatements(
  topics: readonly Topic[],
  requirements: readonly Pick<Requirement, 'id' | 'status'>[],
  attested: Readonly<Record<string, unknown>>,
): { readonly topics: readonly Topic[]; readonly undecided: number } {
  const open = new Set(requirements.filter((one) => one.status === 'open').map((one) => one.id));
  const isDecided = (rule: string): boolean => !open.has(rule) || attested[rule] !== undefined;
  const decided = topics
    .map((topic) => ({ ...topic, statements: topic.statements.filter(({ rule }) => isDecided(rule)) }))
    .filter(({ statements }) => statements.length > 0);
  const count = (list: readonly Topic[]): number =>
    list.reduce((sum, { statements }) => sum + statements.length, 0);
  return { topics: decided, undecided: count(topics) - count(decided) };
}
