import type { JudgedRequirement } from '../review/judged-report.ts';

/** What is asked for certainly, or may be asked for while questions are open, as a list of `id`, `title` and `kind`. */
type Asked = Pick<JudgedRequirement, 'id' | 'title' | 'kind' | 'status'>;
type Named = Omit<Asked, 'status'>;

const named = ({ id, title, kind }: Asked): Named => ({ id, title, kind });

/**
 * What assumed answers change: requirements that are newly asked for or no longer open, and those that fall away.
 * Statements count like papers.
 */
export function compareRequirements(
  before: readonly Asked[],
  after: readonly Asked[],
): { readonly added: readonly Named[]; readonly removed: readonly Named[] } {
  const certain = new Set(before.filter((one) => one.status !== 'open').map((one) => one.id));
  const left = new Set(after.map((one) => one.id));
  return {
    added: after.filter((one) => one.status !== 'open' && !certain.has(one.id)).map(named),
    removed: before.filter((one) => !left.has(one.id)).map(named),
  };
}
