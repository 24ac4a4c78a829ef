import type { Attestation, DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import { resolveRequirements } from '../requirements/resolve-requirements.ts';
import { statementMakers } from '../rulebook/duty.ts';
import { isAttestationRule } from '../rulebook/rule-kinds.ts';

/** A statement that a named person makes, and who made it. */
export interface Statement {
  readonly rule: string;
  readonly title: Localized;
  readonly statement: Localized;
  /** Who may make it. */
  readonly by: Localized;
  readonly because: Localized;
  readonly cites: readonly string[];
  readonly attested?: Attestation;
}

/** The statements that a dossier needs, by topic in the order of the platform; topics without any are left out. */
export function statementsByTopic(
  rulebook: Rulebook,
  document: DossierDocument,
): readonly { readonly id: string; readonly title: Localized; readonly statements: readonly Statement[] }[] {
  const because = new Map(
    resolveRequirements({ rulebook, document }).map((one) => [one.id, one.because] as const),
  );
  const statements = rulebook.rules.filter(isAttestationRule).flatMap((rule) => {
    const reason = because.get(rule.id);
    if (reason === undefined) return [];
    const attested = document.attestations?.[rule.id];
    const { id, title, statement, cites, topic } = rule;
    return [
      {
        topic,
        statement: {
          rule: id,
          title,
          statement,
          by: statementMakers[rule.by],
          because: reason,
          cites,
          ...(attested === undefined ? {} : { attested }),
        },
      },
    ];
  });
  return rulebook.platform.topics
    .map(({ id, title }) => ({
      id,
      title,
      statements: statements.filter((one) => one.topic === id).map((one) => one.statement),
    }))
    .filter((topic) => topic.statements.length > 0);
}
