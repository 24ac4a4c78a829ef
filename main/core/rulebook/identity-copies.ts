import type { Rule, Rulebook } from '../../contract/rulebook.ts';

/** Whether the paper that a rule asks for is a copy of someone's identity document, as its rulebook says. */
export const isIdentityCopy = (rule: Rule): boolean => rule.kind === 'document' && rule.identityCopy === true;

/** The requirements, over all rulebooks given, whose paper is a copy of someone's identity document. */
export const identityCopies = (rulebooks: readonly Pick<Rulebook, 'rules'>[]): ReadonlySet<string> =>
  new Set(rulebooks.flatMap(({ rules }) => rules.filter(isIdentityCopy).map(({ id }) => id)));
